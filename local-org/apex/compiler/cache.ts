/** What is kept on disk, by content: the code of a whole org, and the tree of each source, which is what costs most to make. */
import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApexSource, OrgModel } from '../../schema';
import { parseClass, parseTrigger, reviveTree, treeToJson, type ClassDeclaration, type Parsed, type TriggerDeclaration } from '../syntax';
import type { CompiledCode } from './build';
import type { Library } from './platform';

/** Floors whose code decides what is generated. */
const FLOORS = ['schema', 'formula', 'database', 'apex/syntax', 'apex/compiler', 'apex/runtime/ops'];
/** Programs kept beside each other: branches that one changes between. */
const KEPT = 4;

export type ParsedSource = Parsed<ClassDeclaration | TriggerDeclaration>;
/** Reads a source; the cache hands out trees it has seen. */
export type ParseSource = (source: ApexSource) => ParsedSource;

export const parseSource: ParseSource = (source) => (source.kind === 'class' ? parseClass(source.text) : parseTrigger(source.text));

export class CompilerCache {
  private readonly folder: string;
  private readonly known = new Map<string, string>();
  private readonly used = new Map<string, string>();
  /** Name of the trees' file, once they are loaded: it hashes the code that made them. */
  private treesFile: string | undefined;

  constructor(org: OrgModel, directory?: string) {
    this.folder = directory ?? join(org.projectDir && existsSync(org.projectDir) ? org.projectDir : tmpdir(), '.cache', 'apex');
  }

  program(key: string): CompiledCode | undefined {
    const file = join(this.folder, `${key}.json`);
    if (!existsSync(file)) return undefined;
    utimesSync(file, new Date(), new Date());
    return JSON.parse(readFileSync(file, 'utf8')) as CompiledCode;
  }

  storeProgram(key: string, compiled: CompiledCode): void {
    this.write(`${key}.json`, JSON.stringify(compiled));
    const entries = readdirSync(this.folder).filter((name) => /^[0-9a-f]{32}\.json$/.test(name)).map((name) => ({ path: join(this.folder, name), time: statSync(join(this.folder, name)).mtimeMs }));
    for (const old of entries.sort((a, b) => b.time - a.time).slice(KEPT)) rmSync(old.path, { force: true });
  }

  /** Trees by the hash of their source, one file for the whole org: a changed class is parsed alone. */
  readonly parse: ParseSource = (source) => {
    if (this.treesFile === undefined) this.loadTrees();
    const key = createHash('sha256').update(source.kind).update(source.text).digest('base64url');
    const text = this.known.get(key);
    if (text !== undefined) {
      this.used.set(key, text);
      return { unit: reviveTree(JSON.parse(text) as ClassDeclaration | TriggerDeclaration), problems: [] };
    }
    const parsed = parseSource(source);
    if (parsed.unit) this.used.set(key, treeToJson(parsed.unit));
    return parsed;
  };

  private loadTrees(): void {
    const hash = createHash('sha256');
    addFolder(hash, join(__dirname, '..', 'syntax'));
    this.treesFile = `trees-${hash.digest('hex').slice(0, 16)}.json`;
    const file = join(this.folder, this.treesFile);
    if (!existsSync(file)) return;
    for (const [key, text] of Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)) this.known.set(key, text);
  }
  /** Keeps the trees that this compilation used, if there are new ones among them. */
  storeTrees(): void {
    if (this.treesFile === undefined || [...this.used.keys()].every((key) => this.known.has(key))) return;
    this.write(this.treesFile, JSON.stringify(Object.fromEntries(this.used)));
  }

  /** Written beside and renamed, so that a killed process leaves no half file. */
  private write(name: string, text: string): void {
    mkdirSync(this.folder, { recursive: true });
    const file = join(this.folder, name);
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
  }
}

/** Hash over the compiler, the library's signatures, the sources, and the objects and labels they may name. */
export function cacheKey(org: OrgModel, library: Library): string {
  const hash = createHash('sha256');
  for (const floor of FLOORS) addFolder(hash, join(__dirname, '..', '..', floor));
  for (const entry of library.values()) hash.update(JSON.stringify([entry.name, entry.typeParameters, entry.extends, entry.implements, entry.kind, entry.abstract, entry.values, Object.keys(entry.members ?? {})]));
  for (const source of org.apex) hash.update(JSON.stringify([source.name, source.kind, source.file, source.apiVersion, source.active, source.text]));
  for (const object of org.objects.values()) {
    hash.update(JSON.stringify([object.name, object.kind, object.childRelationships]));
    for (const field of object.fields.values()) hash.update(JSON.stringify([field.name, field.type, field.reference, field.createable, field.updateable, field.calculated, field.filterable, field.sortable, field.groupable, field.externalId, field.unique, field.formula, field.summary !== undefined, field.autoNumber !== undefined, field.components]));
  }
  hash.update(JSON.stringify([org.apiVersion, ...org.labels.keys()]));
  return hash.digest('hex').slice(0, 32);
}

function addFolder(hash: Hash, folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'tests') addFolder(hash, path);
    } else if (/\.[jt]s$/.test(entry.name)) hash.update(readFileSync(path));
  }
}

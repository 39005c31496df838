/** Compiled code on disk, by content: one entry for a whole org, keyed by everything its code depends on. */
import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrgModel } from '../../schema';
import type { CompiledCode } from './build';
import type { Library } from './platform';

/** Floors whose code decides what is generated. */
const FLOORS = ['schema', 'formula', 'database', 'apex/syntax', 'apex/compiler', 'apex/runtime/ops'];
const KEPT = 4;

/** Hash over the compiler, the library's signatures, the sources, and the objects and labels they may name. */
export function cacheKey(org: OrgModel, library: Library): string {
  const hash = createHash('sha256');
  for (const floor of FLOORS) addFolder(hash, join(__dirname, '..', '..', floor));
  for (const entry of library.values()) hash.update(JSON.stringify([entry.name, entry.typeParameters, entry.extends, entry.implements, entry.kind, entry.abstract, entry.values, Object.keys(entry.members ?? {})]));
  for (const source of org.apex) hash.update(JSON.stringify([source.name, source.kind, source.file, source.apiVersion, source.active, source.text]));
  for (const object of org.objects.values()) {
    hash.update(JSON.stringify([object.name, object.kind, object.childRelationships]));
    for (const field of object.fields.values()) hash.update(JSON.stringify([field.name, field.type, field.reference, field.createable, field.updateable, field.calculated, field.filterable, field.sortable, field.groupable, field.externalId, field.unique, field.formula, field.components]));
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

function folderOf(org: OrgModel, directory: string | undefined): string {
  return directory ?? join(org.projectDir && existsSync(org.projectDir) ? org.projectDir : tmpdir(), '.cache', 'apex');
}

export function cachedCode(org: OrgModel, key: string, directory: string | undefined): CompiledCode | undefined {
  const file = join(folderOf(org, directory), `${key}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CompiledCode) : undefined;
}

/** Written beside and renamed, so that a killed process leaves no half entry; the oldest entries go. */
export function storeCode(org: OrgModel, key: string, compiled: CompiledCode, directory: string | undefined): void {
  const folder = folderOf(org, directory);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${key}.json`);
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(compiled));
  renameSync(`${file}.${process.pid}`, file);
  const entries = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }));
  for (const old of entries.sort((a, b) => b.time - a.time).slice(KEPT)) rmSync(old.path, { force: true });
}

/** Builds the client bundle of a project, cached by content. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { NotModelledError, SourceError, type OrgModel, type Position } from '../../schema';
import { iconsIn, referencesOf, type Reference } from './references';
import { I18N_NAMES, scopedModule, type ScopedContext } from './scoped-modules';
import { readBundles, type BundleSource } from './sources';
import type { BuildJob, BuildOutcome, ContextNames, Manifest } from './types';

export type { ContextNames, Manifest } from './types';

const CLIENT = resolve(__dirname, '../client');
const BASE_PACKAGE = dirname(require.resolve('lightning-base-components/package.json'));
const BASE = join(BASE_PACKAGE, 'src/lightning');

export interface BuildOptions {
  /** Folder for what is kept between runs; the assets of one content lie in a folder of their own. */
  readonly cacheDir: string;
  /** File of the compiled library modules, where builds with several folders share one. */
  readonly transformCache?: string;
  /** Icons that pages name. */
  readonly icons: readonly string[];
  auraMethod: ScopedContext['auraMethod'];
}
export interface BuildResult { readonly dir: string; readonly manifest: Manifest; /** False when the cache had it. */ readonly built: boolean; }

/** Files below a folder, sorted, tests and hidden folders left out. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('__') && !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
}

const NOT_MODULES = new Set(['lwc', '@salesforce/apex']);

function checkModule({ specifier, position }: Reference, bundles: ReadonlySet<string>): void {
  const [namespace, name = ''] = specifier.split('/');
  if (namespace === 'c') {
    if (!bundles.has(name)) throw new SourceError(`No component or module "${specifier}" in this project.`, position);
    return;
  }
  if (namespace === 'lightning') {
    if (!existsSync(join(CLIENT, 'modules/lightning', name)) && !existsSync(join(BASE, name))) throw new NotModelledError(`the module ${specifier}`, position);
    return;
  }
  if (specifier.startsWith('@salesforce/') || NOT_MODULES.has(specifier)) return;
  throw new SourceError(`The module "${specifier}" cannot be imported by a Lightning web component.`, position);
}

/** Shows paths relative to the project, as every error does. */
export const within = (org: OrgModel, file: string): string => (file.startsWith(`${org.projectDir}/`) ? file.slice(org.projectDir.length + 1) : file);

interface Resolved { readonly virtualModules: Record<string, string>; readonly names: ContextNames }

/** Checks every module a component names, and writes the ones that the org's metadata gives. */
function resolveModules(org: OrgModel, bundles: readonly BundleSource[], options: BuildOptions): Resolved {
  const needed = { labels: new Set<string>(), customPermissions: new Set<string>(), userPermissions: new Set<string>(), resources: new Set<string>() };
  const context: ScopedContext = { org, auraMethod: options.auraMethod, need: (kind, name) => void needed[kind].add(name) };
  const bundleNames = new Set(bundles.map((bundle) => bundle.name));
  const virtualModules: Record<string, string> = {};
  const resolveScoped = (specifier: string, position: Position): void => { virtualModules[specifier] ??= scopedModule(specifier, context, position); };
  for (const bundle of bundles) {
    for (const reference of referencesOf(bundle)) {
      const position = { ...reference.position, file: within(org, reference.position.file) };
      checkModule({ ...reference, position }, bundleNames);
      if (reference.specifier.startsWith('@salesforce/')) resolveScoped(reference.specifier, position);
    }
  }
  // What the base components ask for, whoever uses them.
  const start: Position = { file: 'lightning-base-components', line: 1, column: 1 };
  for (const name of I18N_NAMES) resolveScoped(`@salesforce/i18n/${name}`, start);
  resolveScoped('@salesforce/client/formFactor', start);
  virtualModules['web/components'] = registry(bundles);
  const sorted = (names: ReadonlySet<string>): string[] => [...names].sort();
  return { virtualModules, names: { labels: sorted(needed.labels), customPermissions: sorted(needed.customPermissions), userPermissions: sorted(needed.userPermissions), resources: sorted(needed.resources) } };
}

/** Components a page can hold, loaded when a page first holds them. */
function registry(bundles: readonly BundleSource[]): string {
  const entries = bundles.filter((bundle) => /class\s[\s\S]*extends/.test(bundle.files.find((file) => file.path === bundle.entry)?.text ?? '') || bundle.entry.endsWith('.html'));
  return `export default {\n${entries.map(({ name }) => `  ${JSON.stringify(`c/${name}`)}: () => import(${JSON.stringify(`c/${name}`)}),`).join('\n')}\n};\n`;
}

function iconsOf(bundles: readonly BundleSource[], named: readonly string[]): string[] {
  const texts = [...bundles.flatMap((bundle) => bundle.files.map((file) => file.text)), ...[CLIENT, BASE].flatMap(filesBelow).filter((path) => /\.(ts|js|html)$/.test(path) && !path.includes('iconSvgTemplates')).map((path) => readFileSync(path, 'utf8'))];
  return [...new Set([...named, ...texts.flatMap(iconsIn)])].sort();
}

const versionOf = (name: string): string => (JSON.parse(readFileSync(join(dirname(BASE_PACKAGE), name, 'package.json'), 'utf8')) as { version: string }).version;

/** Name of the cache folder: everything the assets depend on. */
function contentKey(bundles: readonly BundleSource[], resolved: Resolved, icons: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of ['lwc', 'lightning-base-components', '@salesforce-ux/design-system']) hash.update(`${name}@${versionOf(name)}\n`);
  for (const file of [...filesBelow(CLIENT), ...filesBelow(__dirname)]) hash.update(file.slice(__dirname.length - 6)).update(readFileSync(file));
  for (const bundle of bundles) for (const file of bundle.files) hash.update(`${file.path}\0${file.text}\0`);
  hash.update(JSON.stringify([resolved, icons]));
  return hash.digest('hex').slice(0, 24);
}

/** Runs TypeScript; the compiler's own modules are plain JavaScript and are loaded without it. */
const TYPESCRIPT = join(__dirname, '..', '..', 'typescript.cjs');
/** Compiling makes much short-lived garbage: a larger young generation (MB) saves a tenth of the time. */
const NODE_FLAGS = ['--max-semi-space-size=64'];

function runWorker(job: BuildJob & { names: ContextNames }): Promise<BuildOutcome> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...NODE_FLAGS, '--require', TYPESCRIPT, join(__dirname, 'worker.ts')], { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0 && out.length > 0) done(JSON.parse(Buffer.concat(out).toString('utf8')) as BuildOutcome);
      else fail(new Error(`The component compiler ended with code ${code}: ${Buffer.concat(err).toString('utf8').trim()}`));
    });
    child.stdin.end(JSON.stringify(job));
  });
}

const readManifest = (dir: string): Manifest => JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Manifest;

/** Keeps the newest few results; older contents are rebuilt when they come back. */
const KEPT = 6;
function prune(cacheDir: string): void {
  const dirs = readdirSync(cacheDir, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => join(cacheDir, entry.name));
  dirs.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs).slice(KEPT).forEach((dir) => rmSync(dir, { recursive: true, force: true }));
}

/** Builds, or takes from the cache. Throws SourceError with file and position for what is wrong in the project. */
export async function buildClient(org: OrgModel, options: BuildOptions): Promise<BuildResult> {
  const bundles = readBundles(org);
  const resolved = resolveModules(org, bundles, options);
  const icons = iconsOf(bundles, options.icons);
  const dir = join(options.cacheDir, contentKey(bundles, resolved, icons));
  if (existsSync(join(dir, 'manifest.json'))) return { dir, manifest: readManifest(dir), built: false };
  // Written beside its place and moved when whole: a killed build leaves nothing that looks finished.
  const outDir = `${dir}.${process.pid}`;
  const outcome = await runWorker({ outDir, transformCache: options.transformCache ?? join(options.cacheDir, 'transforms.json'), projectDir: org.projectDir, bundles: bundles.map(({ name, entry }) => ({ name, path: entry })), virtualModules: resolved.virtualModules, icons, names: resolved.names });
  if (!outcome.ok) {
    rmSync(outDir, { recursive: true, force: true });
    const { message, file, line = 1, column = 1 } = outcome.problem;
    throw new SourceError(message, file ? { file: within(org, file), line, column } : undefined);
  }
  if (existsSync(dir)) rmSync(outDir, { recursive: true, force: true });
  else renameSync(outDir, dir);
  prune(options.cacheDir);
  return { dir, manifest: readManifest(dir), built: true };
}

/** The source files of a project's Lightning web components. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { SourceError, type LwcBundle, type OrgModel } from '../../schema';

export interface SourceFile { readonly path: string; readonly text: string; readonly extension: string; }

export interface BundleSource {
  readonly name: string;
  /** The module's script, or its template when it has none. */
  readonly entry: string;
  readonly files: readonly SourceFile[];
}

const READ = new Set(['.ts', '.js', '.html', '.css']);

/** Test and tooling folders are never part of a component. */
const isSkipped = (name: string): boolean => name.startsWith('__') || name.endsWith('.d.ts') || name === 'node_modules';

function readFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !isSkipped(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return readFiles(path);
      const extension = extname(entry.name);
      return READ.has(extension) ? [{ path, text: readFileSync(path, 'utf8'), extension }] : [];
    });
}

/** A .ts source wins over a .js of the same name, which is then the output of a compiler. */
function withoutCompiledScripts(files: readonly SourceFile[]): SourceFile[] {
  const typed = new Set(files.filter((file) => file.extension === '.ts').map((file) => file.path.slice(0, -3)));
  return files.filter((file) => file.extension !== '.js' || !typed.has(file.path.slice(0, -3)));
}

function readBundle(bundle: LwcBundle): BundleSource {
  const entry = ['.ts', '.js', '.html', '.css'].map((extension) => join(bundle.folder, bundle.name + extension)).find((path) => existsSync(path));
  if (!entry) throw new SourceError(`The component bundle "${bundle.name}" has no ${bundle.name}.ts, .js, .html or .css.`, { file: bundle.folder, line: 1, column: 1 });
  return { name: bundle.name, entry, files: withoutCompiledScripts(readFiles(bundle.folder)) };
}

/** All bundles of the project, sorted by name. */
export function readBundles(org: OrgModel): BundleSource[] {
  return [...org.lwc.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).map(readBundle);
}

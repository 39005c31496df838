/** `force-app/tsconfig.paths.json`: one exact entry a component, because `paths` of TypeScript allows one star only. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { filesBelow } from '../check/gates/files';

export const PATHS_FILE = 'force-app/tsconfig.paths.json';

/** The file's text as it must be for the components that are there. */
export function componentPaths(root: string): string {
  const entries = filesBelow(root, 'force-app', (path) => path.endsWith('.js-meta.xml'))
    .map((meta) => ({ name: basename(meta, '.js-meta.xml'), module: join(dirname(meta), basename(meta, '.js-meta.xml')) }))
    .filter(({ module }) => existsSync(join(root, `${module}.ts`)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const lines = entries.map(({ name, module }) => `      "c/${name}": ["./${relative('force-app', module)}.ts"]`);
  return `{\n  "compilerOptions": {\n    "paths": {\n${lines.join(',\n')}\n    }\n  }\n}\n`;
}

/** Writes the file when it differs; answers whether it did. */
export function writeComponentPaths(root: string): boolean {
  const file = join(root, PATHS_FILE);
  const text = componentPaths(root);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  writeFileSync(file, text);
  return true;
}

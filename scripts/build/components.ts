/** `npm run build`: writes the .js beside each component's .ts, as Salesforce's own TypeScript template does, and lays libraries into static resources. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readBundles } from './bundles';
import { writeComponentPaths } from './paths';
import { layResources } from './resources';

/** Writes what changed; answers how many files there are and how many were written. */
export function buildComponents(root: string): { files: number; written: number } {
  let files = 0;
  let written = 0;
  for (const bundle of readBundles(root)) {
    for (const [name, text] of Object.entries(bundle.files)) {
      const source = join(root, bundle.folder, name.replace(/\.js$/, '.ts'));
      if (!name.endsWith('.js') || !existsSync(source)) continue;
      files++;
      const target = join(root, bundle.folder, name);
      if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
      writeFileSync(target, text);
      written++;
    }
  }
  return { files, written };
}

if (require.main === module) {
  writeComponentPaths(resolve(__dirname, '../..'));
  layResources(resolve(__dirname, '../..'));
  const { files, written } = buildComponents(resolve(__dirname, '../..'));
  process.stdout.write(`${files} modules, ${written} written.\n`);
}

/** `npm run package`: `dist/prm.zip` in metadata format, for admins without a toolchain. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { buildComponents } from './components';
import { metadataOf } from './metadata';

/** Zip entries bear one moment, so that the same source gives the same bytes. */
const MOMENT = new Date('2020-01-01T00:00:00Z');

/** Converts the package directory (the portal is deployed by its own command) and zips it. Answers the entries. */
export async function buildPackage(root: string, file: string): Promise<string[]> {
  buildComponents(root);
  const { sourceApiVersion } = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8')) as { sourceApiVersion: string };
  const entries: Zippable = {};
  for (const [path, bytes] of await metadataOf(join(root, 'force-app/main'), sourceApiVersion)) entries[`prm/${path}`] = [bytes, { mtime: MOMENT }];
  entries['prm/destructiveChanges.xml'] = [new Uint8Array(readFileSync(join(root, 'config/destructiveChanges.xml'))), { mtime: MOMENT }];
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, zipSync(entries, { level: 9 }));
  return Object.keys(entries).sort();
}

if (require.main === module) {
  const root = resolve(__dirname, '../..');
  buildPackage(root, join(root, 'dist/prm.zip'))
    .then((entries) => process.stdout.write(`dist/prm.zip: ${entries.length} files. Deploy it in Workbench, or: sf project deploy start --metadata-dir dist/prm.zip\n`))
    .catch((failure: Error) => {
      process.stderr.write(`${failure.message}\n`);
      process.exitCode = 1;
    });
}

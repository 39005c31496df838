/** `npm run package`: `dist/prm.zip` in metadata format, for admins without a toolchain. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { everyFile } from './metadata';
import { buildComponents } from './components';
import { layResources } from './resources';

/** Zip entries bear one moment, so that the same source gives the same bytes. */
const MOMENT = new Date('2020-01-01T00:00:00Z');

/** Converts the package directory (the portal is deployed by its own command) and zips it. Answers the entries. */
export async function buildPackage(root: string, file: string): Promise<string[]> {
  buildComponents(root);
  layResources(root);
  const { ComponentSet, MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
  const out = mkdtempSync(join(tmpdir(), 'package-'));
  try {
    const set = ComponentSet.fromSource([join(root, 'force-app/main')]);
    set.sourceApiVersion = (JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8')) as { sourceApiVersion: string }).sourceApiVersion;
    await new MetadataConverter().convert(set, 'metadata', { type: 'directory', outputDirectory: out, genUniqueDir: false });
    const entries: Zippable = {};
    for (const path of everyFile(out)) entries[`prm/${path}`] = [new Uint8Array(readFileSync(join(out, path))), { mtime: MOMENT }];
    entries['prm/destructiveChanges.xml'] = [new Uint8Array(readFileSync(join(root, 'config/destructiveChanges.xml'))), { mtime: MOMENT }];
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, zipSync(entries, { level: 9 }));
    return Object.keys(entries).sort();
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
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

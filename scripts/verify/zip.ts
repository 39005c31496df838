/** Source folders to a zip in metadata format, as the command line client makes it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { filesBelow } from '../check/gates/files';

/** @param version `67.0`, written into package.xml */
export async function zipOfSource(folder: string, version: string): Promise<Uint8Array> {
  const { ComponentSet, MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
  const out = mkdtempSync(join(tmpdir(), 'verify-'));
  try {
    const set = ComponentSet.fromSource([folder]);
    set.sourceApiVersion = version;
    await new MetadataConverter().convert(set, 'metadata', { type: 'directory', outputDirectory: out, genUniqueDir: false });
    const entries: Zippable = {};
    for (const path of filesBelow(out, '.')) entries[path] = new Uint8Array(readFileSync(join(out, path)));
    return zipSync(entries, { level: 6 });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

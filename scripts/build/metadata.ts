/** Source format to metadata format, as the platform's own library converts it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

/** Paths below a folder, with forward slashes, sorted. Nothing is passed over: a deployment may have a folder named reports. */
export function everyFile(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')).sort();
}

/** Files of the deployment by their path in it, `package.xml` among them, sorted. */
export async function metadataOf(sourceDir: string, apiVersion: string): Promise<Map<string, Uint8Array>> {
  const { ComponentSet, MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
  const out = mkdtempSync(join(tmpdir(), 'metadata-'));
  try {
    const set = ComponentSet.fromSource([sourceDir]);
    set.sourceApiVersion = apiVersion;
    await new MetadataConverter().convert(set, 'metadata', { type: 'directory', outputDirectory: out, genUniqueDir: false });
    return new Map(everyFile(out).map((path) => [path, new Uint8Array(readFileSync(join(out, path)))]));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

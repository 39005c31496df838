/** Source format to metadata format, as the platform's own library converts it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

/** Files of the deployment by their path in it, `package.xml` among them, sorted. Every folder counts, also one named reports. */
export async function metadataOf(sourceDir: string, apiVersion: string): Promise<Map<string, Uint8Array>> {
  const { ComponentSet, MetadataConverter } = await import('@salesforce/source-deploy-retrieve');
  const out = mkdtempSync(join(tmpdir(), 'metadata-'));
  try {
    const set = ComponentSet.fromSource([sourceDir]);
    set.sourceApiVersion = apiVersion;
    await new MetadataConverter().convert(set, 'metadata', { type: 'directory', outputDirectory: out, genUniqueDir: false });
    const paths = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return new Map(paths.sort().map((path) => [relative(out, path).split(sep).join('/'), new Uint8Array(readFileSync(path))]));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

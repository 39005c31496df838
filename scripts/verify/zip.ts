/** Source folders to a zip in metadata format. */
import { zipSync } from 'fflate';
import { metadataOf } from '../build/metadata';

/** @param version `67.0`, written into package.xml */
export async function zipOfSource(folder: string, version: string): Promise<Uint8Array> {
  return zipSync(Object.fromEntries(await metadataOf(folder, version)), { level: 6 });
}

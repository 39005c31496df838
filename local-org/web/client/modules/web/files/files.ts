/** Sends one file's bytes and tells what was made of them. */
import { request } from 'web/http';
import { changed } from 'web/records';

export interface SavedFile { readonly contentVersionId: string; readonly documentId: string }
export interface FilePlace { readonly recordId?: string | undefined; readonly fieldName?: string | undefined; readonly fieldValue?: string | undefined }

export async function sendFile(file: File, place: FilePlace): Promise<SavedFile> {
  const query = new URLSearchParams({ name: file.name });
  for (const [name, value] of Object.entries(place)) if (typeof value === 'string' && value !== '') query.set(name, value);
  const saved = (await request('POST', `/web/file?${query}`, file)) as SavedFile;
  if (place.recordId) await changed({ id: place.recordId, kind: 'updated' });
  return saved;
}

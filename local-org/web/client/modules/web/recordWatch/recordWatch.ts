/** A record with its object's description and the names of what it refers to, kept current. */
import { fetchRecord, objectInfo, onChange, type FieldInfo, type ObjectInfo, type RecordData } from 'web/records';

export interface Watched { readonly record: RecordData; readonly info: ObjectInfo }

/** Path of the name of a referenced record, undefined where the user may not see the object. */
async function namePath(objectApiName: string, field: FieldInfo): Promise<string[]> {
  if (!field.relationshipName) return [];
  if (field.referenceToInfos.length > 1) return [`${objectApiName}.${field.relationshipName}.Name`];
  const target = field.referenceToInfos[0]?.apiName;
  if (!target) return [];
  try {
    const name = (await objectInfo(target)).nameFields[0];
    return name ? [`${objectApiName}.${field.relationshipName}.${name}`] : [];
  } catch {
    return []; // no right on the object: its id is all there is to show
  }
}

/** Field paths to ask for, names of references included. Fields that the user may not read are not in the description. */
export async function fieldPaths(info: ObjectInfo, fields: readonly string[]): Promise<string[]> {
  const known = fields.flatMap((field) => info.fields[field] ?? []);
  const names = await Promise.all(known.filter((field) => field.reference).map((field) => namePath(info.apiName, field)));
  return [...known.map((field) => `${info.apiName}.${field.apiName}`), ...names.flat()];
}

export async function loadRecord(objectApiName: string, recordId: string, fields: readonly string[]): Promise<Watched> {
  const info = await objectInfo(objectApiName);
  const paths = await fieldPaths(info, fields);
  return { info, record: await fetchRecord(recordId, { optionalFields: (paths.length > 0 ? paths : [`${objectApiName}.Id`]).join(',') }) };
}

/** Loads now and after each change by this page; returns the way to stop. */
export function watchRecord(objectApiName: string, recordId: string, fields: readonly string[], report: (watched: Watched | undefined, error?: unknown) => void): () => void {
  let active = true;
  const load = (): void => void loadRecord(objectApiName, recordId, fields).then((watched) => active && report(watched), (error: unknown) => active && report(undefined, error));
  load();
  const stop = onChange(({ id, kind }) => { if (kind === 'updated' && id.slice(0, 15) === recordId.slice(0, 15)) load(); });
  return () => { active = false; stop(); };
}

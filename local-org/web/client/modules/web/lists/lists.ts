/** List views and related lists through the UI API. */
import { get, request } from 'web/http';
import { lookup, objectInfo, uiUrl, type FieldInfo, type Hit, type ObjectInfo, type RecordData } from 'web/records';
import { fieldPaths } from 'web/recordWatch';

export interface ListPage { readonly columns: readonly string[]; readonly records: readonly RecordData[]; readonly count: number; readonly nextPageToken: string | null }

async function views(objectApiName: string): Promise<readonly { apiName: string; label: string }[]> {
  return ((await get(uiUrl(`list-info/${objectApiName}`))) as { lists: { apiName: string; label: string }[] }).lists;
}

/** Names of the records that one column refers to. Where the user may not see the object, ids stay ids. */
async function namesOf(field: FieldInfo, rows: readonly RecordData[]): Promise<readonly Hit[]> {
  const target = field.referenceToInfos[0]?.apiName;
  const ids = [...new Set(rows.flatMap((row) => (row.fields[field.apiName]?.value as string | null | undefined) ?? []))];
  if (!target || field.referenceToInfos.length > 1 || ids.length === 0) return [];
  return lookup(target, { ids: ids.join(',') }).catch(() => []);
}

/** Puts the referenced records' names beside their ids, as a record read by fields has them. */
async function withNames(info: ObjectInfo, columns: readonly string[], rows: readonly RecordData[]): Promise<readonly RecordData[]> {
  const references = columns.flatMap((name) => info.fields[name] ?? []).filter((field) => field.reference && field.relationshipName);
  const names = await Promise.all(references.map(async (field) => ({ field, hits: new Map((await namesOf(field, rows)).map((hit) => [hit.id, hit])) })));
  return rows.map((row) => {
    const added = names.flatMap(({ field, hits }) => {
      const hit = hits.get(String(row.fields[field.apiName]?.value));
      return hit ? [[field.relationshipName!, { displayValue: hit.name, value: { apiName: field.referenceToInfos[0]!.apiName, id: hit.id, fields: { Name: { value: hit.name, displayValue: null } } } }]] : [];
    });
    return { ...row, fields: { ...row.fields, ...Object.fromEntries(added) } };
  });
}

async function records(objectApiName: string, view: string, query: { pageSize: number; pageToken?: string | undefined; sortBy?: string | undefined }): Promise<ListPage> {
  const answer = (await get(uiUrl(`list-records/${objectApiName}/${view}`, query))) as { listInfo: { displayColumns: { fieldApiName: string }[] }; records: RecordData[]; count: number; nextPageToken: string | null };
  const columns = answer.listInfo.displayColumns.map((column) => column.fieldApiName);
  return { columns, records: await withNames(await objectInfo(objectApiName), columns, answer.records), count: answer.count, nextPageToken: answer.nextPageToken };
}

async function related(parentId: string, list: string, child: string, columns: readonly string[], pageSize: number): Promise<{ info: ObjectInfo; records: readonly RecordData[] }> {
  const info = await objectInfo(child);
  const fields = await fieldPaths(info, columns);
  const answer = (await request('POST', uiUrl(`related-list-records/${parentId}/${list}`), { fields, pageSize })) as { records: RecordData[] };
  return { info, records: answer.records };
}

export const loadList = { views, records, related };

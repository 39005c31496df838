/** List views and related lists through the UI API. */
import { get, request } from 'web/http';
import { objectInfo, uiUrl, type ObjectInfo, type RecordData } from 'web/records';
import { fieldPaths } from 'web/recordWatch';

export interface ListPage { readonly columns: readonly string[]; readonly records: readonly RecordData[]; readonly count: number; readonly nextPageToken: string | null }

async function views(objectApiName: string): Promise<readonly { apiName: string; label: string }[]> {
  return ((await get(uiUrl(`list-info/${objectApiName}`))) as { lists: { apiName: string; label: string }[] }).lists;
}

async function records(objectApiName: string, view: string, query: { pageSize: number; pageToken?: string | undefined; sortBy?: string | undefined }): Promise<ListPage> {
  const answer = (await get(uiUrl(`list-records/${objectApiName}/${view}`, query))) as { listInfo: { displayColumns: { fieldApiName: string }[] }; records: RecordData[]; count: number; nextPageToken: string | null };
  return { columns: answer.listInfo.displayColumns.map((column) => column.fieldApiName), records: answer.records, count: answer.count, nextPageToken: answer.nextPageToken };
}

async function related(parentId: string, list: string, child: string, columns: readonly string[], pageSize: number): Promise<{ info: ObjectInfo; records: readonly RecordData[] }> {
  const info = await objectInfo(child);
  const fields = await fieldPaths(info, columns);
  const answer = (await request('POST', uiUrl(`related-list-records/${parentId}/${list}`), { fields, pageSize })) as { records: RecordData[] };
  return { info, records: answer.records };
}

export const loadList = { views, records, related };

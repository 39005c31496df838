/** `query`, `queryAll` and their next pages. */
import { PlatformError } from '../../schema';
import type { QueryResult } from '../../database';
import type { OrgRequest, OrgResponse, Platform, Route } from '../types';
import { apiCaller, basePath, queryJson } from './records';

/** Default page of a query; clients ask for 200 to 2,000 by Sforce-Query-Options. */
const PAGE = 2000;
/** Cursors kept; the platform keeps ten per user. */
const MAX_CURSORS = 200;

interface Cursor { readonly userId: string; readonly result: QueryResult; readonly page: number; }

const cursors = new Map<string, Cursor>();
let nextCursor = 1;

function pageSize(request: OrgRequest): number {
  const asked = /batchSize\s*=\s*(\d+)/i.exec(request.headers['sforce-query-options'] ?? '')?.[1];
  return asked ? Math.min(2000, Math.max(200, Number(asked))) : PAGE;
}

function run(request: OrgRequest, platform: Platform, allRows: boolean): OrgResponse {
  const text = request.query.get('q');
  if (!text) throw new PlatformError('MALFORMED_QUERY', 'The parameter q is missing. Send the query as ?q=SELECT...');
  const result = platform.database.transaction(() => platform.database.query(text, apiCaller(request.userId), { allRows }));
  if (request.query.get('columns') === 'true') return { status: 200, json: columnMetadata(result) };
  return page(request, platform, result, 0, pageSize(request));
}

/** `columns=true`: what the command line client asks before it prints a table. */
function columnMetadata(result: QueryResult): unknown {
  return {
    columnMetadata: result.query.columns.map((column) => ({
      columnName: column.alias ?? column.path[column.path.length - 1],
      displayName: column.alias ?? column.path.join('.'),
      aggregate: Boolean(column.aggregate),
      apexType: column.field?.type ?? null,
      booleanType: column.field?.type === 'boolean',
      numberType: ['int', 'double', 'currency', 'percent'].includes(column.field?.type ?? ''),
      textType: column.field?.type === 'string',
      custom: column.field?.custom ?? false,
      foreignKeyName: column.field?.reference?.relationshipName ?? null,
      insertable: column.field?.createable ?? false,
      updatable: column.field?.updateable ?? false,
      joinColumns: [],
    })),
    entityName: result.query.object.name,
    groupBy: result.query.kind === 'aggregate',
    idSelected: result.query.columns.some((column) => column.path.join('.').toLowerCase() === 'id'),
    keyPrefix: result.query.object.keyPrefix,
  };
}

function page(request: OrgRequest, platform: Platform, result: QueryResult, from: number, size: number): OrgResponse {
  if (result.query.kind === 'count') return { status: 200, json: { totalSize: result.size, done: true, records: [] } };
  const end = Math.min(result.rows.length, from + size);
  const records = queryJson({ rows: result.rows.slice(from, end), query: result.query }, request, platform);
  const done = end >= result.rows.length;
  if (done) return { status: 200, json: { totalSize: result.rows.length, done, records } };
  const id = keep({ userId: request.userId, result, page: size });
  return { status: 200, json: { totalSize: result.rows.length, done, nextRecordsUrl: `${basePath(request)}/query/${id}-${end}`, records } };
}

function keep(cursor: Cursor): string {
  for (const [id, known] of cursors) if (known.result === cursor.result) return id;
  if (cursors.size >= MAX_CURSORS) cursors.delete(cursors.keys().next().value as string);
  const id = `01g${String(nextCursor++).padStart(12, '0')}AAA`;
  cursors.set(id, cursor);
  return id;
}

function next(request: OrgRequest, platform: Platform): OrgResponse {
  const [id, from] = (request.params['cursor'] ?? '').split('-');
  const cursor = cursors.get(id ?? '');
  if (!cursor || cursor.userId !== request.userId || !/^\d+$/.test(from ?? '')) throw new PlatformError('INVALID_QUERY_LOCATOR', 'invalid query locator');
  return page(request, platform, cursor.result, Number(from), cursor.page);
}

export const queryRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/services/data/:version/query', access: 'token', handle: (request, platform) => run(request, platform, false) },
  { method: 'GET', pattern: '/services/data/:version/queryAll', access: 'token', handle: (request, platform) => run(request, platform, true) },
  { method: 'GET', pattern: '/services/data/:version/query/:cursor', access: 'token', handle: next },
  { method: 'GET', pattern: '/services/data/:version/queryAll/:cursor', access: 'token', handle: next },
  { method: 'GET', pattern: '/services/data/:version/tooling/query', access: 'token', handle: (request, platform) => run(request, platform, false) },
];

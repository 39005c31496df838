/** `query`, `queryAll` and their next pages. */
import { withCoverage } from '../tooling/coverage';
import { PlatformError } from '../../schema';
import type { QueryColumn, QueryResult } from '../../database';
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

function run(request: OrgRequest, platform: Platform, options: { allRows?: boolean; tooling?: boolean } = {}): OrgResponse {
  const text = request.query.get('q');
  if (!text) throw new PlatformError('MALFORMED_QUERY', 'The parameter q is missing. Send the query as ?q=SELECT...');
  const result = platform.database.transaction(() => platform.database.query(text, apiCaller(request.userId), options));
  if (request.query.get('columns') === 'true') return { status: 200, json: columnMetadata(result) };
  return page(request, platform, result, 0, pageSize(request));
}

/** `columns=true`: what the command line client asks before it prints a table. */
function columnMetadata(result: QueryResult): unknown {
  return {
    columnMetadata: joined(result.query.columns, 0),
    entityName: result.query.object.name,
    groupBy: result.query.kind === 'aggregate',
    idSelected: result.query.columns.some((column) => column.path.join('.').toLowerCase() === 'id'),
    keyPrefix: result.query.object.keyPrefix,
  };
}

interface ColumnJson { readonly columnName: string; readonly joinColumns: ColumnJson[]; [name: string]: unknown; }

/** Fields of one parent, and those of one sub-query, are joined under its name; the table's columns are made of both. */
function joined(columns: readonly QueryColumn[], depth: number): ColumnJson[] {
  const groups = new Map<string, QueryColumn[]>();
  for (const column of columns) {
    const parent = column.path.length - 1 > depth ? `${column.path[depth]}.` : `${groups.size}`;
    groups.set(parent, [...(groups.get(parent) ?? []), column]);
  }
  return [...groups.values()].map((group) => {
    const [column] = group as [QueryColumn];
    const name = column.path[depth] as string;
    if (column.children) return columnJson(name, { aggregate: true, joinColumns: joined(column.children.columns, 0) });
    return column.path.length - 1 === depth ? fieldJson(column, name) : columnJson(name, { joinColumns: joined(group, depth + 1) });
  });
}

function fieldJson(column: QueryColumn, name: string): ColumnJson {
  const { field, aggregate } = column;
  return columnJson(aggregate ? (column.alias ?? name) : name, {
    displayName: aggregate ? `${aggregate.toLowerCase()}(${column.path.join('.')})` : (field?.name ?? name), aggregate: Boolean(aggregate), apexType: field?.type ?? null,
    booleanType: field?.type === 'boolean', numberType: Boolean(aggregate) || ['int', 'double', 'currency', 'percent'].includes(field?.type ?? ''), textType: field?.type === 'string', custom: field?.custom ?? false,
    foreignKeyName: field?.reference?.relationshipName ?? null, insertable: field?.createable ?? false, updatable: field?.updateable ?? false,
  });
}

function columnJson(columnName: string, more: Partial<ColumnJson>): ColumnJson {
  return { columnName, displayName: columnName, aggregate: false, apexType: null, booleanType: false, numberType: false, textType: false, custom: false, foreignKeyName: null, insertable: false, updatable: false, joinColumns: [], ...more };
}

function page(request: OrgRequest, platform: Platform, result: QueryResult, from: number, size: number): OrgResponse {
  if (result.query.kind === 'count') return { status: 200, json: { totalSize: result.size, done: true, records: [] } };
  const end = Math.min(result.rows.length, from + size);
  const read = queryJson({ rows: result.rows.slice(from, end), query: result.query }, request, platform);
  const records = result.query.object.toolingOnly ? withCoverage(read) : read;
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
  { method: 'GET', pattern: '/services/data/:version/query', access: 'token', handle: (request, platform) => run(request, platform) },
  { method: 'GET', pattern: '/services/data/:version/queryAll', access: 'token', handle: (request, platform) => run(request, platform, { allRows: true }) },
  { method: 'GET', pattern: '/services/data/:version/query/:cursor', access: 'token', handle: next },
  { method: 'GET', pattern: '/services/data/:version/queryAll/:cursor', access: 'token', handle: next },
  { method: 'GET', pattern: '/services/data/:version/tooling/query', access: 'token', handle: (request, platform) => run(request, platform, { tooling: true }) },
  { method: 'GET', pattern: '/services/data/:version/tooling/query/:cursor', access: 'token', handle: next },
];

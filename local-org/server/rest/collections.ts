/** Composite resources: collections of up to 200 records, trees, and batches of sub-requests. */
import { PlatformError, type ObjectModel } from '../../schema';
import type { DmlResult } from '../../database';
import type { OrgRequest, OrgResponse, Platform, Route } from '../types';
import { allOrNoneTransaction, apiCaller, bodyObject, outcomeOf, queryJson, visibleObject, write } from './records';

const ROOT = '/services/data/:version/composite';
/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections.htm */
const MAX_RECORDS = 200;

interface CollectionBody { readonly allOrNone: boolean; readonly records: Record<string, unknown>[]; }

function collection(request: OrgRequest): CollectionBody {
  const body: { allOrNone?: unknown; records?: unknown } = bodyObject(request);
  if (!Array.isArray(body.records)) throw new PlatformError('JSON_PARSER_ERROR', 'The body must hold a list named records.');
  if (body.records.length > MAX_RECORDS) throw new PlatformError('EXCEEDED_ID_LIMIT', `record limit reached. cannot submit more than ${MAX_RECORDS} records into this call`);
  return { allOrNone: body.allOrNone === true, records: body.records as Record<string, unknown>[] };
}

function typed(platform: Platform, request: OrgRequest, record: Record<string, unknown>): { object: ObjectModel; json: unknown } {
  const type = (record?.['attributes'] as { type?: unknown } | undefined)?.type;
  if (typeof type !== 'string') throw new PlatformError('INVALID_INPUT', 'Each record needs attributes with its type.');
  return { object: visibleObject(platform, request.userId, type), json: withId(record) };
}

function withId(record: Record<string, unknown>): Record<string, unknown> {
  const { id, ...rest } = record;
  return id !== undefined && rest['Id'] === undefined ? { ...rest, Id: id } : record;
}

function save(request: OrgRequest, platform: Platform, operation: 'insert' | 'update'): OrgResponse {
  const { allOrNone, records } = collection(request);
  const results = allOrNoneTransaction(platform, allOrNone, () => write(platform, request.userId, operation, records.map((record) => typed(platform, request, record)), { allOrNone }));
  return { status: 200, json: results.map((result) => outcomeOf(result)) };
}

function upsert(request: OrgRequest, platform: Platform): OrgResponse {
  const { allOrNone, records } = collection(request);
  const object = visibleObject(platform, request.userId, request.params['object'] ?? '');
  const field = object.field(request.params['field'] ?? '');
  if (!field || !(field.externalId || field.name === 'Id')) throw new PlatformError('NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${request.params['field']}`);
  const results = allOrNoneTransaction(platform, allOrNone, () => write(platform, request.userId, 'upsert', records.map((json) => ({ object, json: withId(json) })), { allOrNone, externalIdField: field.name }));
  return { status: 200, json: results.map((result) => outcomeOf(result, true)) };
}

/** Records that follow each other and are of one object are written together, so that triggers see them together; a record twice is two writes. */
function inRuns(platform: Platform, ids: readonly string[]): { object: ObjectModel | undefined; ids: string[] }[] {
  const runs: { object: ObjectModel | undefined; ids: string[] }[] = [];
  for (const id of ids) {
    const object = platform.org.objectOfId(id);
    const last = runs.at(-1);
    if (last && last.object === object && !last.ids.some((each) => each.slice(0, 15) === id.slice(0, 15))) last.ids.push(id);
    else runs.push({ object, ids: [id] });
  }
  return runs;
}

function remove(request: OrgRequest, platform: Platform): OrgResponse {
  const ids = (request.query.get('ids') ?? '').split(',').map((id) => id.trim()).filter(Boolean);
  if (ids.length > MAX_RECORDS) throw new PlatformError('EXCEEDED_ID_LIMIT', `record limit reached. cannot submit more than ${MAX_RECORDS} records into this call`);
  const allOrNone = request.query.get('allOrNone') === 'true';
  const results = allOrNoneTransaction(platform, allOrNone, () => inRuns(platform, ids).flatMap(({ object, ids: run }): DmlResult[] => {
    if (!object) return run.map((id) => ({ id: null, success: false, created: false, errors: [{ code: 'MALFORMED_ID', message: 'malformed id ' + id, fields: [] }] }));
    return [...platform.database.dml('delete', object, run.map((Id) => ({ Id })), apiCaller(request.userId), { allOrNone: false, origin: { kind: 'api' } })];
  }));
  return { status: 200, json: results.map((result) => outcomeOf(result)) };
}

/** Many records of one object by id; one that is not there, or not the user's to see, is null. */
function retrieveMany(request: OrgRequest, platform: Platform): OrgResponse {
  const object = visibleObject(platform, request.userId, request.params['object'] ?? '');
  const body = request.method === 'POST' ? (bodyObject(request) as { ids?: string[]; fields?: string[] }) : { ids: request.query.get('ids')?.split(','), fields: request.query.get('fields')?.split(',') };
  if (!Array.isArray(body.ids) || !Array.isArray(body.fields) || !body.ids.length || !body.fields.length || ![...body.ids, ...body.fields].every((each) => typeof each === 'string')) throw new PlatformError('INVALID_INPUT', 'Send ids and fields.');
  const names = ['Id', ...body.fields.filter((name) => name.toLowerCase() !== 'id')];
  const { ids } = body;
  return platform.database.transaction(() => {
    const result = platform.database.query(`SELECT ${names.join(', ')} FROM ${object.name} WHERE Id IN :ids`, apiCaller(request.userId), { binds: { ids } });
    const byId = new Map<string, unknown>();
    queryJson(result, request, platform).forEach((record, index) => byId.set(String(result.rows[index]?.values['Id']).slice(0, 15), record));
    return { status: 200, json: ids.map((id) => byId.get(id.slice(0, 15)) ?? null) };
  });
}

interface TreeRecord { readonly attributes?: { type?: string; referenceId?: string }; [field: string]: unknown; }

/** `composite/tree`: parents and their children in one call, all or none. */
function tree(request: OrgRequest, platform: Platform): OrgResponse {
  const root = visibleObject(platform, request.userId, request.params['object'] ?? '');
  const { records } = collection(request);
  const done: { referenceId: string; id: string }[] = [];
  const failed: { referenceId: string; errors: unknown }[] = [];
  const insertLevel = (object: ObjectModel, level: readonly { record: TreeRecord; parent?: { field: string; id: string } }[]): void => {
    const flat = level.map(({ record, parent }) => {
      if (record === null || typeof record !== 'object') throw new PlatformError('INVALID_INPUT', 'Each record must be an object.');
      const own: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(record)) if (!(value !== null && typeof value === 'object' && Array.isArray((value as { records?: unknown }).records))) own[name] = value;
      if (parent) own[parent.field] = parent.id;
      return { object, json: own };
    });
    const results = write(platform, request.userId, 'insert', flat, { allOrNone: true });
    const children = new Map<string, { object: ObjectModel; rows: { record: TreeRecord; parent: { field: string; id: string } }[] }>();
    results.forEach((result, index) => {
      const record = level[index]?.record as TreeRecord;
      const referenceId = record.attributes?.referenceId ?? '';
      if (!result.success || !result.id) {
        failed.push({ referenceId, errors: outcomeOf(result).errors });
        return;
      }
      done.push({ referenceId, id: result.id });
      for (const [name, value] of Object.entries(record)) {
        const relation = object.childRelationship(name);
        const nested = (value as { records?: TreeRecord[] } | null)?.records;
        if (!relation || !Array.isArray(nested)) continue;
        const child = visibleObject(platform, request.userId, relation.childObject);
        const bucket = children.get(name) ?? { object: child, rows: [] };
        for (const each of nested) bucket.rows.push({ record: each, parent: { field: relation.field, id: result.id } });
        children.set(name, bucket);
      }
    });
    if (failed.length) throw new TreeFailed();
    for (const bucket of children.values()) insertLevel(bucket.object, bucket.rows);
  };
  try {
    platform.database.transaction(() => insertLevel(root, records.map((record) => ({ record: record as TreeRecord }))));
  } catch (failure) {
    if (!(failure instanceof TreeFailed)) throw failure;
    return { status: 400, json: { hasErrors: true, results: failed } };
  }
  return { status: 201, json: { hasErrors: false, results: done } };
}

class TreeFailed extends Error {}

export const collectionRoutes: readonly Route[] = [
  { method: 'POST', pattern: `${ROOT}/sobjects`, access: 'token', handle: (request, platform) => save(request, platform, 'insert') },
  { method: 'PATCH', pattern: `${ROOT}/sobjects`, access: 'token', handle: (request, platform) => save(request, platform, 'update') },
  { method: 'DELETE', pattern: `${ROOT}/sobjects`, access: 'token', handle: remove },
  { method: 'POST', pattern: `${ROOT}/sobjects/:object`, access: 'token', handle: retrieveMany },
  { method: 'GET', pattern: `${ROOT}/sobjects/:object`, access: 'token', handle: retrieveMany },
  { method: 'PATCH', pattern: `${ROOT}/sobjects/:object/:field`, access: 'token', handle: upsert },
  { method: 'POST', pattern: `${ROOT}/tree/:object`, access: 'token', handle: tree },
];

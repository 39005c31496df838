/**
 * UI API records: values with display values, by fields or whole layout.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_records_get.htm
 */
import { PlatformError, type FieldModel, type ObjectModel } from '../../schema';
import type { AnalysedQuery, ResultRow, Value } from '../../database';
import type { OrgRequest, OrgResponse, Platform } from '../types';
import { allOrNoneTransaction, apiCaller, bodyObject, readableFields, requireRecord, throwFirstError, toRow, visibleObject } from '../rest/records';
import { toJson } from '../rest/values';

interface FieldValue { displayValue: string | null; value: unknown; }

/** Fields named `Object.Path`; optional ones the user cannot see are left out, required ones are refused. */
function wanted(platform: Platform, request: OrgRequest, object: ObjectModel): string[] {
  const split = (name: string): string[] => (request.query.get(name) ?? '').split(',').map((each) => each.trim()).filter(Boolean);
  const strip = (path: string): string => (path.toLowerCase().startsWith(`${object.name.toLowerCase()}.`) ? path.slice(object.name.length + 1) : path);
  const required = split('fields').map(strip);
  const optional = split('optionalFields').map(strip).filter((path) => path.includes('.') || Boolean(object.field(path) && platform.security.canReadField(request.userId, object.field(path) as FieldModel)));
  const layout = request.query.has('layoutTypes') || (!required.length && !optional.length);
  const all = layout ? readableFields(platform, request.userId, object).map((field) => field.name) : [];
  const names = ['Id', 'LastModifiedDate', ...required, ...optional, ...all].filter((name) => name.includes('.') || object.field(name));
  for (const name of required) if (!name.includes('.') && !object.field(name)) throw new PlatformError('INVALID_FIELD', `No such column '${name}' on entity '${object.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`);
  const seen = new Set<string>();
  return names.filter((name) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}

/** What a person reads: picklist labels, localised numbers and dates; null where the value itself is what is read. */
export function displayValue(field: FieldModel | undefined, value: Value | undefined, locale: string): string | null {
  if (!field || value === null || value === undefined) return null;
  const language = locale.replace('_', '-');
  switch (field.type) {
    case 'picklist':
      return field.picklist?.values.find((each) => each.value === value)?.label ?? String(value);
    case 'multipicklist':
      return String(value).split(';').map((part) => field.picklist?.values.find((each) => each.value === part)?.label ?? part).join(';');
    case 'int': case 'double': case 'currency':
      return Number(value).toLocaleString(language, { minimumFractionDigits: field.scale, maximumFractionDigits: field.scale });
    case 'percent':
      return `${Number(value).toLocaleString(language, { maximumFractionDigits: field.scale })}%`;
    case 'date':
      return new Date(`${String(value)}T00:00:00Z`).toLocaleDateString(language, { timeZone: 'UTC' });
    case 'datetime':
      return new Date(String(value)).toLocaleString(language);
    default:
      return null;
  }
}

export function recordRepresentation(platform: Platform, request: OrgRequest, row: ResultRow, query: AnalysedQuery): Record<string, unknown> {
  const locale = platform.security.user(request.userId).locale;
  const out = shell(platform, row);
  const fields = out['fields'] as Record<string, unknown>;
  for (const column of query.columns) {
    if (column.children) continue;
    let target = fields;
    let source: ResultRow | null = row;
    for (const step of column.path.slice(0, -1)) {
      source = source?.parents[step] ?? null;
      if (!source) {
        target[step] = { displayValue: null, value: null };
        break;
      }
      const held = target[step] as { value?: Record<string, unknown> } | undefined;
      const parent: Record<string, unknown> = held?.value ?? shell(platform, source);
      target[step] = { displayValue: String(source.values['Name'] ?? '') || null, value: parent };
      target = parent['fields'] as Record<string, unknown>;
    }
    if (!source) continue;
    const name = column.path[column.path.length - 1] as string;
    target[name] = { displayValue: displayValue(column.field, source.values[name], locale), value: toJson(source.values[name], column.field) } satisfies FieldValue;
  }
  return out;
}

function shell(platform: Platform, row: ResultRow): Record<string, unknown> {
  const modified = row.values['LastModifiedDate'];
  return {
    apiName: row.object, id: row.values['Id'] ?? null, childRelationships: {}, fields: {}, lastModifiedById: null, lastModifiedDate: typeof modified === 'string' ? modified : null,
    recordTypeId: null, recordTypeInfo: null, systemModstamp: null, weakEtag: typeof modified === 'string' ? Date.parse(modified) : platform.clock.now(),
  };
}

export function getRecord(request: OrgRequest, platform: Platform): OrgResponse {
  const id = request.params['id'] ?? '';
  const object = platform.org.objectOfId(id);
  if (!object) throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
  return platform.database.transaction(() => {
    const known = requireRecord(platform, request.userId, visibleObject(platform, request.userId, object.name), id);
    const names = wanted(platform, request, object);
    const result = platform.database.query(`SELECT ${names.join(', ')} FROM ${object.name} WHERE Id = :id`, apiCaller(request.userId), { binds: { id: known } });
    const row = result.rows[0];
    if (!row) throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
    return { status: 200, json: recordRepresentation(platform, request, row, result.query) };
  });
}

export function saveRecord(request: OrgRequest, platform: Platform): OrgResponse {
  const body: { apiName?: unknown; fields?: unknown } = bodyObject(request);
  const id = request.params['id'];
  const object = id ? platform.org.objectOfId(id) : platform.org.object(String(body.apiName ?? ''));
  if (!object || !body.fields || typeof body.fields !== 'object') throw new PlatformError('INVALID_INPUT', 'Send fields, and apiName for a new record.');
  const { Id: _ignored, ...fields } = body.fields as Record<string, unknown>;
  const [result] = allOrNoneTransaction(platform, true, () => {
    const row = toRow(platform, request.userId, object, fields);
    const known = id ? requireRecord(platform, request.userId, object, id) : undefined;
    return [...platform.database.dml(known ? 'update' : 'insert', object, [known ? { ...row, Id: known } : row], apiCaller(request.userId), { allOrNone: false, origin: { kind: 'api' } })];
  });
  if (result) throwFirstError(result);
  const saved: OrgRequest = { ...request, params: { ...request.params, id: result?.id ?? id ?? '' }, query: new URLSearchParams() };
  return { ...getRecord(saved, platform), status: id ? 200 : 201 };
}

export function deleteRecord(request: OrgRequest, platform: Platform): OrgResponse {
  const id = request.params['id'] ?? '';
  const object = platform.org.objectOfId(id);
  if (!object) throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
  const [result] = allOrNoneTransaction(platform, true, () => [...platform.database.dml('delete', object, [{ Id: requireRecord(platform, request.userId, object, id) }], apiCaller(request.userId), { allOrNone: false, origin: { kind: 'api' } })]);
  if (result) throwFirstError(result);
  return { status: 204 };
}

/** Reading and writing records for the REST resources: one place where JSON, SOQL and DML meet. */
import { PlatformError, type FieldModel, type ObjectModel } from '../../schema';
import type { AnalysedQuery, Caller, DmlOperation, DmlResult, Row } from '../../database';
import type { OrgRequest, Platform } from '../types';
import { fromJson, recordJson, rowOf } from './values';

/** The API acts as its user, with that user's object, field and record rights. */
export function apiCaller(userId: string): Caller {
  return { userId, mode: 'user', sharing: true };
}

/** The body as a JSON object; anything else is JSON_PARSER_ERROR. */
export function bodyObject(request: OrgRequest): Record<string, unknown> {
  const body = request.json();
  if (body === null || typeof body !== 'object' || Array.isArray(body)) throw new PlatformError('JSON_PARSER_ERROR', 'The request body must be a JSON object.');
  return body as Record<string, unknown>;
}

export function basePath(request: OrgRequest): string {
  return `/services/data/v${request.apiVersion}.0`;
}

/** An object the user may read at all; an unknown and a forbidden one answer alike. */
export function visibleObject(platform: Platform, userId: string, name: string): ObjectModel {
  const object = platform.org.object(name);
  if (!object || !platform.security.objectRights(userId, object).read) throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
  return object;
}

export const NOT_THERE = (): PlatformError => new PlatformError('NOT_FOUND', 'Provided external ID field does not exist or is not accessible');

/** SOQL text literal. */
export function literal(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

/** Compound addresses and locations are read by their components. */
const READ_BY_COMPONENTS: ReadonlySet<string> = new Set(['address', 'location', 'base64']);

export function readableFields(platform: Platform, userId: string, object: ObjectModel): FieldModel[] {
  return [...object.fields.values()].filter((field) => !READ_BY_COMPONENTS.has(field.type) && platform.security.canReadField(userId, field));
}

/** One record by id or external id, with the fields asked for or all readable ones. */
export function retrieve(platform: Platform, request: OrgRequest, object: ObjectModel, key: { field: FieldModel; value: string }, fields: readonly string[] | undefined): Record<string, unknown> {
  const names = fields?.length ? ['Id', ...fields.filter((name) => name.toLowerCase() !== 'id')] : readableFields(platform, request.userId, object).map((field) => field.name);
  const text = `SELECT ${names.join(', ')} FROM ${object.name} WHERE ${key.field.name} = :key LIMIT 2`;
  const result = platform.database.query(text, apiCaller(request.userId), { binds: { key: fromJson(key.field, key.value) } });
  if (result.rows.length === 0) throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
  if (result.rows.length > 1) throw new PlatformError('MULTIPLE_CHOICES', `More than one record has ${key.field.name} ${key.value}`);
  const row = result.rows[0];
  if (!row) throw NOT_THERE();
  return recordJson(row, result.query, basePath(request), platform.org);
}

/** Whether the user can see the record: an id that is foreign, deleted or made up answers the same way. */
export function requireRecord(platform: Platform, userId: string, object: ObjectModel, id: string): string {
  const wellFormed = /^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(id) && id.slice(0, 3) === object.keyPrefix;
  const found = wellFormed ? platform.database.query(`SELECT Id FROM ${object.name} WHERE Id = :id`, apiCaller(userId), { binds: { id } }).rows[0] : undefined;
  if (!found) throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
  return found.values['Id'] as string;
}

/** JSON to a row, with parents named by their external ids looked up in the user's sight. */
export function toRow(platform: Platform, userId: string, object: ObjectModel, json: unknown): Row {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) throw new PlatformError('JSON_PARSER_ERROR', 'Each record must be a JSON object.');
  return rowOf(object, json as Record<string, unknown>, (reference, inner) => {
    const keys = Object.entries(inner).filter(([name]) => name !== 'attributes');
    const type = (inner['attributes'] as { type?: string } | undefined)?.type ?? reference.reference?.to[0];
    const parent = type ? platform.org.object(type) : undefined;
    const [name, value] = keys[0] ?? [];
    const field = parent && name ? parent.field(name) : undefined;
    if (!parent || !field || keys.length !== 1 || !(field.externalId || field.name === 'Id' || field.unique)) {
      throw new PlatformError('INVALID_FIELD', `${reference.reference?.relationshipName ?? reference.name} must name exactly one external id field of ${reference.reference?.to.join(' or ')}.`, [reference.name]);
    }
    const found = platform.database.query(`SELECT Id FROM ${parent.name} WHERE ${field.name} = :key LIMIT 2`, apiCaller(userId), { binds: { key: fromJson(field, value) } });
    const only = found.rows.length === 1 ? found.rows[0] : undefined;
    if (!only) throw new PlatformError('INVALID_FIELD', `Foreign key external ID: ${String(value)} not found for field ${field.name} in entity ${parent.name}`, [reference.name]);
    return only.values['Id'] as string;
  });
}

export interface SaveOutcome { readonly id: string | null; readonly success: boolean; readonly created?: boolean; readonly errors: readonly { statusCode: string; message: string; fields: readonly string[] }[]; }

export function outcomeOf(result: DmlResult, withCreated = false): SaveOutcome {
  const errors = result.errors.map((error) => ({ statusCode: error.code, message: error.message, fields: error.fields }));
  return { ...(result.id ? { id: result.id } : withCreated ? {} : {}), id: result.success ? result.id : null, success: result.success, errors, ...(withCreated ? { created: result.created } : {}) };
}

export interface WriteOptions { readonly allOrNone: boolean; readonly externalIdField?: string; }

/**
 * Writes records that may be of several objects, as the collection resources allow: runs of one object go together.
 * A record that cannot be read as JSON fails alone unless all or none was asked for.
 */
export function write(platform: Platform, userId: string, operation: DmlOperation, records: readonly { object: ObjectModel; json: unknown }[], options: WriteOptions): DmlResult[] {
  const results: DmlResult[] = new Array<DmlResult>(records.length);
  let start = 0;
  while (start < records.length) {
    const object = (records[start] as { object: ObjectModel }).object;
    let end = start;
    while (end < records.length && records[end]?.object === object) end++;
    const rows: Row[] = [];
    const places: number[] = [];
    for (let index = start; index < end; index++) {
      try {
        rows.push(toRow(platform, userId, object, records[index]?.json));
        places.push(index);
      } catch (failure) {
        if (!(failure instanceof PlatformError)) throw failure;
        results[index] = { id: null, success: false, created: false, errors: [{ code: failure.code, message: failure.message, fields: failure.fields }] };
      }
    }
    if (rows.length) {
      const written = platform.database.dml(operation, object, rows, apiCaller(userId), { allOrNone: false, origin: { kind: 'api' }, ...(options.externalIdField ? { externalIdField: options.externalIdField } : {}) });
      written.forEach((result, index) => {
        results[places[index] as number] = result;
      });
    }
    start = end;
  }
  return results;
}

/**
 * Runs `work` in a transaction that is undone when all or none was asked for and one record failed;
 * then the good ones report ALL_OR_NONE_OPERATION_ROLLED_BACK, as the collection resources do.
 */
export function allOrNoneTransaction(platform: Platform, allOrNone: boolean, work: () => DmlResult[]): DmlResult[] {
  let results: DmlResult[] = [];
  try {
    platform.database.transaction(() => {
      results = work();
      if (allOrNone && results.some((result) => !result.success)) throw new RolledBack();
    });
  } catch (failure) {
    if (!(failure instanceof RolledBack)) throw failure;
    return results.map((result) =>
      result.success
        ? { id: null, success: false, created: false, errors: [{ code: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message: 'Record rolled back because not all records were valid and the request was using AllOrNone header', fields: [] }] }
        : result
    );
  }
  return results;
}

class RolledBack extends Error {}

export function throwFirstError(result: DmlResult): void {
  const error = result.errors[0];
  if (!result.success && error) throw new PlatformError(error.code, error.message, error.fields);
}

export function queryJson(rows: { rows: readonly import('../../database').ResultRow[]; query: AnalysedQuery }, request: OrgRequest, platform: Platform): Record<string, unknown>[] {
  return rows.rows.map((row) => recordJson(row, rows.query, basePath(request), platform.org));
}

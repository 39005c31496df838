/** Record values between the API's JSON and the database's forms. */
import { PlatformError, type FieldModel, type ObjectModel } from '../../schema';
import type { AnalysedQuery, ResultRow, Row, Value } from '../../database';

/** A database value as the REST API prints it: datetimes end in `+0000`, bytes are base64. */
export function toJson(value: Value | undefined, field: FieldModel | undefined): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (field?.type === 'datetime' && typeof value === 'string') return value.replace(/Z$/, '+0000');
  return value;
}

const WRONG = (field: FieldModel, kind: string, value: unknown): PlatformError =>
  new PlatformError('JSON_PARSER_ERROR', `Cannot deserialize instance of ${kind} from value ${printed(value)} at field ${field.name}. Send a value of that type.`, [field.name]);

function printed(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** A JSON (or CSV) value as the database keeps it; throws JSON_PARSER_ERROR naming the field when the type is wrong. */
export function fromJson(field: FieldModel, value: unknown): Value {
  if (value === null || value === undefined || value === '') return field.type === 'boolean' ? wrongBoolean(field, value) : null;
  switch (field.type) {
    case 'boolean':
      if (typeof value === 'boolean') return value;
      if (value === 'true' || value === '1' || value === 1) return true;
      if (value === 'false' || value === '0' || value === 0) return false;
      throw WRONG(field, 'boolean', value);
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent': {
      const number = typeof value === 'number' ? value : typeof value === 'string' && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value.trim()) ? Number(value) : NaN;
      if (!Number.isFinite(number)) throw WRONG(field, field.type === 'int' ? 'int' : 'double', value);
      if (field.type === 'int' && !Number.isInteger(number)) throw WRONG(field, 'int', value);
      return number;
    }
    case 'date':
      return dateText(field, value);
    case 'datetime':
      return datetimeText(field, value);
    case 'time': {
      const time = typeof value === 'string' ? /^(\d{2}:\d{2}:\d{2})(\.\d{3})?Z?$/.exec(value) : null;
      if (!time) throw WRONG(field, 'time', value);
      return `${time[1]}${time[2] ?? '.000'}Z`;
    }
    case 'base64':
      if (typeof value !== 'string') throw WRONG(field, 'base64', value);
      return new Uint8Array(Buffer.from(value, 'base64'));
    default:
      if (typeof value === 'string') return value;
      if (typeof value === 'number' || typeof value === 'boolean') return String(value);
      throw WRONG(field, 'string', value);
  }
}

function wrongBoolean(field: FieldModel, value: unknown): Value {
  if (value === null || value === undefined) throw new PlatformError('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${String(value)}`, [field.name]);
  return false;
}

function dateText(field: FieldModel, value: unknown): string {
  const text = typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(value)?.[1] : undefined;
  const at = text ? new Date(`${text}T00:00:00Z`) : undefined;
  if (!text || !at || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text) throw WRONG(field, 'date', value);
  return text;
}

function datetimeText(field: FieldModel, value: unknown): string {
  const text = typeof value === 'string' ? value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2') : '';
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text;
  const at = /^\d{4}-\d{2}-\d{2}T/.test(iso) ? new Date(/[zZ]$|[+-]\d{2}:\d{2}$/.test(iso) ? iso : `${iso}Z`) : undefined;
  if (!at || Number.isNaN(at.getTime())) throw WRONG(field, 'datetime', value);
  // The platform keeps whole seconds.
  return `${at.toISOString().slice(0, 19)}.000Z`;
}

/** Finds the id behind `{Relationship__r: {Key__c: 'x'}}`; undefined when no record has the key. */
export type KeyLookup = (object: ObjectModel, field: FieldModel, value: Value) => string | undefined;

/** A JSON object as a row. Unknown names are INVALID_FIELD; relationships by external id are looked up. */
export function rowOf(object: ObjectModel, json: Record<string, unknown>, referenced: (reference: FieldModel, inner: Record<string, unknown>) => string): Row {
  const row: Row = {};
  for (const [name, value] of Object.entries(json)) {
    if (name === 'attributes') continue;
    const field = object.field(name);
    if (field) {
      if (field.components && value !== null && typeof value === 'object') throw new PlatformError('INVALID_FIELD', `The compound field ${field.name} cannot be written. Set ${field.components.join(', ')}.`, [field.name]);
      row[field.name] = fromJson(field, value);
      continue;
    }
    const relation = object.relationship(name);
    if (relation && value !== null && typeof value === 'object') {
      row[relation.name] = referenced(relation, value as Record<string, unknown>);
      continue;
    }
    if (relation && value === null) {
      row[relation.name] = null;
      continue;
    }
    throw new PlatformError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`, [name]);
  }
  return row;
}

/** A record as the API prints it: the selected columns in their order, parents and children nested. */
export function recordJson(row: ResultRow, query: AnalysedQuery, base: string, org: { object(name: string): ObjectModel | undefined }): Record<string, unknown> {
  if (row.aggregates) {
    const out: Record<string, unknown> = { attributes: { type: 'AggregateResult' } };
    for (const [alias, value] of Object.entries(row.aggregates)) out[alias] = toJson(value, undefined);
    return out;
  }
  const out = recordShell(row, base);
  for (const column of query.columns) {
    const name = column.path[column.path.length - 1] as string;
    if (column.children) {
      const children = row.children[name] ?? [];
      out[name] = children.length ? { totalSize: children.length, done: true, records: children.map((child) => recordJson(child, column.children as AnalysedQuery, base, org)) } : null;
      continue;
    }
    placeColumn(out, row, column.path, column.field, base);
  }
  return out;
}

function recordShell(row: ResultRow, base: string): Record<string, unknown> {
  return { attributes: { type: row.object, url: `${base}/sobjects/${row.object}/${String(row.values['Id'] ?? '')}` } };
}

function placeColumn(out: Record<string, unknown>, row: ResultRow, path: readonly string[], field: FieldModel | undefined, base: string): void {
  let target = out;
  let source: ResultRow | null = row;
  for (const step of path.slice(0, -1)) {
    source = source.parents[step] ?? null;
    if (!source) {
      target[step] = null;
      return;
    }
    target[step] ??= recordShell(source, base);
    target = target[step] as Record<string, unknown>;
  }
  const name = path[path.length - 1] as string;
  const value = source.values[name];
  // Bytes are fetched by themselves; a record tells where (REST API Developer Guide, sObject Blob Get).
  target[name] = value instanceof Uint8Array ? `${base}/sobjects/${source.object}/${String(source.values['Id'] ?? '')}/${name}` : toJson(value, field);
}

/** Upsert: which rows are there already, by Id or by an external id. */
import { PlatformError, type FieldModel, type ObjectModel } from '../../schema';
import { quote } from '../sqlite/connection';
import type { Store } from '../store';
import type { Value } from '../types';
import { type Item, type Request, fail, good } from './item';
import { idsWithAccess } from './load';

export interface Split { readonly inserts: readonly Item[]; readonly updates: readonly Item[]; }

export function splitUpsert(store: Store, object: ObjectModel, items: readonly Item[], request: Request): Split {
  const name = request.options.externalIdField ?? 'Id';
  const field = object.field(name);
  if (!field || !(field.name === 'Id' || field.externalId || isLookupName(object, field))) {
    throw new PlatformError('INVALID_FIELD', `Field name provided, ${name} does not match an External ID, Salesforce Id, or indexed field for ${object.name}`);
  }
  if (field.name === 'Id') {
    const updates = items.filter((item) => item.input.Id !== undefined && item.input.Id !== null);
    return { updates, inserts: items.filter((item) => !updates.includes(item)) };
  }
  const found = matches(store, object, field, items, request);
  const seen = new Set<Value>();
  const inserts: Item[] = [];
  const updates: Item[] = [];
  for (const item of good(items)) {
    const value = item.input[field.name];
    if (value === undefined || value === null) {
      fail(item, 'MISSING_ARGUMENT', `${field.name} not specified`, [field.name]);
      continue;
    }
    const key = keyOf(field, value);
    if (seen.has(key)) {
      fail(item, 'DUPLICATE_VALUE', `Duplicate external id specified: ${String(value)}`, [field.name]);
      continue;
    }
    seen.add(key);
    const ids = found.get(key) ?? [];
    if (ids.length > 1) {
      fail(item, 'DUPLICATE_EXTERNAL_ID', `${field.label}: more than one record found for external id field: [${ids.join(', ')}]`, [field.name]);
    } else if (ids[0] !== undefined) {
      item.input.Id = ids[0];
      updates.push(item);
    } else {
      delete item.input.Id;
      inserts.push(item);
    }
  }
  return { inserts, updates };
}

/** Only rows that the caller may see can match. */
function matches(store: Store, object: ObjectModel, field: FieldModel, items: readonly Item[], request: Request): ReadonlyMap<Value, string[]> {
  const values = items.map((item) => item.input[field.name]).filter((value) => value !== undefined && value !== null);
  const column = quote(field.name);
  const rows = store.connection.all(`SELECT "Id" AS id, ${column} AS value FROM ${quote(object.name)} WHERE "IsDeleted" = 0 AND ${column} IN (SELECT value FROM json_each(?))`, [JSON.stringify(values)]);
  const visible = request.sharing ? idsWithAccess(store, object, rows.map((row) => String(row.id)), request.caller.userId, 'read') : undefined;
  const found = new Map<Value, string[]>();
  for (const row of rows) {
    const id = String(row.id);
    if (visible && !visible.has(id)) continue;
    const key = keyOf(field, row.value as Value);
    found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}

const keyOf = (field: FieldModel, value: Value): Value => (typeof value === 'string' && !field.caseSensitive ? value.toLowerCase() : value);

/** Standard fields that the platform looks records up by. */
const isLookupName = (object: ObjectModel, field: FieldModel): boolean => field.unique || (!object.custom && (field.name === 'Username' || field.name === 'DeveloperName'));

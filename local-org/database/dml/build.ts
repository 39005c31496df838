/** New images: what the caller gave, over the old image or the defaults. */
import type { FieldModel, ObjectModel } from '../../schema';
import { toId18 } from '../tables/ids';
import type { Row, Value } from '../types';
import type { Store } from '../store';
import { Evaluator } from './evaluate';
import { type Item, type Request, fail, good } from './item';
import type { ObjectPlan } from './plan';

const TRIMMED: ReadonlySet<FieldModel['type']> = new Set(['string', 'email', 'phone', 'url', 'picklist', 'combobox']);

/** Values as the platform keeps them: '' is null, ends of text trimmed, ids in 18 characters, moments to the second. */
export function normalise(field: FieldModel, value: Value): Value {
  if (typeof value !== 'string') return value === null && field.type === 'boolean' ? false : value;
  const text = TRIMMED.has(field.type) ? value.trim() : value;
  if (text === '') return null;
  if (field.type === 'reference' || field.type === 'id') return toId18(text) ?? text;
  if (field.type === 'datetime') return text.replace(/(\.\d+)?Z$/, '.000Z');
  return text.includes('\0') ? text.replace(/\0/g, '') : text;
}

export function stamp(store: Store): string {
  return new Date(store.clock.now()).toISOString().replace(/\.\d{3}Z$/, '.000Z');
}

/** Under canonical names; unknown fields are refused. */
export function canonical(object: ObjectModel, given: Row, unknown: (name: string) => void): Row {
  const row: Row = {};
  for (const name of Object.keys(given)) {
    const value = given[name];
    if (value === undefined) continue;
    const field = object.field(name);
    if (field) row[field.name] = normalise(field, value);
    else unknown(name);
  }
  return row;
}

/** A field before anything is written: boxes are unticked, and what counts or sums no children is 0. */
export function blankOf(field: FieldModel): Value {
  if (field.type === 'boolean') return false;
  return field.summary && (field.summary.operation === 'count' || field.summary.operation === 'sum') ? 0 : null;
}

export function buildInserts(store: Store, plan: ObjectPlan, items: readonly Item[], request: Request): void {
  const { object } = plan;
  const { userId } = request.caller;
  const evaluator = new Evaluator(store, userId);
  const now = stamp(store);
  const recordType = defaultRecordType(store, object);
  for (const item of good(items)) {
    if (item.input.Id !== undefined && item.input.Id !== null) {
      fail(item, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
      continue;
    }
    const row: Row = {};
    for (const field of plan.stored) row[field.name] = blankOf(field);
    Object.assign(row, item.input);
    if (object.field('OwnerId') && (row.OwnerId === null || row.OwnerId === undefined)) row.OwnerId = userId;
    if (recordType && item.input.RecordTypeId === undefined) row.RecordTypeId = recordType;
    for (const { field, formula } of plan.defaults) {
      if (item.input[field.name] === undefined) row[field.name] = normalise(field, formula.evaluate(evaluator.context(object, row, undefined)));
    }
    audit(object, row, { CreatedDate: now, CreatedById: userId, LastModifiedDate: now, LastModifiedById: userId, SystemModstamp: now });
    item.row = row;
    item.old = undefined;
    item.created = true;
  }
}

export function buildUpdates(store: Store, plan: ObjectPlan, items: readonly Item[], request: Request): void {
  const { userId } = request.caller;
  const now = stamp(store);
  for (const item of good(items)) {
    const row: Row = { ...item.old, ...item.input };
    audit(plan.object, row, { LastModifiedDate: now, LastModifiedById: userId, SystemModstamp: now });
    item.row = row;
  }
}

/** What a person is called: first, middle, last name and suffix; the salutation is no part of it. */
export function joinName(plan: ObjectPlan, row: Row): void {
  const { joinedName } = plan;
  if (!joinedName?.components) return;
  const parts = joinedName.components.filter((name) => !/salutation$/i.test(name)).map((name) => row[name]);
  row[joinedName.name] = parts.filter((part) => typeof part === 'string' && part !== '').join(' ') || null;
}

function audit(object: ObjectModel, row: Row, values: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(values)) {
    if (object.field(name)) row[name] = values[name];
  }
}

/** Profiles name a default; without one the first active record type serves, as for a user who has a single one assigned. */
function defaultRecordType(store: Store, object: ObjectModel): string | undefined {
  if (object.recordTypes.length === 0 || !object.field('RecordTypeId') || !store.org.object('RecordType')) return undefined;
  const first = object.recordTypes.find((entry) => entry.active);
  if (!first) return undefined;
  const found = store.connection.get('SELECT "Id" AS id FROM "RecordType" WHERE "SobjectType" = ? AND "DeveloperName" = ?', [object.name, first.developerName]);
  return found ? String(found.id) : undefined;
}

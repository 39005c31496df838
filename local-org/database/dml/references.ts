/** References must lead to living rows of the right object, and unique values must be so. */
import type { FieldModel, ObjectModel } from '../../schema';
import { quote } from '../sqlite/connection';
import type { Store } from '../store';
import { toId18 } from '../tables/ids';
import type { Value } from '../types';
import { type Item, type Request, fail, good, idOf } from './item';
import { idsWithAccess } from './load';
import type { ObjectPlan } from './plan';

/** An id that leads nowhere, and one that leads to what the caller may not see, are answered alike. */
const nowhere = (item: Item, field: FieldModel): void => fail(item, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);

export function checkReferences(store: Store, plan: ObjectPlan, items: readonly Item[], request: Request): void {
  for (const field of plan.references) {
    const byTarget = new Map<ObjectModel, Item[]>();
    for (const item of good(items)) {
      const id = item.row[field.name];
      if (id === null || id === undefined) continue;
      if (item.old && item.old[field.name] === id) continue;
      const target = targetOf(store, field, id, item);
      if (!target) continue;
      const list = byTarget.get(target);
      if (list) list.push(item);
      else byTarget.set(target, [item]);
    }
    for (const [target, list] of byTarget) checkTarget(store, field, target, list, request);
  }
}

function targetOf(store: Store, field: FieldModel, id: Value, item: Item): ObjectModel | undefined {
  if (typeof id !== 'string' || toId18(id) === undefined) {
    fail(item, 'MALFORMED_ID', `${field.label}: id value of incorrect type: ${String(id)}`, [field.name]);
    return undefined;
  }
  const target = store.org.objectOfId(id);
  if (!target || !(field.reference?.to ?? []).some((name) => name.toLowerCase() === target.name.toLowerCase())) {
    fail(item, 'FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
    return undefined;
  }
  return target;
}

function checkTarget(store: Store, field: FieldModel, target: ObjectModel, items: readonly Item[], request: Request): void {
  const ids = [...new Set(items.map((item) => item.row[field.name] as string))];
  const living = new Set(store.connection.all(`SELECT "Id" AS id FROM ${quote(target.name)} WHERE "IsDeleted" = 0 AND "Id" IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)]).map((row) => String(row.id)));
  // What a trigger set is set in system mode: only what the caller gave is held against the caller's rights.
  const given = items.filter((item) => item.input[field.name] === item.row[field.name]);
  const check = request.sharing && field.name !== 'OwnerId' && given.length > 0;
  const visible = check ? idsWithAccess(store, target, ids, request.caller.userId, 'read') : living;
  const master = check && field.reference?.kind === 'masterDetail' && !field.reference.writeRequiresMasterRead;
  const writable = master ? idsWithAccess(store, target, ids, request.caller.userId, 'edit') : visible;
  for (const item of items) {
    const id = item.row[field.name] as string;
    const own = given.includes(item);
    if (!living.has(id) || (own && !visible.has(id))) nowhere(item, field);
    else if (own && !writable.has(id)) fail(item, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', `insufficient access rights on cross-reference id: ${id}`, [field.name]);
  }
}

/** A detail keeps its master unless the relationship lets it move. */
export function checkReparenting(plan: ObjectPlan, items: readonly Item[]): void {
  for (const field of plan.references) {
    if (field.reference?.kind !== 'masterDetail' || field.reference.reparentable) continue;
    for (const item of good(items)) {
      if (item.old && item.row[field.name] !== item.old[field.name]) {
        fail(item, 'INVALID_FIELD_FOR_INSERT_UPDATE', `Unable to create/update fields: ${field.name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`, [field.name]);
      }
    }
  }
}

export function checkUnique(store: Store, plan: ObjectPlan, items: readonly Item[], request: Request): void {
  for (const field of plan.unique) {
    const key = (value: Value | undefined): Value | undefined => (typeof value === 'string' && !field.caseSensitive ? value.toLowerCase() : value);
    const written = good(items).filter((item) => item.row[field.name] !== null && item.row[field.name] !== undefined && (!item.old || key(item.old[field.name]) !== key(item.row[field.name])));
    if (written.length === 0) continue;
    const values = [...new Set(written.map((item) => item.row[field.name]))];
    const column = quote(field.name);
    const taken = new Map<Value | undefined, string>();
    for (const row of store.connection.all(`SELECT "Id" AS id, ${column} AS value FROM ${quote(plan.object.name)} WHERE "IsDeleted" = 0 AND ${column} IN (SELECT value FROM json_each(?))`, [JSON.stringify(values)])) {
      taken.set(key(row.value as Value), String(row.id));
    }
    const leaving = new Set(items.filter((item) => item.old && key(item.old[field.name]) !== key(item.row[field.name])).map((item) => idOf(item.row)));
    for (const item of written) {
      const value = key(item.row[field.name]);
      const other = taken.get(value);
      if (other !== undefined && other !== item.row.Id && !leaving.has(other)) duplicate(store, plan, field, item, other, request);
      else taken.set(value, (item.row.Id as string | undefined) ?? '<unknown>');
    }
  }
}

function duplicate(store: Store, plan: ObjectPlan, field: FieldModel, item: Item, other: string, request: Request): void {
  const visible = !request.sharing || other === '<unknown>' || idsWithAccess(store, plan.object, [other], request.caller.userId, 'read').has(other);
  fail(item, 'DUPLICATE_VALUE', `duplicate value found: ${field.name} duplicates value on record with id: ${visible ? other : '<unknown>'}`, [field.name]);
}

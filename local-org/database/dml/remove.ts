/** Delete and undelete, with what hangs on the records. */
import type { FieldModel, ObjectModel } from '../../schema';
import { quote } from '../sqlite/connection';
import { type Item, type Request, fail, good, idOf } from './item';
import { loadRows } from './load';
import type { Machine } from './machine';
import { type Outcome, givenId } from './pass';
import type { ObjectPlan } from './plan';
import { checkObjectRights, checkRecordRights, missing } from './rights';
import { rollUp } from './rollups';
import { fireTriggers } from './triggers';
import { checkUnique } from './references';
import { behaviourOf } from '../standard';

export interface Dependent { readonly child: ObjectModel; readonly field: FieldModel; readonly on: 'cascade' | 'restrict' | 'clear'; }

/** References that lead to each object, by its name. */
export class Dependents {
  private readonly byParent = new Map<string, Dependent[]>();

  constructor(objects: Iterable<ObjectModel>) {
    for (const child of objects) {
      for (const field of child.fields.values()) {
        if (!field.reference || child.kind === 'platformEvent' || child.kind === 'customMetadata') continue;
        // Who made, changed or owns a record is no lookup that a delete would clear.
        if (/^(OwnerId|CreatedById|LastModifiedById)$/.test(field.name)) continue;
        const { kind, deleteConstraint } = field.reference;
        const on = kind === 'masterDetail' || deleteConstraint === 'Cascade' || child.kind === 'share' ? 'cascade' : deleteConstraint === 'Restrict' ? 'restrict' : 'clear';
        for (const parent of field.reference.to) this.byParent.set(parent, [...(this.byParent.get(parent) ?? []), { child, field, on }]);
      }
    }
  }

  of(object: ObjectModel): readonly Dependent[] {
    return this.byParent.get(object.name) ?? [];
  }
}

export function deletePass(machine: Machine, plan: ObjectPlan, items: readonly Item[], request: Request, dependents: Dependents): Outcome {
  const { store } = machine;
  const { object } = plan;
  checkObjectRights(store, object, 'delete', items, request);
  const loaded = loadRows(store, object, items.map((item) => String(item.input.Id)));
  for (const item of good(items)) {
    if (!givenId(object, item, 'delete')) continue;
    const found = loaded.get(item.input.Id as string);
    if (!found) missing(item);
    else item.row = item.old = found.row;
  }
  checkRecordRights(store, object, 'delete', good(items), request);
  for (const item of good(items)) if (loaded.get(idOf(item.row))?.deleted) fail(item, 'ENTITY_IS_DELETED', 'entity is deleted');
  checkDeletableShares(plan, items, request);
  behaviourOf(object.name).checkDelete?.(machine, items, request);
  fireTriggers(store, plan, 'beforeDelete', items, request);
  for (const item of good(items)) refuseRestricted(machine, dependents, object, item);
  const live = good(items);
  if (live.length === 0 || (request.options.allOrNone && live.length < items.length)) return { late: false };
  machine.transactions.take(live.map((item) => idOf(item.row)));
  const gone: Gone = new Map();
  for (const item of live) remove(machine, dependents, object, idOf(item.row), idOf(item.row), gone);
  store.access?.afterWrite({ object, operation: 'delete', newRows: [], oldRows: live.map((item) => item.row) });
  fireTriggers(store, plan, 'afterDelete', live, request);
  rollUp(machine, plan, good(live), request);
  rollUpOthers(machine, object, gone, live, request);
  return { late: live.some((item) => item.errors.length > 0) };
}

/** Only grants made by hand or by Apex may be taken back; the platform keeps the others. */
function checkDeletableShares(plan: ObjectPlan, items: readonly Item[], request: Request): void {
  if (plan.object.kind !== 'share' || request.options.origin.kind === 'platform') return;
  for (const item of good(items)) {
    const cause = String(item.row.RowCause);
    if (cause !== 'Manual' && !cause.endsWith('__c')) fail(item, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
}

function refuseRestricted(machine: Machine, dependents: Dependents, object: ObjectModel, item: Item): void {
  for (const { child, field, on } of dependents.of(object)) {
    const living = `FROM ${quote(child.name)} WHERE ${quote(field.name)} = ? AND "IsDeleted" = 0`;
    if (on === 'restrict') {
      const rows = machine.store.connection.all(`SELECT "Id" AS id ${living} LIMIT 3`, [idOf(item.row)]);
      if (rows.length > 0) {
        const names = rows.map((row) => String(row.id)).join(', ');
        fail(item, 'DELETE_FAILED', `Your attempt to delete ${String(item.row[object.nameField ?? 'Id'] ?? item.row.Id)} could not be completed because it is associated with the following ${child.pluralLabel.toLowerCase()}.: ${names}`);
      }
    }
  }
}

/** Ids of details that went, or came back, with a master. */
type Gone = Map<ObjectModel, string[]>;

/** A detail of two masters that goes with one of them counts no longer for the other. */
function rollUpOthers(machine: Machine, object: ObjectModel, gone: Gone, live: readonly Item[], request: Request, back = false): void {
  for (const [child, ids] of gone) {
    const plan = machine.plans.of(child);
    if (!plan.summaries.some((summary) => summary.parent !== object)) continue;
    const items = [...loadRows(machine.store, child, ids).values()].map(({ row }, index): Item => ({ index, input: {}, row, old: back ? undefined : row, errors: [], created: false }));
    rollUp(machine, plan, items, request);
    const cause = items.flatMap((item) => item.errors)[0];
    if (cause) for (const item of live) fail(item, cause.code, cause.message, cause.fields);
  }
}

/** Marks a record and its details deleted, empties lookups to it, and remembers all of it under the id that began. */
function remove(machine: Machine, dependents: Dependents, object: ObjectModel, id: string, root: string, gone: Gone): void {
  const { connection } = machine.store;
  for (const { child, field, on } of dependents.of(object)) {
    const rows = connection.all(`SELECT "Id" AS id FROM ${quote(child.name)} WHERE ${quote(field.name)} = ? AND "IsDeleted" = 0`, [id]);
    for (const row of rows) {
      const childId = String(row.id);
      if (on === 'cascade') {
        gone.set(child, [...(gone.get(child) ?? []), childId]);
        remove(machine, dependents, child, childId, root, gone);
      } else if (on === 'clear') {
        connection.run('INSERT OR IGNORE INTO _bin VALUES (?, ?, ?, ?)', [root, child.name, childId, field.name]);
        connection.run(`UPDATE ${quote(child.name)} SET ${quote(field.name)} = NULL WHERE "Id" = ?`, [childId]);
      }
    }
  }
  // What goes along with another record comes back with it, whether or not it has a bin of its own.
  if (id !== root || hasRecycleBin(object)) {
    connection.run('INSERT OR IGNORE INTO _bin VALUES (?, ?, ?, ?)', [root, object.name, id, '']);
    connection.run(`UPDATE ${quote(object.name)} SET "IsDeleted" = 1 WHERE "Id" = ?`, [id]);
  } else {
    connection.run(`DELETE FROM ${quote(object.name)} WHERE "Id" = ?`, [id]);
  }
}

/** Shares and set-up rows are gone when they are deleted: their objects have no IsDeleted, or nothing to undelete. */
function hasRecycleBin(object: ObjectModel): boolean {
  return object.kind !== 'share' && object.kind !== 'customSetting' && object.field('IsDeleted') !== undefined;
}

export function undeletePass(machine: Machine, plan: ObjectPlan, items: readonly Item[], request: Request): Outcome {
  const { store } = machine;
  const { object } = plan;
  checkObjectRights(store, object, 'undelete', items, request);
  const loaded = loadRows(store, object, items.map((item) => String(item.input.Id)));
  for (const item of good(items)) {
    if (!givenId(object, item, 'undelete')) continue;
    const found = loaded.get(item.input.Id as string);
    if (!found) missing(item);
    else item.row = found.row;
  }
  checkRecordRights(store, object, 'delete', good(items), request);
  for (const item of good(items)) {
    const binned = store.connection.get('SELECT 1 AS here FROM _bin WHERE root = ? AND id = ? AND field = ?', [idOf(item.row), idOf(item.row), '']);
    if (!binned) fail(item, 'UNDELETE_FAILED', 'Entity is not in the recycle bin');
  }
  checkUnique(store, plan, items, request);
  const live = good(items);
  if (live.length === 0 || (request.options.allOrNone && live.length < items.length)) return { late: false };
  const back: Gone = new Map();
  for (const item of live) restore(machine, idOf(item.row), back);
  for (const item of live) if (object.field('IsDeleted')) item.row.IsDeleted = false;
  store.access?.afterWrite({ object, operation: 'undelete', newRows: live.map((item) => item.row), oldRows: [] });
  fireTriggers(store, plan, 'afterUndelete', live, request);
  rollUp(machine, plan, good(live), request);
  rollUpOthers(machine, object, back, live, request, true);
  return { late: live.some((item) => item.errors.length > 0) };
}

function restore(machine: Machine, root: string, back: Gone): void {
  const { connection } = machine.store;
  for (const entry of connection.all('SELECT object, id, field FROM _bin WHERE root = ?', [root])) {
    const object = quote(String(entry.object));
    const model = machine.store.org.object(String(entry.object));
    if (model && entry.field === '' && entry.id !== root) back.set(model, [...(back.get(model) ?? []), String(entry.id)]);
    if (entry.field === '') connection.run(`UPDATE ${object} SET "IsDeleted" = 0 WHERE "Id" = ?`, [String(entry.id)]);
    // A lookup that was given another value meanwhile keeps it.
    else connection.run(`UPDATE ${object} SET ${quote(String(entry.field))} = ? WHERE "Id" = ? AND ${quote(String(entry.field))} IS NULL`, [root, String(entry.id)]);
  }
  connection.run('DELETE FROM _bin WHERE root = ?', [root]);
}

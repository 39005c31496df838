/** One pass of insert or update through the order of execution, for at most 200 records. */
import type { ObjectModel } from '../../schema';
import type { Row } from '../types';
import { buildInserts, buildUpdates, normalise } from './build';
import { checkValues } from './checks';
import type { Machine } from './machine';
import { type Item, type Request, fail, good, idOf } from './item';
import { loadRows } from './load';
import type { ObjectPlan } from './plan';
import { checkReferences, checkReparenting, checkUnique } from './references';
import { checkFieldRights, checkObjectRights, checkRecordRights, checkTransfer, missing } from './rights';
import { rollUp } from './rollups';
import { checkRules } from './rules';
import { behaviourOf } from '../standard';
import { insertRows, updateRow } from './save';
import { checkShares, replaceShares } from './shares';
import { fireTriggers } from './triggers';

/** `late`: a record failed after it had been written, so that the pass has to be undone. */
export interface Outcome { readonly late: boolean; }

export function insertPass(machine: Machine, plan: ObjectPlan, items: readonly Item[], request: Request): Outcome {
  const { store } = machine;
  checkObjectRights(store, plan.object, 'insert', items, request);
  checkFieldRights(store, plan.object, 'insert', items, request);
  buildInserts(store, plan, items, request);
  const own = behaviourOf(plan.object.name);
  const step = { machine, operation: 'insert', items, request } as const;
  own.derive?.(step);
  fireTriggers(store, plan, 'beforeInsert', items, request);
  if (!validate(machine, plan, 'beforeInsert', items, request)) return { late: false };
  if (plan.object.kind === 'platformEvent') return publish(machine, plan, items);
  own.prepare?.(step);
  const live = plan.object.kind === 'share' ? replaceShares(machine, plan, good(items)) : good(items);
  insertRows(store, plan, live.map((item) => item.row));
  const { origin } = request.options;
  // What a test class made is to the code under test a row like any other.
  if (!(origin.kind === 'apex' && origin.test)) for (const item of live) store.state.step.created.add(idOf(item.row));
  return afterSave(machine, plan, 'insert', live, request);
}

export function updatePass(machine: Machine, plan: ObjectPlan, items: readonly Item[], request: Request): Outcome {
  const { store } = machine;
  checkObjectRights(store, plan.object, 'update', items, request);
  loadOld(machine, plan.object, items, request);
  checkRecordRights(store, plan.object, 'edit', items, request);
  checkFieldRights(store, plan.object, 'update', items, request);
  buildUpdates(store, plan, items, request);
  checkTransfer(store, plan.object, items, request);
  machine.guard.check(store, plan.object, good(items), request);
  const own = behaviourOf(plan.object.name);
  const step = { machine, operation: 'update', items, request } as const;
  own.derive?.(step);
  fireTriggers(store, plan, 'beforeUpdate', items, request);
  checkReparenting(plan, items);
  if (!validate(machine, plan, 'beforeUpdate', items, request)) return { late: false };
  own.prepare?.(step);
  const live = good(items);
  machine.transactions.take(live.map((item) => idOf(item.row)));
  for (const item of live) updateRow(store, plan, item.row, item.old as Row);
  return afterSave(machine, plan, 'update', live, request);
}

/** System validation, then the custom rules. False when nothing may be saved. */
function validate(machine: Machine, plan: ObjectPlan, event: 'beforeInsert' | 'beforeUpdate', items: readonly Item[], request: Request): boolean {
  const { store } = machine;
  const own = behaviourOf(plan.object.name);
  const step = { machine, operation: event === 'beforeInsert' ? 'insert' : 'update', items, request } as const;
  if (store.triggers?.hasTriggers(plan.object, event)) {
    renormalise(plan, good(items));
    own.derive?.(step);
  }
  checkValues(plan, good(items));
  checkReferences(store, plan, items, request);
  checkShares(machine, plan, good(items), request);
  checkUnique(store, plan, items, request);
  checkRules(store, plan, good(items), request);
  own.check?.(step);
  const left = good(items).length;
  return left > 0 && (left === items.length || !request.options.allOrNone);
}

/** A before trigger writes what it likes into its rows. */
function renormalise(plan: ObjectPlan, items: readonly Item[]): void {
  for (const { row } of items) {
    for (const field of plan.stored) {
      const value = row[field.name];
      row[field.name] = value === undefined ? (field.type === 'boolean' ? false : null) : normalise(field, value);
    }
  }
}

function afterSave(machine: Machine, plan: ObjectPlan, operation: 'insert' | 'update', items: readonly Item[], request: Request): Outcome {
  const { store } = machine;
  if (items.length === 0) return { late: false };
  store.access?.afterWrite({ object: plan.object, operation, newRows: items.map((item) => item.row), oldRows: operation === 'update' ? items.map((item) => item.old as Row) : [], refuse: (index, code, message, fields) => fail(items[index] as Item, code, message, [...fields]) });
  behaviourOf(plan.object.name).follow?.({ machine, operation, items, request });
  fireTriggers(store, plan, operation === 'insert' ? 'afterInsert' : 'afterUpdate', items, request);
  rollUp(machine, plan, good(items), request);
  return { late: items.some((item) => item.errors.length > 0) };
}

function publish(machine: Machine, plan: ObjectPlan, items: readonly Item[]): Outcome {
  const live = good(items);
  for (const item of live) item.row.Id = machine.store.nextId(plan.object);
  machine.store.events?.publish(plan.object, live.map((item) => item.row));
  return { late: false };
}

function loadOld(machine: Machine, object: ObjectModel, items: readonly Item[], request: Request): void {
  const live = good(items).filter((item) => givenId(object, item, 'update'));
  const loaded = loadRows(machine.store, object, live.map((item) => item.input.Id as string));
  for (const item of live) {
    const found = loaded.get(item.input.Id as string);
    if (!found) {
      missing(item);
      continue;
    }
    item.old = found.row;
    item.row = { ...found.row };
    item.created = false;
  }
  // Whether a deleted row is told as deleted or as never there hangs on whether the caller could see it.
  checkRecordRights(machine.store, object, 'edit', good(items).filter((item) => loaded.get(idOf(item.row))?.deleted), request);
  for (const item of good(items)) if (loaded.get(idOf(item.row))?.deleted) fail(item, 'ENTITY_IS_DELETED', 'entity is deleted');
}

/** The id a record must bring to be updated or deleted. */
export function givenId(object: ObjectModel, item: Item, operation: string): boolean {
  const id = item.input.Id;
  if (typeof id !== 'string') {
    fail(item, 'MISSING_ARGUMENT', `Id not specified in an ${operation} call`);
    return false;
  }
  if (id.length !== 18 || id.slice(0, 3) !== object.keyPrefix) {
    fail(item, 'MALFORMED_ID', `${object.label} ID: id value of incorrect type: ${id}`, ['Id']);
    return false;
  }
  return true;
}

/** Fires the triggers of one point of the order of execution. */
import { PlatformError } from '../../schema';
import type { Store } from '../store';
import type { Row, TriggerEvent } from '../types';
import { Evaluator } from './evaluate';
import { type Item, type Request, fail, good, idOf } from './item';
import type { ObjectPlan } from './plan';

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm: total stack depth of recursive triggers. */
const DEEPEST = 16;

export function fireTriggers(store: Store, plan: ObjectPlan, event: TriggerEvent, items: readonly Item[], request: Request): void {
  const { triggers, state } = store;
  if (!triggers?.hasTriggers(plan.object, event)) return;
  const live = good(items);
  if (live.length === 0) return;
  if (state.depth >= DEEPEST) {
    for (const item of live) fail(item, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `${plan.object.name}: maximum trigger depth exceeded`);
    return;
  }
  addFormulas(store, plan, event, live, request);
  const deleting = event === 'beforeDelete' || event === 'afterDelete';
  const updating = event === 'beforeUpdate' || event === 'afterUpdate';
  const ids = live.flatMap((item) => (item.row.Id ? [idOf(item.row)] : []));
  state.depth++;
  state.enterTrigger(ids);
  try {
    triggers.fire({
      object: plan.object,
      event,
      newRows: deleting ? [] : live.map((item) => item.row),
      oldRows: deleting ? live.map((item) => item.row) : updating ? live.map((item) => item.old as Row) : [],
      // Triggers run in system mode whatever the caller's.
      caller: { userId: request.caller.userId, mode: 'system', sharing: false },
      addError: (index, message, field) => fail(live[index] as Item, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field ? [field] : []),
    });
  } catch (error) {
    // The trigger host reports an unhandled Apex exception as a PlatformError; anything else ends the transaction.
    if (!(error instanceof PlatformError)) throw error;
    for (const item of live) fail(item, error.code, error.message, error.fields);
  } finally {
    state.leaveTrigger(ids);
    state.depth--;
  }
}

/** Trigger rows carry formula fields, worked out from the row as it stands. */
function addFormulas(store: Store, plan: ObjectPlan, event: TriggerEvent, items: readonly Item[], request: Request): void {
  if (plan.formulas.length === 0 || event === 'beforeInsert') return;
  const evaluator = new Evaluator(store, request.caller.userId);
  for (const item of items) {
    for (const field of plan.formulas) {
      item.row[field.name] = evaluator.formulaField(plan.object, item.row, field.name);
      if (item.old) item.old[field.name] = evaluator.formulaField(plan.object, item.old, field.name);
    }
  }
}

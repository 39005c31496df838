/** Triggers: records made of rows, the trigger's variables, changes and errors carried back. */
import type { TriggerCall, TriggerEvent } from '../../database';
import { PlatformError, type ObjectModel } from '../../schema';
import { currentExecution, within } from '../runtime/current';
import { ApexException, ApexList, ApexMap, SObjectValue, recordOf, rowOf } from '../runtime/values';
import { remember, type Environment } from './environment';
import type { CompiledTrigger } from '../compiler';
import { Transaction, uncaught } from './transaction';

/** Words of the platform for the point of the order of execution. */
const SHOWN: Readonly<Record<TriggerEvent, string>> = { beforeInsert: 'BeforeInsert', beforeUpdate: 'BeforeUpdate', beforeDelete: 'BeforeDelete', afterInsert: 'AfterInsert', afterUpdate: 'AfterUpdate', afterDelete: 'AfterDelete', afterUndelete: 'AfterUndelete' };

export class Triggers {
  /** The transaction of triggers that a request from outside caused: one for the whole request. */
  private outside?: Transaction;

  constructor(private readonly environment: Environment) {
    environment.database.onTransactionEnd((committed) => this.end(committed));
  }

  has(object: ObjectModel, event: TriggerEvent): boolean {
    return this.of(object, event).length > 0;
  }

  fire(call: TriggerCall): void {
    const inside = currentExecution() as Transaction | undefined;
    const x = inside ?? (this.outside ??= new Transaction(this.environment, { kind: 'trigger', userId: call.caller.userId, name: `${call.object.name} triggers` }));
    for (const trigger of this.of(call.object, call.event)) within(x, () => this.run(x, trigger, call, inside !== undefined));
  }

  private of(object: ObjectModel, event: TriggerEvent): readonly CompiledTrigger[] {
    return this.environment.program().triggers.filter((each) => each.active && each.object === object.name && each.events.includes(event));
  }

  private run(x: Transaction, trigger: CompiledTrigger, call: TriggerCall, inside: boolean): void {
    const before = call.event.startsWith('before');
    const fresh = call.newRows.map((row) => recordOf(call.object, row));
    const old = call.oldRows.map((row) => recordOf(call.object, row));
    for (const record of old) record.readOnly = true;
    if (!before) for (const record of fresh) record.readOnly = true;
    const list = (records: readonly SObjectValue[]): ApexList | null => (records.length ? new ApexList([...records], call.object.name) : null);
    const map = (records: readonly SObjectValue[]): ApexMap | null => (records.length && records[0]?.id ? new ApexMap(records.map((record) => [record.id, record] as const), 'Id', call.object.name) : null);
    const live = fresh.length ? fresh : old;
    const byId = new Map(live.flatMap((record) => (record.id ? [[record.id, record] as const] : [])));
    x.services.triggerRecords.push(byId);
    const { frame } = x;
    // Triggers run in system mode, whoever caused them (Apex Developer Guide, "Trigger and Bulk Request Best Practices").
    x.frame = { className: trigger.name, sharing: false, mode: 'system', apiVersion: trigger.apiVersion };
    try {
      trigger.run(x, { event: call.event, new: list(fresh), old: list(old), newMap: map(fresh), oldMap: map(old), size: live.length });
    } catch (failure) {
      this.fail(failure, trigger, call, inside);
    } finally {
      x.frame = frame;
      x.services.triggerRecords.pop();
    }
    if (before && fresh.length) fresh.forEach((record, index) => Object.assign(call.newRows[index] as object, writable(record)));
    live.forEach((record, index) => {
      for (const error of record.errors) call.addError(index, error.message, error.field);
    });
  }

  /** A limit ends the whole transaction; any other exception fails the records of the call. */
  private fail(failure: unknown, trigger: CompiledTrigger, call: TriggerCall, inside: boolean): never {
    const { exception, message, stack } = uncaught(failure);
    if (!exception || (inside && !exception.isCatchable)) throw failure;
    throw new PlatformError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `${trigger.name}: execution of ${SHOWN[call.event]}\n\ncaused by: ${message}\n\n${stack}`);
  }

  /** The transaction of a request is over: its jobs are queued or forgotten. */
  private end(committed: boolean): void {
    const x = this.outside;
    delete this.outside;
    if (!x) return;
    if (committed) x.services.commit();
    else x.services.rollback();
    remember(this.environment, { kind: x.kind, userId: x.userId, name: x.name, limits: { ...x.limits }, log: x.lines, error: committed ? null : 'rolled back' });
  }
}

/** What a before trigger may have changed: formulas and roll-ups in the record were only shown to it. */
function writable(record: SObjectValue): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rowOf(record)).filter(([name]) => !record.object.field(name)?.calculated));
}

export { ApexException };

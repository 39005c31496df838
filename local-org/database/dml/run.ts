/** DML statements: chunks of 200, all or nothing, partial success with its re-runs. */
import { PlatformError, type ObjectModel } from '../../schema';
import type { Store } from '../store';
import type { Transactions } from '../transaction/transactions';
import type { Caller, DmlOperation, DmlOptions, DmlResult, Row } from '../types';
import { canonical } from './build';
import { Guard } from './guard';
import { type Item, type Request, fail, good, newItem, requestOf } from './item';
import type { Machine } from './machine';
import { checkMixed } from './mixed';
import { type Outcome, insertPass, updatePass } from './pass';
import { type ObjectPlan, Plans } from './plan';
import { Dependents, deletePass, undeletePass } from './remove';
import { refusesDml } from '../standard';
import { splitUpsert } from './upsert';

/** Records that go through the order of execution together. */
const CHUNK = 200;
/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_bulk_triggers_exceptions.htm */
const MOST_ATTEMPTS = 3;
const TRIGGER_EVENTS = { insert: ['beforeInsert', 'afterInsert'], update: ['beforeUpdate', 'afterUpdate'], delete: ['beforeDelete', 'afterDelete'], undelete: ['afterUndelete'] } as const;
type Simple = Exclude<DmlOperation, 'upsert'>;

export class DmlRunner implements Machine {
  readonly plans: Plans;
  guard = new Guard([]);
  statements = 0;
  rows = 0;
  private readonly dependents: Dependents;

  constructor(readonly store: Store, readonly transactions: Transactions) {
    this.plans = new Plans(store);
    this.dependents = new Dependents(store.org.objects.values());
  }

  guardFields(fields: readonly string[]): void {
    this.guard = new Guard(fields);
  }

  run(operation: DmlOperation, object: ObjectModel, rows: readonly Row[], caller: Caller, options: DmlOptions): readonly DmlResult[] {
    this.statements++;
    this.rows += rows.length;
    if (rows.length === 0) return [];
    refuseObject(operation, object, options);
    if (options.origin.kind === 'apex') checkMixed(this.store, operation, object, rows);
    const request = requestOf(caller, options);
    const items = rows.map((row, index) => this.item(object, row, index));
    const savepoint = this.transactions.savepoint();
    try {
      for (let from = 0; from < items.length; from += CHUNK) this.chunk(operation, object, items.slice(from, from + CHUNK), request);
      if (options.allOrNone && items.some((item) => item.errors.length > 0)) {
        this.transactions.rollbackTo(savepoint);
        for (const item of good(items)) fail(item, 'ALL_OR_NONE_OPERATION_ROLLED_BACK', 'Record rolled back because not all records were valid and the request was using AllOrNone header');
      }
    } catch (error) {
      this.transactions.rollbackTo(savepoint);
      throw error;
    } finally {
      this.transactions.release(savepoint);
    }
    return items.map(resultOf);
  }

  private item(object: ObjectModel, row: Row, index: number): Item {
    const unknown: string[] = [];
    const item = newItem(index, canonical(object, row, (name) => unknown.push(name)));
    for (const name of unknown) fail(item, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`, [name]);
    return item;
  }

  private chunk(operation: DmlOperation, object: ObjectModel, items: readonly Item[], request: Request): void {
    if (operation !== 'upsert') return this.attempts(operation, object, items, request);
    const { inserts, updates } = splitUpsert(this.store, object, items, request);
    if (inserts.length > 0) this.attempts('insert', object, inserts, request);
    if (updates.length > 0) this.attempts('update', object, updates, request);
  }

  /** Partial success: what failed is set aside, everything is undone, and the good records run again, triggers and all. */
  private attempts(operation: Simple, object: ObjectModel, items: readonly Item[], request: Request): void {
    const plan = this.plans.of(object);
    refuseRepeated(operation, items);
    if (request.options.allOrNone) {
      this.pass(operation, plan, good(items), request);
      return;
    }
    const triggers = TRIGGER_EVENTS[operation].some((event) => this.store.triggers?.hasTriggers(object, event));
    let live = good(items);
    for (let attempt = 1; live.length > 0; attempt++) {
      const savepoint = this.transactions.savepoint();
      const { late } = this.pass(operation, plan, live, request);
      const left = good(live);
      // Without triggers, a record that failed before it was written has left no trace.
      const done = left.length === live.length || (!triggers && !late);
      if (!done) this.transactions.rollbackTo(savepoint);
      this.transactions.release(savepoint);
      if (done) return;
      if (attempt === MOST_ATTEMPTS) {
        for (const item of items) {
          if (item.errors.length === 0) fail(item, 'UNKNOWN_EXCEPTION', 'Too many batch retries in the presence of Apex triggers and partial failures.');
        }
        return;
      }
      live = left;
    }
  }

  private pass(operation: Simple, plan: ObjectPlan, items: readonly Item[], request: Request): Outcome {
    switch (operation) {
      case 'insert': return insertPass(this, plan, items, request);
      case 'update': return updatePass(this, plan, items, request);
      case 'delete': return deletePass(this, plan, items, request, this.dependents);
      case 'undelete': return undeletePass(this, plan, items, request);
    }
  }
}

function refuseObject(operation: DmlOperation, object: ObjectModel, options: DmlOptions): void {
  if (options.origin.kind !== 'platform' && refusesDml(object.name, operation)) throw new PlatformError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `DML operation ${operation.toUpperCase()} not allowed on ${object.name}`);
  if (object.kind === 'customMetadata') throw new PlatformError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `DML operation ${operation.toUpperCase()} not allowed on ${object.name}`);
  if (object.kind === 'platformEvent' && operation !== 'insert') throw new PlatformError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `DML operation ${operation.toUpperCase()} not allowed on ${object.name}`);
  if (object.name === 'User' && (operation === 'delete' || operation === 'undelete')) throw new PlatformError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `DML operation ${operation.toUpperCase()} not allowed on User`);
}

function refuseRepeated(operation: Simple, items: readonly Item[]): void {
  if (operation === 'insert') return;
  const seen = new Set<unknown>();
  for (const item of items) {
    const { Id } = item.input;
    if (Id !== undefined && seen.has(Id)) fail(item, 'DUPLICATE_VALUE', `Duplicate id in list: ${String(Id)}`, ['Id']);
    seen.add(Id);
  }
}

function resultOf(item: Item): DmlResult {
  const success = item.errors.length === 0;
  const id = success ? (item.row.Id as string) : ((item.input.Id as string | null | undefined) ?? null);
  return { id, success, created: success && item.created, errors: item.errors };
}

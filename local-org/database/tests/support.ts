/** An org in memory, with rights and triggers made for one test. */
import { join } from 'node:path';
import { formulaCompiler } from '../../formula';
import { loadOrg, PlatformError, type ObjectModel } from '../../schema';
import { openDatabase } from '..';
import type { AccessPolicy, Caller, DatabaseEngine, DmlOptions, DmlResult, ResultRow, Row, TriggerCall, TriggerEvent } from '../types';

export const org = loadOrg({ projectDir: join(__dirname, '../../conformance/fixtures/depot') });
export const NOW = Date.parse('2026-03-15T18:30:00Z');

export interface World {
  readonly db: DatabaseEngine;
  readonly admin: Caller;
  /** A user whose record and field rights count. */
  readonly clerk: Caller;
  insert(object: string, rows: readonly Row[], options?: Partial<DmlOptions>, caller?: Caller): readonly DmlResult[];
  update(object: string, rows: readonly Row[], options?: Partial<DmlOptions>, caller?: Caller): readonly DmlResult[];
  /** Inserts one row that must succeed. */
  make(object: string, row: Row): string;
  read(soql: string, caller?: Caller, binds?: Record<string, never> | Record<string, string | number | boolean | null | (string | null)[]>): readonly ResultRow[];
}

export function object(name: string): ObjectModel {
  const found = org.object(name);
  if (!found) throw new Error(`No object ${name}`);
  return found;
}

export function world(file?: string): World {
  const db = openDatabase(org, formulaCompiler, { file });
  db.attach({ clock: { now: () => NOW } });
  const [adminId = '', clerkId = ''] = db.seed(object('User'), [
    { Username: 'admin@example.com', LastName: 'Admin', Email: 'admin@example.com', TimeZoneSidKey: 'UTC' },
    // At half past six in the evening UTC it is already tomorrow for the clerk.
    { Username: 'clerk@example.com', FirstName: 'Kim', LastName: 'Clerk', Email: 'clerk@example.com', TimeZoneSidKey: 'Asia/Ho_Chi_Minh' },
  ]);
  const admin: Caller = { userId: adminId, mode: 'system', sharing: false };
  const all: DmlOptions = { allOrNone: false, origin: { kind: 'api' } };
  const write = (operation: 'insert' | 'update') => (name: string, rows: readonly Row[], options: Partial<DmlOptions> = {}, caller = admin) =>
    db.dml(operation, object(name), rows, caller, { ...all, ...options });
  const insert = write('insert');
  return {
    db, admin, insert,
    clerk: { userId: clerkId, mode: 'user', sharing: true },
    update: write('update'),
    make: (name, row) => {
      const [result] = insert(name, [row]);
      if (!result?.success || result.id === null) throw new Error(JSON.stringify(result));
      return result.id;
    },
    read: (soql, caller = admin, binds) => db.query(soql, caller, { binds }).rows,
  };
}

export const errorsOf = (results: readonly DmlResult[]): string[] => results.map((result) => (result.success ? 'ok' : result.errors.map((error) => `${error.code}: ${error.message}`).join('; ')));

/** The code and last line of what a query is refused with. */
export function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof PlatformError) return `${error.code} ${error.message.split('\n').pop() ?? ''}`;
    return (error as Error).message;
  }
  return 'nothing was refused';
}

/** Everyone may do everything, save what a test says. */
export function policy(over: Partial<AccessPolicy>): AccessPolicy {
  return {
    objectRights: () => ({ create: true, read: true, edit: true, delete: true, viewAll: false, modifyAll: false }),
    canReadField: () => true,
    canEditField: () => true,
    rowPredicate: () => undefined,
    afterWrite: () => undefined,
    ...over,
  };
}

/** Owners see their own records of shared objects. */
export const ownersOnly = policy({
  rowPredicate: (userId, model, _access, alias) => (model.field('OwnerId') && model.name !== 'Group' ? { text: `${alias}."OwnerId" = ?`, params: [userId] } : model.name === 'Parcel__c'
    ? { text: `EXISTS (SELECT 1 FROM "Shipment__c" p WHERE p."Id" = ${alias}."Shipment__c" AND p."OwnerId" = ?)`, params: [userId] } : undefined),
});

export function onTrigger(db: DatabaseEngine, name: string, events: readonly TriggerEvent[], fire: (call: TriggerCall) => void): void {
  db.attach({ triggers: { hasTriggers: (model, event) => model.name === name && events.includes(event), fire } });
}

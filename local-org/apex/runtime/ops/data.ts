/** Queries, DML and System.runAs of compiled code. */
import type { AnalysedQuery, DmlOperation } from '../../../database';
import { queryCount, queryException, queryRecords, runDml, callerOf, singleRecord } from '../data';
import type { ApexValue, Execution } from '../types';
import { ApexException, ApexList, ApexMap, SObjectValue, nullPointer } from '../values';

/** A query of the source, analysed when it first runs. */
export class CompiledQuery {
  private analysed?: AnalysedQuery;
  constructor(readonly text: string) {}
  of(x: Execution): AnalysedQuery {
    return (this.analysed ??= x.database.analyse(this.text));
  }
}

type Binds = Readonly<Record<string, ApexValue>> | null;

export function query(x: Execution, compiled: CompiledQuery, binds: Binds): ApexList {
  const analysed = compiled.of(x);
  return queryRecords(x, analysed, binds ?? {}, analysed.mode);
}
export function count(x: Execution, compiled: CompiledQuery, binds: Binds): number {
  const analysed = compiled.of(x);
  return queryCount(x, analysed, binds ?? {}, analysed.mode);
}
export const queryRows = (x: Execution, compiled: CompiledQuery, binds: Binds): readonly SObjectValue[] => query(x, compiled, binds).items;

/** Rows that a query loop over lists hands out at once. */
const CHUNK = 200;
export function* queryChunks(x: Execution, compiled: CompiledQuery, binds: Binds): Generator<ApexList> {
  const rows = query(x, compiled, binds);
  for (let start = 0; start < rows.items.length; start += CHUNK) yield new ApexList(rows.items.slice(start, start + CHUNK), rows.elementType);
}

/** A query that is text: with binds it is run with the caller's variables, which `resolve` finds by lower-case name. */
export function dynamicQuery(x: Execution, text: string | null, unbound: () => ApexValue, bound: (x: Execution, text: string, binds: ApexMap, level: ApexValue) => ApexValue, level: () => ApexValue, resolve: (name: string) => ApexValue): ApexValue {
  if (text === null || !text.includes(':')) return unbound();
  let names: readonly string[];
  try {
    names = x.database.analyse(text).binds.map((bind) => bind.name);
  } catch (error) {
    throw queryException(error);
  }
  if (names.length === 0) return unbound();
  const binds = new ApexMap([], 'String', 'Object');
  for (const name of names) {
    const value = resolve(name.toLowerCase());
    if (value === undefined) throw new ApexException('QueryException', `Variable does not exist: ${name}`);
    binds.put(name, value);
  }
  return bound(x, text, binds, level());
}
/** The access level of a statement that states none: that of the class that runs. */
export const levelOf = (x: Execution, user: () => ApexValue, system: () => ApexValue): ApexValue => (x.frame?.mode === 'user' ? user() : system());

/** A call of a @Future method: a job of its own. */
export function future(x: Execution, className: string, method: string, args: readonly ApexValue[]): null {
  x.services.submit({ kind: 'future', className, method, args });
  return null;
}

export function single(_x: Execution, rows: ApexList | null): SObjectValue {
  if (rows === null) throw nullPointer();
  return singleRecord(rows);
}
/** Before `?.` and `??`: no row is null instead of an exception. */
export function singleOrNull(x: Execution, rows: ApexList): SObjectValue | null {
  return rows.items.length === 0 ? null : single(x, rows);
}

export function dml(x: Execution, operation: DmlOperation, value: ApexList | SObjectValue | null, mode: 'user' | 'system' | null, externalIdField: string | null): void {
  if (value === null) throw nullPointer();
  const records = value instanceof ApexList ? value.items : [value];
  runDml(x, operation, records, { allOrNone: true, caller: callerOf(x, mode ?? undefined), ...(externalIdField === null ? {} : { externalIdField }) });
}

/** Where System.runAs goes back to: the user, and what was written so far of set-up and other objects. */
export interface RunAsContext { readonly userId: string; leave(): void; }

/** Answers what to go back to. */
export function runAs(x: Execution, user: SObjectValue | null): RunAsContext {
  if (user === null) throw nullPointer();
  if (!x.test) throw new ApexException('TypeException', 'System.runAs() is only allowed in tests');
  if (user.id === null) runDml(x, 'insert', [user], { allOrNone: true, caller: callerOf(x, 'system') });
  const previous = x.userId;
  x.userId = user.id as string;
  return { userId: previous, leave: x.database.newSetupContext() };
}
export function endRunAs(x: Execution, previous: RunAsContext): void {
  previous.leave();
  x.userId = previous.userId;
}

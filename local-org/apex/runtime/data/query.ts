/** Queries of Apex: in the right name, counted, and with the platform's exceptions. */
import type { AnalysedQuery, Caller, QueryResult, ResultRow, Value } from '../../../database';
import { NotModelledError, PlatformError, SourceError } from '../../../schema';
import type { ApexValue, Execution } from '../types';
import { ApexException, ApexList, ApexSet, recordOfResult, toDatabase, type SObjectValue } from '../values';
import { checkHeap } from './heap';
import { use } from './limits';
import { inTestClass } from './test-class';

/** In whose name a statement runs: its own mode, else that of the class that runs. */
export function callerOf(x: Execution, mode?: 'user' | 'system'): Caller {
  const { frame } = x;
  return x.caller(mode ?? frame?.mode, frame?.sharing ?? false, frame?.apiVersion ?? x.org.apiVersion);
}

/** Binds by name; collections of Apex as arrays. */
export function bindsOf(values: Readonly<Record<string, ApexValue>>): Record<string, Value | Value[]> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value instanceof ApexList || value instanceof ApexSet ? [...value].map(toDatabase) : toDatabase(value)]));
}

const LOCKED = 'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, is currently being modified by another user. Please try again.';

/** Runs a query as it is; errors become QueryException. */
export function runQuery(x: Execution, query: string | AnalysedQuery, binds: Readonly<Record<string, ApexValue>>, caller: Caller, allRows = false): QueryResult {
  use(x, 'queries');
  if (inTestClass(x)) x.database.nextStep();
  let result: QueryResult;
  try {
    result = x.database.query(query, caller, { binds: bindsOf(binds), ...(allRows ? { allRows } : {}) });
  } catch (failure) {
    throw queryException(failure);
  }
  checkHeap(x, result);
  use(x, 'queryRows', result.query.kind === 'count' ? 1 : countRows(result.rows));
  return result;
}
function countRows(rows: readonly ResultRow[]): number {
  let count = rows.length;
  for (const row of rows) for (const children of Object.values(row.children)) count += countRows(children);
  return count;
}
export function queryException(failure: unknown): unknown {
  if (failure instanceof NotModelledError) return failure;
  if (failure instanceof SourceError) return new ApexException('QueryException', failure.problem);
  if (failure instanceof PlatformError) {
    const exception = new ApexException('QueryException', failure.code === 'UNABLE_TO_LOCK_ROW' ? LOCKED : failure.message);
    if (failure.inaccessible) exception.inaccessible = failure.inaccessible;
    return exception;
  }
  return failure;
}

/** `[SELECT ...]` and Database.query: the rows as records. */
export function queryRecords(x: Execution, query: string | AnalysedQuery, binds: Readonly<Record<string, ApexValue>> = {}, mode?: 'user' | 'system', allRows = false): ApexList {
  const result = runQuery(x, query, binds, callerOf(x, mode), allRows);
  const records = result.rows.map((row) => recordOfResult(x.org, row, result.query));
  return new ApexList(records, result.query.kind === 'aggregate' ? 'AggregateResult' : result.query.object.name);
}
/** `[SELECT COUNT() ...]` and Database.countQuery. */
export function queryCount(x: Execution, query: string | AnalysedQuery, binds: Readonly<Record<string, ApexValue>> = {}, mode?: 'user' | 'system'): number {
  return runQuery(x, query, binds, callerOf(x, mode)).size;
}
/** The one row where a query stands for a single record. */
export function singleRecord(rows: ApexList): SObjectValue {
  if (rows.items.length === 0) throw new ApexException('QueryException', 'List has no rows for assignment to SObject');
  if (rows.items.length > 1) throw new ApexException('QueryException', 'List has more than 1 row for assignment to SObject');
  return rows.items[0] as SObjectValue;
}

/** Governor limits. https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm */
import type { Execution, LimitCounters } from '../types';
import { ApexException } from '../values';

type Counted = Exclude<keyof LimitCounters, 'statements' | 'cpuStart'>;

/** Caps of one transaction. */
const SYNCHRONOUS: Readonly<LimitCounters> = { queries: 100, queryRows: 50_000, dmlStatements: 150, dmlRows: 10_000, queueableJobs: 50, futureCalls: 50, callouts: 100, emailInvocations: 10, soslQueries: 20, publishImmediateDml: 150, statements: Infinity, cpuStart: 10_000 };
const ASYNCHRONOUS: Readonly<LimitCounters> = { ...SYNCHRONOUS, queries: 200, queueableJobs: 1, futureCalls: 0, cpuStart: 60_000 };

export type TransactionKind = Execution['kind'];

/** What a transaction of this kind may use. A batch may enqueue one job as any asynchronous work may; a scheduled one is synchronous in this. */
export function capsOf(kind: TransactionKind, asynchronous: boolean): Readonly<LimitCounters> {
  if (kind === 'scheduled') return { ...SYNCHRONOUS };
  if (kind === 'queueable') return { ...ASYNCHRONOUS, futureCalls: 50 };
  return asynchronous && kind !== 'event' ? ASYNCHRONOUS : SYNCHRONOUS;
}
export function freshCounters(now: number): LimitCounters {
  return { queries: 0, queryRows: 0, dmlStatements: 0, dmlRows: 0, queueableJobs: 0, futureCalls: 0, callouts: 0, emailInvocations: 0, soslQueries: 0, publishImmediateDml: 0, statements: 0, cpuStart: now };
}

const WORDS: Readonly<Record<Counted, string>> = {
  queries: 'Too many SOQL queries', queryRows: 'Too many query rows', dmlStatements: 'Too many DML statements', dmlRows: 'Too many DML rows', queueableJobs: 'Too many queueable jobs added to the queue', futureCalls: 'Too many future calls',
  callouts: 'Too many callouts', emailInvocations: 'Too many Email Invocations', soslQueries: 'Too many SOSL queries', publishImmediateDml: 'Too many Publish Immediate DML statements',
};

/** Adds to a counter. Past its cap the transaction ends with a LimitException that no code can catch. */
export function use(x: Execution, counter: Counted, amount = 1): void {
  x.limits[counter] += amount;
  if (x.limits[counter] > x.services.caps[counter]) throw new ApexException('LimitException', `${WORDS[counter]}: ${x.limits[counter]}`);
}

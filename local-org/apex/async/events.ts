/** Platform events: after-insert triggers run as the Automated Process user, in a transaction of their own. */
import type { Row } from '../../database';
import type { Environment, PublishedEvents } from '../execution/environment';
import { runTransaction } from '../execution/transaction';
import { TriggerContextValue } from '../library';
import type { TestState } from '../runtime/types';
import { ApexException, ApexList, recordOf } from '../runtime/values';
import { iso } from './job';

/** Events that one trigger takes at once. */
const BATCH = 2000;
/** Runs of a trigger that asks to be retried: the first and nine more. */
const RUNS = 10;

let replay = 0;

/** Hands events to their subscribers. */
export function deliver(environment: Environment, published: PublishedEvents, test?: TestState): void {
  const { object } = published;
  const rows: Row[] = published.rows.map((row) => ({ ...row, ReplayId: String(++replay), CreatedDate: iso(environment.clock.now()), CreatedById: published.userId }));
  for (const trigger of environment.program().triggers.filter((each) => each.active && each.object === object.name && each.events.includes('afterInsert'))) {
    for (let at = 0; at < rows.length; at += BATCH) {
      const records = rows.slice(at, at + BATCH).map((row) => recordOf(object, row));
      for (const record of records) record.readOnly = true;
      attempt(environment, trigger.name, test, (x) => trigger.run(x, { event: 'afterInsert', new: new ApexList(records, object.name), old: null, newMap: null, oldMap: null, size: records.length }), trigger.apiVersion);
    }
  }
}

function attempt(environment: Environment, name: string, test: TestState | undefined, work: (x: Parameters<Parameters<typeof runTransaction>[2]>[0]) => void, apiVersion: number): void {
  let lastError: string | null = null;
  for (let retries = 0; retries < RUNS; retries++) {
    try {
      runTransaction(environment, { kind: 'event', userId: environment.security.systemUserId, name, ...(test ? { test } : {}) }, (x) => {
        x.frame = { className: name, sharing: false, mode: 'system', apiVersion };
        TriggerContextValue.set(x, new TriggerContextValue(retries, lastError));
        work(x);
      });
      return;
    } catch (failure) {
      if (!(failure instanceof ApexException)) throw failure;
      if (failure.apexType !== 'EventBus.RetryableException') {
        if (test) throw failure;
        return; // noted among the recent transactions, as an unhandled exception of a subscriber is in the debug log
      }
      lastError = failure.apexMessage;
    }
  }
}

/** Delivers the oldest published events; false when none wait. */
export function runDueEvents(environment: Environment): boolean {
  const next = environment.events.shift();
  if (!next) return false;
  deliver(environment, next);
  return true;
}

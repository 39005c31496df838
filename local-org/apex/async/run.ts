/** Runs queued work: each job a transaction of its own, its state in its row, its failure told. */
import type { Environment } from '../execution/environment';
import { Transaction, runTransaction, uncaught } from '../execution/transaction';
import type { ApexValue, Execution, TestState } from '../runtime/types';
import { runBatch } from './batch';
import { context } from './contexts';
import { runDueEvents } from './events';
import { iso, type Job } from './job';
import { forget, postpone } from './kept';

/** Sets columns of a job's row, in the running transaction or one of its own. */
export function mark(environment: Environment, jobId: string, values: Readonly<Record<string, string | number | null>>): void {
  const names = Object.keys(values);
  const work = (): unknown => environment.database.sql.run(`UPDATE "AsyncApexJob" SET ${names.map((name) => `"${name}" = ?`).join(', ')} WHERE "Id" = ?`, [...Object.values(values), jobId]);
  if (environment.database.inTransaction) work();
  else environment.database.transaction(work);
}

/** Longest text of ExtendedStatus. */
const STATUS_LENGTH = 255;

/** Runs one job to its end. Throws what the job threw when `rethrow`: then a test sees it. */
export function runJob(environment: Environment, job: Job, test?: TestState): void {
  mark(environment, job.id, { Status: 'Processing' });
  try {
    const { kind } = job.request;
    if (kind === 'batch' || kind === 'scheduledBatch') runBatch(environment, job, test);
    else runSimple(environment, job, test);
  } catch (failure) {
    fail(environment, job, failure);
    throw failure;
  }
}

/** In the transaction that did the work: its row says so, and it is not waiting any more. A schedule waits for its next moment. */
export function complete(environment: Environment, job: Job, values: Readonly<Record<string, string | number | null>> = { JobItemsProcessed: 1, TotalJobItems: 1 }): void {
  mark(environment, job.id, { Status: 'Completed', CompletedDate: iso(environment.clock.now()), ...values });
  const next = job.cron?.next(environment.clock.now());
  if (next === undefined) forget(environment, job.id);
  else postpone(environment, job.id, next);
  if (job.cron) environment.database.sql.run('UPDATE "CronTrigger" SET "PreviousFireTime" = "NextFireTime", "NextFireTime" = ?, "TimesTriggered" = "TimesTriggered" + 1, "State" = ? WHERE "Id" = ?', [next === undefined ? null : iso(next), next === undefined ? 'DELETED' : 'WAITING', job.id]);
}

/** The work came to nothing: its row says why, and it is not tried again. A schedule fires at its next moment all the same. */
function fail(environment: Environment, job: Job, failure: unknown): void {
  const work = (): void => {
    complete(environment, job, { Status: 'Failed', NumberOfErrors: 1, ExtendedStatus: uncaught(failure).message.slice(0, STATUS_LENGTH) });
  };
  if (environment.database.inTransaction) work();
  else environment.database.transaction(work);
}

function runSimple(environment: Environment, job: Job, test?: TestState): void {
  const { request } = job;
  let finalizer: ApexValue;
  let failure: unknown;
  const kind = request.kind === 'future' ? 'future' : request.kind === 'scheduled' ? 'scheduled' : 'queueable';
  try {
    runTransaction(environment, { kind, userId: job.userId, name: job.name, ...(test ? { test: { ...test, jobs: test.jobs } } : {}), job: { id: job.id, depth: job.depth, maximumDepth: job.maximumDepth } }, (x) => {
      try {
        execute(x, job);
      } finally {
        finalizer = x.services.finalizer;
      }
      complete(environment, job);
    });
  } catch (thrown) {
    failure = thrown;
    // Before its finalizer runs: that reads the state of the job.
    if (finalizer !== undefined) fail(environment, job, thrown);
  }
  if (finalizer !== undefined) runFinalizer(environment, job, finalizer, failure, test);
  if (failure !== undefined) throw failure;
}

function execute(x: Execution, job: Job): void {
  const { request } = job;
  if (request.kind === 'queueable') x.runtime.invoke(x, request.target, 'execute', [context.queueable(job.id)]);
  else if (request.kind === 'scheduled') x.runtime.invoke(x, request.target, 'execute', [context.scheduled(job.id)]);
  else if (request.kind === 'future') x.runtime.invokeStatic(x, request.className, request.method, request.args);
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_transaction_finalizers.htm */
function runFinalizer(environment: Environment, job: Job, finalizer: ApexValue, failure: unknown, test?: TestState): void {
  runTransaction(environment, { kind: 'queueable', userId: job.userId, name: `${job.name} finalizer`, ...(test ? { test } : {}), job: { id: job.id, depth: job.depth, maximumDepth: job.maximumDepth } }, (x) => {
    x.runtime.invoke(x, finalizer, 'execute', [context.finalizer(job.id, failure)]);
  });
}

/** Test.stopTest: everything queued since startTest runs now, in the transaction of the test. */
export function runJobsOfTest(environment: Environment, test: TestState): void {
  const jobs = test.jobs as Job[];
  while (jobs.length) {
    const job = jobs.shift() as Job;
    runJob(environment, job, test);
  }
}

/** Runs work that is due, at most `limit` jobs; a failure is noted in the job's row and in the log of transactions. */
export function runDue(environment: Environment, limit: number): number {
  let ran = 0;
  while (ran < limit) {
    if (runDueEvents(environment)) {
      ran++;
      continue;
    }
    const job = environment.queue.take(environment.clock.now());
    if (!job) break;
    ran++;
    try {
      runJob(environment, job);
    } catch (failure) {
      // An exception of Apex has been noted; a defect of the local org must reach whoever runs it.
      if (!uncaught(failure).exception) throw failure;
    } finally {
      if (job.cron) again(environment, job);
    }
  }
  return ran;
}

/** A schedule that fired waits for its next moment, unless it was aborted meanwhile. */
function again(environment: Environment, job: Job): void {
  const due = environment.database.sql.all('SELECT due FROM _job WHERE id = ?', [job.id])[0]?.['due'];
  if (due !== undefined) environment.queue.add({ ...job, dueAt: Number(due) });
}

export { Transaction };

/** Asynchronous test runs: what is queued and what came of it stands in rows that clients query. */
import type { ApexTestResult, ApexTestRun } from '../../apex';
import { inBackground } from '../background';
import type { ObjectModel } from '../../schema';
import type { Row } from '../../database';
import type { Platform } from '../types';
import type { AskedRun } from './asked';
import { saveCoverage } from './coverage';
import { codeIds } from './results';
import { runClasses } from './run';

interface Rows { readonly jobId: string; readonly runId: string; /** Queue items by class name. */ readonly items: ReadonlyMap<string, string>; }

const now = (platform: Platform): string => `${new Date(platform.clock.now()).toISOString().slice(0, 19)}.000Z`;
const objectOf = (platform: Platform, name: string): ObjectModel => platform.org.object(name) as ObjectModel;

/** Queues a run and answers the id of its job. */
export function startRun(platform: Platform, userId: string, asked: AskedRun): string {
  const rows = platform.database.transaction(() => queue(platform, userId, asked));
  inBackground(platform, () => run(platform, asked, rows));
  return rows.jobId;
}

function queue(platform: Platform, userId: string, asked: AskedRun): Rows {
  const { byName } = codeIds(platform);
  const seed = (name: string, rows: readonly Row[]): string[] => platform.database.seed(objectOf(platform, name), rows);
  // What a stopped process left behind will not go on.
  for (const table of ['ApexTestQueueItem', 'ApexTestRunResult']) platform.database.sql.run(`UPDATE "${table}" SET "Status" = 'Aborted' WHERE "Status" IN ('Queued', 'Processing') AND "${table === 'ApexTestQueueItem' ? 'ParentJobId' : 'AsyncApexJobId'}" IN (SELECT "Id" FROM "AsyncApexJob" WHERE "Status" = 'Failed')`);
  const created = now(platform);
  const [jobId] = seed('AsyncApexJob', [{ JobType: 'TestRequest', Status: 'Queued', JobItemsProcessed: 0, TotalJobItems: asked.classes.length, NumberOfErrors: 0, CreatedById: userId, CreatedDate: created }]) as [string];
  const [runId] = seed('ApexTestRunResult', [{
    AsyncApexJobId: jobId, UserId: userId, IsAllTests: asked.allTests, Source: 'Tooling', StartTime: created, Status: 'Queued', ClassesEnqueued: asked.classes.length, ClassesCompleted: 0, MethodsEnqueued: 0, MethodsCompleted: 0, MethodsFailed: 0, CreatedById: userId,
  }]) as [string];
  const ids = seed('ApexTestQueueItem', asked.classes.map(({ name }): Row => ({ ApexClassId: byName.get(name.toLowerCase()) ?? null, Status: 'Queued', ParentJobId: jobId, TestRunResultId: runId, ShouldSkipCodeCoverage: !asked.coverage, CreatedById: userId })));
  return { jobId, runId, items: new Map(asked.classes.map(({ name }, index) => [name, ids[index] as string])) };
}

async function run(platform: Platform, asked: AskedRun, rows: Rows): Promise<void> {
  const started = platform.clock.now();
  set(platform, 'ApexTestRunResult', rows.runId, { Status: 'Processing' });
  set(platform, 'AsyncApexJob', rows.jobId, { Status: 'Processing' });
  let failures = 0;
  let error: string | undefined;
  let result: ApexTestRun = { results: [], coverage: [] };
  try {
    const trial = platform.withoutData();
    try {
      result = await runClasses(trial, asked.classes, {
        coverage: asked.coverage,
        before: (name) => set(platform, 'ApexTestQueueItem', rows.items.get(name) as string, { Status: 'Processing' }),
        after: (name, results) => {
          failures += results.filter((each) => each.outcome !== 'Pass').length;
          save(platform, rows, name, results);
        },
        enough: () => asked.maxFailedTests !== undefined && failures > asked.maxFailedTests,
      });
      if (asked.coverage) saveCoverage(platform, result.coverage);
    } finally {
      trial.close();
    }
  } catch (failure) {
    error = failure instanceof Error ? failure.message : String(failure);
  }
  finish(platform, rows, result, started, error);
}

function save(platform: Platform, rows: Rows, name: string, results: readonly ApexTestResult[]): void {
  const { byName } = codeIds(platform);
  const item = rows.items.get(name) as string;
  const timestamp = now(platform);
  const passed = results.filter((each) => each.outcome === 'Pass').length;
  platform.database.transaction(() => {
    platform.database.seed(objectOf(platform, 'ApexTestResult'), results.map((each): Row => ({
      ApexClassId: byName.get(name.toLowerCase()) ?? null, MethodName: each.method, Outcome: each.outcome, Message: each.message, StackTrace: each.stack, RunTime: Math.round(each.timeMs), TestTimestamp: timestamp,
      AsyncApexJobId: rows.jobId, QueueItemId: item, ApexTestRunResultId: rows.runId, IsTestSetup: false,
    })));
    setNow(platform, 'ApexTestQueueItem', item, { Status: passed === results.length ? 'Completed' : 'Failed', ExtendedStatus: `(${passed}/${results.length})` });
    platform.database.sql.run('UPDATE "ApexTestRunResult" SET "ClassesCompleted" = "ClassesCompleted" + 1, "MethodsEnqueued" = "MethodsEnqueued" + ?, "MethodsCompleted" = "MethodsCompleted" + ?, "MethodsFailed" = "MethodsFailed" + ? WHERE "Id" = ?', [results.length, results.length, results.length - passed, rows.runId]);
    platform.database.sql.run('UPDATE "AsyncApexJob" SET "JobItemsProcessed" = "JobItemsProcessed" + 1 WHERE "Id" = ?', [rows.jobId]);
  });
}

function finish(platform: Platform, rows: Rows, run: ApexTestRun, started: number, error: string | undefined): void {
  const failed = run.results.some((each) => each.outcome !== 'Pass');
  platform.database.transaction(() => {
    platform.database.sql.run(`UPDATE "ApexTestQueueItem" SET "Status" = ?, "ExtendedStatus" = ? WHERE "ParentJobId" = ? AND "Status" IN ('Queued', 'Processing')`, [error ? 'Failed' : 'Aborted', (error ?? 'The run ended before').slice(0, 1000), rows.jobId]);
    setNow(platform, 'ApexTestRunResult', rows.runId, { Status: error || failed ? 'Failed' : 'Completed', EndTime: now(platform), TestTime: Math.round(platform.clock.now() - started) });
    setNow(platform, 'AsyncApexJob', rows.jobId, { Status: error ? 'Failed' : 'Completed', CompletedDate: now(platform), NumberOfErrors: error ? 1 : 0, ExtendedStatus: error?.slice(0, 255) ?? null });
  });
}

function set(platform: Platform, table: string, id: string, values: Readonly<Record<string, string | number | null>>): void {
  platform.database.transaction(() => setNow(platform, table, id, values));
}

function setNow(platform: Platform, table: string, id: string, values: Readonly<Record<string, string | number | null>>): void {
  const names = Object.keys(values);
  platform.database.sql.run(`UPDATE "${table}" SET ${names.map((name) => `"${name}" = ?`).join(', ')} WHERE "Id" = ?`, [...Object.values(values), id]);
}

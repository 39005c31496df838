/** Apex tests over the Tooling API, asynchronously: a run is queued, its state and results are rows. */
import type { TestOutcome } from '../../local-org/conformance/types';
import { ask, queryAll, until, type OrgClient } from './client';

interface RunRow { readonly Status: string; readonly ClassesEnqueued: number; readonly ClassesCompleted: number; readonly MethodsCompleted: number; readonly MethodsFailed: number; }
interface QueueRow { readonly Status: string; readonly ExtendedStatus: string | null; readonly ApexClass: { readonly Name: string } | null; }
interface ResultRow { readonly MethodName: string; readonly Outcome: 'Pass' | 'Fail' | 'CompileFail' | 'Skip'; readonly Message: string | null; readonly ApexClass: { readonly Name: string }; }

/** Longest time a test run may take, in seconds. */
const LONGEST = 7200;
const RUNNING = ['Holding', 'Queued', 'Preparing', 'Processing'];

export interface TestRun { readonly outcomes: readonly TestOutcome[]; /** Classes that ended without results, and why. */ readonly broken: readonly { readonly testClass: string; readonly why: string }[]; }

/** Runs every test class of the org that no managed package brought. */
export async function runAllTests(client: OrgClient, progress: (text: string) => void): Promise<TestRun> {
  const jobId = await ask<string>(client, 'run its Apex tests', 'POST', 'tooling/runTestsAsynchronous', { testLevel: 'RunLocalTests', skipCodeCoverage: true });
  let shown = '';
  await until(`The test run ${jobId}`, LONGEST, async () => {
    const [run] = await queryAll<RunRow>(client, 'tell how the test run goes', `SELECT Status, ClassesEnqueued, ClassesCompleted, MethodsCompleted, MethodsFailed FROM ApexTestRunResult WHERE AsyncApexJobId = '${jobId}'`, 'tooling/query');
    const text = run ? `${run.ClassesCompleted} of ${run.ClassesEnqueued} classes, ${run.MethodsCompleted} tests, ${run.MethodsFailed} failed` : '';
    if (text && text !== shown) progress((shown = text));
    return run && !RUNNING.includes(run.Status) ? run : undefined;
  });
  const items = await queryAll<QueueRow>(client, 'list the classes of the test run', `SELECT Status, ExtendedStatus, ApexClass.Name FROM ApexTestQueueItem WHERE ParentJobId = '${jobId}'`, 'tooling/query');
  const results = await queryAll<ResultRow>(client, 'list the results of the tests', `SELECT MethodName, Outcome, Message, ApexClass.Name FROM ApexTestResult WHERE AsyncApexJobId = '${jobId}' ORDER BY ApexClass.Name, MethodName`, 'tooling/query');
  const outcomes = results.map((each): TestOutcome => ({ testClass: each.ApexClass.Name, method: each.MethodName, passed: each.Outcome === 'Pass', message: each.Message }));
  const ran = new Set(outcomes.map((each) => each.testClass));
  const broken = items.filter((each) => each.ApexClass && each.Status !== 'Completed' && !ran.has(each.ApexClass.Name)).map((each) => ({ testClass: each.ApexClass?.Name ?? '', why: `${each.Status}${each.ExtendedStatus ? `: ${each.ExtendedStatus}` : ''}` }));
  return { outcomes, broken };
}

/**
 * A deployment: its components become sources beside those of the project; an org of them is built in memory and its tests run there;
 * only when all of that went well does the running org go over to them, with its data. What is refused leaves it as it was.
 */
import { draftOf, dropDraft, hasComponent, keepDraft, SourceError, unpack, type DeployedComponent, type Draft, type Unpacked } from '../../schema';
import { pause } from '../background';
import { codeIds, runTestsResult } from '../tooling/results';
import { runClasses } from '../tooling/run';
import type { Platform } from '../types';
import { acceptance } from './acceptance';
import { stamp, type DeployFailure, type DeployRequest, type DeploySuccess } from './request';

type Changes = Pick<Unpacked, 'components' | 'removed'>;

export async function deploy(platform: Platform, request: DeployRequest, entries: ReadonlyMap<string, Uint8Array>): Promise<void> {
  if (request.status !== 'Pending') return;
  request.status = 'InProgress';
  request.startDate = stamp(platform);
  try {
    await deployNow(platform, request, entries);
  } finally {
    request.completedDate = stamp(platform);
    request.stateDetail = null;
  }
}

async function deployNow(platform: Platform, request: DeployRequest, entries: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const unpacked = unpack(entries, request.options);
  request.total = unpacked.components.length + unpacked.removed.length;
  request.failures = unpacked.faults;
  let changes: Changes = withoutFaulty(unpacked, unpacked.faults);
  for (;;) {
    if (request.failures.length > 0 && (request.options.rollbackOnError || changes.components.length + changes.removed.length === 0)) return failed(request);
    const tried = await trial(platform, changes);
    if (tried.failures.length === 0) return settle(platform, request, changes, tried.draft, tried.candidate as Platform);
    dropDraft(tried.draft);
    request.failures = [...request.failures, ...tried.failures];
    const rest = withoutFaulty(changes, tried.failures);
    // A fault that no component of this deployment has cannot be left out.
    if (rest.components.length === changes.components.length && rest.removed.length === changes.removed.length) return failed(request);
    changes = rest;
  }
}

function failed(request: DeployRequest): void {
  request.status = 'Failed';
}

function withoutFaulty(changes: Changes, faults: readonly DeployFailure[]): Changes {
  const bad = new Set(faults.map((each) => `${each.type} ${each.fullName}`));
  return { components: changes.components.filter((each) => !bad.has(`${each.type} ${each.fullName}`)), removed: changes.removed.filter((each) => !bad.has(`${each.type} ${each.fullName}`)) };
}

interface Trial { readonly draft: Draft; readonly candidate?: Platform; readonly failures: readonly DeployFailure[]; }

/** The org as it would be, in memory, and what is wrong with it. */
async function trial(platform: Platform, changes: Changes): Promise<Trial> {
  let draft: Draft;
  try {
    draft = draftOf(platform.deployedDir, platform.org, changes);
  } catch (failure) {
    if (!(failure instanceof SourceError)) throw failure;
    const named = changes.removed.find((each) => each.fileName === failure.position?.file && failure.problem.includes(each.fullName)) ?? changes.removed[0];
    return { draft: { folder: '', origin: () => undefined }, failures: [{ type: named?.type ?? '', fullName: named?.fullName ?? '', fileName: named?.fileName ?? 'package.xml', problem: failure.problem }] };
  }
  await pause();
  let candidate: Platform | undefined;
  try {
    candidate = platform.withoutData(draft.folder);
    platform.database.checkFits(candidate.org);
    const errors = candidate.apex.compile();
    if (errors.length === 0) return { draft, candidate, failures: [] };
    candidate.close();
    return { draft, failures: errors.map((error) => failureOf(error, draft)) };
  } catch (failure) {
    candidate?.close();
    if (failure instanceof SourceError) return { draft, failures: [failureOf(failure, draft)] };
    dropDraft(draft);
    throw failure;
  }
}

/** Where in the deployment a fault of the sources is. */
function failureOf(error: SourceError, draft: Draft): DeployFailure {
  const origin = error.position ? draft.origin(error.position.file) : undefined;
  if (!origin || !error.position) return { type: '', fullName: error.position?.file.replace(/^.*[\\/]/, '') ?? '', fileName: '', problem: error.problem, ...(error.position ? { line: error.position.line, column: error.position.column } : {}) };
  const { component, file } = origin;
  return { type: component.type, fullName: component.fullName, fileName: component.fileName, problem: error.problem, line: error.position.line + file.linesBefore, column: error.position.column };
}

/** Runs the tests asked for, and goes over to the new sources unless it was only to be checked. */
async function settle(platform: Platform, request: DeployRequest, changes: Changes, draft: Draft, candidate: Platform): Promise<void> {
  let kept = false;
  try {
    await runTests(candidate, request);
    if (request.failures.some((each) => each.type === 'TestClass') || (request.tests?.numFailures ?? 0) > 0) return failed(request);
    const put = request.options.checkOnly ? undefined : await acceptance(platform, candidate, (failure) => failureOf(failure, draft));
    if (put && 'failure' in put) {
      request.failures = [...request.failures, put.failure];
      return failed(request);
    }
    const before = platform.org;
    if (put) {
      platform.adopt(draft.folder);
      keepDraft(platform.deployedDir, draft);
      kept = true;
      put.install();
    }
    const ids = codeIds(platform).byName;
    request.successes = [...changes.components.map((each) => success(each, !hasComponent(before, each.type, each.fullName), false, ids)), ...changes.removed.map((each) => success(each, false, true, ids))];
    request.status = request.failures.length > 0 ? 'SucceededPartial' : 'Succeeded';
  } finally {
    candidate.close();
    if (!kept) dropDraft(draft);
  }
}

function success(component: Pick<DeployedComponent, 'type' | 'fullName' | 'fileName'>, created: boolean, deleted: boolean, ids: ReadonlyMap<string, string>): DeploySuccess {
  const isCode = component.type === 'ApexClass' || component.type === 'ApexTrigger';
  return { component, created, deleted, id: isCode ? (ids.get(component.fullName.toLowerCase()) ?? null) : null };
}

async function runTests(candidate: Platform, request: DeployRequest): Promise<void> {
  const { testLevel, runTests: named } = request.options;
  if (testLevel === null || testLevel === 'NoTestRun') return;
  const all = candidate.apex.testClasses;
  const classes = testLevel === 'RunSpecifiedTests' ? named : all;
  const unknown = classes.filter((name) => !all.some((each) => each.toLowerCase() === name.toLowerCase()));
  if (unknown.length > 0) {
    request.failures = [...request.failures, ...unknown.map((name) => ({ type: 'TestClass', fullName: name, fileName: '', problem: `There is no test class ${name}` }))];
    return;
  }
  request.testsTotal = classes.length;
  const run = await runClasses(candidate, classes.map((name) => ({ name })), { coverage: true, before: (name) => (request.stateDetail = `Running Test: ${name}`) });
  request.tests = runTestsResult(candidate, run);
  request.testsTotal = run.results.length;
}

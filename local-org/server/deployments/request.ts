/** One deployment: its state while it runs, and the form in which it is told (Metadata API, "DeployResult"). */
import { makeId } from '../../database';
import type { DeployedComponent } from '../../schema';
import type { RunTestsResult } from '../tooling/results';
import type { Platform } from '../types';
import type { DeployOptions } from './options';

export type DeployStatus = 'Pending' | 'InProgress' | 'Succeeded' | 'SucceededPartial' | 'Failed' | 'Canceling' | 'Canceled';

export interface DeployFailure { readonly type: string; readonly fullName: string; readonly fileName: string; readonly problem: string; readonly line?: number; readonly column?: number; }
export interface DeploySuccess { readonly component: Pick<DeployedComponent, 'type' | 'fullName' | 'fileName'>; readonly created: boolean; readonly deleted: boolean; readonly id: string | null; }

export interface DeployRequest {
  readonly id: string;
  readonly options: DeployOptions;
  readonly userId: string;
  readonly createdDate: string;
  status: DeployStatus;
  startDate: string | null;
  completedDate: string | null;
  total: number;
  testsTotal: number;
  failures: readonly DeployFailure[];
  successes: readonly DeploySuccess[];
  tests: RunTestsResult | null;
  errorStatusCode: string | null;
  errorMessage: string | null;
  stateDetail: string | null;
}

/** Deployments that an org remembers; the platform lists 30 days of them. */
const KEPT = 100;

const requests = new WeakMap<Platform, Map<string, DeployRequest>>();

function known(platform: Platform): Map<string, DeployRequest> {
  let held = requests.get(platform);
  if (!held) requests.set(platform, (held = new Map()));
  return held;
}

export const stamp = (platform: Platform): string => new Date(platform.clock.now()).toISOString();

let next = 1;

export function newRequest(platform: Platform, userId: string, options: DeployOptions): DeployRequest {
  const request: DeployRequest = {
    id: makeId('0Af', next++), options, userId, createdDate: stamp(platform), status: 'Pending', startDate: null, completedDate: null, total: 0, testsTotal: 0, failures: [], successes: [], tests: null, errorStatusCode: null, errorMessage: null, stateDetail: null,
  };
  const held = known(platform);
  held.set(request.id, request);
  if (held.size > KEPT) held.delete(held.keys().next().value as string);
  return request;
}

export function requestOf(platform: Platform, id: string): DeployRequest | undefined {
  return known(platform).get(id) ?? [...known(platform).values()].find((each) => each.id.slice(0, 15) === id);
}

export function isDone(request: DeployRequest): boolean {
  return ['Succeeded', 'SucceededPartial', 'Failed', 'Canceled'].includes(request.status);
}

export function requestJson(platform: Platform, request: DeployRequest, url: string, includeDetails: boolean): Record<string, unknown> {
  return { id: request.id, url, validatedDeployRequestId: null, deployOptions: request.options, deployResult: resultJson(platform, request, includeDetails) };
}

function resultJson(platform: Platform, request: DeployRequest, includeDetails: boolean): Record<string, unknown> {
  const done = isDone(request);
  const good = request.status === 'Succeeded' || request.status === 'SucceededPartial';
  const user = platform.security.user(request.userId);
  return {
    id: request.id, checkOnly: request.options.checkOnly, ignoreWarnings: request.options.ignoreWarnings, rollbackOnError: request.options.rollbackOnError, runTestsEnabled: request.testsTotal > 0,
    done, success: request.status === 'Succeeded', status: request.status, stateDetail: request.stateDetail,
    numberComponentsTotal: request.total, numberComponentsDeployed: good ? request.successes.length : 0, numberComponentErrors: request.failures.length,
    numberTestsTotal: request.testsTotal, numberTestsCompleted: (request.tests?.numTestsRun ?? 0) - (request.tests?.numFailures ?? 0), numberTestErrors: request.tests?.numFailures ?? 0,
    createdBy: request.userId, createdByName: user.name, createdDate: request.createdDate, startDate: request.startDate, lastModifiedDate: request.completedDate ?? request.startDate ?? request.createdDate, completedDate: request.completedDate,
    canceledBy: null, canceledByName: null, errorStatusCode: request.errorStatusCode, errorMessage: request.errorMessage,
    ...(includeDetails ? { details: { componentFailures: request.failures.map((each) => failureJson(request, each)), componentSuccesses: request.successes.map((each) => successJson(request, each)), retrieveResult: null, runTestResult: request.tests } } : {}),
  };
}

const message = (request: DeployRequest): Record<string, unknown> => ({ changed: false, created: false, deleted: false, createdDate: request.startDate, knownPackagingProblem: false, requiresProductionTestRun: false, warning: false });

function failureJson(request: DeployRequest, each: DeployFailure): Record<string, unknown> {
  return { ...message(request), componentType: each.type, fullName: each.fullName, fileName: each.fileName, success: false, problemType: 'Error', problem: each.problem, lineNumber: each.line ?? null, columnNumber: each.column ?? null, id: null };
}

function successJson(request: DeployRequest, each: DeploySuccess): Record<string, unknown> {
  return { ...message(request), componentType: each.component.type, fullName: each.component.fullName, fileName: each.component.fileName, success: true, changed: true, created: each.created, deleted: each.deleted, problemType: null, problem: null, lineNumber: null, columnNumber: null, id: each.id };
}

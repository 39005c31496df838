/** The Tooling API as far as clients run tests and anonymous Apex with it; its queries are those of `rest/query.ts`. */
import { PlatformError } from '../../schema';
import type { OrgRequest, OrgResponse, Platform, Route } from '../types';
import { readAsked } from './asked';
import { runTestsResult } from './results';
import { runClasses } from './run';
import { startRun } from './testRuns';

function mayTest(request: OrgRequest, platform: Platform): void {
  if (!platform.security.hasSystemPermission(request.userId, 'AuthorApex')) throw new PlatformError('INSUFFICIENT_ACCESS', 'You need the Author Apex permission to run tests.');
}

function asynchronous(request: OrgRequest, platform: Platform): OrgResponse {
  mayTest(request, platform);
  return { status: 200, json: startRun(platform, request.userId, readAsked(platform, request.json())) };
}

async function synchronous(request: OrgRequest, platform: Platform): Promise<OrgResponse> {
  mayTest(request, platform);
  const asked = readAsked(platform, request.json());
  if (asked.classes.length !== 1) throw new PlatformError('INVALID_INPUT', 'A synchronous run takes the tests of one class: tests must hold one object');
  const trial = platform.withoutData();
  try {
    return { status: 200, json: { apexLogId: null, ...runTestsResult(platform, await runClasses(trial, asked.classes, { coverage: asked.coverage })) } };
  } finally {
    trial.close();
  }
}

function anonymous(request: OrgRequest, platform: Platform): OrgResponse {
  if (!platform.security.hasSystemPermission(request.userId, 'AuthorApex')) throw new PlatformError('INSUFFICIENT_ACCESS', 'You need the Author Apex permission to run anonymous Apex.');
  const result = platform.apex.executeAnonymous(request.userId, request.query.get('anonymousBody') ?? '');
  return { status: 200, json: { line: result.line, column: result.column, compiled: result.compiled, success: result.success, compileProblem: result.compileProblem, exceptionMessage: result.exceptionMessage, exceptionStackTrace: result.exceptionStackTrace } };
}

export const toolingRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/services/data/:version/tooling/runTestsAsynchronous', access: 'token', handle: asynchronous },
  { method: 'POST', pattern: '/services/data/:version/tooling/runTestsSynchronous', access: 'token', handle: synchronous },
  { method: 'GET', pattern: '/services/data/:version/tooling/executeAnonymous', access: 'token', handle: anonymous },
];

/** Results of tests in the form of a deployment and of a synchronous run (Metadata API, "RunTestsResult"). */
import type { ApexTestRun } from '../../apex';
import type { Platform } from '../types';

export interface RunTestsResult {
  readonly numTestsRun: number;
  readonly numFailures: number;
  readonly totalTime: number;
  readonly successes: readonly Record<string, unknown>[];
  readonly failures: readonly Record<string, unknown>[];
  readonly codeCoverage: readonly Record<string, unknown>[];
  readonly codeCoverageWarnings: readonly Record<string, unknown>[];
}

const NAMESPACE = null;

/** Ids of classes and triggers by name in lower case, and the other way round. */
export function codeIds(platform: Platform): { readonly byName: ReadonlyMap<string, string>; readonly byId: ReadonlyMap<string, string> } {
  const rows = ['ApexClass', 'ApexTrigger'].flatMap((table) => platform.database.sql.all(`SELECT "Id" AS id, "Name" AS name FROM "${table}"`));
  return { byName: new Map(rows.map((row) => [String(row['name']).toLowerCase(), String(row['id'])])), byId: new Map(rows.map((row) => [String(row['id']), String(row['name'])])) };
}

export function runTestsResult(platform: Platform, run: ApexTestRun): RunTestsResult {
  const ids = codeIds(platform).byName;
  const one = (each: ApexTestRun['results'][number]): Record<string, unknown> => ({ id: ids.get(each.class.toLowerCase()) ?? null, methodName: each.method, name: each.class, namespace: NAMESPACE, seeAllData: false, time: each.timeMs });
  const failed = run.results.filter((each) => each.outcome !== 'Pass');
  return {
    numTestsRun: run.results.length,
    numFailures: failed.length,
    totalTime: run.results.reduce((sum, each) => sum + each.timeMs, 0),
    successes: run.results.filter((each) => each.outcome === 'Pass').map(one),
    failures: failed.map((each) => ({ ...one(each), type: 'Class', message: each.message, stackTrace: each.stack, packageName: each.class })),
    codeCoverage: run.coverage.map((each) => ({
      id: ids.get(each.name.toLowerCase()) ?? null, name: each.name, namespace: NAMESPACE, type: each.file.endsWith('.trigger') ? 'Trigger' : 'Class',
      numLocations: each.covered.length + each.uncovered.length, numLocationsNotCovered: each.uncovered.length, locationsNotCovered: each.uncovered.map((line) => ({ line, column: 0, numExecutions: 0, time: -1 })),
    })),
    codeCoverageWarnings: run.coverage.filter((each) => each.covered.length === 0).map((each) => ({ id: ids.get(each.name.toLowerCase()) ?? null, name: each.name, namespace: NAMESPACE, message: 'Test coverage is 0%, at least 1% test coverage is required' })),
  };
}

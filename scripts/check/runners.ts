/** The runners of `npm test`, as a table: what each starts and how its report file is read. */
import { join } from 'node:path';

export interface Counts { readonly passed: number; readonly failed: number; readonly skipped: number; readonly notes: readonly string[]; }

export interface Runner {
  readonly name: string;
  readonly command: readonly string[];
  /** Environment variables that it sees besides; long runners alone have any. */
  readonly environment?: Readonly<Record<string, string>>;
  /** File that the command writes, under `reports/`. */
  readonly report: string;
  /** Reads the parsed report. */
  read(report: unknown): Counts;
}

/** Node with TypeScript. */
const NODE = [process.execPath, '--require', './local-org/typescript.cjs'];
const bin = (name: string): string => join('node_modules', '.bin', name);

/** Report of the project's own gates and conformance runner. */
interface CaseReport { readonly cases: readonly { name: string; outcome: 'passed' | 'failed' | 'skipped'; message?: string }[]; }

export function readCases(report: unknown): Counts {
  const { cases } = report as CaseReport;
  const of = (outcome: string): CaseReport['cases'] => cases.filter((each) => each.outcome === outcome);
  return { passed: of('passed').length, failed: of('failed').length, skipped: of('skipped').length, notes: [...of('failed'), ...of('skipped')].map((each) => `${each.outcome}: ${each.name}${each.message ? `\n${each.message}` : ''}`) };
}

interface JestReport {
  readonly numPassedTests: number; readonly numFailedTests: number; readonly numPendingTests: number; readonly numTodoTests: number; readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { name: string; status: string; message: string }[];
}

export function readJest(report: unknown): Counts {
  const jest = report as JestReport;
  const notes = jest.testResults.filter((suite) => suite.status === 'failed').map((suite) => suite.message);
  return { passed: jest.numPassedTests, failed: jest.numFailedTests + jest.numRuntimeErrorTestSuites, skipped: jest.numPendingTests + jest.numTodoTests, notes };
}

interface ApexReport {
  readonly summary?: { passing: number; failing: number; skipped: number; coveragePercent?: number };
  readonly tests?: readonly { class: string; method: string; outcome: string; message: string | null; stack: string | null }[];
  readonly error?: { messages: readonly string[] };
}

/** Line coverage that Apex must have, in percent (Salesforce asks 75 of a package; we ask more). */
const APEX_COVERAGE = 90;

export function readApex(report: unknown): Counts {
  const apex = report as ApexReport;
  if (!apex.summary) return { passed: 0, failed: 1, skipped: 0, notes: apex.error?.messages ?? ['The Apex tests gave no summary.'] };
  const coverage = apex.summary.coveragePercent ?? 0;
  const enough = coverage >= APEX_COVERAGE;
  const notes = (apex.tests ?? []).filter((test) => test.outcome !== 'Pass').map((test) => `${test.outcome}: ${test.class}.${test.method} ${test.message ?? ''}\n${test.stack ?? ''}`);
  notes.push(`${enough ? 'passed' : 'failed'}: Apex line coverage ${coverage} % (${APEX_COVERAGE} % needed)`);
  return { passed: apex.summary.passing + (enough ? 1 : 0), failed: apex.summary.failing + (enough ? 0 : 1), skipped: apex.summary.skipped, notes };
}

const jest = (project: string, ...extra: string[]): readonly string[] => [bin('jest'), '--selectProjects', project, '--json', '--outputFile', `reports/jest-${project}.json`, '--silent', ...extra];

/** In the order they start, the longest first, so that the lanes end together; each lane takes the next. */
export const RUNNERS: readonly Runner[] = [
  { name: 'node', command: jest('node'), report: 'jest-node.json', read: readJest },
  { name: 'journeys', command: jest('journeys', '--runInBand'), report: 'jest-journeys.json', read: readJest },
  { name: 'gates', command: [...NODE, 'scripts/check/gates.ts', '--report', 'reports/gates.json'], report: 'gates.json', read: readCases },
  { name: 'components', command: jest('components'), report: 'jest-components.json', read: readJest },
  { name: 'apex', command: [...NODE, 'local-org/cli/main.ts', 'test', '--coverage', '--json', '--junit', 'reports/apex.xml'], report: 'apex.json', read: readApex },
  { name: 'rights', command: [...NODE, 'local-org/conformance/rights/run.ts', '--report', 'reports/rights.json'], report: 'rights.json', read: readCases },
  { name: 'conformance', command: [...NODE, 'local-org/conformance/run.ts', '--report', 'reports/conformance.json'], report: 'conformance.json', read: readCases },
];

/** Forms of a test run: for people, as JSON, as JUnit XML, as lcov. */
import type { ApexTestRun } from '../apex';

/** What a test used of its transaction's limits; statements are counted, not limited. */
export interface UsedLimits { readonly queries: number; readonly queryRows: number; readonly dmlStatements: number; readonly dmlRows: number; readonly statements: number; }

const usedBy = ({ queries, queryRows, dmlStatements, dmlRows, statements }: ApexTestRun['results'][number]['limits']): UsedLimits => ({ queries, queryRows, dmlStatements, dmlRows, statements });

export interface JsonReport {
  readonly summary: { outcome: 'Passed' | 'Failed'; testsRan: number; passing: number; failing: number; skipped: number; timeMs: number; coveragePercent?: number };
  readonly tests: readonly { class: string; method: string; outcome: string; message: string | null; stack: string | null; limits: UsedLimits }[];
  readonly coverage?: readonly { name: string; percent: number; uncovered: readonly number[] }[];
}

export function percentCovered(run: ApexTestRun): number {
  const covered = run.coverage.reduce((sum, each) => sum + each.covered.length, 0);
  const all = run.coverage.reduce((sum, each) => sum + each.covered.length + each.uncovered.length, 0);
  return all === 0 ? 0 : (100 * covered) / all;
}

export function jsonReport(run: ApexTestRun, timeMs: number, coverage: boolean): JsonReport {
  const failing = run.results.filter((each) => each.outcome === 'Fail' || each.outcome === 'CompileFail').length;
  const skipped = run.results.filter((each) => each.outcome === 'Skip').length;
  return {
    summary: {
      outcome: failing === 0 && run.results.length > skipped ? 'Passed' : 'Failed',
      testsRan: run.results.length - skipped,
      passing: run.results.length - failing - skipped,
      failing,
      skipped,
      timeMs: Math.round(timeMs),
      ...(coverage ? { coveragePercent: Math.floor(percentCovered(run) * 10) / 10 } : {}),
    },
    tests: run.results.map((each) => ({ class: each.class, method: each.method, outcome: each.outcome, message: each.message, stack: each.stack, limits: usedBy(each.limits) })),
    ...(coverage
      ? { coverage: run.coverage.map((each) => ({ name: each.name, percent: Math.floor((1000 * each.covered.length) / Math.max(1, each.covered.length + each.uncovered.length)) / 10, uncovered: each.uncovered })) }
      : {}),
  };
}

/** `limits` adds what each test used, the hungriest first. */
export function textReport(report: JsonReport, limits = false): string {
  const lines: string[] = limits ? limitLines(report) : [];
  for (const test of report.tests) {
    if (test.outcome === 'Pass') continue;
    lines.push(`${test.outcome.padEnd(11)} ${test.class}.${test.method}`, `            ${test.message ?? ''}`);
    if (test.stack) lines.push(...test.stack.split('\n').map((line) => `            ${line}`));
  }
  for (const each of report.coverage ?? []) if (each.uncovered.length) lines.push(`${String(each.percent).padStart(5)} %  ${each.name}  lines ${each.uncovered.join(', ')}`);
  if (report.summary.coveragePercent !== undefined) lines.push(`Line coverage ${report.summary.coveragePercent} %`);
  lines.push(`${report.summary.passing} passed, ${report.summary.failing} failed, ${report.summary.skipped} skipped in ${(report.summary.timeMs / 1000).toFixed(1)} s`);
  return lines.join('\n');
}

function limitLines({ tests }: JsonReport): string[] {
  const columns = ['queries', 'queryRows', 'dmlStatements', 'dmlRows', 'statements'] as const;
  const heads = ['queries', 'rows', 'DML', 'DML rows', 'statements'];
  const line = (cells: readonly (string | number)[], name: string): string => `${cells.map((cell) => String(cell).padStart(12)).join('')}  ${name}`;
  return [line(heads, 'test'), ...[...tests].sort((a, b) => b.limits.queries - a.limits.queries || b.limits.statements - a.limits.statements).map((test) => line(columns.map((column) => test.limits[column]), `${test.class}.${test.method}`)), ''];
}

const xml = (text: string): string => text.replace(/[<>&'"]/g, (each) => `&#${each.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');

export function junitReport(run: ApexTestRun, timeMs: number): string {
  const failures = run.results.filter((each) => each.outcome !== 'Pass' && each.outcome !== 'Skip').length;
  const cases = run.results.map((each) => {
    const open = `<testcase classname="${xml(each.class)}" name="${xml(each.method)}" time="${(each.timeMs / 1000).toFixed(3)}"`;
    if (each.outcome === 'Pass') return `${open}/>`;
    if (each.outcome === 'Skip') return `${open}><skipped/></testcase>`;
    return `${open}><failure message="${xml(each.message ?? '')}">${xml(each.stack ?? '')}</failure></testcase>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="apex" tests="${run.results.length}" failures="${failures}" time="${(timeMs / 1000).toFixed(3)}">\n${cases.join('\n')}\n</testsuite>\n`;
}

export function lcovReport(run: ApexTestRun): string {
  return run.coverage
    .map((each) => {
      const lines = [...each.covered.map((line) => [line, 1] as const), ...each.uncovered.map((line) => [line, 0] as const)].sort((a, b) => a[0] - b[0]);
      return [`SF:${each.file}`, ...lines.map(([line, hits]) => `DA:${line},${hits}`), `LF:${lines.length}`, `LH:${each.covered.length}`, 'end_of_record'].join('\n');
    })
    .join('\n');
}

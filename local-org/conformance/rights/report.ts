/** The matrix as cases of a report: one for each channel and object, and what must hold of the whole. */
import type { CaseOutcome } from '../types';
import type { Cell } from './cells';
import type { Matrix } from './matrix';
import { RULES, type RuleName } from './model';

export const LEAST_CELLS = 20_000;
/** Of a matrix that allows nearly all or nothing, agreement says little. */
const ALLOWED = { least: 0.25, most: 0.75 };
const SHOWN = 10;

function line(cell: Cell): string {
  const { says, url, section } = RULES[cell.expected.rule];
  const word = (allowed: boolean): string => (allowed ? 'allows' : 'refuses');
  return `${cell.person}, ${cell.subject} of ${cell.record ?? 'a new record'}: the model ${word(cell.expected.allowed)} (${cell.expected.rule}: ${says} ${url}, ${section}), the local org ${word(cell.allowed)}${cell.told ? ` (${cell.told})` : ''}`;
}

export function casesOf({ tallies, decided }: Matrix, complete: boolean): CaseOutcome[] {
  const cases: CaseOutcome[] = [...tallies].map(([name, { cells, differences }]) =>
    differences.length === 0
      ? { name: `rights: ${name}`, outcome: 'passed' }
      : { name: `rights: ${name}`, outcome: 'failed', message: [`${differences.length} of ${cells} cells differ`, ...differences.slice(0, SHOWN).map(line)].join('\n') });
  if (!complete) return cases;
  const { cells, allowed } = totals({ tallies, decided });
  const share = allowed / cells;
  const must = (name: string, holds: boolean, message: string): void => void cases.push(holds ? { name: `rights: ${name}`, outcome: 'passed' } : { name: `rights: ${name}`, outcome: 'failed', message });
  must(`the matrix has at least ${LEAST_CELLS} cells`, cells >= LEAST_CELLS, `It has ${cells}.`);
  must('between a quarter and three quarters of the cells are allowed', share >= ALLOWED.least && share <= ALLOWED.most, `Allowed are ${(100 * share).toFixed(1)} %.`);
  const idle = (Object.keys(RULES) as RuleName[]).filter((rule) => !decided.has(rule));
  must('every rule of the model decides a cell', idle.length === 0, `These decide none: ${idle.join(', ')}`);
  return cases;
}

export function totals({ tallies }: Matrix): { cells: number; allowed: number; differences: number } {
  const all = [...tallies.values()];
  return { cells: all.reduce((sum, each) => sum + each.cells, 0), allowed: all.reduce((sum, each) => sum + each.allowed, 0), differences: all.reduce((sum, each) => sum + each.differences.length, 0) };
}

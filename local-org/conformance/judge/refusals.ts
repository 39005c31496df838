/** Cases that are refused deployments. */
import type { CaseOutcome, DeployError, RefusedCase } from '../types';
import { matches } from './pattern';

const place = (error: { line?: number; column?: number; message: string }): string => `${error.line === undefined ? '' : `${error.line}:${error.column ?? '?'} `}${error.message}`;

/** The refused file has this error and no other. */
export function judgeRefusal(each: RefusedCase, errors: readonly DeployError[]): CaseOutcome {
  const own = errors.filter((error) => error.file === each.file);
  const [first, ...more] = own;
  const failed = (message: string): CaseOutcome => ({ name: each.name, outcome: 'failed', message });
  if (!first) return failed(`Accepted, it should be refused: ${place(each)}`);
  const right = matches(each.message, first.message) && (each.line === undefined || each.line === first.line) && (each.column === undefined || each.column === first.column);
  if (right && more.length === 0) return { name: each.name, outcome: 'passed' };
  return failed(`Expected: ${place(each)}\nActual:   ${own.map(place).join('\n          ')}`);
}

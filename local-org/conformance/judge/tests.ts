/** Cases that are test methods. */
import type { CaseOutcome, PassCase, TestOutcome, ThrowsCase } from '../types';
import { matches } from './pattern';

/** What a method should do is held against what it did. */
export function judgeTest(each: PassCase | ThrowsCase, outcomes: readonly TestOutcome[]): CaseOutcome {
  const outcome = outcomes.find((one) => one.testClass === each.testClass && one.method === each.method);
  const failed = (message: string): CaseOutcome => ({ name: each.name, outcome: 'failed', message });
  if (!outcome) return failed(`There is no test ${each.testClass}.${each.method}`);
  if (each.kind === 'pass') return outcome.passed ? { name: each.name, outcome: 'passed' } : failed(outcome.message ?? 'The test failed without a message');
  const expected = `${each.exception}: ${each.message}`;
  if (outcome.passed) return failed(`The test passed, it should fail with ${expected}`);
  return matches(expected, outcome.message ?? '') ? { name: each.name, outcome: 'passed' } : failed(`Expected: ${expected}\nActual:   ${outcome.message}`);
}

/** Test methods that no case names: a method that nobody judges proves nothing. */
export function unnamed(cases: readonly (PassCase | ThrowsCase)[], deployment: string, outcomes: readonly TestOutcome[]): CaseOutcome[] {
  const named = new Set(cases.map((each) => `${each.testClass}.${each.method}`));
  return outcomes
    .map((each) => `${each.testClass}.${each.method}`)
    .filter((name) => !named.has(name))
    .map((name) => ({ name: `${deployment}: ${name}`, outcome: 'failed', message: 'No case names this test method' }));
}

import { CASES, DEPLOYMENTS, GAPS } from '../cases';
import { DEPLOYMENTS as FOLDER } from '../local/project';
import { listFaults } from '../judge/list';
import { refusedClasses, testCases } from '../cases/rows';
import type { ConformanceCase } from '../types';

const PAGE = { url: 'https://developer.salesforce.com/docs/a.htm', section: 'A' };

test('GIVEN the list of cases WHEN read THEN it is as it should be', () => {
  expect(listFaults({ cases: CASES, deployments: DEPLOYMENTS, folder: FOLDER })).toEqual([]);
});

test('GIVEN the gaps WHEN read THEN each is a case', () => {
  const names = new Set(CASES.map((each) => each.name));
  expect(GAPS.filter((gap) => !names.has(gap.case))).toEqual([]);
});

const row = (own: Partial<ConformanceCase>): ConformanceCase => ({ ...(testCases('records', 'T', [['a', 'r', PAGE]])[0] as ConformanceCase), ...own } as ConformanceCase);
const refusals = (...texts: string[]): ConformanceCase[] => refusedClasses('records', 'W', texts.map((text, index) => [`n${index}`, `r${index}`, PAGE, text, 1, 1, 'm']));

test.each([
  ['too few', CASES.slice(0, 249), 'There are 249 cases'],
  ['too few refusals', CASES.filter((each) => each.kind !== 'refused'), '0 of'],
  ['a name twice', [...CASES, CASES[0] as ConformanceCase], 'is used twice'],
  ['six of one rule', [...CASES, ...Array.from({ length: 6 }, (_unused, index) => row({ name: `n${index}`, rule: 'one' }))], 'The rule "one" has more than 5 cases'],
  ['no page', [...CASES, row({ source: { url: 'https://example.com/a.htm', section: 'A' } })], 'names no page'],
  ['no section', [...CASES, row({ source: { ...PAGE, section: ' ' } })], 'names no section'],
  ['an unknown deployment', [...CASES, row({ deployment: 'gone' })], 'there is no deployment gone'],
  ['one method as two cases', [...CASES, row({}), row({ name: 'again' })], 'The test method records: T.a is counted twice'],
  ['rows of one refusal as cases', [...CASES, ...refusals("public class $ { Wagon a = f('x', 1); }", "public class $ { Wagon a = f('y', 22); }")], 'Two refusals differ in literals alone'],
])('GIVEN %s WHEN the list is read THEN it is a fault', (_what, cases, fault) => {
  expect(listFaults({ cases, deployments: DEPLOYMENTS, folder: FOLDER }).join('\n')).toContain(fault);
});

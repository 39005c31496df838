import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CASES, DEPLOYMENTS, GAPS } from '../cases';
import { DEPLOYMENTS as FOLDER } from '../local/project';

const MOST_PER_RULE = 5;

test('GIVEN the list of cases WHEN read THEN every name is used once and every case has its place', () => {
  const names = CASES.map((each) => each.name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  const deployments = new Set(DEPLOYMENTS.map((each) => each.name));
  expect(CASES.filter((each) => !deployments.has(each.deployment))).toEqual([]);
  expect(DEPLOYMENTS.filter((each) => !existsSync(join(FOLDER, each.name, 'sfdx-project.json')))).toEqual([]);
  expect(DEPLOYMENTS.length).toBeLessThanOrEqual(12);
});

test('GIVEN the list of cases WHEN read THEN each names page and section of the documentation', () => {
  expect(CASES.filter((each) => !/^https:\/\/(developer|help)\.salesforce\.com\/.+\.htm$/.test(each.source.url) || each.source.section === '')).toEqual([]);
});

test('GIVEN the rules WHEN counted THEN none has more cases than five', () => {
  const counts = new Map<string, number>();
  for (const each of CASES) counts.set(each.rule, (counts.get(each.rule) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > MOST_PER_RULE)).toEqual([]);
});

test('GIVEN all cases WHEN counted THEN a fifth of them are refusals', () => {
  const refusals = CASES.filter((each) => each.kind === 'refused').length;
  expect(refusals).toBeGreaterThanOrEqual(CASES.length / 5);
});

test('GIVEN the gaps WHEN read THEN each is a case', () => {
  const names = new Set(CASES.map((each) => each.name));
  expect(GAPS.filter((gap) => !names.has(gap.case))).toEqual([]);
});

/** The matrix notices where model and local org part. */
import { runMatrix } from '../matrix';
import { casesOf, totals } from '../report';
import type { World } from '../model';
import { HARBOUR } from '../world';

const people = ['night', 'alpha'];

test('GIVEN the harbour WHEN two people are asked THEN model and local org agree', async () => {
  const matrix = await runMatrix(HARBOUR, { people });
  expect(casesOf(matrix, false).filter((each) => each.outcome !== 'passed')).toEqual([]);
  expect(totals(matrix).cells).toBeGreaterThan(5000);
});

const BELIEVED: readonly (readonly [string, World])[] = [
  ['a role is elsewhere', { ...HARBOUR, people: { ...HARBOUR.people, night: { ...HARBOUR.people['southHead'], profile: 'Standard User', role: 'South', sets: ['Harbour_Editor'], groups: [] } } }],
  ['a field is granted', { ...HARBOUR, sets: { ...HARBOUR.sets, Harbour_Editor: { ...HARBOUR.sets['Harbour_Editor'], fields: { ...HARBOUR.sets['Harbour_Editor']?.fields, 'Berth__c.Secret__c': ['read'] } } } }],
  ['a sharing rule is gone', { ...HARBOUR, rules: HARBOUR.rules.filter((each) => each.name !== 'Outer_To_Partners') }],
  ['a default is open', { ...HARBOUR, objects: HARBOUR.objects.map((each) => (each.name === 'Berth__c' ? { ...each, inside: 'Read' } : each)) }],
  ['a share is gone', { ...HARBOUR, records: HARBOUR.records.map((each) => (each.position === 'by Apex to a partner role' ? { ...each, shares: [] } : each)) }],
];

test.each(BELIEVED)('GIVEN a model that believes that %s WHEN the matrix runs THEN it tells the difference', async (_what, believed) => {
  const matrix = await runMatrix(HARBOUR, { people, believed });
  const failed = casesOf(matrix, false).filter((each) => each.outcome === 'failed');
  expect(failed.length).toBeGreaterThan(0);
  expect(failed[0]?.message).toMatch(/cells differ\n(night|alpha), .*: the model (allows|refuses) \(.*https:.*\), the local org (allows|refuses)/);
});

test('GIVEN too few cells WHEN the whole is judged THEN it fails', async () => {
  const cases = casesOf(await runMatrix(HARBOUR, { people: ['nobody'] }), true);
  expect(cases.filter((each) => each.outcome === 'failed').map((each) => each.name)).toEqual(['rights: the matrix has at least 20000 cells', 'rights: between a quarter and three quarters of the cells are allowed', 'rights: every rule of the model decides a cell']);
});

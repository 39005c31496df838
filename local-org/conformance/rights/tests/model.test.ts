/** The model against what the documentation's own words say of a small org. */
import { RightsModel, RULES, type FieldFacts, type World } from '../model';

const NAME: FieldFacts = { name: 'Name', kind: 'name' };
const OPEN: FieldFacts = { name: 'Open__c', kind: 'open' };
const person = (role: string | undefined, ...sets: string[]): World['people'][string] => ({ profile: 'P', ...(role ? { role } : {}), sets, groups: [] });
const record = (key: string, more: Partial<World['records'][number]>): World['records'][number] => ({ key, object: 'A__c', position: key, grade: '', shares: [], ...more });

const WORLD: World = {
  objects: [{ name: 'A__c', inside: 'Private', outside: 'Private' }, { name: 'B__c', master: { object: 'A__c', field: 'A__c', readIsEnough: false } }, { name: 'C__c', master: { object: 'A__c', field: 'A__c', readIsEnough: true } }],
  fields: () => [NAME, OPEN],
  profiles: { P: {} },
  sets: { Write: { objects: { A__c: ['read', 'edit', 'create', 'delete'], B__c: ['read', 'edit', 'create', 'delete'], C__c: ['read', 'edit', 'create', 'delete'] }, fields: { 'A__c.Open__c': ['read'] } }, See: { viewAllData: true } },
  setGroups: { G: { sets: ['Write'], muting: { objects: { A__c: ['edit'] } } } },
  roles: { Top: null, Low: 'Top' },
  accounts: { Partner: 'boss' },
  groups: { Loud: { bosses: true, members: [{ user: 'worker' }] }, Silent: { bosses: false, members: [{ user: 'worker' }] } },
  queues: {},
  people: { boss: person('Top', 'Write'), worker: person('Low', 'Write'), other: person(undefined, 'Write'), nobody: person(undefined), seer: person(undefined, 'See'), muted: { ...person('Top'), groups: ['G'] }, outsider: { profile: 'P', account: 'Partner', sets: ['Write'], groups: [] } },
  rules: [],
  records: [
    record('of worker', { owner: 'worker' }), record('of boss', { owner: 'boss' }), record('of outsider', { owner: 'outsider' }),
    record('loud', { owner: 'other', shares: [{ to: { group: 'Loud' }, level: 'Read', by: 'hand' }] }), record('silent', { owner: 'other', shares: [{ to: { group: 'Silent' }, level: 'Read', by: 'hand' }] }),
    record('b', { object: 'B__c', master: 'loud' }), record('c', { object: 'C__c', master: 'loud' }),
  ],
};
const model = new RightsModel(WORLD);
const of = (key: string): World['records'][number] => WORLD.records.find((each) => each.key === key) as World['records'][number];

test.each([
  ['the owner', 'worker', 'of worker', true, 'owner'], ['who stands above', 'boss', 'of worker', true, 'hierarchy'], ['who stands below', 'worker', 'of boss', false, 'orgDefault'],
  ['the owner of the partner account', 'boss', 'of outsider', true, 'partnerRoles'], ['a partner', 'outsider', 'of boss', false, 'externalDefault'], ['nobody without object rights', 'nobody', 'of worker', false, 'objectRights'],
  ['who stands above a member', 'boss', 'loud', true, 'groups'], ['not who stands above a member of a silent group', 'boss', 'silent', false, 'orgDefault'], ['who views all data', 'seer', 'of worker', true, 'allData'],
] as const)('GIVEN a private object WHEN %s reads THEN the model says so', (_who, name, key, allowed, rule) => {
  expect(model.reads(name, of(key), NAME)).toMatchObject({ allowed, rule });
});

test('GIVEN a share to read WHEN its holder writes THEN master and details follow their own rules', () => {
  expect(model.updates('worker', of('loud'), NAME).allowed).toBe(false);
  expect(model.updates('worker', of('b'), NAME)).toMatchObject({ allowed: false, rule: 'details' });
  expect(model.updates('worker', of('c'), NAME)).toMatchObject({ allowed: true, rule: 'writeRequiresMasterRead' });
});

test('GIVEN rights on fields and muted ones WHEN they are asked THEN each stands alone', () => {
  expect(model.reads('worker', of('of worker'), OPEN).allowed).toBe(true);
  expect(model.updates('worker', of('of worker'), OPEN)).toMatchObject({ allowed: false, rule: 'fieldRights' });
  expect(model.updates('muted', of('of worker'), NAME)).toMatchObject({ allowed: false, rule: 'muting' });
  expect(model.deletes('muted', of('of worker'))).toMatchObject({ allowed: false, rule: 'muting' });
  expect(model.reads('muted', of('of worker'), NAME).allowed).toBe(true);
});

test('GIVEN the rules of the model WHEN they are read THEN each names a page of Salesforce and a section', () => {
  for (const rule of Object.values(RULES)) expect(rule).toMatchObject({ says: expect.stringMatching(/\.$/), url: expect.stringMatching(/^https:\/\/(help|developer)\.salesforce\.com\//), section: expect.stringMatching(/\S/) });
});

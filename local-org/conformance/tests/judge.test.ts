import { judgeAll } from '../judge/all';
import { withGaps } from '../judge/gaps';
import { difference, matches } from '../judge/pattern';
import type { Answer, ConformanceCase, Deployment, DeployedOrg, DeployError, PassCase, RefusedCase, RestCase, TargetOrg, TestOutcome, ThrowsCase } from '../types';

const BASE = { rule: 'a rule', source: { url: 'https://example.com', section: 'A' }, deployment: 'small' } as const;
const SMALL: Deployment = { name: 'small', permissionSets: [] };
const passes: PassCase = { ...BASE, kind: 'pass', name: 'T.works', testClass: 'T', method: 'works' };
const throwing: ThrowsCase = { ...BASE, kind: 'throws', name: 'T.fails', testClass: 'T', method: 'fails', exception: 'System.MathException', message: 'Divide by 0' };
const refused: RefusedCase = { ...BASE, kind: 'refused', name: 'refused: a', files: { 'classes/A.cls': 'x' }, file: 'A.cls', line: 3, column: 9, message: 'Invalid type: Wagon' };
const rest: RestCase = { ...BASE, kind: 'rest', name: 'REST: a', steps: [{ request: 'POST /things', body: { a: 1 }, status: 201, answer: { id: '{id}' }, keep: { thing: 'id' } }, { request: 'GET /things/${thing}', status: 200, answer: { Id: '${thing}' } }] };

/** An org that answers what it is told. */
function org(told: { tests?: TestOutcome[]; errors?: DeployError[]; answer?: (path: string) => Answer; refuses?: string }): TargetOrg {
  const live: DeployedOrg = { runTests: async () => told.tests ?? [], request: async (step) => told.answer?.(step.path) ?? { status: 404, json: undefined }, close: async () => undefined };
  return {
    deploy: async () => {
      if (told.refuses) throw new Error(told.refuses);
      return live;
    },
    check: async () => told.errors ?? [],
  };
}
const judge = async (target: TargetOrg, cases: ConformanceCase[], complete = false): Promise<string[]> =>
  (await judgeAll(target, { cases, deployments: [SMALL], complete })).map((each) => `${each.outcome} ${each.name}`);

const ran = (method: string, message: string | null): TestOutcome => ({ testClass: 'T', method, passed: message === null, message });

test('GIVEN a test that passes and one that fails as said WHEN judged THEN both cases pass', async () => {
  expect(await judge(org({ tests: [ran('works', null), ran('fails', 'System.MathException: Divide by 0')] }), [passes, throwing], true)).toEqual(['passed T.works', 'passed T.fails']);
});

test.each([
  ['a test that fails', passes, [ran('works', 'System.AssertException: no')]],
  ['a test that should fail and passes', throwing, [ran('fails', null)]],
  ['another message', throwing, [ran('fails', 'System.MathException: Divide by zero')]],
  ['another exception', throwing, [ran('fails', 'System.TypeException: Divide by 0')]],
  ['a test that does not exist', passes, []],
])('GIVEN %s WHEN judged THEN the case fails', async (_fault, each, tests) => {
  expect(await judge(org({ tests }), [each])).toEqual([`failed ${each.name}`]);
});

test('GIVEN a test method that no case names WHEN all are judged THEN it is a fault', async () => {
  expect(await judge(org({ tests: [ran('works', null), ran('other', null)] }), [passes], true)).toEqual(['passed T.works', 'failed small: T.other']);
});

const ERROR: DeployError = { file: 'A.cls', line: 3, column: 9, message: 'Invalid type: Wagon' };
test.each([
  ['the error that was said', [ERROR], 'passed'],
  ['no error', [], 'failed'],
  ['an error in another file', [{ ...ERROR, file: 'B.cls' }], 'failed'],
  ['another line', [{ ...ERROR, line: 4 }], 'failed'],
  ['another column', [{ ...ERROR, column: 10 }], 'failed'],
  ['other words', [{ ...ERROR, message: 'Invalid type: Cart' }], 'failed'],
  ['a second error', [ERROR, { ...ERROR, line: 5 }], 'failed'],
])('GIVEN %s WHEN a refusal is judged THEN it has %3$s', async (_what, errors, outcome) => {
  expect(await judge(org({ errors }), [refused])).toEqual([`${outcome} refused: a`]);
});

test('GIVEN requests that refer to earlier answers WHEN judged THEN kept values are filled in', async () => {
  const answer = (path: string): Answer => (path === '/things' ? { status: 201, json: { id: '001000000000001AAA' } } : { status: 200, json: { Id: path.slice(8) } });
  expect(await judge(org({ answer }), [rest])).toEqual(['passed REST: a']);
});

test.each([
  ['another status', (): Answer => ({ status: 200, json: { id: '001000000000001AAA' } })],
  ['another shape', (): Answer => ({ status: 201, json: { id: 'short' } })],
  ['nothing', (): Answer => ({ status: 201, json: undefined })],
])('GIVEN %s in the answer WHEN judged THEN the case fails', async (_what, answer) => {
  expect(await judge(org({ answer }), [rest])).toEqual(['failed REST: a']);
});

test('GIVEN a deployment that is refused WHEN judged THEN its cases fail and the reason is told once', async () => {
  const outcomes = await judgeAll(org({ refuses: 'A.cls:1:1 broken' }), { cases: [passes, throwing], deployments: [SMALL], complete: true });
  expect(outcomes.map((each) => each.outcome)).toEqual(['failed', 'failed', 'failed']);
  expect(outcomes.filter((each) => each.message?.includes('broken'))).toHaveLength(1);
});

test('GIVEN a case of an unknown deployment WHEN judged THEN it fails', async () => {
  expect(await judge(org({}), [{ ...passes, deployment: 'gone' }])).toEqual(['failed T.works']);
});

test('GIVEN a known gap WHEN the org names the feature THEN it is skipped, and a fault in all other cases', () => {
  const gap = [{ case: 'T.works', refusal: 'SOSL' }];
  const outcome = (message?: string): string | undefined => withGaps([message === undefined ? { name: 'T.works', outcome: 'passed' } : { name: 'T.works', outcome: 'failed', message }], gap)[0]?.outcome;
  expect(outcome('The local org does not model SOSL (FIND).')).toBe('skipped');
  expect(outcome('The local org does not model Visualforce.')).toBe('failed');
  expect(outcome('System.NullPointerException: SOSL')).toBe('failed');
  expect(outcome()).toBe('failed');
  expect(withGaps([], gap)).toEqual([expect.objectContaining({ name: 'T.works', outcome: 'failed' })]);
});

test('GIVEN placeholders WHEN text and shapes are compared THEN only they are free', () => {
  expect(matches('row {number} with id {id}: {any}', 'row 0 with id a00000000000001AAA: x\ny')).toBe(true);
  expect(matches('a.c', 'abc')).toBe(false);
  expect(difference({ a: [1, { b: null }] }, { a: [1, { b: null, c: 2 }], d: 3 })).toBeUndefined();
  expect(difference({ a: [1] }, { a: [1, 2] })).toContain('answer.a');
  expect(difference({ a: null }, {})).toContain('absent');
});

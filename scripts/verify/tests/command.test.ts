/** The whole command against a second local org over the network; all deployments with the package are a part of `npm run test:long`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from '../../../local-org/conformance/cases';
import { verifiedIn } from '../report';
import { command, secondOrg, type SecondOrg } from './support';

/** Every kind of case is among them: tests that pass and fail, refusals of code and metadata, conversations. */
const DEPLOYMENTS = ['records', 'triggers'];

let org: SecondOrg;
beforeAll(async () => {
  org = await secondOrg();
}, 60_000);
afterAll(() => org.close());

test('GIVEN an empty org WHEN the command runs THEN it receives the cases, each is judged and the document says so', async () => {
  const out = join(org.folder, 'verified.md');
  const end = await command(...org.logIn, '--no-package', '--deployment', ...DEPLOYMENTS, '--out', out);
  expect(end).toMatchObject({ code: 0, err: '' });
  const text = readFileSync(out, 'utf8');
  const chosen = CASES.filter((each) => DEPLOYMENTS.includes(each.deployment));
  expect(new Set(chosen.map((each) => each.kind))).toEqual(new Set(CASES.map((each) => each.kind)));
  const cases = chosen.map((each) => each.name);
  expect(verifiedIn(text).sort()).toEqual(cases.sort());
  expect(text).toContain(`| cases verified | ${cases.length} of ${cases.length} |`);
  expect(text).toContain('| API version | 67.0 |');
  expect(text).toContain('| org | Developer Edition, instance LOCAL |');
}, 120_000);

test('GIVEN a local org WHEN no other file is named THEN docs/verified.md is not written', async () => {
  const before = existsSync('docs/verified.md') ? readFileSync('docs/verified.md', 'utf8') : undefined;
  const end = await command(...org.logIn, '--no-package', '--deployment', 'triggers');
  expect(end).toMatchObject({ code: 1, err: expect.stringContaining('verifies nothing') as string });
  expect(existsSync('docs/verified.md') ? readFileSync('docs/verified.md', 'utf8') : undefined).toBe(before);
}, 120_000);

test.each([
  ['no org', [], 'Name the org: --target-org ALIAS'],
  ['an alias that nobody knows', ['--target-org', 'no-such-alias'], 'sf org login web --alias no-such-alias'],
  ['an address without a log-in', ['--instance-url', 'http://127.0.0.1:9'], '--instance-url needs --access-token'],
  ['an address where nothing answers', ['--instance-url', 'http://127.0.0.1:9', '--access-token', 'x'], 'does not answer'],
  ['a deployment that is none', ['--deployment', 'nonsense'], 'There is no deployment nonsense. Name one of language'],
])('GIVEN %s WHEN the command runs THEN one sentence says what to do', async (_what, args, sentence) => {
  const end = await command(...args);
  expect([end.code, end.err.trim().split('\n')]).toEqual([1, [expect.stringContaining(sentence)]]);
}, 60_000);

/** Small helpings of `npm run test:long`, and that its watch can see what it looks for. */
import { faultOf, faultOfAnswer } from '../long/random/refusals';
import { killing } from '../long/durability/kill';
import { KINDS, type KindName } from '../long/random/kinds';
import { throwAt } from '../long/random/throw';
import { NotModelledError, PlatformError, SourceError } from '../../../local-org/schema';

/** Changes from day to day, so that the small helpings add up; a failure names it. */
const seed = Math.floor(Date.now() / 86_400_000);

test('GIVEN random requests, queries, formulas and broken metadata WHEN the org gets them THEN it neither crashes nor hangs, and refuses in the form of the platform', async () => {
  const batches = Object.entries(KINDS).map(([kind, { short }]) => ({ kind: kind as KindName, count: short }));
  const { ran, accepted, faults } = await throwAt(batches, seed);
  expect(faults).toEqual([]);
  expect(ran).toBe(batches.reduce((sum, each) => sum + each.count, 0));
  // Both sides of the org are reached.
  expect(accepted).toBeGreaterThan(ran / 20);
  expect(accepted).toBeLessThan(ran);
}, 300_000);

test('GIVEN a client that writes transactions WHEN the org is killed and opens its data again THEN what it acknowledged is whole and there', async () => {
  const { acknowledged, faults } = await killing(2, seed);
  expect(faults).toEqual([]);
  expect(acknowledged).toBeGreaterThan(0);
}, 300_000);

describe('the watch', () => {
  it.each([
    ['a crash', new TypeError('x is undefined')],
    ['a stack trace in the words of a refusal', new PlatformError('INVALID_FIELD', 'at run (engine.ts:12)')],
    ['a refusal without words', new SourceError(' ')],
  ])('GIVEN %s THEN it is a fault', (_name, failure) => expect(faultOf(failure)).toEqual(expect.any(String)));
  it.each([['of the platform', new PlatformError('INVALID_FIELD', 'No such column')], ['of source', new SourceError('Wrong')], ['by name', new NotModelledError('flows')]])('GIVEN a refusal %s THEN it is none', (_name, failure) => expect(faultOf(failure)).toBeUndefined());
  it.each([
    [500, 'application/json', '[{"errorCode":"UNKNOWN_EXCEPTION","message":"x"}]'],
    [500, 'application/json', '[{"errorCode":"APEX_ERROR","message":"x is undefined"}]'],
    [200, 'application/json', '{"results":[{"statusCode":500,"result":[{"errorCode":"UNKNOWN_EXCEPTION"}]}]}'],
    [400, 'application/json', '{"message":"x"}'],
    [400, 'application/json', '[]'],
    [400, 'text/html', '<p>No</p>'],
    [404, '', ''],
  ])('GIVEN the answer %s %s %s THEN it is a fault', (status, type, text) => expect(faultOfAnswer(status, type, text)).toEqual(expect.any(String)));
  it.each([
    [400, 'application/json', '[{"errorCode":"INVALID_FIELD","message":"x"}]'],
    [400, 'application/json', '{"error":"invalid_grant","error_description":"x"}'],
    [500, 'text/xml', '<faultcode>sf:INVALID_LOGIN</faultcode><faultstring>x</faultstring>'],
    [500, 'application/json', '[{"errorCode":"APEX_ERROR","message":"System.JSONException: Unexpected end-of-input"}]'],
    [201, 'application/json', '{}'],
  ])('GIVEN the answer %s %s %s THEN it is none', (status, type, text) => expect(faultOfAnswer(status, type, text)).toBeUndefined());
});

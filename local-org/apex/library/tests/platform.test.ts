/** The library over the real floors below: Apex tests of the fixture, each method a rule. */
import { join } from 'node:path';
import { createApex } from '../..';
import { openDatabase } from '../../../database';
import { formulaCompiler } from '../../../formula';
import { loadOrg } from '../../../schema';
import { createSecurity } from '../../../security';
import type { ApexTestResult } from '../../types';

/** Methods that must fail, and how. */
const FAILING: Readonly<Record<string, string>> = {
  'PlatformTest.theHundredAndFirstQueryEndsTheTransaction': 'System.LimitException: Too many SOQL queries: 101',
  'PlatformTest.assertionsAreNotCaught': 'System.AssertException: Assertion Failed: as expected: Expected: 1, Actual: 2',
};

const org = loadOrg({ projectDir: join(__dirname, 'fixture') });
const clock = { now: () => Date.UTC(2026, 0, 31, 12) };
const database = openDatabase(org, formulaCompiler);
database.attach({ clock });
const security = createSecurity(org, database, clock);
const apex = createApex(org, database, security, formulaCompiler, clock);
database.attach({ access: security, triggers: apex, events: apex, clock });

test('GIVEN the Apex of the fixture WHEN it is compiled THEN there is no error', () => {
  expect(apex.compile().map((error) => error.message)).toEqual([]);
});

const results = apex.runTests({}).results;
test('GIVEN the fixture WHEN its tests run THEN there are as many as it has', () => expect(results.length).toBe(23));
test.each(results.map((result): [string, ApexTestResult] => [`${result.class}.${result.method}`, result]))('%s', (name, result) => {
  expect(result.message).toBe(FAILING[name] ?? null);
});
afterAll(() => database.close());

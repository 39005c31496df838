/**
 * Tests run through the Tooling API.
 * https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_rest_resources_testing_runner_async.htm
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { classes, deploy } from './deployment';
import { data, startServer, type TestServer } from './support';

let server: TestServer;
const folder = mkdtempSync(join(tmpdir(), 'test-runs-'));
beforeAll(async () => {
  server = await startServer({ cacheDir: folder });
  await server.admin.sobject('Shipment__c').create({ Reference__c: 'DATA' });
  const result = await deploy(server, classes({
    Doubling: 'public class Doubling {\n    public static Integer of(Integer a) {\n        if (a == null) {\n            return 0;\n        }\n        return 2 * a;\n    }\n}',
    DoublingTest: "@IsTest\nprivate class DoublingTest {\n    @IsTest\n    static void doubles() {\n        Assert.areEqual(4, Doubling.of(2));\n    }\n    @IsTest\n    static void seesNoData() {\n        Assert.areEqual(0, [SELECT COUNT() FROM Shipment__c]);\n        Assert.areEqual(1, [SELECT COUNT() FROM User WHERE Alias = 'clerk']);\n    }\n    @IsTest\n    static void breaks() {\n        throw new IllegalArgumentException('no');\n    }\n}",
    EmptyTest: '@IsTest\npublic class EmptyTest {\n    public static Integer one = 1;\n}',
    AlsoTest: '@IsTest\nprivate class AlsoTest {\n    @IsTest\n    static void holds() {\n        Assert.isTrue(true);\n    }\n}',
  }));
  if (!result.success) throw new Error(JSON.stringify(result.details.componentFailures));
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = (path: string, body: unknown, token?: string) => server.call(data(`tooling/${path}`), { method: 'POST', body, ...(token ? { token } : {}) });
const tooling = async <T>(soql: string): Promise<T[]> => ((await server.call(data(`tooling/query?q=${encodeURIComponent(soql)}`))).json as { records: T[] }).records;
async function run(body: unknown): Promise<string> {
  const { status, json } = await post('runTestsAsynchronous', body);
  expect([status, json]).toEqual([200, expect.stringMatching(/^707\w{15}$/)]);
  for (;;) {
    const [state] = await tooling<{ Status: string }>(`SELECT Status FROM ApexTestRunResult WHERE AsyncApexJobId = '${String(json)}'`);
    if (state && !['Queued', 'Processing'].includes(state.Status)) return String(json);
  }
}

test('GIVEN a test class WHEN run asynchronously THEN queue, run and results are rows', async () => {
  const jobId = await run({ tests: [{ className: 'DoublingTest' }] });
  expect(await tooling(`SELECT ApexClass.Name, Status, ExtendedStatus FROM ApexTestQueueItem WHERE ParentJobId = '${jobId}'`)).toMatchObject([{ ApexClass: { Name: 'DoublingTest' }, Status: 'Failed', ExtendedStatus: '(2/3)' }]);
  expect(await tooling(`SELECT Status, ClassesCompleted, MethodsCompleted, MethodsFailed, IsAllTests FROM ApexTestRunResult WHERE AsyncApexJobId = '${jobId}'`)).toMatchObject([{ Status: 'Failed', ClassesCompleted: 1, MethodsCompleted: 3, MethodsFailed: 1, IsAllTests: false }]);
  expect(await tooling(`SELECT ApexClass.Name, MethodName, Outcome, Message, StackTrace FROM ApexTestResult WHERE AsyncApexJobId = '${jobId}' ORDER BY MethodName`)).toMatchObject([
    { MethodName: 'breaks', Outcome: 'Fail', Message: 'System.IllegalArgumentException: no', StackTrace: expect.stringContaining('Class.DoublingTest.breaks: line 14') as string },
    { MethodName: 'doubles', Outcome: 'Pass', Message: null },
    { MethodName: 'seesNoData', Outcome: 'Pass' },
  ]);
  expect(await tooling(`SELECT Status, JobType FROM AsyncApexJob WHERE Id = '${jobId}'`)).toMatchObject([{ Status: 'Completed', JobType: 'TestRequest' }]);
});

test('GIVEN a run with coverage WHEN asked THEN lines are told by class and for the org, and to the Tooling API alone', async () => {
  await run({ classNames: 'DoublingTest' });
  const soql = "SELECT ApexClassOrTrigger.Name, NumLinesCovered, NumLinesUncovered, Coverage FROM ApexCodeCoverageAggregate WHERE ApexClassOrTrigger.Name = 'Doubling'";
  expect(await tooling(soql)).toMatchObject([{ NumLinesCovered: 2, NumLinesUncovered: 1, Coverage: { coveredLines: [3, 6], uncoveredLines: [4] } }]);
  expect(await tooling('SELECT PercentCovered FROM ApexOrgWideCoverage')).toHaveLength(1);
  expect((await server.call(data(`query?q=${encodeURIComponent(soql)}`))).json).toMatchObject([{ errorCode: 'INVALID_TYPE' }]);
});

test('GIVEN ids, methods and levels WHEN run THEN what they name runs; classes without tests do not', async () => {
  const [found] = await tooling<{ Id: string }>("SELECT Id FROM ApexClass WHERE Name = 'AlsoTest'");
  const ran = async (jobId: string): Promise<string[]> => (await tooling<{ ApexClass: { Name: string }; MethodName: string }>(`SELECT ApexClass.Name, MethodName FROM ApexTestResult WHERE AsyncApexJobId = '${jobId}' ORDER BY ApexClass.Name, MethodName`)).map((each) => `${each.ApexClass.Name}.${each.MethodName}`);
  expect(await ran(await run({ classids: found?.Id }))).toEqual(['AlsoTest.holds']);
  expect(await ran(await run({ tests: [{ classId: found?.Id }, { className: 'DoublingTest', testMethods: ['doubles'] }] }))).toEqual(['AlsoTest.holds', 'DoublingTest.doubles']);
  const all = await run({ testLevel: 'RunLocalTests', skipCodeCoverage: true });
  expect((await tooling<{ ApexClass: { Name: string } }>(`SELECT ApexClass.Name FROM ApexTestQueueItem WHERE ParentJobId = '${all}' ORDER BY ApexClass.Name`)).map((each) => each.ApexClass.Name)).toEqual(['AlsoTest', 'DoublingTest', 'ShipmentTest']);
});

test('GIVEN no failure allowed WHEN one happens THEN the classes after it are left out', async () => {
  const jobId = await run({ tests: [{ className: 'DoublingTest' }, { className: 'AlsoTest' }], maxFailedTests: 0 });
  expect((await tooling<{ Status: string }>(`SELECT Status FROM ApexTestQueueItem WHERE ParentJobId = '${jobId}' ORDER BY ApexClass.Name`)).map((each) => each.Status)).toEqual(['Aborted', 'Failed']);
});

test('GIVEN one class WHEN run synchronously THEN the answer holds its results', async () => {
  const { status, json } = await post('runTestsSynchronous', { tests: [{ className: 'DoublingTest' }] });
  expect([status, json]).toEqual([200, expect.objectContaining({ numTestsRun: 3, numFailures: 1, failures: [expect.objectContaining({ name: 'DoublingTest', methodName: 'breaks', message: 'System.IllegalArgumentException: no' })] })]);
  expect((await post('runTestsSynchronous', { tests: [{ className: 'DoublingTest' }, { className: 'AlsoTest' }] })).status).toBe(400);
});

test.each([
  ['a class that is no test', { classNames: 'Doubling' }, 400],
  ['nothing', {}, 400],
  ['classes beside a level', { testLevel: 'RunLocalTests', classNames: 'AlsoTest' }, 400],
  ['an unknown level', { testLevel: 'Some' }, 400],
  ['an unknown member', { classnamez: 'AlsoTest' }, 400],
  ['a suite', { suiteNames: 'Nightly' }, 501],
  ['tests of flows', { classNames: 'AlsoTest', category: ['Flow'] }, 501],
])('GIVEN %s WHEN a run is asked THEN it is refused', async (_what, body, status) => {
  expect((await post('runTestsAsynchronous', body)).status).toBe(status);
});

test('GIVEN a user who is no author WHEN a run is asked THEN it is refused', async () => {
  expect((await post('runTestsAsynchronous', { classNames: 'AlsoTest' }, server.clerk.accessToken as string)).status).toBe(403);
});

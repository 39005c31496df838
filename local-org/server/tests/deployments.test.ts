/**
 * Deployments into a running org.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_rest_deploy.htm
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPlatform } from '..';
import { classes, deploy, packageXml, send, toldIn, xml, zipOf } from './deployment';
import { data, DEPOT, startServer, type TestServer } from './support';

let server: TestServer;
const folder = mkdtempSync(join(tmpdir(), 'deployed-test-'));
beforeAll(async () => {
  server = await startServer({ cacheDir: join(folder, 'cache') });
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const FIELD = (name: string, body: string): string => `    <fields>\n        <fullName>${name}</fullName>\n        <label>${name.replace(/__c$/, '')}</label>\n        ${body}\n    </fields>`;
const TEXT = '<length>20</length>\n        <type>Text</type>';
const OBJECT = xml('CustomObject', [
  '    <deploymentStatus>Deployed</deploymentStatus>', FIELD('Height__c', '<precision>5</precision>\n        <scale>1</scale>\n        <type>Number</type>'), '    <label>Crane</label>',
  '    <nameField>\n        <label>Crane Name</label>\n        <type>Text</type>\n    </nameField>', '    <pluralLabel>Cranes</pluralLabel>', '    <sharingModel>ReadWrite</sharingModel>',
].join('\n'));
const SET = xml('PermissionSet', '    <fieldPermissions>\n        <editable>true</editable>\n        <field>Crane__c.Height__c</field>\n        <readable>true</readable>\n    </fieldPermissions>\n    <label>Cranes</label>');
const CRANES = zipOf({ 'objects/Crane__c.object': OBJECT, 'permissionsets/Cranes.permissionset': SET, 'classes/Cranes.cls': 'public class Cranes {\n    public static Integer count() {\n        return [SELECT COUNT() FROM Crane__c WHERE Height__c > 1];\n    }\n}' }, { CustomObject: ['Crane__c'], PermissionSet: ['Cranes'], ApexClass: ['Cranes'] });
const anonymous = async (body: string): Promise<unknown> => (await server.call(data(`tooling/executeAnonymous?anonymousBody=${encodeURIComponent(body)}`))).json;
const there = async (path: string): Promise<number> => (await server.call(data(path))).status;

test('GIVEN data and a session WHEN an object, rights and a class are deployed THEN the running org has them and keeps both', async () => {
  const made = await server.admin.sobject('Shipment__c').create({ Reference__c: 'BEFORE' });
  const result = await deploy(server, CRANES);
  expect([result.status, toldIn(result), result.numberComponentsDeployed]).toEqual(['Succeeded', [], 4]);
  expect(result.details.componentSuccesses.map((each) => [each.componentType, each.fullName, each.fileName, each.created])).toContainEqual(['CustomField', 'Crane__c.Height__c', 'unpackaged/objects/Crane__c.object', true]);
  expect(await server.admin.sobject('Shipment__c').retrieve(made.id as string)).toMatchObject({ Reference__c: 'BEFORE' });
  const [set] = (await server.admin.query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Cranes'")).records;
  await server.admin.sobject('PermissionSetAssignment').create({ AssigneeId: server.platform.security.adminUserId, PermissionSetId: set?.Id as string });
  await server.admin.sobject('Crane__c').create({ Name: 'Tall', Height__c: 9.5 });
  expect(await anonymous('System.assertEquals(1, Cranes.count());')).toMatchObject({ compiled: true, success: true });
  expect((await server.admin.sobject('Crane__c').describe()).fields.map((field) => field.name)).toContain('Height__c');
});

test('GIVEN components that are there WHEN deployed again with another field THEN rows stay and only the field is new', async () => {
  const more = zipOf({ 'objects/Crane__c.object': xml('CustomObject', FIELD('Colour__c', TEXT)) }, { CustomField: ['Crane__c.Colour__c'] });
  const result = await deploy(server, more);
  expect(result.details.componentSuccesses.map((each) => [each.fullName, each.created])).toEqual([['Crane__c.Colour__c', true]]);
  expect((await server.admin.query('SELECT Name, Height__c FROM Crane__c')).records).toMatchObject([{ Name: 'Tall', Height__c: 9.5 }]);
  expect((await deploy(server, more)).details.componentSuccesses.map((each) => each.created)).toEqual([false]);
});

test('GIVEN checkOnly WHEN a good deployment is sent THEN it succeeds and nothing stays', async () => {
  const result = await deploy(server, zipOf({ 'objects/Barge__c.object': OBJECT.replaceAll('Crane', 'Barge') }, { CustomObject: ['Barge__c'] }), { checkOnly: true });
  expect([result.status, result.checkOnly]).toEqual(['Succeeded', true]);
  expect(await there('sobjects/Barge__c/describe')).toBe(404);
});

test('GIVEN a class that does not compile beside a new object WHEN deployed THEN file, line and column are told and nothing stays', async () => {
  const files = { 'objects/Barge__c.object': OBJECT.replaceAll('Crane', 'Barge'), 'classes/Bad.cls': 'public class Bad {\n    Wagon one;\n}' };
  const result = await deploy(server, zipOf(files, { CustomObject: ['Barge__c'], ApexClass: ['Bad'] }));
  expect(result.status).toBe('Failed');
  expect(toldIn(result)).toEqual(['unpackaged/classes/Bad.cls:2:5 ApexClass Bad: Invalid type: Wagon']);
  expect(await there('sobjects/Barge__c/describe')).toBe(404);
});

test('GIVEN a wrong field inside an object file WHEN deployed THEN the line is that of the file that was sent', async () => {
  const object = xml('CustomObject', `${FIELD('Fine__c', TEXT)}\n${FIELD('Wrong__c', '<type>Colour</type>')}`);
  const result = await deploy(server, zipOf({ 'objects/Shipment__c.object': object }, { CustomField: ['Shipment__c.Fine__c', 'Shipment__c.Wrong__c'] }));
  expect(toldIn(result)).toEqual([expect.stringMatching(/^unpackaged\/objects\/Shipment__c\.object:12:\d+ CustomField Shipment__c\.Wrong__c: .*'Colour'/)]);
});

test('GIVEN rollbackOnError false WHEN one of two classes is wrong THEN the other stays', async () => {
  const result = await deploy(server, classes({ Good: 'public class Good {\n    public static Integer one = 1;\n}', Worse: 'public class Worse {\n    Wagon one;\n}' }), { rollbackOnError: false });
  expect([result.status, result.success, toldIn(result).length, result.details.componentSuccesses.map((each) => each.fullName)]).toEqual(['SucceededPartial', false, 1, ['Good']]);
  expect(await anonymous('System.assertEquals(1, Good.one);')).toMatchObject({ success: true });
});

test('GIVEN a class that others use WHEN it is changed so that they break THEN the deployment is refused and names the other', async () => {
  await deploy(server, classes({ Base: 'public class Base {\n    public static Integer one() {\n        return 1;\n    }\n}', User1: 'public class User1 {\n    Integer one = Base.one();\n}' }));
  const result = await deploy(server, classes({ Base: 'public class Base {\n}' }));
  expect(result.status).toBe('Failed');
  expect(toldIn(result).join()).toContain('User1.cls');
  expect(await anonymous('System.assertEquals(1, Base.one());')).toMatchObject({ success: true });
});

describe('tests in a deployment', () => {
  const TESTED = { Sum: 'public class Sum {\n    public static Integer of(Integer a, Integer b) {\n        return a + b;\n    }\n}', SumTest: '@IsTest\nprivate class SumTest {\n    @IsTest\n    static void adds() {\n        Assert.areEqual(3, Sum.of(1, 2));\n    }\n}' };
  test('GIVEN a failing test WHEN it must run THEN the deployment fails with it and nothing stays', async () => {
    const result = await deploy(server, classes({ ...TESTED, Sum: TESTED.Sum.replace('a + b', 'a') }), { testLevel: 'RunSpecifiedTests', runTests: ['SumTest'] });
    expect([result.status, result.numberTestErrors, toldIn(result)]).toEqual(['Failed', 1, []]);
    expect(result.details.runTestResult?.failures).toMatchObject([{ name: 'SumTest', methodName: 'adds', message: expect.stringContaining('Assertion Failed') as string }]);
    expect(await anonymous('Sum.of(1, 2);')).toMatchObject({ compiled: false });
  });
  test('GIVEN passing tests WHEN local tests run THEN it stays, and coverage is told', async () => {
    const result = await deploy(server, classes(TESTED), { testLevel: 'RunLocalTests' });
    expect([result.status, result.details.runTestResult?.failures]).toEqual(['Succeeded', []]);
    expect(result.details.runTestResult?.codeCoverage).toContainEqual(expect.objectContaining({ name: 'Sum', numLocationsNotCovered: 0 }));
  });
  test('GIVEN a name that is no test WHEN it must run THEN the deployment fails by that name', async () => {
    const result = await deploy(server, classes({ Other: 'public class Other {\n}' }), { testLevel: 'RunSpecifiedTests', runTests: ['NoSuchTest'] });
    expect([result.status, toldIn(result).join()]).toEqual(['Failed', expect.stringContaining('NoSuchTest')]);
  });
});

describe('what package.xml and files must agree on', () => {
  test.each([
    ['a file that is not named', zipOf({ 'classes/A.cls': 'public class A {}', 'classes/B.cls': 'public class B {}' }, { ApexClass: ['A'] }), 'Not in package.xml'],
    ['a name without a file', zipOf({ 'classes/A.cls': 'public class A {}' }, { ApexClass: ['A', 'Gone'] }), "An object 'Gone' of type ApexClass was named in package.xml, but was not found in zipped directory"],
    ['a file of no type', zipOf({ 'things/a.thing': 'x' }, {}), 'Unknown file extension or folder'],
    ['a type without a model', zipOf({ 'flows/F.flow': xml('Flow', '') }, { Flow: ['F'] }), 'does not model flows'],
    ['broken XML', zipOf({ 'objects/A__c.object': '<CustomObject><fields></CustomObject>' }, { CustomObject: ['A__c'] }), 'XML is not well-formed'],
  ])('GIVEN %s WHEN deployed THEN it is refused by name', async (_what, zip, problem) => {
    const result = await deploy(server, zip);
    expect([result.status, toldIn(result).join('\n')]).toEqual(['Failed', expect.stringContaining(problem)]);
  });
});

describe('destructive changes', () => {
  const empty = (type: string, name: string): Buffer => zipOf({}, {}, { 'destructiveChanges.xml': packageXml({ [type]: [name] }) });
  test('GIVEN a class that nothing uses WHEN deleted THEN it is gone; what is not there is no fault', async () => {
    await deploy(server, classes({ Spare: 'public class Spare {\n}' }));
    const result = await deploy(server, empty('ApexClass', 'Spare'));
    expect([result.status, result.details.componentSuccesses]).toEqual(['Succeeded', [expect.objectContaining({ fullName: 'Spare', deleted: true })]]);
    expect(await anonymous('new Spare();')).toMatchObject({ compiled: false });
    expect((await deploy(server, empty('ApexClass', 'Spare'))).status).toBe('Succeeded');
  });
  test('GIVEN a class of the project itself WHEN deleted and still used THEN it is refused', async () => {
    const result = await deploy(server, empty('ApexClass', 'ShipmentHandler'));
    expect([result.status, toldIn(result).join()]).toEqual(['Failed', expect.stringContaining('ShipmentHandler')]);
  });
  test('GIVEN a field WHEN deleted THEN it is refused by name', async () => {
    expect(toldIn(await deploy(server, empty('CustomField', 'Shipment__c.Notes__c'))).join()).toContain('does not model the deletion of components of type CustomField');
  });
});

test('GIVEN a field with data WHEN deployed with another type THEN it is refused and the org goes on', async () => {
  const result = await deploy(server, zipOf({ 'objects/Crane__c.object': xml('CustomObject', FIELD('Height__c', TEXT)) }, { CustomField: ['Crane__c.Height__c'] }));
  expect([result.status, toldIn(result).join()]).toEqual(['Failed', expect.stringContaining('Crane__c.Height__c changed its type')]);
  expect((await server.admin.query('SELECT Height__c FROM Crane__c')).records).toMatchObject([{ Height__c: 9.5 }]);
});

test('GIVEN labels and sharing rules WHEN some are deployed THEN the others stay', async () => {
  const label = (name: string): string => `    <labels>\n        <fullName>${name}</fullName>\n        <language>en_US</language>\n        <protected>false</protected>\n        <shortDescription>${name}</shortDescription>\n        <value>New</value>\n    </labels>`;
  const before = [...server.platform.org.labels.keys()];
  const rule = xml('SharingRules', '    <sharingOwnerRules>\n        <fullName>Cranes_Of_All</fullName>\n        <accessLevel>Read</accessLevel>\n        <label>Cranes Of All</label>\n        <sharedTo>\n            <allInternalUsers></allInternalUsers>\n        </sharedTo>\n        <sharedFrom>\n            <allInternalUsers></allInternalUsers>\n        </sharedFrom>\n    </sharingOwnerRules>');
  const rules = [...(server.platform.org.component('SharingRules', 'Shipment__c')?.root.children ?? [])].map((each) => each.value('fullName'));
  expect([before.length > 0, rules.length > 0]).toEqual([true, true]);
  const result = await deploy(server, zipOf({ 'labels/CustomLabels.labels': xml('CustomLabels', label('Brand_New')), 'sharingRules/Shipment__c.sharingRules': rule }, { CustomLabels: ['CustomLabels'], SharingOwnerRule: ['Shipment__c.Cranes_Of_All'] }));
  expect([result.status, toldIn(result)]).toEqual(['Succeeded', []]);
  expect([...server.platform.org.labels.keys()].sort()).toEqual([...before, 'brand_new'].sort());
  expect((server.platform.org.component('SharingRules', 'Shipment__c')?.root.children ?? []).map((each) => each.value('fullName')).sort()).toEqual([...rules, 'Cranes_Of_All'].sort());
});

test('GIVEN a job that waits WHEN something is deployed THEN the job runs after it', async () => {
  await deploy(server, classes({ Later: 'public class Later implements Queueable {\n    public void execute(QueueableContext context) {\n        insert as system new Shipment__c(Reference__c = \'LATER\');\n    }\n}' }));
  expect(await anonymous('System.AsyncOptions options = new System.AsyncOptions(); options.MinimumQueueableDelayInMinutes = 5; System.enqueueJob(new Later(), options);')).toMatchObject({ success: true });
  await deploy(server, classes({ Meanwhile: 'public class Meanwhile {\n}' }));
  server.ahead = 6 * 60_000;
  server.platform.apex.runDueJobs();
  server.ahead = 0;
  expect((await server.admin.query("SELECT COUNT() FROM Shipment__c WHERE Reference__c = 'LATER'")).totalSize).toBe(1);
});

describe('what is asked wrongly', () => {
  const zip = classes({ A: 'public class A {\n}' });
  test('GIVEN the name that jsforce gives the options WHEN a deployment is sent THEN it is taken', async () => {
    expect((await send(server, zip, { checkOnly: true }, { options: 'entity_content' })).status).toBe(201);
  });
  test('GIVEN a user who may not deploy WHEN asked THEN 403', async () => {
    expect((await send(server, zip, {}, { token: server.clerk.accessToken as string })).status).toBe(403);
  });
  test.each([
    ['an unknown option', { hurry: true }, 400],
    ['a reserved option', { performRetrieve: true }, 501],
    ['an unknown test level', { testLevel: 'RunNice' }, 400],
    ['named tests without names', { testLevel: 'RunSpecifiedTests' }, 400],
    ['names without the level', { runTests: ['ShipmentTest'] }, 400],
  ])('GIVEN %s WHEN asked THEN it is refused', async (_what, options, status) => {
    expect((await send(server, zip, options)).status).toBe(status);
  });
  test('GIVEN no zip and an unknown id WHEN asked THEN each is told', async () => {
    expect((await send(server, Buffer.from('no zip'), {})).status).toBe(400);
    expect((await server.call(data('metadata/deployRequest/0Af000000000999AAA'))).status).toBe(404);
    expect((await server.call(data('metadata/deployRequest'), { method: 'POST', body: { validatedDeployRequestId: '0Af000000000001AAA' } })).status).toBe(501);
  });
});

test('GIVEN a data folder WHEN an org was deployed into and starts again THEN it still has what was deployed', async () => {
  const options = { projectDir: DEPOT, dataFile: join(folder, 'org.sqlite'), deployedDir: join(folder, 'deployed'), cacheDir: join(folder, 'cache') };
  const first = await startServer(options);
  const shipment = await first.admin.sobject('Shipment__c').create({ Reference__c: 'KEPT' });
  expect((await deploy(first, CRANES)).status).toBe('Succeeded');
  const own = readFileSync(join(DEPOT, 'force-app/main/default/classes/ShipmentService.cls'), 'utf8');
  expect((await deploy(first, classes({ ShipmentService: `// changed in the org\n${own}` }))).status).toBe('Succeeded');
  await first.close();
  const again = createPlatform(options);
  expect([again.org.object('Crane__c')?.name, again.apex.compile(), again.org.apex.some((each) => each.name === 'Cranes')]).toEqual(['Crane__c', [], true]);
  // A start deploys the project again: its own classes come before what was deployed since.
  expect(again.org.apex.find((each) => each.name === 'ShipmentService')?.text).toBe(own);
  // Crane comes before Shipment in every order: the ids that were given go on naming shipments.
  expect(again.org.objectOfId(shipment.id as string)?.name).toBe('Shipment__c');
  again.close();
});

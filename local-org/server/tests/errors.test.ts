/** Bad input: the platform's own form and code, never a stack trace, never a crash. */
import { data, startServer, type Answer, type TestServer } from './support';

let server: TestServer;
let account: string;
beforeAll(async () => {
  server = await startServer();
  account = (await server.admin.sobject('Account').create({ Name: 'Harbour Tools' })).id as string;
}, 60_000);
afterAll(() => server.close());

const answers: [string, Answer][] = [];
const ask = async (path: string, options: Parameters<TestServer['call']>[1] = {}): Promise<Answer> => {
  const answer = await server.call(path, options);
  answers.push([`${options.method ?? 'GET'} ${path}`, answer]);
  return answer;
};
const post = (object: string, body: unknown): Promise<Answer> => ask(data(`sobjects/${object}`), { method: 'POST', body });

describe('requests', () => {
  it.each([
    ['an unknown path', 'GET', '/services/nothing', undefined, 404, 'NOT_FOUND'],
    ['a backslash for a path', 'GET', '/\\', undefined, 404, 'NOT_FOUND'],
    ['an unknown resource', 'GET', data('nothing'), undefined, 404, 'NOT_FOUND'],
    ['a malformed escape', 'GET', data('sobjects/Account/%E0%A4%A'), undefined, 404, 'NOT_FOUND'],
    ['an unknown object', 'POST', data('sobjects/Nothing__c'), {}, 404, 'NOT_FOUND'],
    ['an unknown id', 'GET', data('sobjects/Account/001000000000ZZZAAA'), undefined, 404, 'NOT_FOUND'],
    ['an id of another object', 'GET', data('sobjects/Account/003000000000001AAA'), undefined, 404, 'NOT_FOUND'],
    ['text for an id', 'PATCH', data("sobjects/Account/' OR Name != '"), { Name: 'x' }, 404, 'NOT_FOUND'],
    ['an unknown field', 'POST', data('sobjects/Account'), { Name: 'x', Nothing__c: 1 }, 400, 'INVALID_FIELD'],
    ['a missing required field', 'POST', data('sobjects/Account'), {}, 400, 'REQUIRED_FIELD_MISSING'],
    ['a body that is not JSON', 'POST', data('sobjects/Account'), '{"Name":', 400, 'JSON_PARSER_ERROR'],
    ['no body', 'POST', data('sobjects/Account'), '', 400, 'JSON_PARSER_ERROR'],
    ['a list for a record', 'POST', data('sobjects/Account'), [{ Name: 'x' }], 400, 'JSON_PARSER_ERROR'],
    ['null for a record', 'POST', data('sobjects/Account'), null, 400, 'JSON_PARSER_ERROR'],
    ['an object for a text', 'POST', data('sobjects/Account'), { Name: { a: 1 } }, 400, 'JSON_PARSER_ERROR'],
    ['a text for a number', 'POST', data('sobjects/Shipment__c'), { Weight__c: 'heavy' }, 400, 'JSON_PARSER_ERROR'],
    ['a day that does not exist', 'POST', data('sobjects/Shipment__c'), { Ship_Date__c: '2026-02-30' }, 400, 'JSON_PARSER_ERROR'],
    ['a formula', 'POST', data('sobjects/Shipment__c'), { Account_Name__c: 'x' }, 400, 'INVALID_FIELD_FOR_INSERT_UPDATE'],
    ['a number that is too long', 'POST', data('sobjects/Shipment__c'), { Weight__c: 1e12 }, 400, 'NUMBER_OUTSIDE_VALID_RANGE'],
    ['a value outside a restricted picklist', 'POST', data('sobjects/Shipment__c'), { Status__c: 'Eaten' }, 400, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
    ['a lookup to nothing', 'POST', data('sobjects/Shipment__c'), { Account__c: '001000000000ZZZAAA' }, 400, /^(INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY|INVALID_CROSS_REFERENCE_KEY)$/],
    ['an id that is none in a lookup', 'POST', data('sobjects/Shipment__c'), { Account__c: 'abc' }, 400, 'MALFORMED_ID'],
    ['a text that is too long', 'POST', data('sobjects/Account'), { Name: 'x'.repeat(256) }, 400, 'STRING_TOO_LONG'],
    ['an e-mail of 300 characters', 'POST', data('sobjects/Shipment__c'), { Contact_Email__c: `${'a'.repeat(290)}@x.example` }, 400, /^(STRING_TOO_LONG|INVALID_EMAIL_ADDRESS)$/],
    ['an e-mail that is none', 'POST', data('sobjects/Shipment__c'), { Contact_Email__c: 'not at all' }, 400, 'INVALID_EMAIL_ADDRESS'],
    ['records that are no list', 'POST', data('composite/sobjects'), { records: 'x' }, 400, 'JSON_PARSER_ERROR'],
    ['a record without a type', 'POST', data('composite/sobjects'), { records: [{ Name: 'x' }] }, 400, 'INVALID_INPUT'],
    ['a null among records', 'POST', data('composite/sobjects'), { records: [null] }, 400, 'INVALID_INPUT'],
    ['a body that is no job', 'POST', data('jobs/ingest'), 'nonsense', 400, 'JSON_PARSER_ERROR'],
    ['null for a job', 'POST', data('jobs/ingest'), null, 400, 'JSON_PARSER_ERROR'],
    ['null for a password', 'POST', data('sobjects/User/005000000000001AAA/password'), null, 400, 'JSON_PARSER_ERROR'],
    ['null for a UI API record', 'POST', data('ui-api/records'), null, 400, 'JSON_PARSER_ERROR'],
    ['null for a deployment', 'POST', data('metadata/deployRequest'), null, 400, 'JSON_PARSER_ERROR'],
    ['null for ids', 'POST', data('composite/sobjects/Account'), null, 400, 'JSON_PARSER_ERROR'],
    ['fields that are no names', 'POST', data('composite/sobjects/Account'), { ids: ['001000000000ZZZAAA'], fields: [1] }, 400, 'INVALID_INPUT'],
    ['ids that are no texts', 'POST', data('composite/sobjects/Account'), { ids: [null], fields: ['Name'] }, 400, 'INVALID_INPUT'],
    ['a null in a tree', 'POST', data('composite/tree/Account'), { records: [null] }, 400, 'INVALID_INPUT'],
    ['a null among the children of a tree', 'POST', data('composite/tree/Account'), { records: [{ attributes: { type: 'Account', referenceId: 'a' }, Name: 'x', Contacts: { records: [null] } }] }, 400, 'INVALID_INPUT'],
    ['a null among tests', 'POST', data('tooling/runTestsAsynchronous'), { tests: [null] }, 400, undefined],
    ['a number for class names', 'POST', data('tooling/runTestsAsynchronous'), { classNames: 5 }, 400, undefined],
    ['ids that are no list', 'POST', data('composite/sobjects/Account'), { ids: 5, fields: ['Name'] }, 400, 'INVALID_INPUT'],
    ['search', 'GET', data('search?q=FIND+{x}'), undefined, 501, 'NOT_IMPLEMENTED'],
    ['recent', 'GET', data('recent'), undefined, 501, 'NOT_IMPLEMENTED'],
    ['a method that is not allowed', 'PUT', data('sobjects/Account'), {}, 405, 'METHOD_NOT_ALLOWED'],
    ['deleting everything', 'DELETE', data('sobjects/Account'), undefined, 405, 'METHOD_NOT_ALLOWED'],
    ['anonymous Apex that does not compile', 'GET', data('tooling/executeAnonymous?anonymousBody=Nothing+x;'), undefined, 200, undefined],
  ] as const)('GIVEN %s WHEN %s %s is sent THEN the answer has the code of the platform', async (_name, method, path, body, status, code) => {
    const answer = await ask(path, { method, ...(body === undefined ? {} : body === null ? { body: 'null' } : { body }) });
    expect(answer.status).toBe(status);
    if (code) expect(answer.json).toEqual([expect.objectContaining({ errorCode: typeof code === 'string' ? code : (expect.stringMatching(code) as string), message: expect.any(String) as string })]);
  });

  it.each([[{}], ['Name'], [[null]]])('GIVEN fields %j for a related list WHEN they are sent THEN they are refused', async (fields) => {
    const answer = await ask(data(`ui-api/related-list-records/${account}/Contacts`), { method: 'POST', body: { fields } });
    expect([answer.status, answer.json]).toEqual([400, [expect.objectContaining({ errorCode: 'INVALID_INPUT' })]]);
  });

  it('GIVEN a body of 70 MB WHEN it is sent THEN it is too large, and the next request is served', async () => {
    const { status, json } = await ask(data('sobjects/Account'), { method: 'POST', body: `{"Name":"${'x'.repeat(70 * 1024 * 1024)}"}` });
    expect([status, json]).toEqual([413, [expect.objectContaining({ errorCode: 'REQUEST_ENTITY_TOO_LARGE' })]]);
    expect((await server.call(data('limits'))).status).toBe(200);
  });

  it('GIVEN another site WHEN it writes by the cookie of a page THEN it is refused', async () => {
    const cookie = { Cookie: `sid=${encodeURIComponent(server.admin.accessToken as string)}`, 'Content-Type': 'application/json' };
    const body = JSON.stringify({ apiName: 'Account', fields: { Name: 'By cookie' } });
    expect((await server.call(data('ui-api/records'), { method: 'POST', token: null, headers: { ...cookie, 'Sec-Fetch-Site': 'cross-site' }, body })).status).toBe(403);
    expect((await server.call(data('ui-api/records'), { method: 'POST', token: null, headers: { ...cookie, 'Sec-Fetch-Site': 'same-origin' }, body })).status).toBe(201);
    expect((await server.call(data('sobjects/Account'), { method: 'POST', token: null, headers: cookie, body: '{"Name":"x"}' })).status).toBe(401);
  });
});

describe('text', () => {
  it('GIVEN signs beyond the basic plane, right-to-left text and line ends WHEN they are saved THEN they come back as they were, counted as characters of UTF-16', async () => {
    const name = '🚢 Hafen שלום 中文 — “quoted” \\ \' %_';
    const { json } = await post('Account', { Name: name, Description: 'a\nb\tc' });
    const { id } = json as { id: string };
    expect((await ask(data(`sobjects/Account/${id}`))).json).toMatchObject({ Name: name, Description: expect.stringMatching(/^a\r?\nb\tc$/) as string });
    const found = await server.admin.query(`SELECT Id FROM Account WHERE Name = '${name.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`);
    expect(found.totalSize).toBe(1);
    expect((await post('Account', { Name: '🚢'.repeat(127) })).status).toBe(201);
    expect((await post('Account', { Name: '🚢'.repeat(128) })).json).toEqual([expect.objectContaining({ errorCode: 'STRING_TOO_LONG' })]);
  });
  it('GIVEN a key that is taken WHEN it is saved again THEN the duplicate is refused without telling whose it is to whom may not see it', async () => {
    const { id } = (await post('Shipment__c', { Reference__c: 'TAKEN' })).json as { id: string };
    expect((await post('Shipment__c', { Reference__c: 'taken' })).json).toEqual([expect.objectContaining({ errorCode: 'DUPLICATE_VALUE' })]);
    const foreign = await ask(data('sobjects/Shipment__c'), { method: 'POST', token: server.clerk.accessToken as string, body: { Reference__c: 'TAKEN' } });
    expect(foreign.json).toEqual([expect.objectContaining({ errorCode: 'DUPLICATE_VALUE' })]);
    expect(foreign.text).not.toContain(id.slice(0, 15));
  });
});

describe('rights', () => {
  it('GIVEN a user without the right WHEN objects are written, set-up is touched or Apex is run THEN each is refused', async () => {
    const token = server.clerk.accessToken as string;
    for (const [method, path, body] of [['PATCH', `sobjects/Account/${account}`, { Name: 'x' }], ['POST', 'sobjects/PermissionSetAssignment', { AssigneeId: '005000000000001AAA', PermissionSetId: '0PS000000000001AAA' }], ['POST', `sobjects/User/${server.platform.security.adminUserId}/password`, { NewPassword: 'Stolen-1234' }], ['GET', 'tooling/executeAnonymous?anonymousBody=delete+%5BSELECT+Id+FROM+Account%5D;']] as const) {
      const { status, json } = await ask(data(path), { method, token, ...(body ? { body } : {}) });
      expect([path, status >= 400, (json as { errorCode?: string }[])[0]?.errorCode]).toEqual([path, true, expect.stringMatching(/^(INSUFFICIENT_ACCESS\w*|CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY|NOT_FOUND|INVALID_\w+)$/) as string]);
    }
  });
});

afterAll(() => {
  for (const [what, answer] of answers) expect([what, /\bat .*\.(ts|js):\d+|node_modules|SQLITE|sqlite/i.test(answer.text)]).toEqual([what, false]);
  expect(server.log.filter((line) => line.startsWith('Unexpected failure'))).toEqual([]);
});

/** What a partner must not see, on every way that leads out of the org: queries, counts, ids, pages, Apex, no log-in at all. */
import type { Connection } from 'jsforce';
import type { Browser } from 'playwright-core';
import { logIn, onePerPartner, raw, type Answer, type Persona } from '../../scripts/accept/client';
import { differences, neverExisted, waysTo, WAYS_TO_OFFER, type Way } from '../../scripts/accept/foreign';
import { openBrowser, seat, settled } from './support/browser';
import { theOrg, type Org } from './support/org';

jest.setTimeout(180_000);

const DATA = '/services/data/v66.0';
const query = (connection: Connection, soql: string): Promise<Answer> => raw(connection, 'GET', `${DATA}/query?q=${encodeURIComponent(soql)}`);

type Partner = Persona & { readonly account: string };
interface Row extends Record<string, unknown> { readonly Id: string; }

let org: Org;
let browser: Browser;
let admin: Connection;
/** Two partners of one country, so that nothing but the partner tells them apart, one of another, and a colleague of the first. */
const people: { partner: Partner; connection: Connection; accountId: string }[] = [];

const all = async (connection: Connection, soql: string): Promise<Row[]> => (await connection.query<Row>(soql, { autoFetch: true, maxFetch: 10_000 })).records;
const idsOf = async (connection: Connection, soql: string): Promise<string[]> => (await all(connection, soql)).map((row) => row.Id).sort();

beforeAll(async () => {
  org = await theOrg();
  browser = await openBrowser();
  admin = await logIn(org, org.persona('PRM Administrator'));
  const partners = onePerPartner(org);
  const colleague = org.personas.find((each) => each.account === partners[0]?.account && each.username !== partners[0]?.username) as Partner;
  for (const partner of [partners[0], partners[1], partners[2], colleague] as Partner[]) {
    const [account] = await all(admin, `SELECT Id FROM Account WHERE Name = '${partner.account}'`);
    people.push({ partner, connection: await logIn(org, partner), accountId: account?.Id ?? '' });
  }
});

afterAll(async () => browser?.close());

/** Objects of which a partner reads its own rows, and the field that says whose they are. */
const OWN_ROWS: Readonly<Record<string, string>> = {
  Account: 'Id', Contact: 'AccountId', PRM_Agreement__c: 'PRM_Partner__c', PRM_Territory__c: 'PRM_Partner__c', PRM_Competency__c: 'PRM_Partner__c', PRM_Partner_Member__c: 'PRM_Partner__c',
};

/** Objects on which partners have no right: no row, no count, not even the name. */
const CLOSED = [
  'PRM_Routing_Decision__c', 'PRM_Routing_Rule__c', 'PRM_Routing_Pool_Member__c', 'PRM_Routing_State__c', 'PRM_Routing_Profile__c', 'PRM_Named_Account__c', 'PRM_Log__c', 'PRM_Tier__c',
  'PRM_Partner_Role__c', 'PRM_Network_Relation__c', 'PRM_Exchange_Entry__c', 'PRM_Relationship_Fact__c', 'PRM_Setting__mdt', 'PRM_Sweep__mdt', 'PRM_Trigger_Action__mdt', 'PRM_Share_Source__mdt',
  'Group', 'GroupMember', 'UserRole', 'PermissionSet', 'PermissionSetGroup', 'PermissionSetAssignment', 'ApexClass', 'AsyncApexJob', 'CronTrigger',
];

describe('GIVEN partners who ask by query', () => {
  test.each(Object.keys(OWN_ROWS))('WHEN a partner queries and counts %s THEN it gets its own rows and no other', async (object) => {
    for (const { connection, accountId } of people) {
      const mine = await idsOf(admin, `SELECT Id FROM ${object} WHERE ${OWN_ROWS[object]} = '${accountId}'`);
      expect(mine.length).toBeGreaterThan(0);
      expect(await idsOf(connection, `SELECT Id FROM ${object}`)).toEqual(mine);
      expect((await connection.query(`SELECT COUNT() FROM ${object}`)).totalSize).toBe(mine.length);
      expect(await query(connection, `SELECT COUNT() FROM ${object} WHERE ${OWN_ROWS[object]} != '${accountId}'`)).toMatchObject({ status: 200, body: expect.stringContaining('"totalSize":0') });
    }
  });

  test('WHEN a partner queries offers THEN it gets those that wait or are its work, of its own company alone, the same as its colleague', async () => {
    for (const { connection, accountId } of people) {
      const mine = await idsOf(admin, `SELECT Id FROM PRM_Lead_Offer__c WHERE PRM_Partner__c = '${accountId}' AND PRM_Status__c IN ('Offered', 'Accepted', 'Won', 'Lost')`);
      expect(mine.length).toBeGreaterThan(0);
      expect(await idsOf(connection, 'SELECT Id FROM PRM_Lead_Offer__c')).toEqual(mine);
      expect(await idsOf(connection, 'SELECT Id FROM PRM_Lead_Offer__c ORDER BY PRM_Partner_Name__c')).toEqual(mine);
      const groups = await connection.query<{ many: number }>('SELECT PRM_Partner__c, COUNT(Id) many FROM PRM_Lead_Offer__c GROUP BY PRM_Partner__c');
      expect(groups.records).toMatchObject([{ PRM_Partner__c: accountId, many: mine.length }]);
    }
    expect(await idsOf(people[0]!.connection, 'SELECT Id FROM PRM_Lead_Offer__c')).toEqual(await idsOf(people[3]!.connection, 'SELECT Id FROM PRM_Lead_Offer__c'));
  });

  test('WHEN a partner queries leads, history and shares THEN none is of another’s offer', async () => {
    for (const { connection, accountId } of people) {
      const leads = await all(admin, `SELECT Id, PRM_Lead__c FROM PRM_Lead_Offer__c WHERE PRM_Partner__c = '${accountId}' AND PRM_Status__c IN ('Accepted', 'Won', 'Lost')`);
      const accepted = new Set(leads.map((row) => row['PRM_Lead__c']));
      for (const id of await idsOf(connection, 'SELECT Id FROM Lead')) expect(accepted).toContain(id);
      const offers = new Set(await idsOf(connection, 'SELECT Id FROM PRM_Lead_Offer__c'));
      const steps = await all(connection, 'SELECT Id, PRM_Offer__c FROM PRM_Lead_Progress__c');
      expect(steps.length).toBeGreaterThan(0);
      for (const step of steps) expect(offers).toContain(step['PRM_Offer__c']);
      for (const share of await all(connection, 'SELECT Id, ParentId FROM PRM_Lead_Offer__Share')) expect(offers).toContain(share['ParentId']);
    }
  });

  test('WHEN a partner looks for users THEN it finds nobody of another company', async () => {
    for (const { connection, partner } of people) {
      const found = await all(connection, 'SELECT Id, Username FROM User');
      const colleagues = org.personas.filter((each) => each.account === partner.account).map((each) => each.username);
      expect(found.length).toBeGreaterThan(0);
      for (const user of found) expect(colleagues).toContain(user['Username']);
    }
  });

  test.each(CLOSED)('WHEN a partner asks for %s THEN the object is not there for it', async (object) => {
    const there = await query(admin, `SELECT Id FROM ${object}`);
    expect(there.status).toBe(200);
    const sobject = await raw(admin, 'GET', `${DATA}/sobjects/${object}/describe`);
    expect(sobject.status).toBe(200);
    for (const { connection } of people) {
      for (const soql of [`SELECT Id FROM ${object}`, `SELECT COUNT() FROM ${object}`]) expect(await query(connection, soql)).toMatchObject({ status: 400, body: expect.stringContaining('INVALID_TYPE') });
      expect(await raw(connection, 'GET', `${DATA}/sobjects/${object}/describe`)).toMatchObject({ status: 404, body: expect.stringContaining('NOT_FOUND') });
    }
  });

  test('WHEN a partner asks for a field it has no right on, or through a parent THEN the field does not exist', async () => {
    const { connection } = people[0]!;
    const closed = ['SELECT PRM_Rule__c FROM PRM_Lead_Offer__c', 'SELECT PRM_Rule__r.Name FROM PRM_Lead_Offer__c', "SELECT Id FROM PRM_Lead_Offer__c WHERE PRM_Rule__r.Name LIKE '%'", 'SELECT PRM_Partner__r.PRM_Tier__r.PRM_Weight__c FROM PRM_Lead_Offer__c', 'SELECT PRM_Open_Lead_Cap__c FROM Account', 'SELECT (SELECT Id FROM PRM_Routing_Decisions__r) FROM Lead'];
    for (const soql of closed) expect(await query(connection, soql)).toMatchObject({ status: 400, body: expect.stringMatching(/INVALID_FIELD|INVALID_TYPE/) });
  });
});

describe('GIVEN partners who ask by id', () => {
  test('WHEN the offer is another’s THEN each way answers as for an id that never existed, and the offer stays as it was', async () => {
    for (const { connection, accountId } of people) {
      const before = await all(admin, `SELECT Id, PRM_Status__c, PRM_Next_Step__c, LastModifiedDate FROM PRM_Lead_Offer__c WHERE PRM_Partner__c != '${accountId}' AND PRM_Status__c IN ('Offered', 'Accepted') ORDER BY Id`);
      const statuses = ['Offered', 'Accepted'].map((status) => before.find((row) => row['PRM_Status__c'] === status));
      for (const foreign of statuses) expect(await differences(connection, WAYS_TO_OFFER, foreign?.Id ?? '')).toEqual([]);
      expect(await all(admin, `SELECT Id, PRM_Status__c, PRM_Next_Step__c, LastModifiedDate FROM PRM_Lead_Offer__c WHERE PRM_Partner__c != '${accountId}' AND PRM_Status__c IN ('Offered', 'Accepted') ORDER BY Id`)).toEqual(before);
    }
  });

  const OTHERS: readonly (readonly [object: string, field: string, value: unknown, whose: string])[] = [
    ['Account', 'Name', 'Taken over', 'Id'], ['Contact', 'LastName', 'Taken', 'AccountId'], ['PRM_Agreement__c', 'Name', 'Taken', 'PRM_Partner__c'], ['PRM_Territory__c', 'Name', 'Taken', 'PRM_Partner__c'],
    ['PRM_Competency__c', 'Name', 'Taken', 'PRM_Partner__c'], ['PRM_Partner_Member__c', 'Name', 'Taken', 'PRM_Partner__c'], ['User', 'LastName', 'Taken', 'Contact.AccountId'], ['Lead', 'LastName', 'Taken', 'PRM_Partner__c'],
    ['PRM_Routing_Decision__c', 'PRM_Reason__c', 'NO_RULE', 'PRM_Picked__c'], ['PRM_Routing_Profile__c', 'PRM_Cap__c', 1, 'PRM_Partner__c'], ['PRM_Lead_Offer__Share', 'AccessLevel', 'Edit', 'Parent.PRM_Partner__c'],
  ];

  test.each(OTHERS)('WHEN the %s is another’s THEN each way answers as for an id that never existed', async (object, field, value, whose) => {
    for (const { connection, accountId } of people.slice(0, 2)) {
      const [foreign] = await all(admin, `SELECT Id FROM ${object} WHERE ${whose} != '${accountId}' AND ${whose} != null LIMIT 1`);
      expect(foreign).toBeDefined();
      expect(await differences(connection, waysTo(object, field, value), foreign?.Id ?? '')).toEqual([]);
    }
  });

  test('WHEN a partner calls what channel managers’ pages call THEN it is refused alike for any id', async () => {
    const [decided] = await all(admin, 'SELECT Id FROM Lead WHERE PRM_Routing_Status__c = \'Offered\' LIMIT 1');
    const call = (method: string, rest: Record<string, unknown>, key: string): Way => ({ name: method, method: 'POST', path: () => `/web/apex/${method}`, body: (id) => ({ [key]: id, ...rest }) });
    const ways = [
      call('PrmLeadBoardController/explain', {}, 'leadId'), call('PrmLeadBoardController/partnersToChoose', { search: '' }, 'leadId'), call('PrmLeadBoardController/routeAgain', {}, 'leadId'),
      call('PrmLeadBoardController/handOver', { partnerId: people[0]!.accountId, note: '' }, 'leadId'), call('PrmRoutingSimulatorController/simulate', {}, 'leadId'),
    ];
    for (const { connection } of people) {
      for (const way of ways) expect((await raw(connection, 'POST', way.path(''), way.body?.(decided?.Id ?? ''))).status).toBeGreaterThanOrEqual(400);
      expect(await differences(connection, ways, decided?.Id ?? '')).toEqual([]);
      for (const path of ['PrmLeadBoardController/columns', 'PrmLeadBoardController/cards']) expect((await raw(connection, 'POST', `/web/apex/${path}`, { pageSize: 10, pageNumber: 1, column: 'offered' })).status).toBeGreaterThanOrEqual(400);
    }
  });

  test('WHEN a partner creates what it may not THEN it is refused', async () => {
    const { connection, accountId } = people[0]!;
    for (const [object, fields] of [['PRM_Lead_Offer__c', { PRM_Partner__c: accountId, PRM_Status__c: 'Offered' }], ['PRM_Routing_Rule__c', { Name: 'Mine', PRM_Order__c: 0 }], ['PRM_Exchange_Entry__c', { PRM_Partner__c: accountId }]] as const) {
      expect((await raw(connection, 'POST', `${DATA}/sobjects/${object}`, fields)).status).toBeGreaterThanOrEqual(400);
    }
    const [foreign] = await all(admin, `SELECT Id FROM PRM_Lead_Offer__c WHERE PRM_Partner__c != '${accountId}' LIMIT 1`);
    const progress = (offer: string): Promise<Answer> => raw(connection, 'POST', `${DATA}/sobjects/PRM_Lead_Progress__c`, { PRM_Offer__c: offer, PRM_Kind__c: 'Note' });
    expect((await progress(foreign?.Id ?? '')).status).toBeGreaterThanOrEqual(400);
    expect((await raw(connection, 'GET', `${DATA}/tooling/executeAnonymous?anonymousBody=${encodeURIComponent('System.debug(1);')}`)).status).toBe(403);
  });
});

describe('GIVEN nobody', () => {
  const PATHS: readonly (readonly [string, string])[] = [
    ['GET', `${DATA}/query?q=SELECT+Id+FROM+Lead`], ['GET', `${DATA}/sobjects`], ['GET', `${DATA}/sobjects/Account/describe`], ['POST', `${DATA}/sobjects/Lead`], ['PATCH', `${DATA}/composite/sobjects`],
    ['GET', `${DATA}/ui-api/object-info/Lead`], ['GET', `${DATA}/jobs/ingest`], ['GET', `${DATA}/limits`], ['GET', `${DATA}/tooling/query?q=SELECT+Id+FROM+ApexClass`], ['GET', '/services/oauth2/userinfo'],
    ['POST', '/web/apex/PrmOfferInboxController/listOffers'], ['GET', '/web/page?path=/partners/'], ['GET', '/web/lookup/Account'],
  ];

  test.each(PATHS)('WHEN %s %s comes without a token, or with one that is no session THEN it is 401 INVALID_SESSION_ID', async (method, path) => {
    for (const headers of [{}, { Authorization: 'Bearer 00D000000000001!AQnobody' }] as Record<string, string>[]) {
      const response = await fetch(`${org.instanceUrl}${path}`, { method, headers: { 'Content-Type': 'application/json', ...headers }, ...(method === 'GET' ? {} : { body: '{}' }) });
      expect({ status: response.status, code: JSON.stringify(await response.json()) }).toEqual({ status: 401, code: expect.stringContaining('INVALID_SESSION_ID') });
    }
  });

  test('WHEN a page is asked for THEN it leads to the log-in, and tells nothing', async () => {
    for (const path of ['/partners/', '/partners/offers', '/partners/leads', '/lightning/app/PRM_Console/PRM_Lead_Board', `/lightning/r/Lead/${neverExisted('00Q000000000001')}/view`]) {
      const response = await fetch(`${org.instanceUrl}${path}`, { redirect: 'manual' });
      expect({ path, status: response.status, body: await response.text() }).toEqual({ path, status: 303, body: '' });
      expect(response.headers.get('location')).toMatch(path.startsWith('/partners') ? /^\/partners\/login\?startURL=/ : /^\/\?startURL=/);
    }
  });

  test('WHEN a name or a password is wrong THEN the two answers are the same', async () => {
    const attempt = async (username: string): Promise<string> => {
      const response = await fetch(`${org.instanceUrl}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'password', client_id: 'x', username, password: 'wrong-1' }) });
      return `${response.status} ${await response.text()}`;
    };
    expect(await attempt('nobody@nowhere.example')).toBe(await attempt(people[0]!.partner.username));
  });

  test('WHEN a session has ended THEN its token opens nothing any more', async () => {
    const connection = await logIn(org, people[2]!.partner);
    expect((await query(connection, 'SELECT Id FROM Account')).status).toBe(200);
    await fetch(`${org.instanceUrl}/services/oauth2/revoke`, { method: 'POST', body: new URLSearchParams({ token: connection.accessToken ?? '' }) });
    expect(await query(connection, 'SELECT Id FROM Account')).toMatchObject({ status: 401, body: expect.stringContaining('INVALID_SESSION_ID') });
  });
});

describe('GIVEN a partner in the browser', () => {
  test('WHEN it types a console address THEN it is refused, for what exists and what does not alike', async () => {
    const { partner, accountId } = people[0]!;
    const [foreign] = await all(admin, `SELECT Id FROM PRM_Lead_Offer__c WHERE PRM_Partner__c != '${accountId}' LIMIT 1`);
    const { page } = await seat(browser, org, partner);
    const answerTo = async (path: string, id = ''): Promise<string> => {
      const response = await page.goto(path);
      return `${response?.status()} ${(await page.locator('body').innerText()).replaceAll(id || '<none>', '<id>')}`;
    };
    for (const path of ['/lightning/app/PRM_Console/PRM_Lead_Board', '/lightning/o/PRM_Lead_Offer__c/list', '/lightning/n/PRM_Lead_Board']) expect(await answerTo(path)).toMatch(/^40[34] /);
    const never = neverExisted(foreign?.Id ?? '');
    const [real, unreal] = [await answerTo(`/lightning/r/PRM_Lead_Offer__c/${foreign?.Id}/view`, foreign?.Id), await answerTo(`/lightning/r/PRM_Lead_Offer__c/${never}/view`, never)];
    expect(real).toBe(unreal);
    expect(real).toMatch(/^40[34] /);
  });

  test('WHEN a portal address names another’s lead THEN the page says so in a sentence and shows nothing of it', async () => {
    const { partner, accountId } = people[1]!;
    const [foreign] = await all(admin, `SELECT Id, PRM_Company__c FROM PRM_Lead_Offer__c WHERE PRM_Partner__c != '${accountId}' AND PRM_Status__c = 'Accepted' LIMIT 1`);
    const { page } = await seat(browser, org, partner);
    await page.goto(`/partners/leads?lead=${foreign?.Id}`);
    await settled(page);
    await page.getByRole('alert').getByText('This record does not exist or is not open to you.').waitFor();
    expect(await page.locator('body').innerText()).not.toContain(String(foreign?.['PRM_Company__c']));
  });
});

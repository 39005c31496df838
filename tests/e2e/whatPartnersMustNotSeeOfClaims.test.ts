/** What a partner must not see of claims: another's claims on no way, and of its own neither flags, decisions, notes, rules nor reasons kept from it. */
import type { Connection } from 'jsforce';
import type { Browser } from 'playwright-core';
import { logIn, onePerPartner, raw, type Answer, type Persona } from '../../scripts/accept/client';
import { differences, neverExisted, waysTo, waysToDocument, WAYS_TO_CLAIM, WAYS_TO_FLAG, WAYS_TO_RECOVERY, WAYS_TO_RETURN, WAYS_TO_RULES } from '../../scripts/accept/foreign';
import { openBrowser, seat, settled } from './support/browser';
import { claimWorld, type ClaimWorld } from './support/claims';
import { call, drafted, filed, withoutAudit } from './support/filing';
import { theOrg, type Org } from './support/org';

jest.setTimeout(240_000);

const DATA = '/services/data/v66.0';
const NOTE = 'The third pump of this batch: look at the photo twice.';

type Partner = Persona & { readonly account: string };
interface Row extends Record<string, unknown> { readonly Id: string; }
/** The claims of one partner, by what they stand for. */
interface Claims { readonly draft: string; readonly paid: string; readonly returning: string; readonly flagged: string; }

let org: Org;
let browser: Browser;
let admin: Connection;
/** Two partners that filed claims, each for pieces of its own and one for a piece of the other's, and a colleague of the first. */
const people: { partner: Partner; connection: Connection; accountId: string }[] = [];
const claims: Claims[] = [];

const all = async (connection: Connection, soql: string): Promise<Row[]> => (await connection.query<Row>(soql, { autoFetch: true, maxFetch: 10_000 })).records;
const idsOf = async (connection: Connection, soql: string): Promise<string[]> => (await all(connection, soql)).map((row) => row.Id).sort();
const query = (connection: Connection, soql: string): Promise<Answer> => raw(connection, 'GET', `${DATA}/query?q=${encodeURIComponent(soql)}`);
const quoted = (ids: readonly string[]): string => ids.map((id) => `'${id}'`).join(', ');

async function claimsOf(connection: Connection, world: ClaimWorld, foreignWorld: ClaimWorld | undefined): Promise<Claims> {
  const [first, second, third] = world.serials as [string, string, string];
  const { claimId: draft } = await drafted(connection, world, { serial: first, proof: `draft of ${first}` });
  const paid = await filed(admin, connection, world, { serial: second, proof: `invoice of ${second}` });
  const returning = await filed(admin, connection, world, { serial: third, part: 1, proof: `invoice of ${third}` });
  // The piece of the other partner with the same fault: a sign that is kept from whoever claims.
  const flagged = await filed(admin, connection, foreignWorld ?? world, { serial: (foreignWorld ?? world).serials[1] as string, proof: `invoice of ${second}` });
  return { draft, paid, returning, flagged };
}

beforeAll(async () => {
  org = await theOrg();
  browser = await openBrowser();
  admin = await logIn(org, org.persona('PRM Administrator'));
  await withoutAudit(admin);
  const partners = onePerPartner(org);
  const colleague = org.personas.find((each) => each.account === partners[0]?.account && each.username !== partners[0]?.username) as Partner;
  for (const partner of [partners[0], partners[1], colleague] as Partner[]) {
    const [account] = await all(admin, `SELECT Id FROM Account WHERE Name = '${partner.account}'`);
    people.push({ partner, connection: await logIn(org, partner), accountId: account?.Id ?? '' });
  }
  const worlds = [await claimWorld(admin, people[0]!.partner.account), await claimWorld(admin, people[1]!.partner.account)] as const;
  claims.push(await claimsOf(people[0]!.connection, worlds[0], undefined));
  claims.push(await claimsOf(people[1]!.connection, worlds[1], worlds[0]));
  const funds = await logIn(org, org.persona('Funds Approver'));
  for (const { paid, flagged } of claims) {
    await call(funds, 'PrmPaymentDeskController.pay', { claimIds: [paid], reference: 'CN-1' });
    const noted = await admin.sobject('PRM_Internal_Note__c').create({ PRM_Claim__c: flagged, PRM_Body__c: NOTE });
    expect(noted.success).toBe(true);
  }
});

afterAll(async () => browser?.close());

/** What a partner reads of claims: its own rows, and the field that says whose they are. */
const OWN_ROWS: Readonly<Record<string, string>> = {
  PRM_Warranty_Claim__c: 'PRM_Partner__c', PRM_Claim_Line__c: 'PRM_Claim__r.PRM_Partner__c', PRM_Claim_Ledger__c: 'PRM_Partner__c', PRM_Return_Authorisation__c: 'PRM_Partner__c', PRM_Return_Line__c: 'PRM_Return__r.PRM_Partner__c',
};

/** No row, no count, not even the name. */
const CLOSED = ['PRM_Claim_Decision__c', 'PRM_Fraud_Flag__c', 'PRM_Internal_Note__c', 'PRM_Claim_Statistic__c', 'PRM_Rule_Set__c', 'PRM_Adjudication_Rule__c', 'PRM_Supplier_Recovery__c', 'PRM_Part_Supplier__c', 'PRM_Default_Rule__mdt'];

describe('GIVEN partners who ask by query', () => {
  test.each(Object.keys(OWN_ROWS))('WHEN a partner or its colleague queries, counts and sums up %s THEN it gets all rows of its company and no other', async (object) => {
    for (const { connection, accountId } of people) {
      const mine = await idsOf(admin, `SELECT Id FROM ${object} WHERE ${OWN_ROWS[object]} = '${accountId}'`);
      expect(mine.length).toBeGreaterThan(0);
      expect(await idsOf(connection, `SELECT Id FROM ${object}`)).toEqual(mine);
      expect((await connection.query(`SELECT COUNT() FROM ${object}`)).totalSize).toBe(mine.length);
      expect((await connection.query(`SELECT COUNT() FROM ${object} WHERE ${OWN_ROWS[object]} != '${accountId}'`)).totalSize).toBe(0);
      expect((await connection.query<{ many: number }>(`SELECT ${OWN_ROWS[object]}, COUNT(Id) many FROM ${object} GROUP BY ${OWN_ROWS[object]}`)).records).toMatchObject([{ many: mine.length }]);
    }
  });

  test('WHEN a partner adds up money THEN nothing of another’s is in the sum', async () => {
    for (const { connection, accountId } of people) {
      const sum = async (asker: Connection, where: string): Promise<unknown> => (await asker.query<{ sum: number }>(`SELECT SUM(PRM_Amount__c) sum FROM PRM_Claim_Ledger__c ${where}`)).records[0]?.sum;
      expect(await sum(connection, '')).toBe(await sum(admin, `WHERE PRM_Partner__c = '${accountId}'`));
      const summary = await call<{ drafts: number }>(connection, 'PrmMyClaimsController.summary', {});
      expect(summary.drafts).toBe((await admin.query(`SELECT COUNT() FROM PRM_Warranty_Claim__c WHERE PRM_Partner__c = '${accountId}' AND PRM_Status__c = 'Draft'`)).totalSize);
    }
  });

  test('WHEN a partner looks for files and shares THEN they are of its own claims, and a colleague may read them', async () => {
    const [mine, theirs] = claims as [Claims, Claims];
    const files = (asker: Connection, { draft, paid }: Claims): Promise<string[]> => idsOf(asker, `SELECT Id FROM ContentDocumentLink WHERE LinkedEntityId IN (${quoted([draft, paid])})`);
    expect(await files(admin, theirs)).toHaveLength(2);
    for (const { connection } of [people[0]!, people[2]!]) {
      expect(await files(connection, mine)).toHaveLength(2);
      expect(await files(connection, theirs)).toEqual([]);
      const seen = new Set(await idsOf(connection, 'SELECT Id FROM PRM_Warranty_Claim__c'));
      for (const share of await all(connection, 'SELECT Id, ParentId FROM PRM_Warranty_Claim__Share')) expect(seen).toContain(share['ParentId']);
    }
  });

  test.each(CLOSED)('WHEN a partner asks for %s THEN the object is not there for it', async (object) => {
    expect((await query(admin, `SELECT Id FROM ${object}`)).status).toBe(200);
    for (const { connection } of people) {
      for (const soql of [`SELECT Id FROM ${object}`, `SELECT COUNT() FROM ${object}`]) expect(await query(connection, soql)).toMatchObject({ status: 400, body: expect.stringContaining('INVALID_TYPE') });
      expect(await raw(connection, 'GET', `${DATA}/sobjects/${object}/describe`)).toMatchObject({ status: 404, body: expect.stringContaining('NOT_FOUND') });
    }
  });

  const BY_PARENT = ['PRM_Decisions__r', 'PRM_Fraud_Flags__r', 'PRM_Internal_Notes__r', 'PRM_Recoveries__r'];
  const BEHIND = ['PRM_Rule_Set__c', 'PRM_Rule_Set__r.PRM_Audit_Percent__c', 'PRM_Adjudicator__c', 'PRM_Decided_By__c', 'PRM_First_Decider__c', 'PRM_Clawback_Asked_By__c', 'PRM_Partner__r.PRM_Open_Lead_Cap__c'];

  test('WHEN it asks through a claim of its own THEN what lies behind does not exist, to read, to filter or to group', async () => {
    const { connection } = people[0]!;
    for (const relation of BY_PARENT) expect(await query(connection, `SELECT (SELECT Id FROM ${relation}) FROM PRM_Warranty_Claim__c`)).toMatchObject({ status: 400, body: expect.stringMatching(/INVALID_FIELD|INVALID_TYPE/) });
    for (const field of BEHIND) {
      for (const soql of [`SELECT ${field} FROM PRM_Warranty_Claim__c`, `SELECT Id FROM PRM_Warranty_Claim__c WHERE ${field} != null`, `SELECT COUNT(Id) FROM PRM_Warranty_Claim__c GROUP BY ${field}`]) {
        expect({ soql, answer: await query(connection, soql) }).toMatchObject({ answer: { status: 400, body: expect.stringMatching(/INVALID_FIELD|INVALID_TYPE|No such column/) } });
      }
    }
    for (const object of CLOSED.slice(0, 3)) expect(await query(connection, `SELECT Id FROM PRM_Warranty_Claim__c WHERE Id IN (SELECT PRM_Claim__c FROM ${object})`)).toMatchObject({ status: 400, body: expect.stringMatching(/INVALID_FIELD|INVALID_TYPE/) });
  });
});

describe('GIVEN partners who ask by id', () => {
  /** All that another partner's claims consist of, as they stand. */
  const standing = (accountId: string): Promise<Row[]> => all(admin, `SELECT Id, PRM_Status__c, PRM_Complaint__c, PRM_Line_Count__c, PRM_Proof_Count__c, PRM_Version__c, LastModifiedDate FROM PRM_Warranty_Claim__c WHERE PRM_Partner__c = '${accountId}' ORDER BY Id`);

  test.each(['draft', 'paid', 'returning', 'flagged'] as const)('WHEN the %s claim is another’s THEN each way answers as for an id that never existed, and the claim stays as it was', async (which) => {
    const [asker, other] = people as [(typeof people)[0], (typeof people)[0]];
    const before = await standing(other.accountId);
    expect(await differences(asker.connection, WAYS_TO_CLAIM, claims[1]![which])).toEqual([]);
    expect(await standing(other.accountId)).toEqual(before);
  });

  test('WHEN the claim is a colleague’s THEN it may be read, and its pages say the same', async () => {
    const [owner, , colleague] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
    for (const claimId of Object.values(claims[0]!)) {
      const [mine, theirs] = await Promise.all([owner, colleague].map(({ connection }) => call<unknown>(connection, 'PrmMyClaimsController.getClaim', { claimId })));
      expect(theirs).toEqual(mine);
    }
    // The ways tell what is open from what never existed, so that the tests of another's claims prove something.
    const open = (await differences(colleague.connection, WAYS_TO_CLAIM.filter(({ method, name }) => method === 'GET' || /getClaim|listProofs/.test(name)), claims[0]!.paid)).map(({ way }) => way);
    expect(open).toEqual(expect.arrayContaining(['retrieve', 'query', 'count', 'retrieve of many', 'UI API retrieve', 'lookup', 'query of PRM_Claim_Line__c by PRM_Claim__c', 'query of PRM_Claim_Ledger__c by PRM_Claim__c', 'query of ContentDocumentLink by LinkedEntityId', 'related list PRM_Lines__r', 'PrmMyClaimsController.getClaim', 'PrmProofsController.listProofs']));
  });

  test('WHEN a return, a file, a line or an entry is another’s THEN each way answers as for an id that never existed', async () => {
    const { connection } = people[0]!;
    const { draft, paid, returning } = claims[1]!;
    const one = async (soql: string, field = 'Id'): Promise<string> => String((await all(admin, `${soql} LIMIT 1`))[0]?.[field]);
    const slip = await one(`SELECT Id FROM PRM_Return_Authorisation__c WHERE PRM_Claim__c = '${returning}' AND PRM_Disposition__c = 'Return'`);
    const document = await one(`SELECT ContentDocumentId, Id FROM ContentDocumentLink WHERE LinkedEntityId = '${draft}'`, 'ContentDocumentId');
    const version = await one(`SELECT Id FROM ContentVersion WHERE ContentDocumentId = '${document}'`);
    const findings = [
      await differences(connection, WAYS_TO_RETURN, slip),
      await differences(connection, waysToDocument(claims[0]!.draft), document),
      await differences(connection, waysTo('ContentVersion', 'Title', 'Taken', 'Title'), version),
      await differences(connection, waysTo('PRM_Claim_Line__c', 'PRM_Description__c', 'taken'), await one(`SELECT Id FROM PRM_Claim_Line__c WHERE PRM_Claim__c = '${draft}'`)),
      await differences(connection, waysTo('PRM_Claim_Ledger__c', 'PRM_Amount__c', 1), await one(`SELECT Id FROM PRM_Claim_Ledger__c WHERE PRM_Claim__c = '${paid}'`)),
      await differences(connection, waysTo('PRM_Return_Line__c', 'PRM_Note__c', 'taken'), await one(`SELECT Id FROM PRM_Return_Line__c WHERE PRM_Return__c = '${slip}'`)),
      await differences(connection, waysTo('PRM_Warranty_Claim__Share', 'AccessLevel', 'Edit', 'Id'), await one(`SELECT Id FROM PRM_Warranty_Claim__Share WHERE ParentId = '${draft}'`)),
    ];
    expect(findings.flat()).toEqual([]);
  });

  test('WHEN it asks for what is ours alone, of its own claims too THEN each way answers as for an id that never existed', async () => {
    const { connection } = people[1]!;
    const { flagged, paid } = claims[1]!;
    const one = async (soql: string): Promise<string> => (await all(admin, `${soql} LIMIT 1`))[0]!.Id;
    const findings = [
      await differences(connection, WAYS_TO_FLAG, await one(`SELECT Id FROM PRM_Fraud_Flag__c WHERE PRM_Claim__c = '${flagged}'`)),
      await differences(connection, WAYS_TO_RECOVERY, await one(`SELECT Id FROM PRM_Supplier_Recovery__c WHERE PRM_Claim__c = '${paid}'`)),
      await differences(connection, WAYS_TO_RULES, await one("SELECT Id FROM PRM_Rule_Set__c WHERE PRM_Status__c = 'Live'")),
      await differences(connection, waysTo('PRM_Claim_Decision__c', 'PRM_Reason__c', 'taken'), await one(`SELECT Id FROM PRM_Claim_Decision__c WHERE PRM_Claim__c = '${flagged}'`)),
      await differences(connection, waysTo('PRM_Internal_Note__c', 'PRM_Body__c', 'taken'), await one(`SELECT Id FROM PRM_Internal_Note__c WHERE PRM_Claim__c = '${flagged}'`)),
      await differences(connection, waysTo('PRM_Claim_Statistic__c', 'PRM_Claims__c', 1), await one('SELECT Id FROM PRM_Claim_Statistic__c')),
    ];
    expect(findings.flat()).toEqual([]);
  });

  const OURS: readonly (readonly [method: string, args: (claimId: string) => Record<string, unknown>])[] = [
    ['PrmAdjudicatorController.queue', () => ({ scope: 'all', pageNumber: 1 })], ['PrmAdjudicatorController.claim', (claimId) => ({ claimId })], ['PrmAdjudicatorController.assign', (claimId) => ({ claimId, mine: true })],
    ['PrmAdjudicatorController.decide', (claimId) => ({ claimId, lines: [] })], ['PrmAdjudicatorController.ask', (claimId) => ({ claimId, question: 'seen' })], ['PrmClaimCostController.costs', () => ({ groupBy: 'partner', fromDay: '2020-01-01', toDay: '2099-01-01' })],
    ['PrmRuleEditorController.sets', () => ({})], ['PrmRuleEditorController.vocabulary', () => ({})], ['PrmRuleEditorController.draft', () => ({ note: '' })],
    ['PrmPaymentDeskController.listClaims', () => ({ pageNumber: 1, pageSize: 10, show: '', search: '' })], ['PrmPaymentDeskController.totals', () => ({})], ['PrmPaymentDeskController.getClaim', (claimId) => ({ claimId })],
    ['PrmPaymentDeskController.pay', (claimId) => ({ claimIds: [claimId], reference: 'seen' })], ['PrmReturnsDeskController.listReturns', () => ({ pageNumber: 1, pageSize: 10, show: '', search: '' })],
    ['PrmRecoveriesController.listRecoveries', () => ({ pageNumber: 1, pageSize: 10, show: '', search: '', sortField: '', descending: false })], ['PrmRecoveriesController.report', () => ({ fromDay: null, toDay: null })],
  ];

  test.each(OURS)('WHEN a partner calls %s, for a claim of its own THEN it is refused without a word of ours', async (method, args) => {
    for (const [index, { connection }] of people.slice(0, 2).entries()) {
      const { status, body } = await raw(connection, 'POST', `/web/apex/${method.replace('.', '/')}`, args(claims[index]!.flagged));
      expect({ method, refused: status >= 400, body }).toEqual({ method, refused: true, body: expect.not.stringContaining('returnValue') as unknown });
    }
  });

  test('WHEN a partner writes what only the server writes THEN it is refused', async () => {
    const { connection, accountId } = people[0]!;
    const own = claims[0]!;
    const attempts: readonly (readonly [string, Record<string, unknown>])[] = [
      ['PRM_Warranty_Claim__c', { PRM_Partner__c: accountId, PRM_Type__c: 'Claim', PRM_Status__c: 'Approved' }], ['PRM_Claim_Line__c', { PRM_Claim__c: own.draft, PRM_Kind__c: 'Other', PRM_Quantity__c: 1, PRM_Unit_Price__c: 1 }],
      ['PRM_Claim_Ledger__c', { PRM_Claim__c: own.paid, PRM_Partner__c: accountId, PRM_Entry__c: 'Approved', PRM_Amount__c: 1, PRM_Currency_Code__c: 'EUR' }], ['PRM_Return_Authorisation__c', { PRM_Claim__c: own.paid, PRM_Partner__c: accountId }],
      ['PRM_Fraud_Flag__c', { PRM_Claim__c: own.paid, PRM_Kind__c: 'MINE', PRM_State__c: 'Cleared' }], ['PRM_Internal_Note__c', { PRM_Claim__c: own.paid, PRM_Body__c: 'mine' }], ['PRM_Claim_Decision__c', { PRM_Claim__c: own.paid, PRM_Outcome__c: 'Approved' }],
    ];
    for (const [object, fields] of attempts) {
      const { status } = await raw(connection, 'POST', `${DATA}/sobjects/${object}`, fields);
      expect({ object, refused: status >= 400 }).toEqual({ object, refused: true });
    }
    for (const fields of [{ PRM_Status__c: 'Approved' }, { PRM_Approved_Total__c: 1000 }, { PRM_Complaint__c: 'mine' }]) {
      expect((await raw(connection, 'PATCH', `${DATA}/sobjects/PRM_Warranty_Claim__c/${own.paid}`, fields)).status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('GIVEN a claim on which a sign of fraud was seen', () => {
  interface Reason { readonly code: string; readonly internal?: boolean; readonly sentence?: string; }

  test('WHEN its partner reads lines, ledger, page and list THEN no internal reason, flag or note is in them', async () => {
    const { connection } = people[1]!;
    const decisions = await all(admin, `SELECT Id, PRM_Reasons__c FROM PRM_Claim_Decision__c WHERE PRM_Claim__c = '${claims[1]!.flagged}'`);
    const kept = decisions.flatMap((row) => JSON.parse(String(row['PRM_Reasons__c'])) as Reason[]).filter((reason) => reason.internal);
    expect(kept.map((reason) => reason.code)).toContain('FOREIGN_DUPLICATE');
    const flags = await all(admin, `SELECT Id, PRM_Kind__c, PRM_Detail__c FROM PRM_Fraud_Flag__c WHERE PRM_Claim__c = '${claims[1]!.flagged}'`);
    expect(flags.map((row) => row['PRM_Kind__c'])).toContain('FOREIGN_DUPLICATE');
    const internal = await all(admin, 'SELECT Id, PRM_Code__c, PRM_Sentence__c FROM PRM_Adjudication_Rule__c WHERE PRM_Internal__c = true');
    const secrets = [...kept.flatMap(({ code, sentence }) => [code, sentence]), ...flags.flatMap((row) => [row['PRM_Kind__c'], row['PRM_Detail__c']]), ...internal.flatMap((row) => [row['PRM_Code__c'], row['PRM_Sentence__c']]), 'AUDIT', NOTE].filter(Boolean).map(String);
    const lines = await all(connection, 'SELECT Id, PRM_Reason__c, PRM_Reason_Text__c, PRM_Reason_Codes__c FROM PRM_Claim_Line__c');
    expect(lines.filter((row) => row['PRM_Reason__c'] === 'REVIEW').length).toBeGreaterThan(0);
    const pages = await Promise.all(Object.values(claims[1]!).map((claimId) => call<unknown>(connection, 'PrmMyClaimsController.getClaim', { claimId })));
    const list = await call<unknown>(connection, 'PrmMyClaimsController.listClaims', { pageNumber: 1, pageSize: 100, status: '', search: '' });
    const proofs = await call<unknown>(connection, 'PrmProofsController.listProofs', { recordId: claims[1]!.flagged });
    const read = JSON.stringify([lines, pages, list, proofs]);
    for (const secret of secrets) expect(read).not.toContain(secret);
  });

  test('WHEN the other partner looks THEN nothing says that its piece was claimed by somebody else', async () => {
    const { connection } = people[0]!;
    const [foreign] = await all(admin, `SELECT Id, Name FROM PRM_Warranty_Claim__c WHERE Id = '${claims[1]!.flagged}'`);
    const pages = await Promise.all(Object.values(claims[0]!).map((claimId) => call<unknown>(connection, 'PrmMyClaimsController.getClaim', { claimId })));
    const read = JSON.stringify(pages);
    for (const secret of [foreign?.Id, foreign?.['Name'], people[1]!.partner.account]) expect(read).not.toContain(secret);
  });
});

describe('GIVEN nobody, and partners in the browser', () => {
  test('WHEN claims are asked for without a log-in THEN each way is refused alike, and pages lead to the log-in', async () => {
    for (const way of [...WAYS_TO_CLAIM, ...WAYS_TO_RETURN, ...WAYS_TO_RECOVERY, ...WAYS_TO_RULES, ...WAYS_TO_FLAG]) {
      const id = claims[0]!.paid;
      const response = await fetch(`${org.instanceUrl}${way.path(id)}`, { method: way.method, headers: { 'Content-Type': 'application/json' }, ...(way.body ? { body: JSON.stringify(way.body(id)) } : {}) });
      expect({ way: way.name, status: response.status, body: await response.text() }).toEqual({ way: way.name, status: 401, body: expect.stringContaining('INVALID_SESSION_ID') as unknown });
    }
    for (const path of ['/partners/claims', '/partners/file-claim', `/partners/claim?claim=${claims[0]!.paid}`]) {
      const response = await fetch(`${org.instanceUrl}${path}`, { redirect: 'manual' });
      expect({ path, status: response.status, body: await response.text(), to: response.headers.get('location') }).toEqual({ path, status: 303, body: '', to: expect.stringMatching(/^\/partners\/login\?startURL=/) as unknown });
    }
  });

  test('WHEN a portal address names another’s claim THEN the page says so in a sentence, as for one that never existed', async () => {
    const { page } = await seat(browser, org, people[0]!.partner);
    const said = async (path: string): Promise<string> => {
      await page.goto(path);
      await settled(page);
      await page.getByRole('alert').first().waitFor();
      return page.locator('main').innerText();
    };
    for (const path of ['/partners/claim?claim=', '/partners/file-claim?claim=']) {
      const foreign = await said(path + claims[1]!.draft);
      expect(foreign).toContain('This record does not exist or is not open to you.');
      expect(foreign).toBe(await said(path + neverExisted(claims[1]!.draft)));
    }
    for (const tab of ['PRM_Claim_Queue', 'PRM_Claim_Payments', 'PRM_Returned_Parts', 'PRM_Recoveries', 'PRM_Claim_Rules', 'PRM_Claim_Costs']) expect((await page.goto(`/lightning/n/${tab}`))?.status()).toBeGreaterThanOrEqual(403);
    expect((await page.goto(`/lightning/r/PRM_Warranty_Claim__c/${claims[0]!.paid}/view`))?.status()).toBeGreaterThanOrEqual(403);
  });
});

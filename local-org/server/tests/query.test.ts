/** Queries over HTTP: pages, cursors, deleted rows, counts, columns. */
import { data, startServer, type TestServer } from './support';

let server: TestServer;
const ROWS = 450;
beforeAll(async () => {
  server = await startServer();
  const rows = Array.from({ length: ROWS }, (_unused, index) => ({ Reference__c: `Q${String(index).padStart(4, '0')}`, Weight__c: index % 7 }));
  await server.admin.sobject('Shipment__c').create(rows, { allowRecursive: true });
}, 60_000);
afterAll(() => server.close());

interface Page { readonly totalSize: number; readonly done: boolean; readonly nextRecordsUrl?: string; readonly records: { Reference__c: string }[]; }
const soql = (text: string, resource = 'query'): string => data(`${resource}?q=${encodeURIComponent(text)}`);
const ALL = "SELECT Reference__c FROM Shipment__c WHERE Reference__c LIKE 'Q%' ORDER BY Reference__c";
const page = async (path: string, size?: number): Promise<Page> => (await server.call(path, size ? { headers: { 'Sforce-Query-Options': `batchSize=${size}` } } : {})).json as Page;

describe('pages', () => {
  it('GIVEN 450 rows WHEN they are asked in pages of 200 THEN three pages hold each row once, in order', async () => {
    const seen: string[] = [];
    let now = await page(soql(ALL), 200);
    const sizes = [now.records.length];
    for (seen.push(...now.records.map((row) => row.Reference__c)); now.nextRecordsUrl; seen.push(...now.records.map((row) => row.Reference__c))) {
      now = await page(now.nextRecordsUrl);
      sizes.push(now.records.length);
    }
    expect([sizes, now.totalSize, now.done]).toEqual([[200, 200, 50], ROWS, true]);
    expect(seen).toEqual(Array.from({ length: ROWS }, (_unused, index) => `Q${String(index).padStart(4, '0')}`));
  });
  it('GIVEN no size asked, and one that is too small, WHEN rows are asked THEN a page has 2,000, and 200', async () => {
    expect((await page(soql(ALL))).records).toHaveLength(ROWS);
    expect((await page(soql(ALL), 10)).records).toHaveLength(200);
  });
  it('GIVEN jsforce WHEN it fetches all THEN it follows the pages', async () => {
    const { records } = await server.admin.query(ALL, { autoFetch: true, maxFetch: 10_000, headers: { 'Sforce-Query-Options': 'batchSize=200' } } as never);
    expect(records).toHaveLength(ROWS);
  });
  it('GIVEN rows were deleted after the first page WHEN the next is asked THEN the cursor stands where it stood', async () => {
    const extra = await server.admin.sobject('Shipment__c').create({ Reference__c: 'Q9999' });
    const first = await page(soql(ALL), 200);
    await server.admin.sobject('Shipment__c').destroy(extra.id as string);
    expect((await page(first.nextRecordsUrl as string)).records[0]?.Reference__c).toBe('Q0200');
  });
  it.each([['of another user', (url: string) => url, 'clerk'], ['that never was', (url: string) => url.replace(/01g\w+/, '01g0000000ZZZZZAAA'), 'admin'], ['that is no number', (url: string) => url.replace(/-\d+$/, '-x'), 'admin']] as const)('GIVEN a cursor %s WHEN it is followed THEN the locator is invalid', async (_name, change, who) => {
    const first = await page(soql(ALL), 200);
    const { status, json } = await server.call(change(first.nextRecordsUrl as string), { token: server[who].accessToken as string });
    expect([status, json]).toEqual([400, [{ errorCode: 'INVALID_QUERY_LOCATOR', message: 'invalid query locator' }]]);
  });
});

describe('what is asked', () => {
  it('GIVEN deleted rows WHEN query and queryAll ask THEN only queryAll tells them', async () => {
    const made = await server.admin.sobject('Shipment__c').create({ Reference__c: 'GONE' });
    await server.admin.sobject('Shipment__c').destroy(made.id as string);
    const text = "SELECT Id, IsDeleted FROM Shipment__c WHERE Reference__c = 'GONE'";
    expect(((await server.call(soql(text))).json as Page).totalSize).toBe(0);
    expect((await server.call(soql(text, 'queryAll'))).json).toMatchObject({ totalSize: 1, records: [{ IsDeleted: true }] });
  });
  it('GIVEN a count, an aggregate, a parent and a sub-query WHEN they are asked THEN each has the form of the API', async () => {
    expect((await server.call(soql("SELECT COUNT() FROM Shipment__c WHERE Reference__c LIKE 'Q%'"))).json).toEqual({ totalSize: ROWS, done: true, records: [] });
    expect((await server.call(soql("SELECT Is_Express__c w, COUNT(Id) FROM Shipment__c WHERE Weight__c = 3 GROUP BY Is_Express__c"))).json).toMatchObject({ records: [{ attributes: { type: 'AggregateResult' }, w: false, expr0: 64 }] });
    expect((await server.call(soql("SELECT Id, Account__r.Name, (SELECT Id FROM Parcels__r) FROM Shipment__c LIMIT 1"))).json).toMatchObject({ records: [{ Account__r: null, Parcels__r: null }] });
  });
  it('GIVEN columns=true WHEN the command line client asks THEN it hears what the columns are', async () => {
    const { json } = await server.call(`${soql('SELECT Id, Account__r.Name, Account__r.Owner.Name, Weight__c, (SELECT Name FROM Parcels__r) FROM Shipment__c')}&columns=true`);
    expect(json).toMatchObject({
      entityName: 'Shipment__c',
      columnMetadata: [
        { columnName: 'Id', joinColumns: [] },
        { columnName: 'Account__r', aggregate: false, joinColumns: [{ columnName: 'Name' }, { columnName: 'Owner', joinColumns: [{ columnName: 'Name' }] }] },
        { columnName: 'Weight__c', numberType: true },
        { columnName: 'Parcels__r', aggregate: true, joinColumns: [{ columnName: 'Name' }] },
      ],
    });
    expect((await server.call(`${soql('SELECT MAX(Weight__c) top FROM Shipment__c')}&columns=true`)).json).toMatchObject({ columnMetadata: [{ columnName: 'top', displayName: 'max(Weight__c)', aggregate: true }] });
  });
  it.each([
    ['SELECT Nothing__c FROM Shipment__c', 'INVALID_FIELD', /Nothing__c/],
    ['SELECT Id FROM Nothing__c', 'INVALID_TYPE', /Nothing__c/],
    ['SELECT Id FROM', 'MALFORMED_QUERY', /./],
    ['SELEKT Id FROM Account', 'MALFORMED_QUERY', /./],
    ["SELECT Id FROM Account WHERE Name = 'open", 'MALFORMED_QUERY', /./],
    ['SELECT Id FROM Account WHERE Name = 5', 'INVALID_FIELD', /Name/],
    ["SELECT Id FROM Account WHERE Id = 'nonsense'", 'INVALID_QUERY_FILTER_OPERATOR', /invalid ID field: nonsense/],
    ['', 'MALFORMED_QUERY', /parameter q is missing/],
  ])('GIVEN %p WHEN it is asked THEN the answer is 400 with the code of the platform', async (text, code, message) => {
    const { status, json } = await server.call(soql(text));
    expect([status, json]).toEqual([400, [expect.objectContaining({ errorCode: code, message: expect.stringMatching(message) as string })]]);
  });
});

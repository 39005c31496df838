/** Records one by one and in collections, with jsforce. */
import { data, startServer, type TestServer } from './support';

let server: TestServer;
let account: string;
beforeAll(async () => {
  server = await startServer();
  account = (await server.admin.sobject('Account').create({ Name: 'Harbour Tools' })).id as string;
}, 60_000);
afterAll(() => server.close());

const shipments = () => server.admin.sobject('Shipment__c');
const count = async (where: string): Promise<number> => (await server.admin.query(`SELECT COUNT() FROM Shipment__c WHERE ${where}`)).totalSize;
const NOT_FOUND = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];

describe('one record', () => {
  it('GIVEN a record WHEN it is created, read, changed and deleted THEN each is done and nothing is left', async () => {
    const made = await shipments().create({ Reference__c: 'ONE', Account__c: account, Weight__c: 12.5, Ship_Date__c: '2026-02-28', Delivered_At__c: '2026-02-28T10:11:12.987+01:00', Is_Express__c: true });
    expect(made).toMatchObject({ success: true, errors: [] });
    const id = made.id as string;
    expect(await shipments().retrieve(id)).toMatchObject({ Reference__c: 'ONE', Weight__c: 12.5, Ship_Date__c: '2026-02-28', Delivered_At__c: '2026-02-28T09:11:12.000+0000', Is_Express__c: true, Account_Name__c: 'Harbour Tools', Parcel_Count__c: 0 });
    expect(await shipments().update({ Id: id, Notes__c: 'soon' })).toMatchObject({ success: true });
    expect(await shipments().retrieve(id, { fields: ['Notes__c'] } as never)).toMatchObject({ Notes__c: 'soon' });
    expect(await shipments().destroy(id)).toMatchObject({ success: true });
    await expect(shipments().retrieve(id)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });

  it('GIVEN a new record WHEN it is created THEN status and Location are those of the platform', async () => {
    const { status, headers, json } = await server.call(data('sobjects/Shipment__c'), { method: 'POST', body: { Reference__c: 'LOC' } });
    const { id } = json as { id: string };
    expect([status, headers.get('location'), json]).toEqual([201, `/services/data/v66.0/sobjects/Shipment__c/${id}`, { id, success: true, errors: [] }]);
  });

  it('GIVEN fields asked for by name WHEN a record is read THEN only they are told', async () => {
    const { json } = await server.call(data(`sobjects/Account/${account}?fields=Name,Id`));
    expect(Object.keys(json as object).sort()).toEqual(['Id', 'Name', 'attributes']);
  });

  it('GIVEN an id of fifteen characters WHEN the record is read THEN it is found', async () => {
    expect((await server.call(data(`sobjects/Account/${account.slice(0, 15)}`))).json).toMatchObject({ Id: account });
  });

  it.each([['Id', { Id: '001000000000001AAA' }], ['id', { id: '001000000000001AAA' }]])('GIVEN %s in the body WHEN a record is changed THEN it is refused', async (_name, extra) => {
    const { status, json } = await server.call(data(`sobjects/Account/${account}`), { method: 'PATCH', body: { ...extra, Site: 'x' } });
    expect([status, json]).toEqual([400, [expect.objectContaining({ errorCode: 'INVALID_FIELD', message: expect.stringContaining('should not be specified in the sobject data') as string })]]);
  });
});

describe('an external id', () => {
  it('GIVEN a key WHEN it is upserted twice THEN it is created, then changed', async () => {
    expect(await shipments().upsert({ Reference__c: 'EXT 1ä', Notes__c: 'a' }, 'Reference__c')).toMatchObject({ success: true, created: true });
    expect(await shipments().upsert({ Reference__c: 'EXT 1ä', Notes__c: 'b' }, 'Reference__c')).toMatchObject({ success: true, created: false });
    expect((await server.call(data(`sobjects/Shipment__c/Reference__c/${encodeURIComponent('EXT 1ä')}`))).json).toMatchObject({ Notes__c: 'b' });
  });
  it('GIVEN the key in the body too WHEN it is upserted THEN it is refused', async () => {
    const { json } = await server.call(data('sobjects/Shipment__c/Reference__c/EXT2'), { method: 'PATCH', body: { Reference__c: 'EXT2' } });
    expect(json).toEqual([expect.objectContaining({ errorCode: 'INVALID_FIELD' })]);
  });
  it('GIVEN a field that is no external id WHEN it is named as one THEN it is not found', async () => {
    const { status, json } = await server.call(data('sobjects/Shipment__c/Notes__c/x'), { method: 'PATCH', body: {} });
    expect([status, json]).toEqual([404, [{ errorCode: 'NOT_FOUND', message: 'Provided external ID field does not exist or is not accessible: Notes__c' }]]);
  });
  it('GIVEN a parent named by its key WHEN a child is created THEN it hangs there; an unknown key is refused', async () => {
    await shipments().create({ Reference__c: 'PARENT' });
    const made = await server.admin.sobject('Parcel__c').create({ Name: 'P', Weight__c: 2, Shipment__r: { Reference__c: 'PARENT' } } as never);
    expect(made).toMatchObject({ success: true });
    await expect(server.admin.sobject('Parcel__c').create({ Name: 'P', Weight__c: 2, Shipment__r: { Reference__c: 'NOBODY' } } as never)).rejects.toThrow(/Foreign key external ID: NOBODY not found/);
    expect((await server.admin.query<{ Parcel_Count__c: number }>("SELECT Parcel_Count__c FROM Shipment__c WHERE Reference__c = 'PARENT'")).records[0]?.Parcel_Count__c).toBe(1);
  });
});

describe('collections', () => {
  const rows = (prefix: string) => [{ Reference__c: `${prefix}1` }, { Reference__c: `${prefix}2`, Status__c: 'Delivered' }, { Reference__c: `${prefix}3` }];
  it('GIVEN one bad of three WHEN some may pass THEN two are saved and the third says why', async () => {
    const results = await shipments().create(rows('C'));
    expect(results.map((result) => result.success)).toEqual([true, false, true]);
    expect(results[1]?.errors).toEqual([{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'A delivered shipment needs a ship date.', fields: ['Ship_Date__c'] }]);
    expect(await count("Reference__c LIKE 'C%'")).toBe(2);
  });
  it('GIVEN one bad of three WHEN all or none is asked THEN none is saved and each says so', async () => {
    const results = await shipments().create(rows('N'), { allOrNone: true });
    expect(results.map((result) => (result.errors as { statusCode?: string }[])[0]?.statusCode)).toEqual(['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'ALL_OR_NONE_OPERATION_ROLLED_BACK']);
    expect(await count("Reference__c LIKE 'N%'")).toBe(0);
  });
  it('GIVEN records of two objects in one call WHEN they are saved THEN each goes to its own', async () => {
    const { json } = await server.call(data('composite/sobjects'), { method: 'POST', body: { records: [{ attributes: { type: 'Account' }, Name: 'Mixed' }, { attributes: { type: 'Shipment__c' }, Reference__c: 'MIX' }] } });
    expect((json as { id: string }[]).map(({ id }) => id.slice(0, 3))).toEqual(['001', server.platform.org.object('Shipment__c')?.keyPrefix]);
  });
  it('GIVEN 201 records WHEN they are sent in one call THEN the call is refused', async () => {
    const { status, json } = await server.call(data('composite/sobjects'), { method: 'POST', body: { records: Array.from({ length: 201 }, () => ({ attributes: { type: 'Account' }, Name: 'x' })) } });
    expect([status, json]).toEqual([400, [expect.objectContaining({ errorCode: 'EXCEEDED_ID_LIMIT' })]]);
  });
  it('GIVEN known and unknown ids WHEN they are changed and deleted together THEN the known are, the others say why', async () => {
    const made = await shipments().create([{ Reference__c: 'D1' }, { Reference__c: 'D2' }]);
    const foreign = `${(server.platform.org.object('Shipment__c')?.keyPrefix ?? '')}000000000ZZZAAA`.slice(0, 18);
    const ids = made.map((each) => each.id as string);
    const changed = await shipments().update([{ Id: ids[0] as string, Notes__c: 'x' }, { Id: foreign, Notes__c: 'x' }]);
    expect(changed.map((each) => each.success)).toEqual([true, false]);
    const gone = await shipments().destroy([...ids, foreign]);
    expect(gone.map((each) => each.success)).toEqual([true, true, false]);
    expect(await count("Reference__c LIKE 'D_'")).toBe(0);
  });
  it('GIVEN records of one object WHEN they are deleted together THEN it is one statement, as triggers and limits see it; one that is named twice is deleted already', async () => {
    // developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_delete.htm: up to 200 records in one request.
    const [first, second] = (await shipments().create([{ Reference__c: 'T1' }, { Reference__c: 'T2' }])).map((each) => each.id as string) as [string, string];
    const statements = jest.spyOn(server.platform.database, 'dml');
    const { json } = await server.call(data(`composite/sobjects?ids=${[first, second, account, first].join(',')}`), { method: 'DELETE' });
    const deleted = statements.mock.calls.filter(([operation]) => operation === 'delete').map(([, object, rows]) => [object.name, rows.length]);
    statements.mockRestore();
    expect(deleted).toEqual([['Shipment__c', 2], ['Account', 1], ['Shipment__c', 1]]);
    expect((json as { success: boolean }[]).map((each) => each.success)).toEqual([true, true, true, false]);
    account = (await server.admin.sobject('Account').create({ Name: 'Harbour Tools' })).id as string;
  });
  it('GIVEN keys known and new WHEN a collection is upserted THEN each says whether it was created', async () => {
    await shipments().create({ Reference__c: 'U1' });
    const results = await shipments().upsert([{ Reference__c: 'U1', Notes__c: 'n' }, { Reference__c: 'U2' }], 'Reference__c');
    expect(results.map(({ success, created }) => [success, created])).toEqual([[true, false], [true, true]]);
  });
  it('GIVEN ids known and not WHEN many are read at once THEN what is not there is null', async () => {
    const { json } = await server.call(data('composite/sobjects/Account'), { method: 'POST', body: { ids: [account, '001000000000ZZZAAA'], fields: ['Name'] } });
    expect(json).toEqual([expect.objectContaining({ Name: 'Harbour Tools' }), null]);
  });
});

describe('a tree', () => {
  const tree = (weight: number | null) => ({ records: [{ attributes: { type: 'Shipment__c', referenceId: 's' }, Reference__c: `TREE ${weight}`, Parcels__r: { records: [{ attributes: { type: 'Parcel__c', referenceId: 'p' }, Name: 'P', Weight__c: weight }] } }] });
  it('GIVEN parents with children WHEN they are sent THEN all are saved and each reference has its id', async () => {
    const { status, json } = await server.call(data('composite/tree/Shipment__c'), { method: 'POST', body: tree(4) });
    expect([status, json]).toEqual([201, { hasErrors: false, results: [{ referenceId: 's', id: expect.any(String) as string }, { referenceId: 'p', id: expect.any(String) as string }] }]);
    expect((await server.admin.query("SELECT Id, (SELECT Id FROM Parcels__r) FROM Shipment__c WHERE Reference__c = 'TREE 4'")).records[0]).toMatchObject({ Parcels__r: { totalSize: 1 } });
  });
  it('GIVEN a child without what it needs WHEN the tree is sent THEN nothing of it is saved', async () => {
    const { status, json } = await server.call(data('composite/tree/Shipment__c'), { method: 'POST', body: tree(null) });
    expect([status, json]).toMatchObject([400, { hasErrors: true, results: [{ referenceId: 'p', errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }] }] }]);
    expect(await count("Reference__c = 'TREE null'")).toBe(0);
  });
});

describe('describe', () => {
  it('GIVEN an object WHEN jsforce describes it THEN fields, relationships and values are those of the metadata', async () => {
    const { fields, childRelationships, keyPrefix } = await shipments().describe();
    const field = (name: string) => fields.find((each) => each.name === name);
    expect(keyPrefix).toMatch(/^a\w\w$/);
    expect(field('Reference__c')).toMatchObject({ type: 'string', length: 40, externalId: true, unique: true, createable: true });
    expect(field('Account_Name__c')).toMatchObject({ calculated: true, createable: false, updateable: false });
    expect(field('Account__c')).toMatchObject({ type: 'reference', referenceTo: ['Account'], relationshipName: 'Account__r' });
    expect(field('Status__c')?.picklistValues?.map((each) => each.value)).toContain('In Transit');
    expect(childRelationships).toContainEqual(expect.objectContaining({ childSObject: 'Parcel__c', relationshipName: 'Parcels__r', cascadeDelete: true }));
  });
  it('GIVEN a user without right on an object WHEN all are listed THEN it is left out, and described it is not there', async () => {
    const names = (await server.clerk.describeGlobal()).sobjects.map((each) => each.name);
    expect(names).toContain('Shipment__c');
    expect(names).not.toContain('Contract');
    expect((await server.call(data('sobjects/Nothing__c/describe'))).json).toEqual(NOT_FOUND);
  });
});

describe('records of others', () => {
  it('GIVEN a record the user may not see WHEN it is read, changed, deleted or asked for THEN it answers as one that never was', async () => {
    const mine = (await shipments().create({ Reference__c: 'HIDDEN' })).id as string;
    const never = `${mine.slice(0, 3)}000000000zzzAAA`;
    const token = server.clerk.accessToken as string;
    const ask = async (id: string) => {
      const answers = [];
      for (const [method, path, body] of [['GET', `sobjects/Shipment__c/${id}`], ['PATCH', `sobjects/Shipment__c/${id}`, { Notes__c: 'x' }], ['DELETE', `sobjects/Shipment__c/${id}`], ['GET', `query?q=${encodeURIComponent(`SELECT Id FROM Shipment__c WHERE Id = '${id}'`)}`], ['GET', `query?q=${encodeURIComponent(`SELECT COUNT() FROM Shipment__c WHERE Id = '${id}'`)}`], ['PATCH', 'composite/sobjects', { records: [{ attributes: { type: 'Shipment__c' }, id, Notes__c: 'x' }] }], ['DELETE', `composite/sobjects?ids=${id}`], ['GET', `ui-api/records/${id}?fields=Shipment__c.Notes__c`]] as const) {
        const { status, text } = await server.call(data(path), { method, token, ...(body ? { body } : {}) });
        answers.push([method, path.replace(id, 'ID').replace(encodeURIComponent(id), 'ID'), status, text.replaceAll(id, 'ID')]);
      }
      return answers;
    };
    expect(await ask(mine)).toEqual(await ask(never));
    expect(await count("Reference__c = 'HIDDEN'")).toBe(1);
  });
});

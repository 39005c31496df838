/** UI API: records with display values, object info, picklists, lists and related lists. */
import { data, startServer, type TestServer } from './support';

let server: TestServer;
let account: string;
let shipment: string;
beforeAll(async () => {
  server = await startServer();
  account = (await server.admin.sobject('Account').create({ Name: 'Harbour Tools' })).id as string;
  shipment = (await server.clerk.sobject('Shipment__c').create({ Reference__c: 'UI1', Account__c: null, Status__c: 'In Transit', Freight__c: 1234.5, Ship_Date__c: '2026-02-28', Weight__c: 2 })).id as string;
  await server.clerk.sobject('Parcel__c').create([{ Name: 'P1', Weight__c: 1, Shipment__c: shipment }, { Name: 'P2', Weight__c: 2, Shipment__c: shipment }]);
}, 60_000);
afterAll(() => server.close());

const asClerk = (path: string, options: Parameters<TestServer['call']>[1] = {}) => server.call(data(`ui-api/${path}`), { token: server.clerk.accessToken as string, ...options });

describe('records', () => {
  it('GIVEN a record WHEN fields are asked THEN values come with what a person of that locale reads', async () => {
    const { json } = await asClerk(`records/${shipment}?fields=Shipment__c.Freight__c,Shipment__c.Ship_Date__c,Shipment__c.Status__c,Shipment__c.Owner.Name`);
    expect(json).toMatchObject({
      apiName: 'Shipment__c', id: shipment,
      fields: { Freight__c: { value: 1234.5, displayValue: '1.234,50' }, Ship_Date__c: { value: '2026-02-28', displayValue: '28.2.2026' }, Status__c: { value: 'In Transit' }, Owner: { value: { fields: { Name: { value: 'Cleo Clerk' } } } } },
    });
  });
  it('GIVEN optional fields that are not there WHEN they are asked THEN they are left out; required ones are refused', async () => {
    expect((await asClerk(`records/${shipment}?fields=Shipment__c.Status__c&optionalFields=Shipment__c.Nothing__c`)).status).toBe(200);
    expect((await asClerk(`records/${shipment}?fields=Shipment__c.Nothing__c`)).json).toEqual([expect.objectContaining({ errorCode: 'INVALID_FIELD' })]);
  });
  it('GIVEN fields WHEN a record is made, changed and deleted THEN each answers with the record, or nothing', async () => {
    const made = await asClerk('records', { method: 'POST', body: { apiName: 'Shipment__c', fields: { Reference__c: 'UI2', Weight__c: 3 } } });
    const { id } = made.json as { id: string };
    expect([made.status, made.json]).toMatchObject([201, { apiName: 'Shipment__c', fields: { Reference__c: { value: 'UI2' } } }]);
    expect((await asClerk(`records/${id}`, { method: 'PATCH', body: { fields: { Weight__c: 4 } } })).json).toMatchObject({ fields: { Weight__c: { value: 4 } } });
    expect((await asClerk(`records/${id}`, { method: 'DELETE' })).json).toEqual([expect.objectContaining({ errorCode: expect.stringMatching(/^INSUFFICIENT_ACCESS|^CANNOT_/) as string })]);
    expect((await asClerk(`records/${id}`, { method: 'DELETE', token: server.admin.accessToken as string })).status).toBe(204);
    expect((await asClerk(`records/${id}`)).status).toBe(404);
  });
  it('GIVEN a rule WHEN a record breaks it THEN the error names rule and field', async () => {
    expect((await asClerk('records', { method: 'POST', body: { apiName: 'Shipment__c', fields: { Status__c: 'Delivered' } } })).json).toEqual([{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'A delivered shipment needs a ship date.', fields: ['Ship_Date__c'] }]);
  });
});

describe('metadata', () => {
  it('GIVEN a user WHEN object info is asked THEN it tells that user\'s rights', async () => {
    const { json } = await asClerk('object-info/Shipment__c');
    expect(json).toMatchObject({ apiName: 'Shipment__c', createable: true, fields: { Reference__c: { dataType: 'String', updateable: true }, Account_Name__c: { updateable: false, calculated: true } } });
    expect((await asClerk('object-info/Nothing__c')).status).toBe(404);
  });
  it('GIVEN a picklist WHEN its values are asked THEN they come in their order with the default', async () => {
    const { json } = await asClerk('object-info/Shipment__c/picklist-values/012000000000000AAA/Status__c');
    expect((json as { values: { value: string }[] }).values.map((each) => each.value)).toEqual(['Packed', 'In Transit', 'Delivered', 'Lost']);
    expect(json).toMatchObject({ defaultValue: { value: 'Packed' } });
  });
});

describe('lists', () => {
  it('GIVEN list views WHEN they are asked THEN those of the metadata are there, and their filter holds', async () => {
    expect((await asClerk('list-info/Shipment__c')).json).toMatchObject({ lists: [{ apiName: 'All' }, { apiName: 'In_Transit' }] });
    await server.clerk.sobject('Shipment__c').create({ Reference__c: 'UI3', Status__c: 'Packed' });
    const { json } = await asClerk('list-records/Shipment__c/In_Transit');
    expect(json).toMatchObject({ count: 1, records: [{ id: shipment }] });
    expect((await asClerk('list-records/Shipment__c/Nothing')).status).toBe(404);
  });
  it('GIVEN more rows than a page WHEN pages are asked THEN each row comes once and the tokens lead on and back', async () => {
    const first = (await asClerk('list-records/Shipment__c/All?pageSize=1&sortBy=Reference__c')).json as { nextPageToken: string; count: number; records: { id: string }[] };
    expect(first).toMatchObject({ count: 2, previousPageToken: null, nextPageToken: '1' });
    const second = (await asClerk(`list-records/Shipment__c/All?pageSize=1&sortBy=Reference__c&pageToken=${first.nextPageToken}`)).json as typeof first;
    expect(second).toMatchObject({ nextPageToken: null, previousPageToken: '0' });
    expect(second.records[0]?.id).not.toBe(first.records[0]?.id);
  });
  it('GIVEN children WHEN the related list is asked THEN they are told; of a parent that the user may not see nothing is', async () => {
    expect((await asClerk(`related-list-records/${shipment}/Parcels__r?fields=Parcel__c.Name`)).json).toMatchObject({ count: 2, records: [{ fields: { Name: { value: expect.stringMatching(/^P[12]$/) as string } } }, {}] });
    const hidden = (await server.admin.sobject('Shipment__c').create({ Reference__c: 'UI4' })).id as string;
    expect((await asClerk(`related-list-records/${hidden}/Parcels__r`)).status).toBe(404);
    expect((await asClerk(`related-list-records/${account}/Nothing__r`)).status).toBe(404);
  });
});

/** Several requests in one, Apex REST, files. */
import { data, startServer, type TestServer } from './support';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
}, 60_000);
afterAll(() => server.close());

interface Part { readonly httpStatusCode: number; readonly referenceId: string; readonly body: { id?: string; errorCode?: string; message?: string }[] & { id?: string }; }
const composite = async (compositeRequest: unknown[], allOrNone = false): Promise<Part[]> => ((await server.call(data('composite'), { method: 'POST', body: { allOrNone, compositeRequest } })).json as { compositeResponse: Part[] }).compositeResponse;
const count = async (object: string, where: string): Promise<number> => (await server.admin.query(`SELECT COUNT() FROM ${object} WHERE ${where}`)).totalSize;
const make = (object: string, referenceId: string, body: unknown) => ({ method: 'POST', url: data(`sobjects/${object}`), referenceId, body });

describe('composite', () => {
  it('GIVEN requests that name results of earlier ones WHEN they are sent THEN each gets what it names', async () => {
    const parts = await composite([
      make('Account', 'acme', { Name: 'Composite & Co' }),
      make('Shipment__c', 'ship', { Reference__c: 'CO1', Account__c: '@{acme.id}', Notes__c: 'for @{acme.id}' }),
      { method: 'GET', url: data("query?q=SELECT+Id,Name+FROM+Account+WHERE+Id='@{acme.id}'"), referenceId: 'found' },
      { method: 'PATCH', url: data('sobjects/Shipment__c/@{ship.id}'), referenceId: 'named', body: { Notes__c: 'to @{found.records[0].Name}' } },
      { method: 'GET', url: data('sobjects/Shipment__c/@{ship.id}?fields=Notes__c,Account_Name__c'), referenceId: 'read' },
    ]);
    expect(parts.map((part) => [part.referenceId, part.httpStatusCode])).toEqual([['acme', 201], ['ship', 201], ['found', 200], ['named', 204], ['read', 200]]);
    expect(parts[4]?.body).toMatchObject({ Notes__c: 'to Composite & Co', Account_Name__c: 'Composite & Co' });
  });
  it('GIVEN one that fails WHEN some may pass THEN what depends on it is halted and the rest is done', async () => {
    const parts = await composite([make('Account', 'bad', { Nothing__c: 1 }), make('Shipment__c', 'child', { Reference__c: 'CO2', Account__c: '@{bad.id}' }), make('Shipment__c', 'free', { Reference__c: 'CO3' })]);
    expect(parts.map((part) => [part.httpStatusCode, part.body[0]?.errorCode])).toEqual([[400, 'INVALID_FIELD'], [400, 'PROCESSING_HALTED'], [201, undefined]]);
    expect(parts[1]?.body[0]?.message).toBe('Invalid reference specified. No value for bad.id found in bad');
    expect(await count('Shipment__c', "Reference__c IN ('CO2', 'CO3')")).toBe(1);
  });
  it('GIVEN one that fails WHEN all or none is asked THEN nothing is done, whatever came before or after', async () => {
    const parts = await composite([make('Account', 'one', { Name: 'AON' }), make('Shipment__c', 'two', { Reference__c: 'CO4', Status__c: 'Delivered' }), make('Account', 'three', { Name: 'AON' })], true);
    expect(parts.map((part) => [part.referenceId, part.httpStatusCode, part.body[0]?.errorCode])).toEqual([['one', 400, 'PROCESSING_HALTED'], ['two', 400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION'], ['three', 400, 'PROCESSING_HALTED']]);
    expect(await count('Account', "Name = 'AON'")).toBe(0);
  });
  it('GIVEN all good WHEN all or none is asked THEN all is done, and work queued by triggers runs afterwards', async () => {
    const parts = await composite([make('Shipment__c', 'one', { Reference__c: 'CO5', Ship_Date__c: '2026-03-01' }), { method: 'PATCH', url: data('sobjects/Shipment__c/@{one.id}'), referenceId: 'two', body: { Status__c: 'Delivered' } }], true);
    expect(parts.map((part) => part.httpStatusCode)).toEqual([201, 204]);
    for (let tries = 0; tries < 100 && server.platform.apex.pendingJobs > 0; tries++) await new Promise((done) => setTimeout(done, 20));
    expect((await server.admin.query<{ Notes__c: string }>("SELECT Notes__c FROM Shipment__c WHERE Reference__c = 'CO5'")).records[0]?.Notes__c).toBe('Delivered with 0 parcels');
  });
  it.each([
    [Array.from({ length: 26 }, (_unused, index) => make('Account', `r${index}`, { Name: 'x' })), 'LIMIT_EXCEEDED'],
    [[make('Account', 'same', { Name: 'x' }), make('Account', 'same', { Name: 'x' })], 'INVALID_INPUT'],
    [[{ method: 'POST', url: data('sobjects/Account') }], 'INVALID_INPUT'],
    ['text', 'JSON_PARSER_ERROR'],
  ])('GIVEN %p WHEN it is sent THEN the call is refused', async (compositeRequest, code) => {
    const { status, json } = await server.call(data('composite'), { method: 'POST', body: { compositeRequest } });
    expect([status, json]).toEqual([400, [expect.objectContaining({ errorCode: code })]]);
  });
  it.each(['/services/oauth2/userinfo', data('composite'), data('jobs/ingest'), 'http://elsewhere.example/x'])('GIVEN %s inside another request WHEN it is sent THEN it is refused', async (url) => {
    expect((await composite([{ method: 'POST', url, referenceId: 'x', body: {} }]))[0]).toMatchObject({ httpStatusCode: 400, body: [{ errorCode: 'INVALID_INPUT' }] });
  });
});

describe('composite/batch', () => {
  const requests = [{ method: 'POST', url: 'v66.0/sobjects/Account', richInput: { Name: 'Batch' } }, { method: 'GET', url: 'v66.0/sobjects/Account/001000000000ZZZAAA' }, { method: 'GET', url: 'v66.0/limits' }];
  it('GIVEN requests that know nothing of each other WHEN they are sent THEN each has its answer', async () => {
    expect((await server.call(data('composite/batch'), { method: 'POST', body: { batchRequests: requests } })).json).toMatchObject({ hasErrors: true, results: [{ statusCode: 201, result: { success: true } }, { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] }, { statusCode: 200 }] });
  });
  it('GIVEN it shall halt WHEN one fails THEN the next are not done', async () => {
    expect((await server.call(data('composite/batch'), { method: 'POST', body: { haltOnError: true, batchRequests: requests } })).json).toMatchObject({ results: [{ statusCode: 201 }, { statusCode: 404 }, { statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }] }] });
  });
});

describe('Apex REST', () => {
  it('GIVEN a class for it WHEN jsforce posts and gets THEN the class answers with its status and object', async () => {
    const made = await server.call('/services/apexrest/shipments/', { method: 'POST', body: { reference: 'REST-1', weight: 2.5 } });
    expect([made.status, made.json]).toEqual([201, expect.stringMatching(/^a\w{17}$/) as string]);
    expect(await server.admin.apex.get('/shipments/REST-')).toEqual({ found: 1, references: ['REST-1'] });
  });
  it('GIVEN an exception, another method, another path and a user without the class WHEN they are sent THEN each is refused in the form of the API', async () => {
    const twice = await server.call('/services/apexrest/shipments/', { method: 'POST', body: { reference: 'REST-1', weight: 1 } });
    expect([twice.status, twice.json]).toEqual([500, [{ errorCode: 'APEX_ERROR', message: expect.stringContaining('DUPLICATE_VALUE') as string }]]);
    expect((await server.call('/services/apexrest/shipments/', { method: 'DELETE' })).status).toBe(405);
    expect((await server.call('/services/apexrest/nothing')).status).toBe(404);
    expect((await server.call('/services/apexrest/shipments/x', { token: server.clerk.accessToken as string })).status).toBe(403);
    expect((await server.call('/services/apexrest/shipments/', { method: 'POST', body: '{"reference":' })).status).toBeGreaterThanOrEqual(400);
  });
});

describe('files', () => {
  const upload = (record: string, bytes: Uint8Array, name = 'VersionData') => {
    const form = new FormData();
    form.append('entity_content', new Blob([record], { type: 'application/json' }));
    form.append(name, new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/octet-stream' }), 'note.bin');
    return server.call(data('sobjects/ContentVersion'), { method: 'POST', body: form });
  };
  const bytes = new Uint8Array([0, 13, 10, 45, 45, 13, 10, 255, 128, 0]);
  it('GIVEN bytes in a part WHEN a file is uploaded THEN the very bytes come back', async () => {
    const { status, json } = await upload('{"Title":"note","PathOnClient":"note.bin"}', bytes);
    expect([status, json]).toEqual([201, expect.objectContaining({ success: true })]);
    const response = await fetch(`${server.origin}${data(`sobjects/ContentVersion/${(json as { id: string }).id}/VersionData`)}`, { headers: { Authorization: `Bearer ${server.admin.accessToken}` } });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });
  it('GIVEN a part that is no record, and one that is no field of bytes, WHEN they are uploaded THEN they are refused', async () => {
    expect((await upload('{"Title":', bytes)).json).toEqual([expect.objectContaining({ errorCode: 'JSON_PARSER_ERROR' })]);
    expect((await upload('{"Title":"x"}', bytes, 'Nothing')).json).toEqual([expect.objectContaining({ errorCode: 'INVALID_MULTIPART_REQUEST' })]);
    expect((await server.call(data('sobjects/ContentVersion'), { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body: '--x\r\nhalf' })).json).toEqual([expect.objectContaining({ errorCode: 'INVALID_MULTIPART_REQUEST' })]);
  });
});

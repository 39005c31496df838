/** Bulk API 2.0 through jsforce, and by hand where jsforce hides what happens. */
import { data, startServer, type TestServer } from './support';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
}, 60_000);
afterAll(() => server.close());

interface Results { readonly successfulResults: Record<string, string>[]; readonly failedResults: Record<string, string>[]; readonly unprocessedRecords: unknown; }
async function load(options: { operation: 'insert' | 'update' | 'upsert' | 'delete'; externalIdFieldName?: string }, csv: string): Promise<Results> {
  const job = server.admin.bulk2.createJob({ object: 'Shipment__c', ...options });
  await job.open();
  await job.uploadData(csv);
  await job.close();
  await job.poll(20, 20_000);
  return (await job.getAllResults()) as unknown as Results;
}
const count = async (where: string): Promise<number> => (await server.admin.query(`SELECT COUNT() FROM Shipment__c WHERE ${where}`)).totalSize;
const create = async (body: Record<string, unknown>) => server.call(data('jobs/ingest'), { method: 'POST', body });

describe('a bulk job of jsforce', () => {
  it('GIVEN good and bad rows WHEN they are inserted THEN results tell each with its code, fields and cells', async () => {
    const rows = Array.from({ length: 450 }, (_unused, index) => `B${index},${index % 100 === 7 ? 'Delivered' : 'Packed'},"note, ""${index}""\nnext"`);
    const { successfulResults, failedResults } = await load({ operation: 'insert' }, `Reference__c,Status__c,Notes__c\n${rows.join('\n')}\n`);
    expect([successfulResults.length, failedResults.length]).toEqual([445, 5]);
    expect(successfulResults[0]).toMatchObject({ sf__Created: 'true', Reference__c: 'B0', Notes__c: 'note, "0"\nnext' });
    expect(failedResults[0]).toMatchObject({ sf__Id: '', Reference__c: 'B7', sf__Error: 'FIELD_CUSTOM_VALIDATION_EXCEPTION:A delivered shipment needs a ship date.:Ship_Date__c --' });
    expect(await count("Reference__c LIKE 'B%'")).toBe(445);
  });
  it('GIVEN an empty cell and #N/A WHEN rows are updated THEN the first leaves the field alone and the second empties it', async () => {
    const made = await server.admin.sobject('Shipment__c').create([{ Reference__c: 'E1', Notes__c: 'keep' }, { Reference__c: 'E2', Notes__c: 'drop' }]);
    await load({ operation: 'update' }, `Id,Notes__c\n${made[0]?.id},\n${made[1]?.id},#N/A\n`);
    expect((await server.admin.query<{ Notes__c: string | null }>("SELECT Notes__c FROM Shipment__c WHERE Reference__c LIKE 'E_' ORDER BY Reference__c")).records.map((row) => row.Notes__c)).toEqual(['keep', null]);
  });
  it('GIVEN keys WHEN rows are upserted and deleted THEN both go by what they name', async () => {
    await load({ operation: 'upsert', externalIdFieldName: 'Reference__c' }, 'Reference__c,Notes__c\nE1,changed\nE9,new\n');
    expect((await server.admin.query("SELECT Reference__c, Notes__c FROM Shipment__c WHERE Reference__c IN ('E1', 'E9') ORDER BY Reference__c")).records).toMatchObject([{ Notes__c: 'changed' }, { Notes__c: 'new' }]);
    const id = (await server.admin.query<{ Id: string }>("SELECT Id FROM Shipment__c WHERE Reference__c = 'E9'")).records[0]?.Id as string;
    const { successfulResults } = await load({ operation: 'delete' }, `Id\n${id}\n`);
    expect([successfulResults.length, await count("Reference__c = 'E9'")]).toEqual([1, 0]);
  });
  it('GIVEN a column that the object lacks WHEN rows are inserted THEN each row fails by name', async () => {
    const { failedResults } = await load({ operation: 'insert' }, 'Reference__c,Nothing__c\nX1,x\n');
    expect(failedResults[0]?.['sf__Error']).toMatch(/^INVALID_FIELD:No such column 'Nothing__c'/);
  });
});

describe('a bulk job by hand', () => {
  it.each([
    [{ object: 'Nothing__c', operation: 'insert' }, 'NOT_FOUND'],
    [{ object: 'Shipment__c', operation: 'hardDelete' }, 'INVALIDJOB'],
    [{ object: 'Shipment__c', operation: 'upsert' }, 'INVALIDJOB'],
    [{ object: 'Shipment__c', operation: 'insert', columnDelimiter: 'STAR' }, 'INVALIDJOB'],
  ])('GIVEN %p WHEN the job is made THEN it is refused', async (body, code) => {
    expect((await create(body)).json).toEqual([expect.objectContaining({ errorCode: code })]);
  });
  it('GIVEN a job WHEN it is aborted, or asked by another user, THEN it does nothing, and is not there', async () => {
    const { id } = (await create({ object: 'Shipment__c', operation: 'insert' })).json as { id: string };
    const put = await server.call(data(`jobs/ingest/${id}/batches`), { method: 'PUT', body: 'Reference__c\nAB1\n', headers: { 'Content-Type': 'text/csv' } });
    expect(put.status).toBe(201);
    expect((await server.call(data(`jobs/ingest/${id}`), { token: server.clerk.accessToken as string })).status).toBe(404);
    expect((await server.call(data(`jobs/ingest/${id}`), { method: 'PATCH', body: { state: 'Aborted' } })).json).toMatchObject({ state: 'Aborted' });
    expect((await server.call(data(`jobs/ingest/${id}/batches`), { method: 'PUT', body: 'x' })).json).toEqual([expect.objectContaining({ errorCode: 'INVALIDJOBSTATE' })]);
    expect(await count("Reference__c = 'AB1'")).toBe(0);
  });
  it('GIVEN other delimiters and line ends WHEN rows are sent THEN they are read by them', async () => {
    const { id } = (await create({ object: 'Shipment__c', operation: 'insert', columnDelimiter: 'SEMICOLON', lineEnding: 'CRLF' })).json as { id: string };
    await server.call(data(`jobs/ingest/${id}/batches`), { method: 'PUT', body: 'Reference__c;Notes__c\r\nSC1;a,b\r\n', headers: { 'Content-Type': 'text/csv' } });
    await server.call(data(`jobs/ingest/${id}`), { method: 'PATCH', body: { state: 'UploadComplete' } });
    for (let tries = 0; tries < 200 && ((await server.call(data(`jobs/ingest/${id}`))).json as { state: string }).state !== 'JobComplete'; tries++) await new Promise((done) => setTimeout(done, 20));
    expect(await count("Reference__c = 'SC1'")).toBe(1);
    expect((await server.call(data(`jobs/ingest/${id}/successfulResults`))).text).toMatch(/^sf__Id;sf__Created;Reference__c;Notes__c\n\w{18};true;SC1;a,b/);
  });
  it('GIVEN a long job runs WHEN another request comes THEN it is answered before the job ends', async () => {
    const { id } = (await create({ object: 'Shipment__c', operation: 'insert' })).json as { id: string };
    const rows = Array.from({ length: 4000 }, (_unused, index) => `L${index}`).join('\n');
    await server.call(data(`jobs/ingest/${id}/batches`), { method: 'PUT', body: `Reference__c\n${rows}\n`, headers: { 'Content-Type': 'text/csv' } });
    await server.call(data(`jobs/ingest/${id}`), { method: 'PATCH', body: { state: 'UploadComplete' } });
    const { state, numberRecordsProcessed } = (await server.call(data(`jobs/ingest/${id}`))).json as { state: string; numberRecordsProcessed: number };
    expect([state, numberRecordsProcessed < 4000]).toEqual(['InProgress', true]);
    await server.call(data(`jobs/ingest/${id}`), { method: 'PATCH', body: { state: 'Aborted' } });
    const after = await count("Reference__c LIKE 'L%'");
    await new Promise((done) => setTimeout(done, 100));
    expect(after).toBeLessThan(4000);
    expect(await count("Reference__c LIKE 'L%'")).toBe(after);
    expect((await server.call(data(`jobs/ingest/${id}/unprocessedrecords`))).text.trim().split('\n')).toHaveLength(1 + 4000 - after);
  });
});

/** Files over REST: base64 in JSON, bytes in parts, the way back. */
import { createHash } from 'node:crypto';
import { data, startServer, type TestServer } from './support';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
}, 60_000);
afterAll(() => server.close());

const post = async (body: unknown): Promise<{ id: string }> => (await server.call(data('sobjects/ContentVersion'), { method: 'POST', body })).json as { id: string };
const base64 = (text: string): string => Buffer.from(text).toString('base64');

it('GIVEN base64 in JSON WHEN a file is published on a record THEN it is linked, and its bytes come back as they were', async () => {
  const account = (await server.admin.sobject('Account').create({ Name: 'Filed' })).id as string;
  const { id } = await post({ Title: 'note', PathOnClient: 'note.txt', VersionData: base64('böse'), FirstPublishLocationId: account });
  const version = (await server.admin.query<Record<string, unknown>>(`SELECT ContentDocumentId, Checksum, ContentSize, VersionData FROM ContentVersion WHERE Id = '${id}'`)).records[0]!;
  expect(version).toMatchObject({ ContentSize: 5, Checksum: createHash('md5').update('böse').digest('hex'), VersionData: data(`sobjects/ContentVersion/${id}/VersionData`) });
  expect((await server.call(String(version['VersionData']))).text).toBe('böse');
  const links = await server.admin.query<Record<string, unknown>>(`SELECT LinkedEntityId FROM ContentDocumentLink WHERE ContentDocumentId = '${String(version['ContentDocumentId'])}' AND LinkedEntityId = '${account}'`);
  expect(links.totalSize).toBe(1);
  expect((await server.admin.query(`SELECT Id, (SELECT Id FROM ContentDocumentLinks) FROM Account WHERE Id = '${account}'`)).records[0]).toMatchObject({ ContentDocumentLinks: { totalSize: 1 } });
});

it('GIVEN a file of somebody else WHEN another asks for its bytes THEN it is no file to them', async () => {
  const { id } = await post({ Title: 'own', PathOnClient: 'own.txt', VersionData: base64('own') });
  const answer = await server.call(data(`sobjects/ContentVersion/${id}/VersionData`), { token: server.clerk.accessToken as string });
  const never = await server.call(data('sobjects/ContentVersion/068000000000ZZZAAA/VersionData'), { token: server.clerk.accessToken as string });
  expect([answer.status, answer.json]).toEqual([never.status, never.json]);
  expect(answer.status).toBe(404);
});

it('GIVEN links without an id in the condition WHEN they are queried THEN the restriction is told', async () => {
  expect((await server.call(data('query?q=SELECT+Id+FROM+ContentDocumentLink'))).json).toEqual([expect.objectContaining({ errorCode: 'MALFORMED_QUERY', message: expect.stringContaining('Implementation restriction: ContentDocumentLink requires a filter') as string })]);
});

it('GIVEN JSON of more than 50 MB WHEN it is sent THEN it is refused, and the same bytes in parts are taken', async () => {
  const bytes = Buffer.alloc(40 * 1024 * 1024, 7);
  const refused = await server.call(data('sobjects/ContentVersion'), { method: 'POST', body: { Title: 'big', PathOnClient: 'big.bin', VersionData: bytes.toString('base64') } });
  expect([refused.status, refused.json]).toEqual([400, [expect.objectContaining({ message: 'Maximum size of request reached. Maximum size of request is 52428800 bytes' })]]);
  const form = new FormData();
  form.append('entity_content', new Blob(['{"Title":"big","PathOnClient":"big.bin"}'], { type: 'application/json' }));
  form.append('VersionData', new Blob([bytes], { type: 'application/octet-stream' }), 'big.bin');
  const taken = await server.call(data('sobjects/ContentVersion'), { method: 'POST', body: form });
  expect(taken.status).toBe(201);
  expect((await server.admin.query<{ ContentSize: number }>(`SELECT ContentSize FROM ContentVersion WHERE Id = '${(taken.json as { id: string }).id}'`)).records[0]?.ContentSize).toBe(bytes.length);
}, 60_000);

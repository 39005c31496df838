import { createPlatform, type OrgRequest, type Platform } from '../../server';
import { download, upload } from '../http/files';
import { DEPOT } from './support/project';

let platform: Platform;
beforeAll(() => {
  platform = createPlatform({ projectDir: DEPOT });
});
afterAll(() => platform.database.close());

const ORIGIN = 'http://127.0.0.1:8080';
const request = (userId: string, query: Record<string, string>, differs: Partial<OrgRequest> = {}): OrgRequest => ({ method: 'POST', path: '/', params: {}, query: new URLSearchParams(query), headers: { origin: ORIGIN }, body: Buffer.from('bytes'), json: () => ({}), userId, token: 't', apiVersion: 66, origin: ORIGIN, ...differs });
const admin = (): string => platform.security.adminUserId;
const saved = (answer: { json?: unknown }): { contentVersionId: string; documentId: string } => answer.json as { contentVersionId: string; documentId: string };

it('GIVEN a file for a record WHEN it is sent THEN version and document are told, and both addresses give it back', () => {
  const [account] = platform.database.transaction(() => platform.database.dml('insert', platform.org.object('Account')!, [{ Name: 'Filed' }], { userId: admin(), mode: 'system', sharing: false }, { allOrNone: true, origin: { kind: 'api' } }));
  const { contentVersionId, documentId } = saved(upload(request(admin(), { name: 'Größe.tar.gz', recordId: account?.id as string }), platform));
  expect([contentVersionId.slice(0, 3), documentId.slice(0, 3)]).toEqual(['068', '069']);
  const version = platform.database.query('SELECT Title, FileExtension, FirstPublishLocationId FROM ContentVersion WHERE Id = :id', { userId: admin(), mode: 'user', sharing: true }, { binds: { id: contentVersionId } }).rows[0]?.values;
  expect(version).toMatchObject({ Title: 'Größe.tar', FileExtension: 'gz', FirstPublishLocationId: account?.id });
  for (const [kind, id] of [['version', contentVersionId], ['document', documentId]] as const) {
    const answer = download(request(admin(), {}, { params: { kind, id } }), platform);
    expect([answer.headers?.['Content-Disposition'], Buffer.from(answer.body as Uint8Array).toString()]).toEqual(["attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe.tar.gz", 'bytes']);
  }
});

it('GIVEN another site, no name, a foreign record or a field of the platform WHEN a file is sent THEN it is refused', () => {
  const send = (query: Record<string, string>, differs: Partial<OrgRequest> = {}) => () => upload(request(admin(), query, differs), platform);
  expect(send({ name: 'a.txt' }, { headers: { origin: 'https://elsewhere.example' } })).toThrow('comes from another site');
  expect(send({})).toThrow('A file needs a name.');
  expect(send({ name: 'a.txt', recordId: '500000000000ZZZAAA' })).toThrow('invalid cross reference id');
  expect(send({ name: 'a.txt', fieldName: 'OwnerId', fieldValue: admin() })).toThrow('must be a custom field of ContentVersion');
});

it('GIVEN a file of another WHEN it is asked for THEN it is not there', () => {
  const { contentVersionId } = saved(upload(request(admin(), { name: 'own.txt' }), platform));
  const nobody = platform.security.systemUserId;
  expect(() => download(request(admin(), {}, { params: { kind: 'version', id: '068000000000ZZZAAA' } }), platform)).toThrow('does not exist');
  const [user] = platform.database.transaction(() => platform.database.dml('insert', platform.org.object('User')!, [{
    Username: 'x@depot.test', LastName: 'X', Email: 'x@depot.test', Alias: 'x', TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US', LanguageLocaleKey: 'en_US', EmailEncodingKey: 'UTF-8',
    ProfileId: platform.database.query("SELECT Id FROM Profile WHERE Name = 'Standard User'", { userId: nobody, mode: 'system', sharing: false }).rows[0]?.values['Id'],
  }], { userId: admin(), mode: 'system', sharing: false }, { allOrNone: true, origin: { kind: 'api' } }));
  expect(() => download(request(user?.id as string, {}, { params: { kind: 'version', id: contentVersionId } }), platform)).toThrow('does not exist');
});

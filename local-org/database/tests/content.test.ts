import { createHash } from 'node:crypto';
import { errorsOf, onTrigger, refusal, world, type World } from './support';

let w: World;
beforeEach(() => { w = world(); });

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const publish = (more: Record<string, string | Uint8Array> = {}): string => w.make('ContentVersion', { Title: 'Photo', PathOnClient: 'C:\\pictures\\Photo of leak.JPG', VersionData: bytes('first'), ...more });
const version = (id: string): Record<string, unknown> => w.read(`SELECT ContentDocumentId, Checksum, ContentSize, FileExtension, FileType, IsLatest, VersionNumber, OwnerId FROM ContentVersion WHERE Id = '${id}'`)[0]?.values ?? {};
const document = (id: string): Record<string, unknown> | undefined => w.read(`SELECT Id, Title, ContentSize, FileType, LatestPublishedVersionId FROM ContentDocument WHERE Id = '${String(version(id).ContentDocumentId)}'`)[0]?.values;
const links = (id: string): unknown[] => w.read(`SELECT LinkedEntityId, ShareType, Visibility FROM ContentDocumentLink WHERE ContentDocumentId = '${String(version(id).ContentDocumentId)}' ORDER BY ShareType`).map(({ values }) => [values.LinkedEntityId, values.ShareType, values.Visibility]);

test('GIVEN bytes and a path WHEN a version is inserted THEN size, MD5 checksum and type are told, and a document stands behind it', () => {
  const id = publish();
  expect(version(id)).toMatchObject({ Checksum: createHash('md5').update('first').digest('hex'), ContentSize: 5, FileExtension: 'JPG', FileType: 'JPG', IsLatest: true, VersionNumber: '1', OwnerId: w.admin.userId });
  expect(document(id)).toMatchObject({ Title: 'Photo', ContentSize: 5, FileType: 'JPG', LatestPublishedVersionId: id });
  expect(links(id)).toEqual([[w.admin.userId, 'I', 'AllUsers']]);
});

test.each([['a.pdf', 'pdf', 'PDF'], ['b.docx', 'docx', 'WORD_X'], ['c.txt', 'txt', 'TEXT'], ['d.tar.gz', 'gz', 'GZIP'], ['e.xyz', 'xyz', 'UNKNOWN'], ['f', null, 'UNKNOWN'], ['.hidden', null, 'UNKNOWN']])('GIVEN %s WHEN inserted THEN its ending is %s and its type %s', (path, FileExtension, FileType) => {
  expect(version(publish({ PathOnClient: path }))).toMatchObject({ FileExtension, FileType });
});

test('GIVEN a place to publish WHEN it is a case or a custom record THEN the file is linked to it, for people inside while there is a site', () => {
  for (const place of [w.make('Case', { Subject: 'Leak' }), w.make('Shipment__c', { Weight__c: 1 })]) {
    expect(links(publish({ FirstPublishLocationId: place }))).toEqual([[place, 'V', 'InternalUsers'], [w.admin.userId, 'I', 'AllUsers']]);
  }
});

test('GIVEN a document WHEN a second version comes THEN it is the latest, and the document tells of it', () => {
  const first = publish();
  const second = publish({ ContentDocumentId: String(version(first).ContentDocumentId), Title: 'Better photo', VersionData: bytes('second') });
  expect([version(first), version(second)]).toMatchObject([{ IsLatest: false, VersionNumber: '1' }, { IsLatest: true, VersionNumber: '2' }]);
  expect(document(first)).toMatchObject({ Title: 'Better photo', ContentSize: 6, LatestPublishedVersionId: second });
  expect(links(first)).toHaveLength(1);
});

test('GIVEN triggers WHEN a file comes THEN those of document, link and version run, and the version knows its document', () => {
  const seen: string[] = [];
  w.db.attach({
    triggers: {
      hasTriggers: (model, event) => model.name.startsWith('Content') && event.endsWith('Insert'),
      fire: (call) => seen.push(`${call.object.name} ${call.event} ${call.object.name === 'ContentVersion' ? String(Boolean(call.newRows[0]?.ContentDocumentId)) : ''}`.trim()),
    },
  });
  publish({ FirstPublishLocationId: w.make('Case', { Subject: 'Leak' }) });
  expect(seen).toEqual([
    'ContentVersion beforeInsert false', 'ContentDocument beforeInsert', 'ContentDocument afterInsert', 'ContentDocumentLink beforeInsert', 'ContentDocumentLink afterInsert', 'ContentVersion afterInsert true',
  ]);
});

test('GIVEN a trigger that refuses the link WHEN a file comes THEN nothing of it stays', () => {
  onTrigger(w.db, 'ContentDocumentLink', ['beforeInsert'], (call) => call.addError(0, 'No files here.'));
  expect(errorsOf(w.insert('ContentVersion', [{ Title: 'x', PathOnClient: 'x.txt', VersionData: bytes('x') }]))[0]).toContain('No files here.');
  expect(w.db.query('SELECT COUNT() FROM ContentDocument', w.admin).size).toBe(0);
});

test('GIVEN a document WHEN it is deleted THEN versions and links go, and come back with it', () => {
  const id = publish();
  const doc = { Id: String(version(id).ContentDocumentId) };
  const counts = (): number[] => ['ContentDocument', 'ContentVersion'].map((name) => w.db.query(`SELECT COUNT() FROM ${name}`, w.admin).size);
  const dml = (operation: 'delete' | 'undelete'): unknown => errorsOf(w.db.dml(operation, w.db.org.object('ContentDocument')!, [doc], w.admin, { allOrNone: true, origin: { kind: 'api' } }));
  expect([dml('delete'), counts()]).toEqual([['ok'], [0, 0]]);
  expect([dml('undelete'), counts()]).toEqual([['ok'], [1, 1]]);
  expect(links(id)).toHaveLength(1);
});

test('GIVEN what the Object Reference has no call for WHEN it is tried THEN it is refused', () => {
  const id = publish();
  expect(refusal(() => w.insert('ContentDocument', [{ Title: 'x' }]))).toContain('DML operation INSERT not allowed on ContentDocument');
  expect(refusal(() => w.db.dml('delete', w.db.org.object('ContentVersion')!, [{ Id: id }], w.admin, { allOrNone: true, origin: { kind: 'api' } }))).toContain('DML operation DELETE not allowed on ContentVersion');
  expect(errorsOf(w.insert('ContentVersion', [{ Title: 'x', VersionData: bytes('x') }, { Title: 'x', PathOnClient: 'x.txt' }]))).toEqual(['REQUIRED_FIELD_MISSING: Required fields are missing: [PathOnClient]', 'REQUIRED_FIELD_MISSING: Required fields are missing: [VersionData]']);
});

test('GIVEN a link WHEN the same is made again THEN it is a duplicate', () => {
  const kase = w.make('Case', { Subject: 'Leak' });
  const doc = String(version(publish({ FirstPublishLocationId: kase })).ContentDocumentId);
  expect(errorsOf(w.insert('ContentDocumentLink', [{ ContentDocumentId: doc, LinkedEntityId: kase }]))).toEqual([`DUPLICATE_VALUE: Document with ID: ${doc} is already linked with the entity with ID: ${kase}`]);
});

test('GIVEN links WHEN they are asked for without an id THEN the query is refused', () => {
  const restriction = 'Implementation restriction: ContentDocumentLink requires a filter by a single Id';
  const ask = (where: string): string => refusal(() => w.read(`SELECT Id FROM ContentDocumentLink${where}`));
  for (const where of ['', " WHERE ShareType = 'V'", ` WHERE LinkedEntityId != '${w.admin.userId}'`, ` WHERE LinkedEntityId = '${w.admin.userId}' OR ShareType = 'V'`]) expect(ask(where)).toContain(restriction);
  for (const where of [` WHERE LinkedEntityId = '${w.admin.userId}' AND ShareType = 'V'`, ` WHERE ContentDocumentId IN ('069000000000001AAA')`]) expect(ask(where)).toBe('nothing was refused');
});

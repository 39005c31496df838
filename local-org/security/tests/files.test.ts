import type { Caller, DmlOperation, Row } from '../../database';
import { DEPOT, TestOrg } from './org';

let org: TestOrg;
let owner: string;
let north: { userId: string; accountId: string; contactId: string };
let south: { userId: string };
beforeEach(() => {
  org = new TestOrg(DEPOT);
  owner = org.person('Owner', 'Standard User', { UserRoleId: org.role('Depot_Lead') });
  north = org.partner('North', owner);
  south = org.partner('South', owner);
});

function attempt(userId: string, operation: DmlOperation, object: string, row: Row): string {
  const caller: Caller = { userId, mode: 'user', sharing: true };
  const [result] = org.database.dml(operation, org.object(object), [row], caller, { allOrNone: false, origin: { kind: 'api' } });
  return result?.success ? String(result.id) : (result?.errors[0]?.code ?? 'nothing');
}

const file = (more: Row = {}): Row => ({ Title: 'Photo', PathOnClient: 'photo.png', VersionData: new Uint8Array([1, 2, 3]), ...more });
const documentOf = (version: string): string => org.database.query('SELECT ContentDocumentId FROM ContentVersion WHERE Id = :version', { userId: org.security.adminUserId, mode: 'system', sharing: false }, { binds: { version } }).rows[0]?.values['ContentDocumentId'] as string;
const linksSeen = (userId: string, linked: string): number => org.database.query('SELECT Id FROM ContentDocumentLink WHERE LinkedEntityId = :linked', { userId, mode: 'user', sharing: true }, { binds: { linked } }).size;
const kase = (): string => org.insert('Case', { Subject: 'Leak', ContactId: north.contactId, OwnerId: owner })[0] as string;

test('a file alone is its owner\'s and nobody\'s above or beside', () => {
  const version = attempt(north.userId, 'insert', 'ContentVersion', file());
  expect([north.userId, owner, south.userId, org.person('Insider')].map((user) => org.seen(user, 'ContentVersion'))).toEqual([[version], [], [], []]);
});

test('what a partner puts on a case is seen by who reaches the case, and by nobody else', () => {
  const place = kase();
  const version = attempt(north.userId, 'insert', 'ContentVersion', file({ FirstPublishLocationId: place }));
  expect([north.userId, owner, south.userId, org.person('Insider')].map((user) => org.seen(user, 'ContentVersion'))).toEqual([[version], [version], [], []]);
  expect([north.userId, owner, south.userId].map((user) => linksSeen(user, place))).toEqual([1, 1, 0]);
  expect(attempt(south.userId, 'insert', 'ContentVersion', file({ FirstPublishLocationId: place }))).toBe('INVALID_CROSS_REFERENCE_KEY');
});

test('what people inside put on a case is theirs alone until the link says all users', () => {
  const place = kase();
  const version = attempt(owner, 'insert', 'ContentVersion', file({ FirstPublishLocationId: place }));
  expect([org.seen(north.userId, 'ContentDocument'), linksSeen(north.userId, place)]).toEqual([[], 0]);
  const link = org.database.query('SELECT Id FROM ContentDocumentLink WHERE LinkedEntityId = :place', { userId: owner, mode: 'user', sharing: true }, { binds: { place } }).rows[0]?.values['Id'] as string;
  expect(attempt(owner, 'update', 'ContentDocumentLink', { Id: link, Visibility: 'AllUsers' })).toBe(link);
  expect([org.seen(north.userId, 'ContentDocument'), linksSeen(north.userId, place), org.seen(south.userId, 'ContentDocument')]).toEqual([[documentOf(version)], 1, []]);
});

test('who sees a file through a viewer\'s link neither changes nor deletes it', () => {
  const version = attempt(owner, 'insert', 'ContentVersion', file());
  const doc = documentOf(version);
  attempt(owner, 'insert', 'ContentDocumentLink', { ContentDocumentId: doc, LinkedEntityId: kase(), ShareType: 'V', Visibility: 'AllUsers' });
  expect(org.access(north.userId, 'ContentDocument', doc)).toBe('read');
  expect(attempt(north.userId, 'delete', 'ContentDocument', { Id: doc })).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
  expect(attempt(owner, 'delete', 'ContentDocument', { Id: doc })).toBe(doc);
});

test('a link that infers its level lets who edits the record edit the file', () => {
  const doc = documentOf(attempt(owner, 'insert', 'ContentVersion', file()));
  attempt(owner, 'insert', 'ContentDocumentLink', { ContentDocumentId: doc, LinkedEntityId: kase(), ShareType: 'I', Visibility: 'AllUsers' });
  expect([north.userId, south.userId].map((user) => org.access(user, 'ContentDocument', doc))).toEqual(['read edit', '']);
});

test('a foreign file cannot be linked to a record of one\'s own', () => {
  const doc = documentOf(attempt(owner, 'insert', 'ContentVersion', file()));
  const place = kase();
  expect(attempt(north.userId, 'insert', 'ContentDocumentLink', { ContentDocumentId: doc, LinkedEntityId: place })).toBe('INVALID_CROSS_REFERENCE_KEY');
});

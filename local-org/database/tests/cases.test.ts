import { errorsOf, onTrigger, world, NOW, type World } from './support';

let w: World;
beforeEach(() => { w = world(); });

const kase = (id: string): Record<string, unknown> | undefined => w.read(`SELECT CaseNumber, IsClosed, ClosedDate, IsClosedOnCreate, AccountId, ContactEmail, Comments FROM Case WHERE Id = '${id}'`)[0]?.values;
const now = new Date(NOW).toISOString();

test('GIVEN a case WHEN it is closed, changed and opened again THEN IsClosed and ClosedDate follow the status', () => {
  const id = w.make('Case', { Subject: 'Leak' });
  expect(kase(id)).toMatchObject({ CaseNumber: '00000001', IsClosed: false, ClosedDate: null, IsClosedOnCreate: false });
  w.update('Case', [{ Id: id, Status: 'Closed' }]);
  expect(kase(id)).toMatchObject({ IsClosed: true, ClosedDate: now, IsClosedOnCreate: false });
  w.db.attach({ clock: { now: () => NOW + 3_600_000 } });
  w.update('Case', [{ Id: id, Subject: 'Drip' }]);
  expect(kase(id)).toMatchObject({ IsClosed: true, ClosedDate: now });
  w.update('Case', [{ Id: id, Status: 'Working' }]);
  expect(kase(id)).toMatchObject({ IsClosed: false, ClosedDate: null });
});

test('GIVEN a status that closes WHEN the case is made THEN it is closed when created', () => {
  expect(kase(w.make('Case', { Subject: 'Call', Status: 'Closed' }))).toMatchObject({ IsClosed: true, IsClosedOnCreate: true, ClosedDate: now });
});

test('GIVEN a trigger WHEN it looks THEN it sees the case closed, and what it sets counts', () => {
  const seen: unknown[] = [];
  onTrigger(w.db, 'Case', ['beforeUpdate', 'afterUpdate'], (call) => {
    const [row] = call.newRows;
    seen.push(row?.IsClosed);
    if (call.event === 'beforeUpdate' && row?.Subject === 'Reopen') row.Status = 'New';
  });
  const id = w.make('Case', { Subject: 'Leak' });
  w.update('Case', [{ Id: id, Status: 'Closed' }]);
  w.update('Case', [{ Id: id, Subject: 'Reopen' }]);
  expect(seen).toEqual([true, true, true, false]);
  expect(kase(id)).toMatchObject({ IsClosed: false });
});

test('GIVEN a contact and no account WHEN the case is made THEN it belongs to the account of the contact, and shows their address', () => {
  const account = w.make('Account', { Name: 'Acme' });
  const contact = w.make('Contact', { LastName: 'Ann', AccountId: account, Email: 'ann@example.com' });
  const id = w.make('Case', { Subject: 'Leak', ContactId: contact });
  expect(kase(id)).toMatchObject({ AccountId: account, ContactEmail: 'ann@example.com' });
  w.update('Contact', [{ Id: contact, Email: 'ann@example.org' }]);
  expect(kase(id)).toMatchObject({ ContactEmail: 'ann@example.org' });
});

test('GIVEN internal comments WHEN the case is saved THEN they are comments on it, unpublished', () => {
  const id = w.make('Case', { Subject: 'Leak', Comments: 'Called twice.' });
  w.update('Case', [{ Id: id, Comments: 'Called thrice.' }]);
  expect(w.read(`SELECT CommentBody, IsPublished FROM CaseComment WHERE ParentId = '${id}' ORDER BY CommentBody`).map((row) => row.values)).toMatchObject([{ CommentBody: 'Called thrice.', IsPublished: false }, { CommentBody: 'Called twice.', IsPublished: false }]);
  expect(kase(id)).toMatchObject({ Comments: null });
});

test('GIVEN fields that the platform keeps WHEN they are written THEN it is refused', () => {
  expect(errorsOf(w.insert('Case', [{ Subject: 'x', IsClosed: true }, { Subject: 'x', CaseNumber: '7' }])).every((each) => each.startsWith('INVALID_FIELD_FOR_INSERT_UPDATE'))).toBe(true);
});

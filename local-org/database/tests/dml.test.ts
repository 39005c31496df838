import type { DmlOptions, TriggerCall } from '../types';
import { errorsOf, object, onTrigger, policy, refusal, world, type World } from './support';

let w: World;
let account: string;
beforeEach(() => {
  w = world();
  account = w.make('Account', { Name: 'Acme' });
});

const apex: Partial<DmlOptions> = { origin: { kind: 'apex', position: { file: 'Desk.cls', line: 7, column: 3 } } };
const one = (soql: string): Record<string, unknown> | undefined => w.read(soql)[0]?.values;

test('GIVEN a bare insert WHEN saved THEN defaults, owner, audit fields and the auto-number are filled', () => {
  const id = w.make('Shipment__c', { Account__c: account.slice(0, 15), Weight__c: 3.456, Notes__c: '' });
  expect(one(`SELECT Name, Account__c, Status__c, Is_Express__c, OwnerId, CreatedById, CreatedDate, LastModifiedDate, Weight__c, Notes__c, Parcel_Count__c FROM Shipment__c WHERE Id = '${id}'`)).toMatchObject({
    Name: 'SHP-00001', Account__c: account, Status__c: 'Packed', Is_Express__c: false, OwnerId: w.admin.userId, CreatedById: w.admin.userId, CreatedDate: '2026-03-15T18:30:00.000Z',
    LastModifiedDate: '2026-03-15T18:30:00.000Z', Weight__c: 3.46, Notes__c: null, Parcel_Count__c: 0,
  });
});

test.each([
  [{ Status__c: 'Nowhere' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Status: bad value for restricted picklist field: Nowhere'],
  [{ Contact_Email__c: 'x' }, 'INVALID_EMAIL_ADDRESS: Contact Email: invalid email address: x'],
  [{ Reference__c: 'x'.repeat(41) }, `STRING_TOO_LONG: Reference: data value too large: ${'x'.repeat(41)} (max length=40)`],
  [{ Weight__c: 1e12 }, 'NUMBER_OUTSIDE_VALID_RANGE: Weight (kg): value outside of valid range on numeric field: 1000000000000'],
  [{ Weight__c: 'a' }, 'INVALID_TYPE_ON_FIELD_IN_RECORD: Weight__c: value not of required type: a'],
  [{ Account__c: '001000000zzzzzz' }, 'INVALID_CROSS_REFERENCE_KEY: invalid cross reference id'],
  [{ Account__c: 'nonsense' }, 'MALFORMED_ID: Account: id value of incorrect type: nonsense'],
  [{ Status__c: 'Delivered' }, 'FIELD_CUSTOM_VALIDATION_EXCEPTION: A delivered shipment needs a ship date.'],
  [{ Nope__c: 1 }, "INVALID_FIELD: No such column 'Nope__c' on sobject of type Shipment__c"],
  [{ Is_Late__c: true }, 'INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: Is_Late__c. Please check the security settings of this field and verify that it is read/write for your profile or permission set.'],
  [{ Id: '001000000000001' }, 'INVALID_FIELD_FOR_INSERT_UPDATE: cannot specify Id in an insert call'],
])('GIVEN %j WHEN inserted THEN it is refused as the platform does', (row, expected) => {
  expect(errorsOf(w.insert('Shipment__c', [{ Weight__c: 1, ...row }, { Weight__c: 1 }]))).toEqual([expected, 'ok']);
});

test('GIVEN required fields WHEN missing THEN all are named', () => {
  expect(errorsOf(w.insert('Lead', [{ FirstName: 'A' }]))).toEqual(['REQUIRED_FIELD_MISSING: Required fields are missing: [LastName, Company]']);
});

test('GIVEN a person WHEN saved and renamed THEN Name is joined, sorted and filtered', () => {
  const id = w.make('Lead', { Salutation: 'Ms.', FirstName: 'Ann', LastName: 'Ödegård', Company: 'C' });
  expect(one("SELECT Name FROM Lead WHERE Name = 'ann ödegård'")).toMatchObject({ Name: 'Ann Ödegård' });
  w.update('Lead', [{ Id: id, FirstName: null }]);
  expect(one(`SELECT Name FROM Lead WHERE Id = '${id}'`)).toMatchObject({ Name: 'Ödegård' });
});

test('GIVEN unique values WHEN they meet in one call or in the table THEN the second is refused, and a swap passes', () => {
  expect(errorsOf(w.insert('Shipment__c', [{ Weight__c: 1, Reference__c: 'A' }, { Weight__c: 1, Reference__c: 'a' }]))[1]).toContain('DUPLICATE_VALUE: duplicate value found: Reference__c');
  const a = w.read("SELECT Id FROM Shipment__c")[0]?.values.Id as string;
  const b = w.make('Shipment__c', { Weight__c: 1, Reference__c: 'B' });
  expect(errorsOf(w.update('Shipment__c', [{ Id: a, Reference__c: 'B' }, { Id: b, Reference__c: 'A' }]))).toEqual(['ok', 'ok']);
});

test('GIVEN all or none WHEN one record fails THEN nothing stays', () => {
  const results = w.insert('Shipment__c', [{ Weight__c: 1 }, { Weight__c: 1, Status__c: 'Nowhere' }], { allOrNone: true });
  expect(results.map((result) => [result.id, result.errors[0]?.code])).toEqual([[null, 'ALL_OR_NONE_OPERATION_ROLLED_BACK'], [null, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST']]);
  expect(w.db.query('SELECT COUNT() FROM Shipment__c', w.admin).size).toBe(0);
});

test('GIVEN triggers WHEN saving THEN they see the rows in the platform\'s order and may write and refuse', () => {
  const seen: string[] = [];
  onTrigger(w.db, 'Shipment__c', ['beforeInsert', 'afterInsert', 'beforeUpdate', 'afterUpdate'], (call: TriggerCall) => {
    const [row] = call.newRows;
    seen.push(`${call.event} ${String(row?.Id !== null && row?.Id !== undefined)} ${String(call.oldRows[0]?.Weight__c ?? '-')}>${String(row?.Weight__c)}`);
    if (call.event === 'beforeInsert' && row) row.Status__c = 'Lost';
    if (row?.Weight__c === 13) call.addError(0, 'Unlucky', 'Weight__c');
  });
  const id = w.make('Shipment__c', { Weight__c: 1 });
  expect(one(`SELECT Status__c FROM Shipment__c`)).toMatchObject({ Status__c: 'Lost' });
  expect(errorsOf(w.update('Shipment__c', [{ Id: id, Weight__c: 2 }]))).toEqual(['ok']);
  expect(w.update('Shipment__c', [{ Id: id, Weight__c: 13 }])[0]?.errors).toEqual([{ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Unlucky', fields: ['Weight__c'] }]);
  expect(seen).toEqual(['beforeInsert false ->1', 'afterInsert true ->1', 'beforeUpdate true 1>2', 'afterUpdate true 1>2', 'beforeUpdate true 2>13']);
});

test('GIVEN a detail of a relationship that lets none move WHEN a caller or a trigger gives it another master THEN it stays', () => {
  // https://help.salesforce.com/s/articleView?id=platform.relationships_considerations.htm, Master-Detail Relationships: reparenting
  const [first, second] = [w.make('Shipment__c', {}), w.make('Shipment__c', {})];
  const id = w.make('Parcel__c', { Shipment__c: first, Weight__c: 1 });
  const refused = ['INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: Shipment__c. Please check the security settings of this field and verify that it is read/write for your profile or permission set.'];
  expect(errorsOf(w.update('Parcel__c', [{ Id: id, Shipment__c: second }]))).toEqual(refused);
  onTrigger(w.db, 'Parcel__c', ['beforeUpdate'], (call) => call.newRows.forEach((row) => (row.Shipment__c = second)));
  expect(errorsOf(w.update('Parcel__c', [{ Id: id, Weight__c: 2 }]))).toEqual(refused);
  expect(one('SELECT Shipment__c FROM Parcel__c')).toMatchObject({ Shipment__c: first });
});

test('GIVEN partial success WHEN an after trigger refuses one record THEN the rest run again without it', () => {
  const sizes: string[] = [];
  onTrigger(w.db, 'Shipment__c', ['beforeInsert', 'afterInsert'], (call) => {
    sizes.push(`${call.event} ${call.newRows.length}`);
    if (call.event === 'afterInsert') call.newRows.forEach((row, index) => row.Weight__c === 2 && call.addError(index, 'No twos'));
  });
  expect(errorsOf(w.insert('Shipment__c', [{ Weight__c: 1 }, { Weight__c: 2 }, { Weight__c: 3 }]))).toEqual(['ok', 'FIELD_CUSTOM_VALIDATION_EXCEPTION: No twos', 'ok']);
  expect(sizes).toEqual(['beforeInsert 3', 'afterInsert 3', 'beforeInsert 2', 'afterInsert 2']);
  expect(w.read('SELECT Weight__c FROM Shipment__c ORDER BY Weight__c').map((row) => row.values.Weight__c)).toEqual([1, 3]);
});

test('GIVEN records that fail anew in each attempt WHEN three are over THEN the operation fails as a whole', () => {
  let refuse = 0;
  onTrigger(w.db, 'Shipment__c', ['beforeInsert', 'afterInsert'], (call) => {
    if (call.event === 'afterInsert') call.newRows.forEach((row, index) => row.Weight__c === refuse && call.addError(index, 'No'));
    else refuse++;
  });
  const errors = errorsOf(w.insert('Shipment__c', [1, 2, 3, 4].map((Weight__c) => ({ Weight__c }))));
  expect(errors[3]).toContain('Too many batch retries in the presence of Apex triggers and partial failures.');
  expect(w.db.query('SELECT COUNT() FROM Shipment__c', w.admin).size).toBe(0);
});

test('GIVEN 201 records WHEN inserted THEN triggers get chunks of 200', () => {
  const sizes: number[] = [];
  onTrigger(w.db, 'Shipment__c', ['afterInsert'], (call) => sizes.push(call.newRows.length));
  w.insert('Shipment__c', Array.from({ length: 201 }, () => ({ Weight__c: 1 })));
  expect(sizes).toEqual([200, 1]);
});

test('GIVEN a trigger that saves its own rows WHEN it recurses THEN it stops at the depth of 16', () => {
  let depth = 0;
  onTrigger(w.db, 'Shipment__c', ['afterUpdate'], (call) => {
    depth++;
    const [result] = w.update('Shipment__c', [{ Id: call.newRows[0]?.Id, Weight__c: depth }]);
    if (result?.errors[0]) call.addError(0, result.errors[0].message);
  });
  const id = w.make('Shipment__c', { Weight__c: 1 });
  expect(errorsOf(w.update('Shipment__c', [{ Id: id, Weight__c: 99 }]))[0]).toContain('maximum trigger depth exceeded');
  expect(depth).toBe(16);
});

test('GIVEN roll-ups WHEN children come, change and go THEN the parent goes through its own save', () => {
  const id = w.make('Shipment__c', { Weight__c: 1 });
  let saves = 0;
  onTrigger(w.db, 'Shipment__c', ['afterUpdate'], () => saves++);
  const sums = (): unknown => one('SELECT Parcel_Count__c, Fragile_Weight__c FROM Shipment__c');
  const parcels = w.insert('Parcel__c', [{ Shipment__c: id, Weight__c: 2, Is_Fragile__c: true }, { Shipment__c: id, Weight__c: 3 }]).map((result) => result.id as string);
  expect(sums()).toMatchObject({ Parcel_Count__c: 2, Fragile_Weight__c: 2 });
  expect(saves).toBe(1);
  w.update('Parcel__c', [{ Id: parcels[1], Is_Fragile__c: true }]);
  expect(sums()).toMatchObject({ Fragile_Weight__c: 5 });
  w.db.dml('delete', object('Parcel__c'), [{ Id: parcels[0] }], w.admin, { allOrNone: true, origin: { kind: 'api' } });
  expect(sums()).toMatchObject({ Parcel_Count__c: 1, Fragile_Weight__c: 3 });
  onTrigger(w.db, 'Shipment__c', ['beforeUpdate'], (call) => call.addError(0, 'Frozen'));
  expect(errorsOf(w.insert('Parcel__c', [{ Shipment__c: id, Weight__c: 1 }]))).toEqual(['FIELD_CUSTOM_VALIDATION_EXCEPTION: Frozen']);
  expect(w.db.query('SELECT COUNT() FROM Parcel__c', w.admin).size).toBe(1);
});

test('GIVEN details and lookups WHEN a record is deleted and comes back THEN what hung on it goes and comes too', () => {
  const remove = (operation: 'delete' | 'undelete', name: string, id: string): string[] => errorsOf(w.db.dml(operation, object(name), [{ Id: id }], w.admin, { allOrNone: false, origin: { kind: 'api' } }));
  const shipment = w.make('Shipment__c', { Weight__c: 1, Account__c: account });
  w.make('Parcel__c', { Shipment__c: shipment, Weight__c: 1 });
  expect(remove('delete', 'Account', account)).toEqual(['ok']);
  expect(one('SELECT Account__c FROM Shipment__c')).toMatchObject({ Account__c: null });
  expect(remove('undelete', 'Account', account)).toEqual(['ok']);
  expect(one('SELECT Account__c FROM Shipment__c')).toMatchObject({ Account__c: account });
  expect(remove('delete', 'Shipment__c', shipment)).toEqual(['ok']);
  expect(w.read('SELECT IsDeleted FROM Parcel__c ALL ROWS').map((row) => row.values.IsDeleted)).toEqual([true]);
  expect(w.read('SELECT Id FROM Parcel__c')).toEqual([]);
  expect(remove('delete', 'Shipment__c', shipment)).toEqual(['ENTITY_IS_DELETED: entity is deleted']);
  expect(errorsOf(w.update('Shipment__c', [{ Id: shipment, Weight__c: 2 }]))).toEqual(['ENTITY_IS_DELETED: entity is deleted']);
  expect(remove('undelete', 'Shipment__c', shipment)).toEqual(['ok']);
  expect(w.read('SELECT Id FROM Parcel__c')).toHaveLength(1);
});

test('GIVEN an external id WHEN upserted THEN known rows are updated, new ones inserted, repeated ones refused', () => {
  const upsert = (rows: { Reference__c?: string | null; Weight__c: number }[]): string[] =>
    w.db.dml('upsert', object('Shipment__c'), rows, w.admin, { allOrNone: false, origin: { kind: 'api' }, externalIdField: 'reference__c' }).map((result) => (result.success ? (result.created ? 'created' : 'updated') : (result.errors[0]?.message ?? '')));
  expect(upsert([{ Reference__c: 'A', Weight__c: 1 }])).toEqual(['created']);
  expect(upsert([{ Reference__c: 'a', Weight__c: 2 }, { Reference__c: 'B', Weight__c: 3 }, { Reference__c: 'b', Weight__c: 4 }, { Weight__c: 5 }])).toEqual(['updated', 'created', 'Duplicate external id specified: b', 'Reference__c not specified']);
  expect(refusal(() => w.db.dml('upsert', object('Shipment__c'), [{ Weight__c: 1 }], w.admin, { allOrNone: false, origin: { kind: 'api' }, externalIdField: 'Weight__c' }))).toContain('does not match an External ID');
});

test('GIVEN guarded fields WHEN Apex changes one THEN the row must have been read FOR UPDATE', () => {
  w.db.guard(['Shipment__c.Status__c']);
  const id = w.make('Shipment__c', { Weight__c: 1 });
  const change = (options: Partial<DmlOptions>): string => refusal(() => w.update('Shipment__c', [{ Id: id, Status__c: 'Lost' }], options));
  expect(change(apex)).toBe('Desk.cls:7:3 Shipment__c.Status__c is guarded: read the row FOR UPDATE in this transaction before changing it');
  expect(refusal(() => w.update('Shipment__c', [{ Id: id, Weight__c: 2 }], apex))).toBe('nothing was refused');
  w.db.transaction(() => {
    w.read(`SELECT Id FROM Shipment__c WHERE Id = '${id}' FOR UPDATE`);
    expect(change(apex)).toBe('nothing was refused');
  });
  expect(change({})).toBe('nothing was refused');
});

test('GIVEN guarded fields WHEN a test class makes the row THEN the code under test must lock it, and the test class need not', () => {
  w.db.guard(['Shipment__c.Status__c']);
  const test: Partial<DmlOptions> = { origin: { kind: 'apex', test: true } };
  w.db.transaction(() => {
    const [made, own] = [w.insert('Shipment__c', [{ Weight__c: 1 }], test), w.insert('Shipment__c', [{ Weight__c: 1 }], apex)].map((results) => results[0]?.id as string);
    const change = (id: string | undefined, options: Partial<DmlOptions>): string => refusal(() => w.update('Shipment__c', [{ Id: id as string, Status__c: 'Lost' }], options));
    expect(change(made, apex)).toContain('is guarded');
    expect(change(own, apex)).toBe('nothing was refused');
    expect(change(made, test)).toBe('nothing was refused');
    w.read(`SELECT Id FROM Shipment__c WHERE Id = '${made}' FOR UPDATE`);
    expect(refusal(() => w.update('Shipment__c', [{ Id: made as string, Status__c: 'Packed' }], apex))).toBe('nothing was refused');
    // The test asks something: what follows would be another transaction.
    w.db.nextStep();
    expect(change(made, apex)).toContain('is guarded');
    expect(refusal(() => w.update('Shipment__c', [{ Id: own as string, Status__c: 'Packed' }], apex))).toContain('is guarded');
  });
});

test('GIVEN set-up and other objects WHEN Apex writes both in one transaction THEN it may not, save in a context of its own', () => {
  const group = (): string => refusal(() => w.insert('Group', [{ Name: 'G', DeveloperName: 'G', Type: 'Regular' }], apex));
  w.db.transaction(() => {
    w.insert('Account', [{ Name: 'B' }], apex);
    expect(group()).toContain('MIXED_DML_OPERATION DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): Group, original object: Account');
    expect(w.db.inNewSetupContext(group)).toBe('nothing was refused');
  });
});

test('GIVEN savepoints WHEN rolled back THEN rows go and ids are not given twice', () => {
  w.db.transaction(() => {
    const before = w.make('Shipment__c', { Weight__c: 1 });
    const savepoint = w.db.savepoint();
    const gone = w.make('Shipment__c', { Weight__c: 2 });
    w.db.rollbackTo(savepoint);
    const after = w.make('Shipment__c', { Weight__c: 3 });
    expect(new Set([before, gone, after]).size).toBe(3);
    expect(w.read('SELECT Id FROM Shipment__c ORDER BY Id').map((row) => row.values.Id)).toEqual([before, after]);
  });
  expect(() => w.db.transaction(() => { w.make('Account', { Name: 'X' }); throw new Error('stop'); })).toThrow('stop');
  expect(w.read("SELECT Id FROM Account WHERE Name = 'X'")).toEqual([]);
});

test('GIVEN a platform event WHEN inserted THEN it is published and kept nowhere', () => {
  const published: unknown[] = [];
  w.db.attach({ events: { publish: (model, rows) => published.push([model.name, rows.length, rows[0]?.Status__c]) } });
  expect(errorsOf(w.insert('Shipment_Moved__e', [{ Status__c: 'Lost' }]))).toEqual(['ok']);
  expect(published).toEqual([['Shipment_Moved__e', 1, 'Lost']]);
});

test('GIVEN share rows WHEN Apex grants THEN its own reason or Manual is taken, once', () => {
  w.db.attach({ access: policy({}) });
  const shipment = w.make('Shipment__c', { Weight__c: 1 });
  const grant = (RowCause: string, AccessLevel = 'Read'): string[] => errorsOf(w.insert('Shipment__Share', [{ ParentId: shipment, UserOrGroupId: w.clerk.userId, AccessLevel, RowCause }], apex));
  expect(grant('Carrier__c')).toEqual(['ok']);
  expect(grant('Carrier__c', 'Edit')).toEqual(['ok']);
  expect(grant('Owner')[0]).toContain('RowCause');
  expect(w.read("SELECT AccessLevel FROM Shipment__Share WHERE RowCause = 'Carrier__c'").map((row) => row.values.AccessLevel)).toEqual(['Edit']);
});

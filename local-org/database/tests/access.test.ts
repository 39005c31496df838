import { errorsOf, object, ownersOnly, policy, refusal, world, type World } from './support';

let w: World;
let mine: string;
let foreign: string;
let foreignAccount: string;

beforeEach(() => {
  w = world();
  foreignAccount = w.make('Account', { Name: 'Far' });
  foreign = w.make('Shipment__c', { Reference__c: 'F', Account__c: foreignAccount, Weight__c: 1 });
  mine = w.make('Shipment__c', { Reference__c: 'M', Account__c: foreignAccount, Weight__c: 2, OwnerId: w.clerk.userId });
  for (const parent of [foreign, mine, mine]) w.make('Parcel__c', { Shipment__c: parent, Weight__c: 1 });
  w.db.attach({ access: ownersOnly });
});

test('GIVEN owners see their own WHEN the clerk reads in any way THEN foreign rows are not there', () => {
  expect(w.read('SELECT Reference__c FROM Shipment__c', w.clerk).map((row) => row.values.Reference__c)).toEqual(['M']);
  expect(w.db.query('SELECT COUNT() FROM Shipment__c', w.clerk).size).toBe(1);
  expect(w.read('SELECT SUM(Weight__c) s FROM Shipment__c', w.clerk)[0]?.aggregates).toEqual({ s: 2 });
  expect(w.db.query('SELECT COUNT() FROM Parcel__c', w.clerk).size).toBe(2);
  expect(w.read('SELECT Id, (SELECT Id FROM Shipments__r) FROM Account', w.clerk)).toEqual([]);
  expect(w.db.query('SELECT COUNT() FROM User WHERE Id IN (SELECT OwnerId FROM Shipment__c)', w.clerk).size).toBe(1);
});

test('GIVEN a foreign parent WHEN its fields are read or filtered THEN it counts as absent, while formulas see it', () => {
  const [row] = w.read('SELECT Account__r.Name, Account_Name__c FROM Shipment__c', w.clerk);
  expect(row?.parents.Account__r).toBeNull();
  expect(row?.values.Account_Name__c).toBe('Far');
  expect(w.read("SELECT Id FROM Shipment__c WHERE Account__r.Name = 'Far'", w.clerk)).toEqual([]);
});

test('GIVEN system mode WHEN the class is without or with sharing THEN only sharing hides rows', () => {
  const count = (sharing: boolean): number => w.db.query('SELECT COUNT() FROM Shipment__c', { userId: w.clerk.userId, mode: 'system', sharing }).size;
  expect([count(false), count(true)]).toEqual([2, 1]);
  expect(w.db.query('SELECT COUNT() FROM Shipment__c WITH USER_MODE', { ...w.clerk, mode: 'system', sharing: false }).size).toBe(1);
});

test('GIVEN no right on a field or object WHEN user mode names it anywhere THEN it does not exist', () => {
  w.db.attach({ access: policy({ canReadField: (_user, field) => field.name !== 'Weight__c', objectRights: (_user, model) => ({ create: true, read: model.name !== 'Account', edit: true, delete: true, viewAll: false, modifyAll: false }) }) });
  expect(refusal(() => w.read('SELECT Id FROM Shipment__c ORDER BY Weight__c', w.clerk))).toContain("INVALID_FIELD No such column 'Weight__c' on entity 'Shipment__c'");
  expect(refusal(() => w.read('SELECT Id FROM Account', w.clerk))).toContain("INVALID_TYPE sObject type 'Account' is not supported");
  expect(refusal(() => w.read('SELECT Account__r.Name FROM Shipment__c', w.clerk))).toContain("Didn't understand relationship 'Account__r'");
  expect(refusal(() => w.read('SELECT Id FROM Shipment__c WHERE Account__c IN (SELECT Id FROM Account)', w.clerk))).toContain("sObject type 'Account' is not supported");
  expect(w.read('SELECT Weight__c FROM Shipment__c', w.admin)).toHaveLength(2);
});

test('GIVEN a foreign id WHEN it is updated, deleted or referred to THEN it answers as an id that never was', () => {
  const never = `${foreign.slice(0, 9)}zzzzzz`;
  const unknown = (id: string): string[] => [
    ...errorsOf(w.update('Shipment__c', [{ Id: id, Weight__c: 5 }], {}, w.clerk)),
    ...errorsOf(w.db.dml('delete', object('Shipment__c'), [{ Id: id }], w.clerk, { allOrNone: false, origin: { kind: 'api' } })),
    ...errorsOf(w.insert('Parcel__c', [{ Shipment__c: id, Weight__c: 1 }], {}, w.clerk)),
    `${w.db.query(`SELECT COUNT() FROM Shipment__c WHERE Id = '${id.slice(0, 15)}'`, w.clerk).size}`,
  ];
  expect(unknown(foreign)).toEqual(unknown(never.slice(0, 15)));
});

test('GIVEN field and object rights WHEN the clerk writes THEN the API and Apex answer in their own words', () => {
  w.db.attach({ access: policy({ canEditField: (_user, field) => field.name !== 'Weight__c', objectRights: (_user, model) => ({ create: model.name !== 'Account', read: true, edit: true, delete: true, viewAll: false, modifyAll: false }) }) });
  expect(errorsOf(w.update('Shipment__c', [{ Id: mine, Weight__c: 5 }], {}, w.clerk))[0]).toContain('INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: Weight__c.');
  expect(errorsOf(w.update('Shipment__c', [{ Id: mine, Weight__c: 5 }], { origin: { kind: 'apex' } }, w.clerk))[0]).toContain('Operation failed due to fields being inaccessible on Sobject Shipment__c');
  expect(errorsOf(w.update('Shipment__c', [{ Id: mine, Weight__c: 2 }], { origin: { kind: 'apex' } }, w.clerk))).toEqual(['ok']);
  expect(errorsOf(w.insert('Account', [{ Name: 'A' }], {}, w.clerk))).toEqual(['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: entity type cannot be inserted: Account']);
  expect(refusal(() => w.insert('Account', [{ Name: 'A' }], { origin: { kind: 'apex' } }, w.clerk))).toBe("SECURITY_EXCEPTION Access to entity 'Account' denied");
});

test('GIVEN a row that is seen but not writable WHEN it is updated THEN it is read-only', () => {
  w.db.attach({ access: policy({ rowPredicate: (_user, _model, access) => (access === 'read' ? undefined : { text: '0', params: [] }) }) });
  expect(errorsOf(w.update('Shipment__c', [{ Id: mine, Weight__c: 5 }], {}, w.clerk))).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id']);
});

test('GIVEN a unique value of a foreign row WHEN the clerk writes it THEN the answer bears no foreign id', () => {
  expect(errorsOf(w.update('Shipment__c', [{ Id: mine, Reference__c: 'f' }], {}, w.clerk))).toEqual(['DUPLICATE_VALUE: duplicate value found: Reference__c duplicates value on record with id: <unknown>']);
  expect(errorsOf(w.update('Shipment__c', [{ Id: mine, Reference__c: 'f' }]))).toEqual([`DUPLICATE_VALUE: duplicate value found: Reference__c duplicates value on record with id: ${foreign}`]);
});

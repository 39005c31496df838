import { refusal, world, type World } from './support';

let w: World;
const ids: Record<string, string> = {};

beforeAll(() => {
  w = world();
  ids.acme = w.make('Account', { Name: 'Acme', Industry: 'Energy' });
  ids.muller = w.make('Account', { Name: 'MÜLLER' });
  ids.one = w.make('Shipment__c', { Reference__c: 'Ref-1', Account__c: ids.acme, Status__c: 'Lost', Weight__c: 10, Ship_Date__c: '2026-03-15' });
  ids.two = w.make('Shipment__c', { Reference__c: 'ref-2', Account__c: ids.muller, Status__c: 'In Transit', Weight__c: 20, Ship_Date__c: '2026-03-01' });
  ids.three = w.make('Shipment__c', { Status__c: 'Packed', Weight__c: 30 });
  for (const weight of [1, 2, 3]) w.make('Parcel__c', { Shipment__c: ids.one, Weight__c: weight, Is_Fragile__c: weight > 1 });
  w.make('Parcel__c', { Shipment__c: ids.two, Weight__c: 5 });
});

const weights = (condition: string, binds?: Parameters<World['read']>[2]): unknown[] =>
  w.read(`SELECT Weight__c FROM Shipment__c WHERE ${condition} ORDER BY Weight__c`, w.admin, binds).map((row) => row.values.Weight__c);

test.each([
  ["Reference__c = 'REF-1'", [10]],
  ["Reference__c != 'ref-1'", [20, 30]],
  ['Reference__c = null', [30]],
  ["Reference__c = ''", [30]],
  ["Reference__c LIKE 'ref-_'", [10, 20]],
  ["(NOT Reference__c LIKE '%1')", [20, 30]],
  ["Reference__c IN ('REF-1', null)", [10, 30]],
  ["Reference__c NOT IN ('REF-1')", [20, 30]],
  ["Weight__c > 10 AND (Status__c = 'Packed' OR Status__c = 'Lost')", [30]],
  ["Account__r.Name = 'müller'", [20]],
  ["Account__r.Name LIKE 'mü%'", [20]],
  ["Account__r.Industry != 'Energy'", [20, 30]],
  ['Account__c IN (SELECT Id FROM Account WHERE Industry = null)', [20]],
  ['Id NOT IN (SELECT Shipment__c FROM Parcel__c WHERE Is_Fragile__c = true)', [20, 30]],
  ['Ship_Date__c = 2026-03-01', [20]],
  ['Ship_Date__c = THIS_MONTH', [10, 20]],
  ['Ship_Date__c = LAST_N_DAYS:3', [10]],
  ['Ship_Date__c < TODAY', [20]],
  ['CALENDAR_MONTH(Ship_Date__c) = 3 AND DAY_IN_MONTH(Ship_Date__c) < 10', [20]],
  ['Is_Late__c = true', [20]],
  ["Account_Name__c = 'acme'", [10]],
])('GIVEN three shipments WHEN filtered by %s THEN SOQL\'s own rules decide', (condition, expected) => {
  expect(weights(condition)).toEqual(expected);
});

test('GIVEN binds WHEN values and collections are bound THEN ids of 15 characters and nulls match', () => {
  expect(weights('Id IN :some', { some: [(ids.one as string).slice(0, 15), ids.three as string] })).toEqual([10, 30]);
  expect(weights('Reference__c = :nothing', { nothing: null })).toEqual([30]);
  expect(weights('Weight__c >= :least', { least: 20 })).toEqual([20, 30]);
});

test('GIVEN a caller in another zone WHEN TODAY is asked THEN it is the day of that zone', () => {
  const count = (caller = w.admin): number => w.db.query('SELECT COUNT() FROM Shipment__c WHERE Ship_Date__c = TODAY', caller).size;
  expect(count()).toBe(1);
  expect(count(w.clerk)).toBe(0);
});

test('GIVEN a picklist WHEN it is sorted THEN the order of set-up counts, and rows without a value come first', () => {
  expect(w.read('SELECT Status__c FROM Shipment__c ORDER BY Status__c').map((row) => row.values.Status__c)).toEqual(['Packed', 'In Transit', 'Lost']);
  expect(w.read('SELECT Ship_Date__c FROM Shipment__c ORDER BY Ship_Date__c DESC').map((row) => row.values.Ship_Date__c)).toEqual([null, '2026-03-15', '2026-03-01']);
  expect(w.read('SELECT Weight__c FROM Shipment__c ORDER BY Ship_Date__c NULLS LAST, Weight__c LIMIT 2 OFFSET 1').map((row) => row.values.Weight__c)).toEqual([10, 30]);
});

test('GIVEN parents and children WHEN selected THEN records nest under the relationship names', () => {
  const [row] = w.read(`SELECT Name, Account__r.Name, Owner.Name, Owner.Type, (SELECT Weight__c FROM Parcels__r WHERE Weight__c > 1 ORDER BY Weight__c DESC LIMIT 1) FROM Shipment__c WHERE Id = '${ids.one}'`);
  expect(row?.values.Name).toBe('SHP-00001');
  expect(row?.parents.Account__r).toMatchObject({ object: 'Account', values: { Name: 'Acme' } });
  expect(row?.parents.Owner).toMatchObject({ object: 'User', values: { Name: 'Admin', Type: 'User' } });
  expect(row?.children.Parcels__r?.map((child) => child.values.Weight__c)).toEqual([3]);
  const [orphan] = w.read(`SELECT Account__r.Name FROM Shipment__c WHERE Id = '${ids.three}'`);
  expect(orphan?.parents.Account__r).toBeNull();
});

test('GIVEN aggregates WHEN grouped THEN columns bear alias, field name or expr0', () => {
  const rows = w.read('SELECT Shipment__r.Account__r.Name, COUNT(Id), SUM(Weight__c) total, MAX(Weight__c) FROM Parcel__c GROUP BY Shipment__r.Account__r.Name HAVING COUNT(Id) > 1');
  expect(rows.map((row) => row.aggregates)).toEqual([{ Name: 'Acme', expr0: 3, total: 6, expr1: 3 }]);
  expect(w.db.query('SELECT COUNT() FROM Parcel__c WHERE Weight__c > 1', w.admin).size).toBe(3);
  expect(w.read('SELECT AVG(Weight__c) a, COUNT_DISTINCT(Shipment__c) n FROM Parcel__c')[0]?.aggregates).toEqual({ a: 2.75, n: 2 });
  expect(w.read("SELECT SUM(Weight__c) s FROM Parcel__c WHERE Weight__c > 100")[0]?.aggregates).toEqual({ s: null });
});

test.each([
  ['SELECT Nope FROM Shipment__c', "INVALID_FIELD No such column 'Nope' on entity 'Shipment__c'."],
  ['SELECT Id FROM Nope__c', "INVALID_TYPE sObject type 'Nope__c' is not supported."],
  ['SELECT Nope__r.Name FROM Shipment__c', "INVALID_FIELD Didn't understand relationship 'Nope__r' in field path."],
  ['SELECT (SELECT Id FROM Nope__r) FROM Shipment__c', "INVALID_TYPE Didn't understand relationship 'Nope__r' in FROM part of query call."],
  ["SELECT Id FROM Shipment__c WHERE Weight__c = '1'", "INVALID_FIELD value of filter criterion for field 'Weight__c' must be of type double and should not be enclosed in quotes"],
  ['SELECT Id FROM Shipment__c WHERE Reference__c = 1', "INVALID_FIELD value of filter criterion for field 'Reference__c' must be of type string and should be enclosed in quotes"],
  ["SELECT Id FROM Shipment__c WHERE Id = 'x'", 'INVALID_QUERY_FILTER_OPERATOR invalid ID field: x'],
  ["SELECT Id FROM Shipment__c WHERE Id LIKE 'a%'", 'INVALID_QUERY_FILTER_OPERATOR invalid operator on id field'],
  ['SELECT Status__c, COUNT(Id) FROM Shipment__c', 'MALFORMED_QUERY Field must be grouped or aggregated: Status__c'],
  ['SELECT Id FROM Shipment__c WHERE Weight__c = 1 AND Weight__c = 2 OR Weight__c = 3', "MALFORMED_QUERY unexpected token: 'OR'"],
  ['SELECT Status__c, COUNT(Id) FROM Shipment__c GROUP BY Status__c ORDER BY Name', 'MALFORMED_QUERY Ordered field must be grouped or aggregated: Name'],
  ['SELECT MailingAddress FROM Contact', 'The local org does not model the compound field Contact.MailingAddress in SOQL'],
  ['SELECT Id, Id FROM Shipment__c', 'INVALID_FIELD duplicate field selected: Id'],
  ['SELECT Name n FROM Shipment__c', 'MALFORMED_QUERY only aggregate expressions use field aliasing'],
  ['SELECT Id FROM Shipment__c OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE Maximum SOQL offset allowed is 2000'],
  ['SELECT Id FROM Shipment__c ORDER BY Id FOR UPDATE', 'MALFORMED_QUERY ORDER BY is not allowed with FOR UPDATE'],
  ['SELECT Id FROM Shipment__c WHERE Weight__c > :missing', 'MALFORMED_QUERY Variable does not exist: missing'],
  ['SELECT Id FROM Shipment__c WITH SECURITY_ENFORCED', 'MALFORMED_QUERY WITH SECURITY_ENFORCED is not supported'],
  ['SELECT Id FROM Shipment__c WHERE', 'MALFORMED_QUERY unexpected token'],
  ['SELECT FORMAT(Weight__c) f FROM Shipment__c', 'The local org does not model the SOQL function FORMAT'],
  ['SELECT Status__c, COUNT(Id) FROM Shipment__c GROUP BY ROLLUP(Status__c)', 'The local org does not model SOQL GROUP BY ROLLUP'],
])('GIVEN %s WHEN it is run THEN it is refused in the platform\'s words', (soql, expected) => {
  expect(refusal(() => w.read(soql))).toContain(expected);
});

test('GIVEN a fault on the second line WHEN analysed THEN the error has line and column inside the text', () => {
  expect(() => w.db.analyse('SELECT Id,\n  Nope\nFROM Shipment__c')).toThrow(expect.objectContaining({ position: { file: 'SOQL', line: 2, column: 3 }, code: 'INVALID_FIELD' }));
});

test('GIVEN a query WHEN analysed THEN columns and binds are told with their fields', () => {
  const query = w.db.analyse('SELECT id, account__r.NAME FROM shipment__c WHERE Weight__c > :b0 AND Id IN :b1 LIMIT :b2');
  expect(query.columns.map((column) => column.path.join('.'))).toEqual(['Id', 'Account__r.Name']);
  expect(query.binds.map(({ name, expects, field }) => [name, expects, field?.name])).toEqual([['b0', 'value', 'Weight__c'], ['b1', 'collection', 'Id'], ['b2', 'integer', undefined]]);
});

test('GIVEN FIELDS(ALL) WHEN it has no limit THEN it is refused, with one it reads every field', () => {
  expect(refusal(() => w.read('SELECT FIELDS(ALL) FROM Shipment__c'))).toContain('must have a LIMIT');
  expect(w.read('SELECT FIELDS(ALL) FROM Shipment__c LIMIT 1')[0]?.values).toHaveProperty('Parcel_Count__c');
});

test('GIVEN custom metadata WHEN queried THEN the deployed records are rows that DML does not touch', () => {
  expect(w.read('SELECT DeveloperName, Days__c FROM Route_Setting__mdt ORDER BY DeveloperName').map((row) => [row.values.DeveloperName, row.values.Days__c])).toEqual([['North', 3], ['South', 5]]);
  expect(refusal(() => w.insert('Route_Setting__mdt', [{ DeveloperName: 'East' }]))).toContain('not allowed on Route_Setting__mdt');
});

import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formulaCompiler } from '../../formula';
import type { FieldModel, ObjectModel, OrgModel } from '../../schema';
import { openDatabase, removeStaleLock, toId18 } from '..';
import { makeId } from '../tables/ids';
import { object, org, world } from './support';

const folder = mkdtempSync(join(tmpdir(), 'database-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The depot's model with Shipment__c's fields changed. */
function changed(change: (fields: Map<string, FieldModel>) => void): OrgModel {
  const shipment = object('Shipment__c');
  const fields = new Map(shipment.fields);
  change(fields);
  const overlay = <T extends object>(base: T, own: Partial<T>): T => new Proxy(base, { get: (target, key) => (key in own ? own[key as keyof T] : Reflect.get(target, key, target)) });
  const other = overlay<ObjectModel>({ ...shipment }, { fields, field: (name) => fields.get(name.toLowerCase()), relationship: (name) => shipment.relationship(name) });
  const objects = new Map([...org.objects].map(([key, model]) => [key, model === shipment ? other : model]));
  return overlay<OrgModel>({ ...org, component: () => undefined, objectOfId: (id) => org.objectOfId(id) }, { objects, object: (name) => (name.toLowerCase() === 'shipment__c' ? other : org.object(name)) });
}

test('GIVEN a data file WHEN it is opened again THEN rows, ids and numbers go on', () => {
  const file = join(folder, 'again.db');
  const first = world(file);
  const id = first.make('Shipment__c', { Weight__c: 1 });
  first.db.close();
  const second = world(file);
  expect(second.read('SELECT Id, Name FROM Shipment__c').map((row) => row.values)).toEqual([{ Id: id, Name: 'SHP-00001' }]);
  const next = second.make('Shipment__c', { Weight__c: 1 });
  expect(next).not.toBe(id);
  expect(second.read(`SELECT Name FROM Shipment__c WHERE Id = '${next}'`)[0]?.values.Name).toBe('SHP-00002');
  second.db.close();
});

test('GIVEN a model that grew WHEN the file is opened THEN columns are added, and a changed type is refused by name', () => {
  const file = join(folder, 'grown.db');
  openDatabase(changed((fields) => fields.delete('notes__c')), formulaCompiler, { file }).close();
  const grown = openDatabase(org, formulaCompiler, { file });
  expect(grown.sql.all('SELECT "Notes__c" FROM "Shipment__c"')).toEqual([]);
  grown.close();
  const numeric = changed((fields) => fields.set('notes__c', { ...(fields.get('notes__c') as FieldModel), type: 'double' }));
  expect(() => openDatabase(numeric, formulaCompiler, { file })).toThrow('Shipment__c.Notes__c changed its type');
});

test('GIVEN a lock folder that a killed process left WHEN removed THEN the file opens', () => {
  const file = join(folder, 'killed.db');
  openDatabase(org, formulaCompiler, { file }).close();
  mkdirSync(`${file}.lock`);
  expect(() => openDatabase(org, formulaCompiler, { file })).toThrow('locked');
  expect([removeStaleLock(file), removeStaleLock(file)]).toEqual([true, false]);
  openDatabase(org, formulaCompiler, { file }).close();
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test('GIVEN ids WHEN 15 or 18 characters in any case THEN they are the same id', () => {
  // From the platform's documentation of case-safe ids.
  expect(toId18('001A0000006Vm9u')).toBe('001A0000006Vm9uIAC');
  expect(toId18('001a0000006vm9uiac')).toBe('001A0000006Vm9uIAC');
  expect(toId18('001A0000006Vm9')).toBeUndefined();
  expect(makeId('a00', 62)).toBe('a00000000000010AAA');
});

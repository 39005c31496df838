/** A small org model by hand, and the two ways of running a formula over one record. */
import { Database } from 'node-sqlite3-wasm';
import type { FieldModel, FieldType, ObjectModel, OrgModel } from '../../schema';
import { formulaCompiler, type FormulaContext, type FormulaScope, type FormulaValue } from '..';

export function field(object: string, name: string, type: FieldType, more: Partial<FieldModel> = {}): FieldModel {
  return {
    object, name, label: name, type, custom: name.endsWith('__c'), length: 255, precision: 18, scale: 2, required: false, unique: false, caseSensitive: false,
    externalId: false, formulaBlanks: 'asBlank', createable: true, updateable: true, filterable: true, sortable: true, groupable: true, calculated: false, html: false, ...more,
  };
}
export const lookup = (object: string, name: string, to: readonly string[], relationshipName: string): FieldModel =>
  field(object, name, 'reference', { reference: { to, kind: 'lookup', relationshipName, deleteConstraint: 'SetNull', writeRequiresMasterRead: false, reparentable: true } });

export function object(name: string, fields: readonly FieldModel[], kind: ObjectModel['kind'] = 'custom'): ObjectModel {
  const byName = new Map(fields.map((each) => [each.name.toLowerCase(), each]));
  return {
    name, label: name, pluralLabel: name, kind, custom: kind === 'custom', keyPrefix: 'a00', fields: byName, sharingModel: 'ReadWrite', externalSharingModel: 'Private',
    recordTypes: [], validationRules: [], listViews: [], childRelationships: [], actionOverrides: [], sharingReasons: [], compactLayoutFields: [],
    field: (wanted) => byName.get(wanted.toLowerCase()),
    relationship: (wanted) => fields.find((each) => each.reference?.relationshipName?.toLowerCase() === wanted.toLowerCase()),
    childRelationship: () => undefined,
  };
}

export const shipment = object('Shipment__c', [
  field('Shipment__c', 'Name', 'string'), field('Shipment__c', 'Notes__c', 'textarea', { length: 32000 }), field('Shipment__c', 'Town__c', 'string'), field('Shipment__c', 'Empty__c', 'string'),
  field('Shipment__c', 'Weight__c', 'double'), field('Shipment__c', 'NoNumber__c', 'double'), field('Shipment__c', 'Discount__c', 'percent'),
  field('Shipment__c', 'Sent__c', 'boolean'), field('Shipment__c', 'Due__c', 'date'), field('Shipment__c', 'NoDate__c', 'date'), field('Shipment__c', 'Left__c', 'datetime'), field('Shipment__c', 'Opens__c', 'time'),
  field('Shipment__c', 'Status__c', 'picklist'), field('Shipment__c', 'NoStatus__c', 'picklist'), field('Shipment__c', 'Goods__c', 'multipicklist'), field('Shipment__c', 'Label__c', 'base64'),
  field('Shipment__c', 'Spot__c', 'location', { components: ['Spot__Latitude__s', 'Spot__Longitude__s'] }), field('Shipment__c', 'Spot__Latitude__s', 'double'), field('Shipment__c', 'Spot__Longitude__s', 'double'),
  lookup('Shipment__c', 'Customer__c', ['Account'], 'Customer__r'), lookup('Shipment__c', 'OwnerId', ['User', 'Group'], 'Owner'),
]);
const account = object('Account', [field('Account', 'Name', 'string'), field('Account', 'Rank__c', 'double'), lookup('Account', 'OwnerId', ['User'], 'Owner')], 'standard');
const user = object('User', [field('User', 'Id', 'id'), field('User', 'Name', 'string'), field('User', 'Email', 'email')], 'standard');
const profile = object('Profile', [field('Profile', 'Name', 'string')], 'standard');
const rate = object('Rate__mdt', [field('Rate__mdt', 'Value__c', 'double')], 'customMetadata');
const objects = [shipment, account, user, profile, rate];

export const org: OrgModel = {
  projectDir: '', apiVersion: 67, objects: new Map(objects.map((each) => [each.name, each])), apex: [], lwc: new Map(), sites: [], staticResources: new Map(),
  customMetadata: [{ object: 'Rate__mdt', developerName: 'Standard', label: 'Standard', protected: false, values: new Map([['Value__c', 2.5]]), position: { file: 'x', line: 1, column: 1 } }],
  labels: new Map([['greeting', { name: 'Greeting', value: 'Hello' }]]),
  components: new Map([['CustomPermission', new Map([['Ship_Late', { type: 'CustomPermission', fullName: 'Ship_Late', file: 'x' } as never]])]]),
  object: (name) => objects.find((each) => each.name.toLowerCase() === name.toLowerCase()), objectOfId: () => undefined, component: () => undefined,
};

export const values: Readonly<Record<string, FormulaValue>> = {
  'Name': 'S-001', 'Notes__c': 'long', 'Town__c': 'Hanoi', 'Empty__c': null, 'Weight__c': 12.5, 'NoNumber__c': null, 'Discount__c': 10, 'Sent__c': true, 'Due__c': '2026-03-31', 'NoDate__c': null,
  'Left__c': '2026-03-30T22:15:30.250Z', 'Opens__c': '08:30:15.125Z', 'Status__c': 'Open', 'NoStatus__c': null, 'Goods__c': 'Steel;Wood', 'Spot__Latitude__s': 52.52, 'Spot__Longitude__s': 13.405,
  'Customer__r.Name': 'Acme', 'Customer__r.Rank__c': 3, 'Customer__r.Owner.Name': 'Ada', 'Owner:User.Email': 'ada@example.com', '$User.Id': '005000000000001AAA', '$Profile.Name': 'Clerk', '$Permission.Ship_Late': true,
};
/** 2026-04-01 00:30 in Berlin, the day before in UTC. */
export const NOW = Date.UTC(2026, 2, 31, 22, 30);

export const scope = (more: Partial<FormulaScope> = {}): FormulaScope => ({ org, object: shipment, use: 'formulaField', blanks: 'asBlank', ...more });

export const context = (more: Partial<FormulaContext> & { record?: Record<string, FormulaValue>; before?: Record<string, FormulaValue> } = {}): FormulaContext => {
  const read = (from: Readonly<Record<string, FormulaValue>>) => (path: readonly string[]): FormulaValue => {
    const value = from[path.join('.')];
    if (value === undefined) throw new Error(`The test record has no ${path.join('.')}`);
    return value;
  };
  const now = { ...values, ...more.record };
  return { field: read(now), prior: read({ ...now, ...more.before }), isNew: false, now: NOW, timeZone: 'Europe/Berlin', ...more };
};

export const evaluate = (source: string, more: Partial<FormulaScope> = {}): FormulaValue => formulaCompiler.compile(source, scope(more)).evaluate(context());

let database: Database | undefined;
const quoted = (value: FormulaValue): string => (value === null ? 'NULL' : typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(Number(value)));
/** The same through SQLite: true and false come as 1 and 0. */
export function viaSql(source: string, more: Partial<FormulaScope> = {}): unknown {
  if (!database) {
    const opened = new Database(':memory:');
    for (const each of formulaCompiler.sqlFunctions) opened.function(each.name, each.call as never, { deterministic: each.deterministic });
    database = opened;
  }
  const { text } = formulaCompiler.toSql(source, scope(more), (path) => {
    if (path[0] === '$Now') return String(NOW);
    if (path[0] === '$TimeZone') return "'Europe/Berlin'";
    return quoted(context().field(path));
  });
  return database.all(`SELECT ${text} AS result`)[0]?.['result'];
}

import { join } from 'node:path';
import { loadOrg, supportList, type FieldModel, type OrgModel } from '..';
import { load, refusal, removeProjects, xml } from './support';

afterAll(removeProjects);

const org = load({});
const everything = load({}, { features: ['MultiCurrency', 'StateAndCountryPicklist', 'ExperienceCloud'] });
const bare = load({}, { features: [] });

const PREFIXES: readonly [string, string][] = [
  ['Account', '001'], ['Contact', '003'], ['User', '005'], ['Opportunity', '006'], ['Lead', '00Q'], ['Campaign', '701'], ['Case', '500'], ['Asset', '02i'], ['Product2', '01t'], ['Pricebook2', '01s'],
  ['PricebookEntry', '01u'], ['Task', '00T'], ['Event', '00U'], ['Profile', '00e'], ['UserRole', '00E'], ['Group', '00G'], ['PermissionSet', '0PS'], ['PermissionSetAssignment', '0Pa'], ['PermissionSetGroup', '0PG'],
  ['Organization', '00D'], ['BusinessHours', '01m'], ['RecordType', '012'], ['AsyncApexJob', '707'], ['CronTrigger', '08e'], ['ApexClass', '01p'], ['ApexTrigger', '01q'], ['ContentVersion', '068'], ['ContentDocument', '069'], ['ContentDocumentLink', '06A'],
];

test.each(PREFIXES)('GIVEN any org WHEN %s is asked for THEN its ids begin with %s', (name, prefix) => {
  expect(org.object(name.toUpperCase())?.keyPrefix).toBe(prefix);
  expect(org.objectOfId(`${prefix}000000000001AAA`)?.name).toBe(name);
});

const FIELDS: readonly [string, Partial<FieldModel>][] = [
  ['Lead.LastName', { type: 'string', length: 80, required: true, nillable: false, createable: true }],
  ['Lead.FirstName', { length: 40, required: false, nillable: true }],
  ['Lead.Company', { length: 255, required: true }],
  ['Lead.Email', { type: 'email', length: 80 }],
  ['Lead.Phone', { type: 'phone', length: 40 }],
  ['Lead.Title', { length: 128 }],
  ['Lead.Website', { type: 'url', length: 255 }],
  ['Lead.Description', { type: 'textarea', length: 32000, filterable: false }],
  ['Lead.Name', { length: 121, calculated: true, createable: false, components: ['Salutation', 'FirstName', 'LastName'] }],
  ['Lead.Street', { type: 'textarea', length: 255, componentOf: 'Address' }],
  ['Lead.Status', { required: true, defaultedOnCreate: true, defaultFormula: '"Open - Not Contacted"' }],
  ['Lead.IsConverted', { type: 'boolean', updateable: false }],
  ['Lead.OwnerId', { nillable: false, defaultedOnCreate: true, required: false }],
  ['Account.Name', { length: 255, required: true }],
  ['Account.NumberOfEmployees', { type: 'int', groupable: true }],
  ['Account.IsPartner', { type: 'boolean', createable: false, updateable: true }],
  ['Opportunity.StageName', { type: 'picklist', required: true }],
  ['Opportunity.CloseDate', { type: 'date', required: true }],
  ['Opportunity.Name', { length: 120, required: true }],
  ['Case.CaseNumber', { createable: false, autoNumber: { format: '{00000000}' } }],
  ['User.Username', { length: 80, unique: true, required: true }],
  ['Contact.CreatedDate', { type: 'datetime', createable: false, updateable: false, nillable: false }],
];

test.each(FIELDS)('GIVEN any org WHEN %s is described THEN it is as the Object Reference says', (path, expected) => {
  const [object = '', field = ''] = path.split('.');
  expect(org.object(object)?.field(field.toLowerCase())).toMatchObject(expected);
});

test('GIVEN a new org WHEN statuses of leads are read THEN they are those of English orgs', () => {
  expect(org.object('Lead')?.field('Status')?.picklist?.values.map((each) => each.value)).toEqual(['Open - Not Contacted', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted']);
});

test('GIVEN account and contact WHEN relationships are walked THEN both ways lead to the other', () => {
  expect(org.object('Contact')?.relationship('account')?.reference?.to).toEqual(['Account']);
  expect(org.object('Account')?.childRelationship('CONTACTS')).toMatchObject({ childObject: 'Contact', field: 'AccountId' });
  expect(org.object('Task')?.relationship('Who')?.reference?.to).toEqual(['Contact', 'Lead']);
  expect(org.object('Lead')?.childRelationship('Tasks')?.field).toBe('WhoId');
});

test('GIVEN the base shape WHEN sharing is read THEN leads are open inside, the rest private', () => {
  const models = ['Lead', 'Account', 'Opportunity', 'Case', 'Contact', 'Asset'].map((name) => `${org.object(name)?.sharingModel} ${org.object(name)?.externalSharingModel}`);
  expect(models).toEqual(['ReadWriteTransfer Private', 'Private Private', 'Private Private', 'Private Private', 'ControlledByParent ControlledByParent', 'ControlledByParent ControlledByParent']);
  expect(org.object('LeadShare')?.relationship('Lead')?.name).toBe('LeadId');
  expect(org.object('ContactShare')).toBeUndefined();
});

test('GIVEN a shape with other defaults WHEN it loads THEN they count, and so do the share tables', () => {
  const open = load({}, { defaults: { lead: { internal: 'ReadWriteTransfer', external: 'ReadWriteTransfer' }, Contact: { internal: 'Private', external: 'Private' } } });
  expect(open.object('LeadShare')).toBeUndefined();
  expect(open.object('ContactShare')).toBeDefined();
});

test('GIVEN a project that sets the sharing of Account WHEN it loads THEN the project wins', () => {
  const own = load({ 'objects/Account/Account.object-meta.xml': xml('CustomObject', '<externalSharingModel>Private</externalSharingModel><sharingModel>Read</sharingModel>') });
  expect(own.object('Account')).toMatchObject({ sharingModel: 'Read', externalSharingModel: 'Private' });
});

test('GIVEN features WHEN they are switched THEN fields and objects come and go', () => {
  const names = (model: OrgModel): unknown[] => [model.object('Lead')?.field('CurrencyIsoCode')?.type, model.object('Lead')?.field('CountryCode')?.type, model.object('Network')?.name, model.object('Account')?.field('IsPartner')?.type];
  expect(names(org)).toEqual([undefined, undefined, 'Network', 'boolean']);
  expect(names(everything)).toEqual(['picklist', 'picklist', 'Network', 'boolean']);
  expect(names(bare)).toEqual([undefined, undefined, undefined, undefined]);
  expect(org.object('Lead')?.field('Address')?.components).not.toContain('CountryCode');
  expect(everything.object('Lead')?.field('CountryCode')?.picklist?.values).toHaveLength(249);
});

test('GIVEN an unknown feature or a sharing default of no object WHEN it loads THEN it is refused', () => {
  expect(refusal({}, { features: ['Quantum'] }).message).toMatch(/does not model the feature Quantum/);
  expect(refusal({}, { defaults: { Nope: { internal: 'Private', external: 'Private' } } }).message).toMatch(/not a standard object/);
});

test.each([['base', org], ['everything', everything], ['bare', bare]])('GIVEN the shape %s WHEN its tables are walked THEN they hold together', (_name, model) => {
  const problems: string[] = [];
  const prefixes = new Map<string, string>();
  for (const object of model.objects.values()) {
    if (prefixes.has(object.keyPrefix)) problems.push(`${object.name} and ${prefixes.get(object.keyPrefix)} have one prefix`);
    prefixes.set(object.keyPrefix, object.name);
    if (object.keyPrefix.length !== 3) problems.push(`${object.name} has the prefix ${object.keyPrefix}`);
    if (object.nameField && !object.field(object.nameField)) problems.push(`${object.name} has no field ${object.nameField}`);
    for (const name of object.compactLayoutFields) if (!object.field(name)) problems.push(`${object.name} has no field ${name}`);
    for (const field of object.fields.values()) {
      if (field.reference && (field.reference.to.length === 0 || field.reference.to.some((to) => !model.object(to)))) problems.push(`${object.name}.${field.name} points nowhere`);
      for (const name of [...(field.components ?? []), ...(field.componentOf ? [field.componentOf] : [])]) if (!object.field(name)) problems.push(`${object.name}.${field.name} names ${name}`);
      if (field.required && (!field.createable || field.nillable)) problems.push(`${object.name}.${field.name} is required but nobody may set it`);
    }
  }
  expect(problems).toEqual([]);
  expect(supportList().standardObjects.length).toBeGreaterThan(55);
});

test('GIVEN the Depot project WHEN it loads THEN objects, roll-ups, records, site and pages are there', () => {
  const depot = loadOrg({ projectDir: join(__dirname, '../../conformance/fixtures/depot') });
  expect(depot.object('Shipment__c')?.field('Parcel_Count__c')?.summary).toMatchObject({ operation: 'count', childObject: 'Parcel__c' });
  expect(depot.object('Account')?.childRelationship('Shipments__r')?.childObject).toBe('Shipment__c');
  expect(depot.customMetadata.map((record) => [record.developerName, record.values.get('Days__c')])).toEqual([['North', 3], ['South', 5]]);
  expect(depot.sites.map((site) => site.name)).toEqual(['Depot_Desk1']);
  expect(depot.component('FlexiPage', 'Depot_Overview')?.root.value('type')).toBe('AppPage');
  expect(depot.component('SharingRules', 'Shipment__c')).toBeDefined();
});

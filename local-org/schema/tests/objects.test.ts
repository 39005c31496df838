import { load, OBJECT_BODY, refusal, removeProjects, withInvoice, xml } from './support';

afterAll(removeProjects);

const LINE_BODY = OBJECT_BODY.replace(/Invoice/g, 'Line').replace('Private', 'ControlledByParent');
const LINES = {
  'objects/Line__c/Line__c.object-meta.xml': xml('CustomObject', LINE_BODY),
  'objects/Line__c/fields/Invoice__c.field-meta.xml': xml('CustomField', '<fullName>Invoice__c</fullName><label>Invoice</label><referenceTo>Invoice__c</referenceTo><relationshipName>Lines</relationshipName><reparentableMasterDetail>false</reparentableMasterDetail><type>MasterDetail</type>'),
  'objects/Line__c/fields/Amount__c.field-meta.xml': xml('CustomField', '<fullName>Amount__c</fullName><label>Amount</label><precision>16</precision><scale>2</scale><type>Currency</type>'),
};
const summary = (own: string): Record<string, string> => ({
  'objects/Invoice__c/fields/Total__c.field-meta.xml': xml('CustomField', `<fullName>Total__c</fullName><label>Total</label>${own}<type>Summary</type>`),
});
const SUM = '<summaryFilterItems><field>Line__c.Name</field><operation>equals</operation><value>x</value></summaryFilterItems><summarizedField>Line__c.Amount__c</summarizedField><summaryForeignKey>Line__c.Invoice__c</summaryForeignKey><summaryOperation>sum</summaryOperation>';

test('GIVEN a private object WHEN it loads THEN it has the platform’s fields, an owner and a share table', () => {
  const org = load(withInvoice());
  const invoice = org.object('INVOICE__C');
  expect([...(invoice?.fields.values() ?? [])].map((field) => field.name)).toEqual(expect.arrayContaining(['Id', 'Name', 'OwnerId', 'IsDeleted', 'CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp']));
  expect(invoice).toMatchObject({ kind: 'custom', keyPrefix: 'a00', nameField: 'Name', sharingModel: 'Private', externalSharingModel: 'Private' });
  expect(invoice?.field('ownerid')?.reference?.to).toEqual(['Group', 'User']);
  const share = org.object('Invoice__Share');
  expect(share).toMatchObject({ kind: 'share', keyPrefix: '02c' });
  expect(share?.relationship('Parent')?.name).toBe('ParentId');
  expect(invoice?.childRelationship('shares')).toMatchObject({ childObject: 'Invoice__Share', field: 'ParentId', cascadeDelete: true });
  expect(org.objectOfId('a00000000000001AAA')).toBe(invoice);
});

test('GIVEN an object that everybody may edit WHEN it loads THEN it has no share table', () => {
  const org = load(withInvoice({}, `${OBJECT_BODY.replace('Private', 'ReadWrite').replace('<label>', '<externalSharingModel>ReadWrite</externalSharingModel>\n<label>')}`));
  expect(org.object('Invoice__c')?.sharingModel).toBe('ReadWrite');
  expect(org.object('Invoice__Share')).toBeUndefined();
});

test('GIVEN master-detail and roll-up WHEN they load THEN parent and child know each other', () => {
  const org = load(withInvoice({ ...LINES, ...summary(SUM) }));
  const line = org.object('Line__c');
  expect(line?.field('OwnerId')).toBeUndefined();
  expect(org.object('Line__Share')).toBeUndefined();
  expect(line?.relationship('invoice__R')?.reference).toMatchObject({ to: ['Invoice__c'], kind: 'masterDetail', deleteConstraint: 'Cascade', reparentable: false });
  expect(org.object('Invoice__c')?.childRelationship('lines__r')).toEqual({ childObject: 'Line__c', field: 'Invoice__c', relationshipName: 'Lines__r', cascadeDelete: true, restrictedDelete: false });
  expect(org.object('Invoice__c')?.field('Total__c')).toMatchObject({ type: 'currency', scale: 2, calculated: true, summary: { operation: 'sum', filters: [{ field: 'Name', operation: 'equals', value: 'x' }] } });
});

const REFUSED: readonly [string, Record<string, string>, RegExp][] = [
  ['malformed XML', { 'objects/Invoice__c/Invoice__c.object-meta.xml': '<CustomObject>\n  <label>x</lable>\n</CustomObject>' }, /Invoice__c\.object-meta\.xml:2:\d+ XML is not well-formed/],
  ['another root element', { 'objects/Invoice__c/Invoice__c.object-meta.xml': xml('Layout', '') }, /root element must be CustomObject, found Layout/],
  ['an unknown element', withInvoice({}, `${OBJECT_BODY}<colour>red</colour>`), /Element colour invalid at this location in type CustomObject/],
  ['an element twice', withInvoice({}, `${OBJECT_BODY}<label>again</label>`), /Element label is duplicated/],
  ['no label', withInvoice({}, OBJECT_BODY.replace('<label>Invoice</label>', '')), /Required field is missing: label/],
  ['no sharing model', withInvoice({}, OBJECT_BODY.replace('<sharingModel>Private</sharingModel>', '')), /Required field is missing: sharingModel/],
  ['no name field', withInvoice({}, OBJECT_BODY.replace(/<nameField>.*<\/nameField>/, '')), /Must specify a nameField/],
  ['an unknown sharing model', withInvoice({}, OBJECT_BODY.replace('Private', 'Secret')), /'Secret' is not a valid value for sharingModel/],
  ['an external sharing model that is wider', withInvoice({}, OBJECT_BODY.replace('<label>', '<externalSharingModel>ReadWrite</externalSharingModel>\n<label>')), /must be equal to or more restrictive/],
  ['control by a parent it lacks', withInvoice({}, OBJECT_BODY.replace('Private', 'ControlledByParent')), /it has no master-detail field/],
  ['a custom setting', withInvoice({}, `<customSettingsType>Hierarchy</customSettingsType>${OBJECT_BODY}`), /does not model custom settings/],
  ['a bad name', { 'objects/In__voice__c/In__voice__c.object-meta.xml': xml('CustomObject', OBJECT_BODY) }, /object name "In__voice__c"/],
  ['fields but no object file', { 'objects/Invoice__c/fields/F__c.field-meta.xml': xml('CustomField', '<fullName>F__c</fullName><label>F</label><type>Date</type>') }, /The object Invoice__c is not defined/],
  ['a standard object that is not modelled', { 'objects/Quote/fields/F__c.field-meta.xml': xml('CustomField', '<fullName>F__c</fullName><label>F</label><type>Date</type>') }, /does not model the standard object Quote/],
  ['web links', withInvoice({ 'objects/Invoice__c/webLinks/Go.webLink-meta.xml': xml('WebLink', '<fullName>Go</fullName>') }), /does not model web links/],
  ['an unknown folder', withInvoice({ 'objects/Invoice__c/colours/Red.colour-meta.xml': xml('Colour', '') }), /could not infer a metadata type/],
  ['a validation rule without message', withInvoice({ 'objects/Invoice__c/validationRules/R.validationRule-meta.xml': xml('ValidationRule', '<fullName>R</fullName><active>true</active><errorConditionFormula>true</errorConditionFormula>') }), /Required field is missing: errorMessage/],
  ['an unknown compact layout', withInvoice({}, `<compactLayoutAssignment>Nope</compactLayoutAssignment>${OBJECT_BODY}`), /no CompactLayout named Invoice__c.Nope found/],
  ['an unknown list view scope', withInvoice({ 'objects/Invoice__c/listViews/V.listView-meta.xml': xml('ListView', '<fullName>V</fullName><filterScope>Nobody</filterScope><label>V</label>') }), /'Nobody' is not a valid value for filterScope/],
  ['a summary over a lookup', withInvoice({ ...LINES, ...summary(SUM.replace('Line__c.Invoice__c', 'Line__c.OwnerId')) }), /Line__c.OwnerId does not exist/],
  ['a summary of text', withInvoice({ ...LINES, ...summary(SUM.replace('Line__c.Amount__c', 'Line__c.Name')) }), /of type string cannot be summarized by sum/],
  ['a filter on a foreign object', withInvoice({ ...LINES, ...summary(SUM.replace('Line__c.Name', 'Other__c.Name')) }), /filter field must be a field of Line__c/],
];

test.each(REFUSED)('GIVEN an object with %s WHEN the project loads THEN it is refused', (_fault, files, message) => {
  const error = refusal(files);
  expect(error.message).toMatch(message);
  expect(error.position?.line).toBeGreaterThan(0);
});

test('GIVEN validation rule, record type, list view, compact layout and field set WHEN they load THEN the object carries them', () => {
  const org = load(
    withInvoice(
      {
        'objects/Invoice__c/validationRules/R.validationRule-meta.xml': xml('ValidationRule', '<fullName>R</fullName><active>true</active><errorConditionFormula>ISBLANK(Name)</errorConditionFormula><errorDisplayField>Name</errorDisplayField><errorMessage>No name.</errorMessage>'),
        'objects/Invoice__c/recordTypes/Export.recordType-meta.xml': xml('RecordType', '<fullName>Export</fullName><active>true</active><label>Export</label><picklistValues><picklist>P__c</picklist><values><fullName>a%2Cb</fullName><default>false</default></values></picklistValues>'),
        'objects/Invoice__c/listViews/All.listView-meta.xml': xml('ListView', '<fullName>All</fullName><columns>NAME</columns><filterScope>Everything</filterScope><label>All</label>'),
        'objects/Invoice__c/compactLayouts/C.compactLayout-meta.xml': xml('CompactLayout', '<fullName>C</fullName><fields>Name</fields><fields>OwnerId</fields><label>C</label>'),
        'objects/Invoice__c/fieldSets/S.fieldSet-meta.xml': xml('FieldSet', '<fullName>S</fullName><description>d</description><displayedFields><field>Name</field></displayedFields><label>S</label>'),
        'objects/Invoice__c/sharingReasons/Deal__c.sharingReason-meta.xml': xml('SharingReason', '<fullName>Deal__c</fullName><label>Deal</label>'),
      },
      `<actionOverrides><actionName>View</actionName><content>P</content><formFactor>Large</formFactor><type>Flexipage</type></actionOverrides><compactLayoutAssignment>C</compactLayoutAssignment>${OBJECT_BODY}`
    )
  );
  const invoice = org.object('Invoice__c');
  expect(invoice?.validationRules[0]).toMatchObject({ name: 'R', active: true, formula: 'ISBLANK(Name)', field: 'Name', message: 'No name.', position: { line: 3 } });
  expect(invoice?.recordTypes[0]?.picklists.get('P__c')?.[0]?.value).toBe('a,b');
  expect(invoice?.field('RecordTypeId')?.reference?.to).toEqual(['RecordType']);
  expect(invoice?.listViews[0]).toMatchObject({ name: 'All', columns: ['NAME'], filterScope: 'Everything' });
  expect(invoice?.compactLayoutFields).toEqual(['Name', 'OwnerId']);
  expect(invoice?.fieldSets?.[0]).toEqual({ name: 'S', label: 'S', fields: ['Name'] });
  expect(invoice?.actionOverrides).toEqual([{ action: 'View', type: 'Flexipage', content: 'P', formFactor: 'Large' }]);
  expect(org.object('Invoice__Share')?.field('RowCause')?.picklist?.values.map((each) => each.value)).toContain('Deal__c');
});

test('GIVEN several objects WHEN they load THEN key prefixes follow their sorted names', () => {
  const event = xml('CustomObject', '<deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>E</label><pluralLabel>Es</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior>');
  const org = load(withInvoice({ ...LINES, 'objects/Sent__e/Sent__e.object-meta.xml': event, 'objects/Rate__mdt/Rate__mdt.object-meta.xml': xml('CustomObject', '<label>Rate</label><pluralLabel>Rates</pluralLabel>') }));
  expect(['Invoice__c', 'Line__c', 'Sent__e', 'Rate__mdt'].map((name) => org.object(name)?.keyPrefix)).toEqual(['a00', 'a01', 'e00', 'm00']);
  expect(org.object('Sent__e')).toMatchObject({ kind: 'platformEvent', publishBehavior: 'PublishAfterCommit' });
  expect([...(org.object('Sent__e')?.fields.keys() ?? [])]).toEqual(['replayid', 'eventuuid', 'createddate', 'createdbyid']);
  expect(org.object('Rate__mdt')?.nameField).toBe('DeveloperName');
});

test('GIVEN a loaded model WHEN somebody writes to it THEN it refuses', () => {
  const invoice = load(withInvoice()).object('Invoice__c');
  expect(() => Object.assign(invoice ?? {}, { label: 'x' })).toThrow(TypeError);
  expect(() => Object.assign(invoice?.field('Name') ?? {}, { label: 'x' })).toThrow(TypeError);
});

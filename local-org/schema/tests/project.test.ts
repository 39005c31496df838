import { join } from 'node:path';
import { loadOrg, NotModelledError, supportList } from '..';
import { apexMeta, load, project, refusal, removeProjects, withInvoice, xml } from './support';

afterAll(removeProjects);

const BUNDLE = '<apiVersion>66.0</apiVersion><isExposed>true</isExposed><masterLabel>Card</masterLabel><targets><target>lightning__AppPage</target><target>lightningCommunity__Default</target></targets><targetConfigs><targetConfig targets="lightning__AppPage, lightningCommunity__Default"><property name="size" type="Integer" default="5" required="true"/></targetConfig></targetConfigs>';
const lwc = (meta: string): Record<string, string> => ({ 'lwc/card/card.js': '', 'lwc/card/card.js-meta.xml': xml('LightningComponentBundle', meta) });
const LABEL = (name: string): string => `<labels><fullName>${name}</fullName><language>en_US</language><protected>false</protected><shortDescription>s</shortDescription><value>Hello</value></labels>`;
const RATE = {
  'objects/Rate__mdt/Rate__mdt.object-meta.xml': xml('CustomObject', '<label>Rate</label><pluralLabel>Rates</pluralLabel>'),
  'objects/Rate__mdt/fields/Days__c.field-meta.xml': xml('CustomField', '<fullName>Days__c</fullName><label>Days</label><precision>3</precision><scale>0</scale><type>Number</type>'),
  'objects/Rate__mdt/fields/Code__c.field-meta.xml': xml('CustomField', '<fullName>Code__c</fullName><label>Code</label><length>5</length><required>true</required><type>Text</type>'),
  'objects/Rate__mdt/fields/On__c.field-meta.xml': xml('CustomField', '<fullName>On__c</fullName><label>On</label><defaultValue>true</defaultValue><type>Checkbox</type>'),
  'objects/Rate__mdt/fields/Of__c.field-meta.xml': xml('CustomField', '<fullName>Of__c</fullName><label>Of</label><referenceTo>EntityDefinition</referenceTo><type>MetadataRelationship</type>'),
};
const value = (field: string, type: string, text: string): string => `<values><field>${field}</field><value xsi:type="xsd:${type}">${text}</value></values>`;
const rate = (values: string, file = 'Rate.Fast'): Record<string, string> => ({ ...RATE, [`customMetadata/${file}.md-meta.xml`]: xml('CustomMetadata', `<label>Fast</label><protected>false</protected>${values}`) });

test('GIVEN Apex, components, labels and resources WHEN the project loads THEN the model holds them', () => {
  const folder = project({
    'classes/A.cls': 'public class A {}',
    'classes/A.cls-meta.xml': apexMeta('ApexClass'),
    'deep/er/T.trigger': 'trigger T on Lead (before insert) {}',
    'deep/er/T.trigger-meta.xml': apexMeta('ApexTrigger', '60.0'),
    ...lwc(BUNDLE),
    'lwc/card/__tests__/card.test.js': '',
    'labels/CustomLabels.labels-meta.xml': xml('CustomLabels', LABEL('Greeting')),
    'staticresources/Charts.resource-meta.xml': xml('StaticResource', '<cacheControl>Public</cacheControl><contentType>text/javascript</contentType>'),
    'staticresources/Charts.js': '1',
    'digitalExperiences/site/Desk1/Desk1.digitalExperience-meta.xml': xml('DigitalExperienceBundle', '<label>Desk1</label>'),
    'digitalExperiences/site/Desk1/sfdc_cms__view/home/content.json': '{}',
    'permissionsets/Clerk.permissionset-meta.xml': xml('PermissionSet', '<label>Clerk</label>'),
    'settings/Case.settings-meta.xml': xml('CaseSettings', '<enableX>true</enableX>'),
    'reports/Sales.reportFolder-meta.xml': xml('ReportFolder', '<name>Sales</name>'),
    'reports/Sales/Open.report-meta.xml': xml('Report', '<format>Tabular</format><name>Open</name><reportType>X</reportType>'),
    'objectTranslations/Invoice__c-de/Invoice__c-de.objectTranslation-meta.xml': xml('CustomObjectTranslation', ''),
    'objectTranslations/Invoice__c-de/F__c.fieldTranslation-meta.xml': xml('CustomFieldTranslation', '<name>F__c</name>'),
  });
  const org = loadOrg({ projectDir: folder });
  expect(org).toMatchObject({ projectDir: folder, apiVersion: 67 });
  expect(org.apex.map(({ name, kind, apiVersion, active }) => ({ name, kind, apiVersion, active }))).toEqual([
    { name: 'A', kind: 'class', apiVersion: 67, active: true },
    { name: 'T', kind: 'trigger', apiVersion: 60, active: true },
  ]);
  expect(org.lwc.get('card')).toMatchObject({ isExposed: true, label: 'Card', apiVersion: 66, targets: ['lightning__AppPage', 'lightningCommunity__Default'] });
  expect(org.lwc.get('card')?.properties).toEqual(['lightning__AppPage', 'lightningCommunity__Default'].map((target) => ({ target, name: 'size', type: 'Integer', default: '5', required: true })));
  expect(org.labels.get('greeting')).toEqual({ name: 'Greeting', value: 'Hello' });
  expect(org.staticResources.get('Charts')).toEqual({ name: 'Charts', path: join(folder, 'force-app/staticresources/Charts.js'), contentType: 'text/javascript' });
  expect(org.sites).toEqual([{ name: 'Desk1', folder: join(folder, 'force-app/digitalExperiences/site/Desk1') }]);
  expect(org.component('PermissionSet', 'Clerk')?.root.value('label')).toBe('Clerk');
  expect(org.component('PermissionSet', 'Clerk')?.root.child('label')?.position).toMatchObject({ line: 3, column: 1 });
  for (const [type, name] of [['Settings', 'Case'], ['Report', 'Sales/Open'], ['ReportFolder', 'Sales'], ['CustomFieldTranslation', 'Invoice__c-de.F__c'], ['DigitalExperienceBundle', 'Desk1']] as const) expect(org.component(type, name)?.fullName).toBe(name);
});

test('GIVEN a custom metadata record WHEN it loads THEN its values have the database’s forms', () => {
  const [record] = load(rate(value('Days__c', 'double', '3.0') + value('Code__c', 'string', 'AB') + value('Of__c', 'string', 'Account'))).customMetadata;
  expect(record).toMatchObject({ object: 'Rate__mdt', developerName: 'Fast', label: 'Fast', protected: false });
  expect(Object.fromEntries(record?.values ?? [])).toEqual({ Days__c: 3, Code__c: 'AB', On__c: false, Of__c: 'Account' });
});

test('GIVEN several package directories and .forceignore WHEN the project loads THEN all are read but what is ignored', () => {
  const org = load({
    '/sfdx-project.json': '{"packageDirectories":[{"path":"force-app"},{"path":"extra"}],"sourceApiVersion":"66.0"}',
    '/.forceignore': '# comment\n**/skip/**\n*.flow-meta.xml\n!**/skip/keep/**\n',
    '/extra/classes/B.cls': '',
    '/extra/classes/B.cls-meta.xml': apexMeta('ApexClass'),
    'x/skip/Broken.cls': '',
    'flows/F.flow-meta.xml': xml('Flow', ''),
    'lwc/jsconfig.json': '{}',
    'README.md': '#',
  });
  expect(org.apiVersion).toBe(66);
  expect(org.apex.map((each) => each.name)).toEqual(['B']);
});

const REFUSED: readonly [string, Record<string, string>, RegExp][] = [
  ['no valid sfdx-project.json', { '/sfdx-project.json': '{' }, /is not valid JSON/],
  ['no package directory', { '/sfdx-project.json': '{"packageDirectories":[]}' }, /must have packageDirectories/],
  ['a package directory that does not exist', { '/sfdx-project.json': '{"packageDirectories":[{"path":"gone"}],"sourceApiVersion":"67.0"}' }, /"gone" does not exist/],
  ['no source API version', { '/sfdx-project.json': '{"packageDirectories":[{"path":"force-app"}]}' }, /sourceApiVersion/],
  ['an unknown suffix', { 'things/A.thing-meta.xml': xml('Thing', '') }, /A.thing-meta.xml: could not infer a metadata type/],
  ['a stray file', { 'notes.txt': 'x' }, /notes.txt: could not infer a metadata type/],
  ['a flow', { 'flows/F.flow-meta.xml': xml('Flow', '') }, /does not model flows/],
  ['an Aura component', { 'aura/a/a.cmp': '' }, /does not model Aura components/],
  ['a Visualforce page', { 'pages/P.page-meta.xml': xml('ApexPage', '') }, /does not model Visualforce pages/],
  ['an unknown element in a component', { 'tabs/T.tab-meta.xml': xml('CustomTab', '<colour>red</colour>') }, /T.tab-meta.xml:3:1 Element colour invalid at this location in type CustomTab/],
  ['a missing element in a component', { 'groups/G.group-meta.xml': xml('Group', '') }, /Required field is missing: name \(in Group\)/],
  ['elements that are not side by side', { 'permissionsets/P.permissionset-meta.xml': xml('PermissionSet', '<classAccesses/><label>x</label><classAccesses/>') }, /Element classAccesses is duplicated/],
  ['a wrong root element', { 'tabs/T.tab-meta.xml': xml('CustomApplication', '') }, /must be CustomTab, found CustomApplication/],
  ['a component twice', { 'a/G.group-meta.xml': xml('Group', '<name>G</name>'), 'b/G.group-meta.xml': xml('Group', '<name>G</name>') }, /Group G is defined twice/],
  ['Apex without metadata', { 'classes/A.cls': '' }, /A.cls-meta.xml is missing/],
  ['Apex of an unknown version', { 'classes/A.cls': '', 'classes/A.cls-meta.xml': apexMeta('ApexClass', '99.0') }, /Invalid api version: 99.0/],
  ['Apex of the same name', { 'x/A.cls': '', 'x/A.cls-meta.xml': apexMeta('ApexClass'), 'y/a.cls': '', 'y/a.cls-meta.xml': apexMeta('ApexClass') }, /ApexClass a is defined twice/],
  ['a component folder without metadata', { 'lwc/card/card.js': '' }, /The component card has no card.js-meta.xml/],
  ['a component without source', { 'lwc/card/card.js-meta.xml': xml('LightningComponentBundle', BUNDLE) }, /has no card.js or card.ts/],
  ['an unknown target', lwc(BUNDLE.replace('>lightning__AppPage<', '>desktop<')), /Invalid target: desktop/],
  ['a target config without target', lwc(BUNDLE.replace('<target>lightningCommunity__Default</target>', '')), /lightningCommunity__Default of targetConfig is not among the targets/],
  ['a property of unknown type', lwc(BUNDLE.replace('Integer', 'Colour')), /'Colour' is not a valid type of the property size/],
  ['a label twice', { 'labels/CustomLabels.labels-meta.xml': xml('CustomLabels', LABEL('A') + LABEL('a')) }, /custom label a is defined twice/],
  ['a label without value', { 'labels/CustomLabels.labels-meta.xml': xml('CustomLabels', LABEL('A').replace('<value>Hello</value>', '')) }, /Required field is missing: value/],
  ['a static resource without content', { 'staticresources/C.resource-meta.xml': xml('StaticResource', '<cacheControl>Public</cacheControl><contentType>x</contentType>') }, /content of the static resource C is missing/],
  ['a record of an unknown type', { 'customMetadata/No.A.md-meta.xml': xml('CustomMetadata', '<label>A</label>') }, /No__mdt is not defined/],
  ['a record with an unknown field', rate(value('Nope__c', 'string', 'x')), /Rate__mdt.Nope__c does not exist/],
  ['a record without a required value', rate(''), /Required field is missing: Code__c/],
  ['a record value of another type', rate(value('Code__c', 'double', '1')), /has xsi:type xsd:double, expected xsd:string/],
  ['a record value without type', rate(value('Code__c', 'string', 'x').replace(/ xsi:type="[^"]*"/, '')), /needs an xsi:type attribute/],
  ['a record value that is too long', rate(value('Code__c', 'string', 'ABCDEF')), /too long: 6 characters, the most is 5/],
  ['a record value that is no number', rate(value('Days__c', 'double', 'soon')), /'soon' is not a valid value for the type xsd:double/],
  ['a record value out of range', rate(value('Days__c', 'double', '1000')), /at most 3 digits before the decimal point/],
  ['a standard value set without a model', { 'standardValueSets/Nope.standardValueSet-meta.xml': xml('StandardValueSet', '<sorted>false</sorted>') }, /does not model the standard value set Nope/],
];

test.each(REFUSED)('GIVEN a project with %s WHEN it loads THEN it is refused with its file', (_fault, files, message) => {
  const error = refusal(files);
  expect(error.message).toMatch(message);
  expect(error.message).toMatch(/^\S+:\d+:\d+ /);
});

test('GIVEN a folder without sfdx-project.json WHEN it loads THEN it is refused', () => {
  expect(() => loadOrg({ projectDir: join(project({}), 'force-app') })).toThrow(/not a Salesforce DX project/);
});

test('GIVEN windows line ends and a byte order mark WHEN a file is malformed THEN the position is right', () => {
  expect(refusal({ 'tabs/T.tab-meta.xml': '\uFEFF<CustomTab>\r\n<!-- <label> -->\r\n  <label>x</label><colour/>\r\n</CustomTab>' }).position).toMatchObject({ line: 3, column: 19 });
});

test('GIVEN sixty objects of twenty fields WHEN they load THEN every field is there', () => {
  const files: Record<string, string> = {};
  const body = withInvoice()['objects/Invoice__c/Invoice__c.object-meta.xml'] ?? '';
  for (let i = 0; i < 60; i++) {
    files[`objects/O${i}__c/O${i}__c.object-meta.xml`] = body;
    for (let f = 0; f < 20; f++) files[`objects/O${i}__c/fields/F${f}__c.field-meta.xml`] = xml('CustomField', `<fullName>F${f}__c</fullName><label>F</label><type>Date</type>`);
  }
  const org = load(files);
  expect([...org.objects.values()].filter((each) => each.kind === 'custom').map((each) => [...each.fields.values()].filter((field) => field.custom).length)).toEqual(Array(60).fill(20));
});

test('GIVEN the tables WHEN they are listed THEN the list names types, objects and refusals', () => {
  const list = supportList();
  expect(list.typed).toEqual(expect.arrayContaining(['CustomObject', 'LightningComponentBundle']));
  expect(list.components).toEqual(expect.arrayContaining(['PermissionSet', 'SharingRules', 'FlexiPage']));
  expect(list.standardObjects).toEqual(expect.arrayContaining(['Account', 'Lead', 'ContentVersion', 'LeadShare']));
  expect(list.refused).toContain('flows');
  expect(new NotModelledError('flows').message).toMatch(/does not model flows/);
});

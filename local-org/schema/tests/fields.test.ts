import { load, refusal, removeProjects, withField, withInvoice, xml } from './support';
import type { FieldModel } from '..';

afterAll(removeProjects);

const VALUES = '<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted><value><fullName>Open</fullName><default>true</default><label>Open it</label></value><value><fullName>Paid</fullName><default>false</default></value></valueSetDefinition></valueSet>';

const LOADED: readonly [string, string, Partial<FieldModel>][] = [
  ['Text', '<type>Text</type><length>80</length><required>true</required><unique>true</unique><externalId>true</externalId>', { type: 'string', length: 80, required: true, unique: true, externalId: true, nillable: false, groupable: true }],
  ['TextArea', '<type>TextArea</type>', { type: 'textarea', length: 255, filterable: true }],
  ['LongTextArea', '<type>LongTextArea</type><length>32768</length><visibleLines>3</visibleLines>', { type: 'textarea', length: 32768, filterable: false, sortable: false, groupable: false }],
  ['Html', '<type>Html</type><length>1000</length><visibleLines>25</visibleLines>', { type: 'textarea', html: true, length: 1000, filterable: false }],
  ['Number', '<type>Number</type><precision>18</precision><scale>2</scale><defaultValue>3</defaultValue>', { type: 'double', precision: 18, scale: 2, defaultFormula: '3', groupable: false, defaultedOnCreate: true }],
  ['Currency', '<type>Currency</type><precision>16</precision><scale>2</scale>', { type: 'currency', precision: 16, scale: 2 }],
  ['Percent', '<type>Percent</type><precision>5</precision><scale>1</scale>', { type: 'percent', precision: 5, scale: 1 }],
  ['Checkbox', '<type>Checkbox</type><defaultValue>true</defaultValue>', { type: 'boolean', defaultFormula: 'true', nillable: false, required: false }],
  ['Date', '<type>Date</type>', { type: 'date', groupable: true }],
  ['DateTime', '<type>DateTime</type>', { type: 'datetime', groupable: false }],
  ['Time', '<type>Time</type>', { type: 'time' }],
  ['Email', '<type>Email</type>', { type: 'email', length: 80 }],
  ['Phone', '<type>Phone</type>', { type: 'phone', length: 40 }],
  ['Url', '<type>Url</type>', { type: 'url', length: 255 }],
  ['AutoNumber', '<type>AutoNumber</type><displayFormat>INV-{YYYY}-{0000}</displayFormat>', { type: 'string', autoNumber: { format: 'INV-{YYYY}-{0000}' }, createable: false, updateable: false }],
  ['Location', '<type>Location</type><scale>5</scale><displayLocationInDecimal>true</displayLocationInDecimal>', { type: 'location', scale: 5 }],
  ['formula of Text', "<type>Text</type><formula>Name &amp; 'x'</formula><formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>", { type: 'string', length: 1300, formula: "Name & 'x'", formulaBlanks: 'asBlank', calculated: true, createable: false, groupable: false }],
  ['formula of Number', '<type>Number</type><formula>1+1</formula><precision>18</precision><scale>2</scale>', { type: 'double', scale: 2, calculated: true, formulaBlanks: 'asZero' }],
  ['formula of Checkbox', '<type>Checkbox</type><formula>true</formula>', { type: 'boolean', calculated: true, groupable: true }],
  ['MultiselectPicklist', `<type>MultiselectPicklist</type>${VALUES}<visibleLines>4</visibleLines>`, { type: 'multipicklist', sortable: false }],
];

test.each(LOADED)('GIVEN a field of type %s WHEN the project loads THEN the model says what the platform says of it', (_type, body, expected) => {
  const field = load(withField(body)).object('invoice__C')?.field('f__C');
  expect(field).toMatchObject({ name: 'F__c', object: 'Invoice__c', custom: true, ...expected });
  if (expected.calculated || expected.autoNumber) expect(field?.defaultFormula).toBeUndefined();
});

test('GIVEN a restricted picklist WHEN it loads THEN its values, labels and preset are there', () => {
  const field = load(withField(`<type>Picklist</type>${VALUES}`)).object('Invoice__c')?.field('F__c');
  expect(field?.picklist).toEqual({ restricted: true, values: [{ value: 'Open', label: 'Open it', isDefault: true, active: true }, { value: 'Paid', label: 'Paid', isDefault: false, active: true }] });
  expect(field?.defaultFormula).toBe('"Open"');
});

test('GIVEN a global value set WHEN a picklist names it THEN it takes its values and is restricted', () => {
  const org = load({
    ...withField('<type>Picklist</type><valueSet><valueSetName>Sizes</valueSetName></valueSet>'),
    'globalValueSets/Sizes.globalValueSet-meta.xml': xml('GlobalValueSet', '<customValue><fullName>S</fullName><default>false</default></customValue><masterLabel>Sizes</masterLabel><sorted>false</sorted>'),
  });
  expect(org.object('Invoice__c')?.field('F__c')?.picklist).toMatchObject({ restricted: true, values: [{ value: 'S' }] });
});

test('GIVEN a dependent picklist WHEN it loads THEN each value knows its controlling values', () => {
  const settings = '<valueSettings><controllingFieldValue>A</controllingFieldValue><controllingFieldValue>B</controllingFieldValue><valueName>Open</valueName></valueSettings>';
  const field = load(withField(`<type>Picklist</type>${VALUES.replace('<valueSet>', '<valueSet><controllingField>Kind__c</controllingField>').replace('</valueSet>', `${settings}</valueSet>`)}`)).object('Invoice__c')?.field('F__c');
  expect(field?.picklist?.controllingField).toBe('Kind__c');
  expect(field?.picklist?.values.map((each) => each.validFor)).toEqual([['A', 'B'], []]);
});

const REFUSED: readonly [string, string, RegExp, number?][] = [
  ['an unknown type', '<type>Colour</type>', /'Colour' is not a valid value for the enum 'FieldType'/, 5],
  ['a type without a model', '<type>EncryptedText</type><length>10</length>', /does not model fields of type EncryptedText/],
  ['an unknown element', '<type>Date</type>\n<colour>red</colour>', /Element colour invalid at this location in type CustomField/, 6],
  ['an element of another type', '<type>Date</type>\n<length>5</length>', /Can not specify 'length' for a CustomField of type Date/, 6],
  ['a missing element', '<type>Text</type>', /Required field is missing: length/, 2],
  ['a text that is too long', '<type>Text</type><length>256</length>', /length must be between 1 and 255, found 256/],
  ['a text without length', '<type>Text</type><length>0</length>', /length must be between 1 and 255/],
  ['a length that is no number', '<type>Text</type><length>many</length>', /'many' is not a valid value for the type xsd:int/],
  ['a long text that is too long', '<type>LongTextArea</type><length>131073</length><visibleLines>3</visibleLines>', /between 256 and 131072/],
  ['too many digits', '<type>Number</type><precision>19</precision><scale>0</scale>', /precision must be between 1 and 18/],
  ['more decimals than digits', '<type>Number</type><precision>4</precision><scale>5</scale>', /scale \(5\) must not be greater than precision \(4\)/],
  ['a checkbox without default', '<type>Checkbox</type>', /Required field is missing: defaultValue/],
  ['a value that is no boolean', '<type>Date</type><required>yes</required>', /'yes' is not a valid value for the type xsd:boolean/],
  ['a case-sensitive field that is not unique', '<type>Text</type><length>9</length><caseSensitive>true</caseSensitive>', /caseSensitive needs unique/],
  ['a display format without number', '<type>AutoNumber</type><displayFormat>INV</displayFormat>', /needs a number part/],
  ['an unknown part of a display format', '<type>AutoNumber</type><displayFormat>{0}-{QQ}</displayFormat>', /unknown part \{QQ\}/],
  ['a picklist without values', '<type>Picklist</type><valueSet></valueSet>', /Required field is missing: valueSetDefinition/],
  ['an unknown global value set', '<type>Picklist</type><valueSet><valueSetName>Nope</valueSetName></valueSet>', /no GlobalValueSet named Nope found/],
  ['a duplicate value', `<type>Picklist</type>${VALUES.replace('Paid', 'OPEN')}`, /Duplicate picklist value: OPEN/],
  ['two presets', `<type>Picklist</type>${VALUES.replace('<default>false', '<default>true')}`, /only one default value/],
  ['a dependency on an unknown value', `<type>Picklist</type>${VALUES.replace('</valueSet>', '<valueSettings><valueName>Gone</valueName></valueSettings></valueSet>').replace('<valueSet>', '<valueSet><controllingField>K__c</controllingField>')}`, /Picklist value: Gone not found/],
  ['a lookup to nothing', '<type>Lookup</type><referenceTo>Nothing__c</referenceTo>', /referenceTo value of 'Nothing__c' does not resolve/],
  ['a lookup filter', '<type>Lookup</type><referenceTo>Account</referenceTo><lookupFilter></lookupFilter>', /does not model lookup filters/],
  ['a required lookup that is set null', '<type>Lookup</type><referenceTo>Account</referenceTo><required>true</required>', /cascade delete or restrict delete for required lookup/],
  ['a bad relationship name', '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>9 Lives</relationshipName>', /relationship name "9 Lives"/],
  ['a child relationship that exists', '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Same</relationshipName>', /already a Child Relationship named Same on Account/],
  ['a required master-detail', '<type>MasterDetail</type><referenceTo>Account</referenceTo><relationshipName>Invs</relationshipName><required>true</required>', /Can not specify 'required' for a CustomField of type MasterDetail/],
  ['a master-detail on an object with its own sharing', '<type>MasterDetail</type><referenceTo>Account</referenceTo><relationshipName>Invs</relationshipName>', /must be ControlledByParent/],
  ['a hierarchy outside User', '<type>Hierarchy</type>', /Hierarchy fields can be created on User only/],
  ['a metadata relationship outside metadata types', '<type>MetadataRelationship</type><referenceTo>EntityDefinition</referenceTo>', /Only custom metadata types/],
  ['a formula of a type that has none', '<type>Email</type><formula>Name</formula>', /Can not specify|A formula cannot have the type Email/],
  ['a formula that is too long', `<type>Text</type><formula>${'x'.repeat(3901)}</formula>`, /Maximum length is 3,900/],
  ['an empty formula', '<type>Text</type><formula></formula>', /The formula must not be empty/],
  ['a summary of an unknown field', '<type>Summary</type><summaryForeignKey>Line__c.Invoice__c</summaryForeignKey><summaryOperation>count</summaryOperation>', /The field Line__c.Invoice__c does not exist/],
  ['a summary that counts a field', '<type>Summary</type><summarizedField>A__c.B__c</summarizedField><summaryForeignKey>A__c.C__c</summaryForeignKey><summaryOperation>count</summaryOperation>', /Can not specify summarizedField/],
  ['a sum without field', '<type>Summary</type><summaryForeignKey>A__c.C__c</summaryForeignKey><summaryOperation>sum</summaryOperation>', /Required field is missing: summarizedField/],
  ['an unknown summary operation', '<type>Summary</type><summaryForeignKey>A__c.C__c</summaryForeignKey><summaryOperation>median</summaryOperation>', /'median' is not a valid value for summaryOperation/],
];

test.each(REFUSED.map(([fault, body, message, line]) => [fault, body, message, line ?? expect.any(Number)] as const))('GIVEN a field with %s WHEN the project loads THEN it is refused with file, line and column', (_fault, body, message, line) => {
  const clash = xml('CustomField', '<fullName>Other__c</fullName><label>Other</label><referenceTo>Account</referenceTo><relationshipName>Same</relationshipName><type>Lookup</type>');
  const error = refusal({ ...withField(body), 'objects/Invoice__c/fields/Other__c.field-meta.xml': clash });
  expect(error.message).toMatch(message);
  expect(error.position).toMatchObject({ file: expect.stringMatching(/(F__c\.field|Other__c\.field|Invoice__c\.object)-meta\.xml$/), line, column: expect.any(Number) });
});

const NAMES: readonly [string, RegExp][] = [
  ['1st__c', /must begin with a letter/],
  ['A__B__c', /single underscores/],
  [`${'N'.repeat(41)}__c`, /longer than 40 characters/],
];

test.each(NAMES)('GIVEN the field name %s WHEN the project loads THEN it is refused', (name, message) => {
  expect(refusal(withField('<type>Date</type>', name)).message).toMatch(message);
});

test('GIVEN a label of 41 characters WHEN the project loads THEN it is refused', () => {
  expect(refusal(withInvoice({ 'objects/Invoice__c/fields/F__c.field-meta.xml': xml('CustomField', `<fullName>F__c</fullName><label>${'l'.repeat(41)}</label><type>Date</type>`) })).message).toMatch(/longer than 40/);
});

test('GIVEN a file whose name is not its fullName WHEN the project loads THEN it is refused', () => {
  expect(refusal(withInvoice({ 'objects/Invoice__c/fields/G__c.field-meta.xml': xml('CustomField', '<fullName>F__c</fullName><label>F</label><type>Date</type>') })).message).toMatch(/fullName is F__c, the file is named G__c/);
});

test('GIVEN a standard picklist with values of its own WHEN the project loads THEN they replace the platform’s', () => {
  const org = load({ 'objects/Lead/fields/Rating.field-meta.xml': xml('CustomField', `<fullName>Rating</fullName><type>Picklist</type>${VALUES}`) });
  expect(org.object('Lead')?.field('Rating')?.picklist?.values.map((each) => each.value)).toEqual(['Open', 'Paid']);
});

test('GIVEN a standard field that does not exist WHEN the project changes it THEN it is refused', () => {
  expect(refusal({ 'objects/Lead/fields/Colour.field-meta.xml': xml('CustomField', '<fullName>Colour</fullName>') }).message).toMatch(/Could not resolve standard field's name: Lead.Colour/);
});

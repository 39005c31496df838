/** Queries and writes of records that do not compile, and metadata that is not deployed. */
import type { RefusedCase, Source } from '../types';
import { guide, help, metadata, objects, reference, soql } from './pages';
import { refusedClasses, type RefusedRow } from './rows';

const inMethod = (...lines: readonly string[]): string => `public class $ {\n    public static void run() {\n${lines.map((line) => `        ${line}`).join('\n')}\n    }\n}`;

const ROWS: readonly RefusedRow[] = [
  ['a query of an unknown field', 'SOQL names must exist', soql('sforce_api_calls_soql_select', 'SELECT'), inMethod('List<Crate__c> crates = [SELECT Nonsense__c FROM Crate__c];'), 3, undefined, "{any}No such column 'Nonsense__c' on entity 'Crate__c'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."],
  ['a query of an unknown object', 'SOQL names must exist', soql('sforce_api_calls_soql_select', 'SELECT'), inMethod('Integer found = [SELECT COUNT() FROM Nonsense__c];'), 3, undefined, "{any}sObject type 'Nonsense__c' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names."],
  ['a query through an unknown parent', 'SOQL names must exist', soql('sforce_api_calls_soql_relationships', 'Understanding Relationship Names'), inMethod('List<Crate__c> crates = [SELECT Nonsense__r.Name FROM Crate__c];'), 3, undefined, "{any}Didn't understand relationship 'Nonsense__r' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names."],
  ['a query of unknown children', 'SOQL names must exist', soql('sforce_api_calls_soql_relationships', 'Understanding Relationship Names'), inMethod('List<Crate__c> crates = [SELECT (SELECT Id FROM Nonsense__r) FROM Crate__c];'), 3, undefined, "{any}Didn't understand relationship 'Nonsense__r' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names."],
  ['a field that is neither grouped nor aggregated', 'SOQL grouping', soql('sforce_api_calls_soql_select_groupby', 'GROUP BY'), inMethod('List<AggregateResult> groups = [SELECT Title__c, COUNT(Id) FROM Crate__c GROUP BY Colour__c];'), 3, undefined, '{any}Field must be grouped or aggregated: Title__c'],
  ['a long text in a condition', 'SOQL filters', soql('sforce_api_calls_soql_select_conditionexpression', 'Condition Expressions'), inMethod("List<Crate__c> crates = [SELECT Id FROM Crate__c WHERE Notes__c = 'x'];"), 3, undefined, "{any}field 'Notes__c' can not be filtered in a query call"],
  ['a number compared with text in a query', 'SOQL filters', soql('sforce_api_calls_soql_select_comparisonoperators', 'Comparison Operators'), inMethod("List<Crate__c> crates = [SELECT Id FROM Crate__c WHERE Rank__c = 'x'];"), 3, undefined, "{any}value of filter criterion for field 'Rank__c' must be of type double and should not be enclosed in quotes"],
  ['an order by a long text', 'SOQL filters', soql('sforce_api_calls_soql_select_orderby', 'ORDER BY'), inMethod('List<Crate__c> crates = [SELECT Id FROM Crate__c ORDER BY Notes__c];'), 3, undefined, "{any}field 'Notes__c' can not be sorted in a query call"],
  ['groups by a number', 'SOQL grouping', soql('sforce_api_calls_soql_select_groupby', 'GROUP BY'), inMethod('List<AggregateResult> groups = [SELECT COUNT(Id) FROM Crate__c GROUP BY Weight__c];'), 3, undefined, "{any}field 'Weight__c' can not be grouped in a query call"],
  ['a query clause that is gone', 'SOQL modes', guide('apex_security_sharing_chapter', 'Versioned Behavior Changes'), inMethod('List<Crate__c> crates = [SELECT Id FROM Crate__c WITH SECURITY_ENFORCED];'), 3, undefined, '{any}SECURITY_ENFORCED{any}'],
  ['a bind of an unknown variable', 'SOQL binds', guide('langCon_apex_SOQL_variables', 'Using Apex Variables in SOQL and SOSL Queries'), inMethod('List<Crate__c> crates = [SELECT Id FROM Crate__c WHERE Title__c = :wanted];'), 3, 76, 'Variable does not exist: wanted'],
  ['rows of another object', 'SOQL results have a type', guide('langCon_apex_SOQL', 'SOQL Queries'), inMethod('List<Account> accounts = [SELECT Id FROM Crate__c];'), 3, 23, 'Illegal assignment from List<Crate__c> to List<Account>'],
  ['an auto-number that is set', 'fields that nobody writes', help('platform.custom_field_types', 'Auto Number'), inMethod("Crate__c crate = new Crate__c(Title__c = 'a', Name = 'CR-1');"), 3, 55, 'Field is not writeable: Crate__c.Name'],
  ['a formula that is set', 'fields that nobody writes', help('platform.customize_formulas', 'Formula Fields'), inMethod('Crate__c crate = new Crate__c();', "crate.Grade__c = 'Heavy';"), 4, 15, 'Field is not writeable: Crate__c.Grade__c'],
  ['a name that is set whole', 'names of people', objects('compound_fields_name', 'Name Compound Field'), inMethod("Contact person = new Contact(Name = 'Ada Lane');"), 3, undefined, 'Field is not writeable: Contact.Name'],
  ['a lock on an ordered query', 'locking', guide('langCon_apex_locking_statements', 'Locking Statements'), inMethod('List<Crate__c> crates = [SELECT Id FROM Crate__c ORDER BY Title__c FOR UPDATE];'), 3, undefined, '{any}'],
  ['a record field of the wrong type', 'static types of fields', guide('langCon_apex_SObject_types', 'sObject Types'), inMethod("Crate__c crate = new Crate__c(Weight__c = 'heavy');"), 3, undefined, '{any}String{any}Decimal'],
  ['upsert by a field that is no key', 'upsert', guide('apex_dml_examples_upsert', 'Upserting Records'), inMethod('upsert new Crate__c() Weight__c;'), 3, undefined, 'Invalid field for upsert, must be an External Id custom or standard indexed field: Weight__c{any}'],
  ['addError on a variable', 'addError', reference('apex_methods_system_sobject', 'addError'), inMethod('Decimal weight = 1;', "weight.addError('no');"), 4, 16, 'Method does not exist or incorrect signature: void addError(String) from the type Decimal'],
];

const FIELD = (name: string, body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>${name}</fullName>
    <label>Wrong</label>
    ${body}
</CustomField>
`;
const FORMULA = (formula: string, type = '<precision>18</precision>\n    <scale>2</scale>\n    <type>Number</type>'): string => `<formula>${formula}</formula>\n    ${type}`;

type MetadataRow = readonly [name: string, rule: string, source: Source, field: string, body: string, message: string];

const FIELDS: readonly MetadataRow[] = [
  ['a formula of an unknown field', 'formulas are checked', help('platform.customize_formulas', 'Build a Formula Field'), 'Wrong__c', FORMULA('Nonsense__c + 1'), 'Field Nonsense__c does not exist. Check spelling.'],
  ['a formula of the wrong type', 'formulas are checked', help('platform.customize_formulas', 'Build a Formula Field'), 'Wrong__c', FORMULA('Title__c'), 'Formula result is data type (Text), incompatible with expected data type (Number).'],
  ['a formula with a number too few', 'formulas are checked', help('platform.customize_functions_if', 'IF'), 'Wrong__c', FORMULA('IF(Is_Fragile__c, 1)'), "Incorrect number of parameters for function 'IF()'. Expected 3, received 2"],
  ['a picklist read as text', 'formulas are checked', help('platform.tips_on_building_formulas', 'Picklists'), 'Wrong__c', FORMULA('IF(Colour__c = &quot;Red&quot;, 1, 0)'), 'Field Colour__c is a picklist field. Picklist fields are only supported in certain functions.'],
  ['a formula that does not end', 'formulas are checked', help('platform.customize_formulas', 'Build a Formula Field'), 'Wrong__c', FORMULA('ROUND(Weight__c, 2'), "Syntax error. Missing ')'"],
  ['an unknown field type', 'metadata is checked', metadata('customfield', 'FieldType'), 'Wrong__c', '<type>Colour</type>', "{any}'Colour' is not a valid value for the enum 'FieldType'{any}"],
  ['a lookup to nothing', 'metadata is checked', metadata('customfield', 'referenceTo'), 'Wrong__c', '<referenceTo>Nonsense__c</referenceTo>\n    <relationshipName>Wrongs</relationshipName>\n    <type>Lookup</type>', "referenceTo value of 'Nonsense__c' does not resolve to a valid sObject type"],
  ['an unknown element', 'metadata is checked', metadata('customfield', 'CustomField'), 'Wrong__c', '<colour>red</colour>\n    <type>Date</type>', '{any}Element {any}colour invalid at this location in type CustomField{any}'],
];

const metadataCases = FIELDS.map(([name, rule, source, field, body, message]): RefusedCase => ({
  kind: 'refused', name: `refused: ${name}`, rule, source, deployment: 'records', files: { [`objects/Crate__c/fields/${field}.field-meta.xml`]: FIELD(field, body) }, file: `${field}.field-meta.xml`, message,
}));

const RULE = 'objects/Crate__c/validationRules/Wrong_Rule.validationRule-meta.xml';
const others: readonly RefusedCase[] = [
  {
    kind: 'refused', name: 'refused: a validation rule that is no condition', rule: 'validation rules', source: help('platform.fields_about_field_validation', 'Validation Rules'), deployment: 'records', file: 'Wrong_Rule.validationRule-meta.xml',
    files: { [RULE]: '<?xml version="1.0" encoding="UTF-8"?>\n<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata">\n    <fullName>Wrong_Rule</fullName>\n    <active>true</active>\n    <errorConditionFormula>Weight__c + 1</errorConditionFormula>\n    <errorMessage>Wrong.</errorMessage>\n</ValidationRule>\n' },
    message: 'Formula result is data type (Number), incompatible with expected data type (true or false).',
  },
  {
    kind: 'refused', name: 'refused: a validation rule on an unknown field', rule: 'validation rules', source: help('platform.fields_about_field_validation', 'Validation Rules'), deployment: 'records', file: 'Wrong_Rule.validationRule-meta.xml',
    files: { [RULE]: '<?xml version="1.0" encoding="UTF-8"?>\n<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata">\n    <fullName>Wrong_Rule</fullName>\n    <active>true</active>\n    <errorConditionFormula>ISBLANK(Nonsense__c)</errorConditionFormula>\n    <errorMessage>Wrong.</errorMessage>\n</ValidationRule>\n' },
    message: 'Field Nonsense__c does not exist. Check spelling.',
  },
  {
    kind: 'refused', name: 'refused: a permission set group of an unknown set', rule: 'permission set groups', source: metadata('meta_permissionsetgroup', 'permissionSets'), deployment: 'rights', file: 'Wrong_Group.permissionsetgroup-meta.xml',
    files: { 'permissionsetgroups/Wrong_Group.permissionsetgroup-meta.xml': '<?xml version="1.0" encoding="UTF-8"?>\n<PermissionSetGroup xmlns="http://soap.sforce.com/2006/04/metadata">\n    <label>Wrong Group</label>\n    <permissionSets>Nonsense</permissionSets>\n</PermissionSetGroup>\n' },
    message: 'In field: permissionSets - no PermissionSet named Nonsense found',
  },
  {
    kind: 'refused', name: 'refused: a sharing rule to an unknown group', rule: 'sharing rules', source: metadata('meta_sharingrules', 'sharedTo'), deployment: 'rights', file: 'Sheet__c.sharingRules-meta.xml',
    files: { 'sharingRules/Sheet__c.sharingRules-meta.xml': '<?xml version="1.0" encoding="UTF-8"?>\n<SharingRules xmlns="http://soap.sforce.com/2006/04/metadata">\n    <sharingOwnerRules>\n        <fullName>Wrong_Rule</fullName>\n        <accessLevel>Read</accessLevel>\n        <label>Wrong Rule</label>\n        <sharedTo>\n            <group>Nonsense</group>\n        </sharedTo>\n        <sharedFrom>\n            <role>Conf_Field</role>\n        </sharedFrom>\n    </sharingOwnerRules>\n</SharingRules>\n' },
    message: '{any}no Group named Nonsense found',
  },
  {
    kind: 'refused', name: 'refused: a permission set that grants an unknown field', rule: 'metadata is checked', source: metadata('meta_permissionset', 'PermissionSetFieldPermissions'), deployment: 'records', file: 'Wrong_Set.permissionset-meta.xml',
    files: { 'permissionsets/Wrong_Set.permissionset-meta.xml': '<?xml version="1.0" encoding="UTF-8"?>\n<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">\n    <fieldPermissions>\n        <editable>true</editable>\n        <field>Crate__c.Nonsense__c</field>\n        <readable>true</readable>\n    </fieldPermissions>\n    <label>Wrong Set</label>\n</PermissionSet>\n' },
    message: 'In field: field - no CustomField named Crate__c.Nonsense__c found',
  },
];

export const refusedDataCases = [...refusedClasses('records', 'ConfWrongData', ROWS), ...metadataCases, ...others];

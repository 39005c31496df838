/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_enum_Schema_DisplayType.htm and ..._SOAPType.htm */
import type { FieldModel, FieldType } from '../../../schema';
import type { PlatformClass } from '../../runtime/types';
import { ApexEnumValue } from '../../runtime/values';

const DISPLAY_TYPES = ['ADDRESS', 'ANYTYPE', 'BASE64', 'BOOLEAN', 'COMBOBOX', 'COMPLEXVALUE', 'CURRENCY', 'DATACATEGORYGROUPREFERENCE', 'DATE', 'DATETIME', 'DOUBLE', 'EMAIL', 'ENCRYPTEDSTRING', 'ID', 'INTEGER', 'JSON', 'LOCATION', 'LONG', 'MULTIPICKLIST', 'PERCENT', 'PHONE', 'PICKLIST', 'REFERENCE', 'SOBJECT', 'STRING', 'TEXTAREA', 'TIME', 'URL'];
const SOAP_TYPES = ['ADDRESS', 'ANYTYPE', 'BASE64BINARY', 'BOOLEAN', 'DATE', 'DATETIME', 'DOUBLE', 'ID', 'INTEGER', 'LOCATION', 'STRING', 'TIME'];

export const SCHEMA_ENUMS: readonly PlatformClass[] = [
  { name: 'Schema.DisplayType', kind: 'enum', values: DISPLAY_TYPES },
  { name: 'Schema.SOAPType', kind: 'enum', values: SOAP_TYPES },
  { name: 'Schema.SObjectDescribeOptions', kind: 'enum', values: ['DEFAULT', 'DEFERRED', 'FULL'] },
];

export function displayType(field: FieldModel): ApexEnumValue {
  const name = field.type === 'int' ? 'INTEGER' : field.type.toUpperCase();
  return ApexEnumValue.of('Schema.DisplayType', name, DISPLAY_TYPES.indexOf(name));
}
const SOAP: Partial<Record<FieldType, string>> = { id: 'ID', reference: 'ID', boolean: 'BOOLEAN', int: 'INTEGER', long: 'INTEGER', double: 'DOUBLE', currency: 'DOUBLE', percent: 'DOUBLE', date: 'DATE', datetime: 'DATETIME', time: 'TIME', base64: 'BASE64BINARY', address: 'ADDRESS', location: 'LOCATION', anyType: 'ANYTYPE' };
export function soapType(field: FieldModel): ApexEnumValue {
  const name = SOAP[field.type] ?? 'STRING';
  return ApexEnumValue.of('Schema.SOAPType', name, SOAP_TYPES.indexOf(name));
}

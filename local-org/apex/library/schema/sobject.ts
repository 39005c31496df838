/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_sobject.htm */
import type { FieldModel } from '../../../schema';
import type { ApexValue, Execution, PlatformClass } from '../../runtime/types';
import { ApexDate, ApexDatetime, ApexException, ApexList, ApexMap, apexTypeOf, idOf, instantOf, DAY, numeric, required, SObjectFieldToken, SObjectTypeToken, SObjectValue, concatText, equalsApex, hashApex } from '../../runtime/values';
import { ApexDmlError } from '../data/results';

type R = SObjectValue;

function get(record: R, name: string): ApexValue {
  if (record.aggregates) {
    for (const [alias, value] of record.aggregates) if (alias.toLowerCase() === required(name).toLowerCase()) return value;
    throw new ApexException('SObjectException', `Invalid field ${name} for AggregateResult`);
  }
  return record.getField(record.fieldNamed(required(name)).name);
}

/** SObject.put converts as an assignment would and refuses what is of another type. */
function put(x: Execution, record: R, name: string, value: ApexValue): ApexValue {
  const field = record.fieldNamed(required(name));
  if (field.calculated && field.name !== 'Id') throw new ApexException('SObjectException', `Field ${field.name} is not editable`);
  const before = record.values.get(field.name) ?? null;
  record.setField(field.name, converted(x, field, value));
  return before;
}
export function converted(x: Execution, field: FieldModel, value: ApexValue): ApexValue {
  if (value === null) return null;
  const type = apexTypeOf(field);
  const refuse = (): never => {
    throw new ApexException('SObjectException', `Illegal assignment from ${x.runtime.typeOf(value)} to ${type}`);
  };
  switch (type) {
    case 'Id': return typeof value === 'string' ? idOf(value) : refuse();
    case 'String': return typeof value === 'string' ? value : refuse();
    case 'Boolean': return typeof value === 'boolean' ? value : refuse();
    case 'Integer': return typeof value === 'number' ? value : refuse();
    case 'Long': return typeof value === 'number' ? BigInt(value) : typeof value === 'bigint' ? value : refuse();
    case 'Decimal': return numeric(value) ?? refuse();
    case 'Date': return value instanceof ApexDate ? value : value instanceof ApexDatetime ? new ApexDate(Math.floor(value.ms / DAY)) : refuse();
    case 'Datetime': return value instanceof ApexDatetime ? value : value instanceof ApexDate ? new ApexDatetime(instantOf(value.days * DAY, x.services.timeZone)) : refuse();
    default: return x.runtime.isInstance(value, type) || type === 'Object' ? value : refuse();
  }
}

/** The record behind a relationship, by the name of the relationship or of its field. */
function parent(record: R, name: string): SObjectValue | null {
  const field = record.object.relationship(required(name)) ?? record.object.field(name);
  if (!field?.reference?.relationshipName) throw new ApexException('SObjectException', `Invalid relationship ${name} for ${record.object.name}`);
  return record.getParent(field.reference.relationshipName);
}
function children(record: R, name: string): ApexList | null {
  const child = record.object.childRelationship(required(name));
  if (!child?.relationshipName) throw new ApexException('SObjectException', `Invalid relationship ${name} for ${record.object.name}`);
  return record.children.get(child.relationshipName) ?? null;
}
function putParent(record: R, name: string, other: SObjectValue | null): SObjectValue | null {
  const relationship = record.object.relationship(required(name))?.reference?.relationshipName;
  if (!relationship) throw new ApexException('SObjectException', `Invalid relationship ${name} for ${record.object.name}`);
  const before = record.parents.get(relationship) ?? null;
  record.setParent(relationship, other);
  return before;
}
function addError(record: R, message: string, field?: string): void {
  record.addError(message, field === undefined ? undefined : record.fieldNamed(field).name);
}
function populated(record: R): ApexMap {
  const map = new ApexMap([], 'String', 'Object');
  for (const [name, value] of record.aggregates ?? record.values) if (value !== null || !record.fromQuery) map.put(name, value);
  for (const [name, other] of record.parents) if (other !== null) map.put(name, other);
  for (const [name, rows] of record.children) map.put(name, rows);
  return map;
}
const fieldOf = (token: SObjectFieldToken): string => required(token).field.name;

export const SOBJECT: PlatformClass = {
  name: 'SObject',
  members: {
    'void addError(String message)': (_x, r: R, message: string) => addError(r, message),
    'void addError(String message, Boolean escape)': (_x, r: R, message: string) => addError(r, message),
    'void addError(Exception error)': (_x, r: R, error: ApexException) => addError(r, error.text),
    'void addError(Exception error, Boolean escape)': (_x, r: R, error: ApexException) => addError(r, error.text),
    'void addError(String field, String message)': (_x, r: R, field: string, message: string) => addError(r, message, field),
    'void addError(String field, String message, Boolean escape)': (_x, r: R, field: string, message: string) => addError(r, message, field),
    'void addError(Schema.SObjectField field, String message)': (_x, r: R, field: SObjectFieldToken, message: string) => addError(r, message, fieldOf(field)),
    'void addError(Schema.SObjectField field, String message, Boolean escape)': (_x, r: R, field: SObjectFieldToken, message: string) => addError(r, message, fieldOf(field)),
    'void clear()': (_x, r: R) => r.values.clear(),
    'SObject clone()': (_x, r: R) => r.clone(),
    'SObject clone(Boolean preserveId)': (_x, r: R, id: boolean) => r.clone(id),
    'SObject clone(Boolean preserveId, Boolean deep)': (_x, r: R, id: boolean, deep: boolean) => r.clone(id, deep),
    'SObject clone(Boolean preserveId, Boolean deep, Boolean preserveReadonlyTimestamps)': (_x, r: R, id: boolean, deep: boolean, timestamps: boolean) => r.clone(id, deep, timestamps),
    'SObject clone(Boolean preserveId, Boolean deep, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)': (_x, r: R, id: boolean, deep: boolean, timestamps: boolean, autonumber: boolean) => r.clone(id, deep, timestamps, autonumber),
    'Boolean equals(Object other)': (_x, r: R, other) => equalsApex(r, other),
    'Object get(String name)': (_x, r: R, name: string) => get(r, name),
    'Object get(Schema.SObjectField field)': (_x, r: R, field: SObjectFieldToken) => get(r, fieldOf(field)),
    'List<Database.Error> getErrors()': (_x, r: R) => new ApexList(r.errors.map((error) => new ApexDmlError({ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: error.message, fields: error.field ? [error.field] : [] })), 'Database.Error'),
    'Map<String,Object> getPopulatedFieldsAsMap()': (_x, r: R) => populated(r),
    'SObject getSObject(String name)': (_x, r: R, name: string) => parent(r, name),
    'SObject getSObject(Schema.SObjectField field)': (_x, r: R, field: SObjectFieldToken) => parent(r, fieldOf(field)),
    'List<SObject> getSObjects(String name)': (_x, r: R, name: string) => children(r, name),
    'Schema.SObjectType getSObjectType()': (_x, r: R) => SObjectTypeToken.of(r.object),
    'Boolean hasErrors()': (_x, r: R) => r.errors.length > 0,
    'Integer hashCode()': (_x, r: R) => hashApex(r),
    'Boolean isClone()': (_x, r: R) => r.cloned,
    'Boolean isSet(String name)': (_x, r: R, name: string) => r.values.has(r.fieldNamed(required(name)).name),
    'Boolean isSet(Schema.SObjectField field)': (_x, r: R, field: SObjectFieldToken) => r.values.has(fieldOf(field)),
    'Object put(String name, Object value)': (x, r: R, name: string, value) => put(x, r, name, value),
    'Object put(Schema.SObjectField field, Object value)': (x, r: R, field: SObjectFieldToken, value) => put(x, r, fieldOf(field), value),
    'SObject putSObject(String name, SObject record)': (_x, r: R, name: string, other: SObjectValue | null) => putParent(r, name, other),
    'SObject putSObject(Schema.SObjectField field, SObject record)': (_x, r: R, field: SObjectFieldToken, other: SObjectValue | null) => putParent(r, field.field.reference?.relationshipName ?? '', other),
    'Id getCloneSourceId()': (_x, r: R) => r.cloneSource,
    'String toString()': (_x, r: R) => concatText(r),
  },
};
export const AGGREGATE: PlatformClass = { name: 'AggregateResult', extends: 'SObject' };

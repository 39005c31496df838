/** Reading and writing records, lists and properties. */
import type { ObjectModel } from '../../../schema';
import type { ApexValue, Execution } from '../types';
import { ApexException, ApexList, SObjectFieldToken, SObjectTypeToken, SObjectValue, nullPointer } from '../values';

/** A value that may not be null: receivers and operands. */
export function notNull(_x: Execution, value: ApexValue): ApexValue {
  if (value === null || value === undefined) throw nullPointer();
  return value;
}

export function field(_x: Execution, record: SObjectValue | null, name: string): ApexValue {
  if (record === null) throw nullPointer();
  return record.getField(name);
}
/** After a relationship: a parent that is null has null fields. */
export const fieldOrNull = (_x: Execution, record: SObjectValue | null, name: string): ApexValue => (record === null ? null : record.getField(name));
export function parent(_x: Execution, record: SObjectValue | null, name: string): SObjectValue | null {
  if (record === null) throw nullPointer();
  return record.getParent(name);
}
export const parentOrNull = (_x: Execution, record: SObjectValue | null, name: string): SObjectValue | null => (record === null ? null : record.getParent(name));
export function children(_x: Execution, record: SObjectValue | null, name: string): ApexList {
  if (record === null) throw nullPointer();
  return record.getChildren(name) ?? new ApexList([], record.object.childRelationship(name)?.childObject ?? 'SObject');
}
export function setField(_x: Execution, record: SObjectValue | null, name: string, value: ApexValue): ApexValue {
  if (record === null) throw nullPointer();
  record.setField(name, value);
  return value;
}
export function setParent(_x: Execution, record: SObjectValue | null, name: string, value: SObjectValue | null): SObjectValue | null {
  if (record === null) throw nullPointer();
  record.setParent(name, value);
  return value;
}
export function addFieldError(_x: Execution, record: SObjectValue, name: string, message: string | ApexException | null): null {
  record.addError(message instanceof ApexException ? message.text : message ?? '', name);
  return null;
}
/** `new Account(...)`: name, value and whether it is a relationship, three by three. */
export function newRecord(_x: Execution, object: ObjectModel, ...fields: ApexValue[]): SObjectValue {
  const record = new SObjectValue(object);
  for (let i = 0; i < fields.length; i += 3) {
    if (fields[i + 2]) record.setParent(fields[i], fields[i + 1]);
    else record.setField(fields[i], fields[i + 1]);
  }
  return record;
}

export function at(_x: Execution, list: ApexList | null, index: number | null): ApexValue {
  if (list === null || index === null) throw nullPointer();
  return list.get(index);
}
export function setAt(_x: Execution, list: ApexList | null, index: number | null, value: ApexValue): ApexValue {
  if (list === null || index === null) throw nullPointer();
  list.set(index, value);
  return value;
}
/** Writes a property of a platform object: its table's entry takes the value as one argument more. */
export function setProperty(x: Execution, member: (x: Execution, target: ApexValue, value?: ApexValue) => ApexValue, target: ApexValue, value: ApexValue): ApexValue {
  if (target === null) throw nullPointer();
  member(x, target, value);
  return value;
}

/** The same for a static property. */
export function setStaticProperty(x: Execution, member: (x: Execution, value?: ApexValue) => ApexValue, value: ApexValue): ApexValue {
  member(x, value);
  return value;
}

function objectNamed(x: Execution, name: string): ObjectModel {
  const object = x.org.object(name);
  if (!object) throw new ApexException('TypeException', `Invalid type: ${name}`);
  return object;
}
export const objectToken = (x: Execution, name: string): SObjectTypeToken => SObjectTypeToken.of(objectNamed(x, name));
export function fieldToken(x: Execution, objectName: string, name: string): SObjectFieldToken {
  const object = objectNamed(x, objectName);
  return SObjectFieldToken.of(object, new SObjectValue(object).fieldNamed(name));
}
export const label = (x: Execution, name: string): string => x.org.labels.get(name.toLowerCase())?.value ?? '';

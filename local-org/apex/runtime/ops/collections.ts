/** Making collections and going through them. */
import type { ApexValue, Execution } from '../types';
import { ApexEnumValue, ApexException, ApexList, ApexMap, ApexSet, SObjectValue, nullPointer } from '../values';

export const newList = (element: string, ...items: ApexValue[]): ApexList => {
  const list = new ApexList([], element);
  for (const item of items) list.add(item);
  return list;
};
export const newSet = (element: string, ...items: ApexValue[]): ApexSet => new ApexSet(items, element);
export function newMap(key: string, value: string, ...parts: ApexValue[]): ApexMap {
  const map = new ApexMap([], key, value);
  for (let i = 0; i < parts.length; i += 2) map.put(parts[i], parts[i + 1]);
  return map;
}
export const newListSized = (_x: Execution, size: number | null, element: string): ApexList => {
  if (size === null) throw nullPointer();
  return new ApexList(Array<null>(size).fill(null), element);
};
export const newListFrom = (x: Execution, source: ApexValue, element: string): ApexList => newList(element, ...eachOf(x, source));
export const newSetFrom = (x: Execution, source: ApexValue, element: string): ApexSet => new ApexSet(eachOf(x, source), element);
export function newMapFrom(_x: Execution, source: ApexMap | null, key: string, value: string): ApexMap {
  if (source === null) throw nullPointer();
  const map = new ApexMap([], key, value);
  for (const entry of source.entries.values()) map.put(entry.key, entry.value);
  return map;
}
/** `new Map<Id, Account>(rows)`. */
export function newMapOfRecords(_x: Execution, rows: ApexList | null, key: string, value: string): ApexMap {
  if (rows === null) throw nullPointer();
  const map = new ApexMap([], key, value);
  rows.items.forEach((row: SObjectValue | null, index) => {
    if (!row?.id) throw new ApexException('ListException', `Row with null Id at index: ${index}`);
    map.put(row.id, row);
  });
  return map;
}

/** Items of a list or set, for a loop. */
export function each(_x: Execution, source: ApexList | ApexSet | null): Iterable<ApexValue> {
  if (source === null) throw nullPointer();
  return source instanceof ApexList ? source.items : source;
}
/** Items of anything Iterable: the iterator of a user class is asked through its methods. */
export function eachOf(x: Execution, source: ApexValue): Iterable<ApexValue> {
  if (source === null) throw nullPointer();
  if (source instanceof ApexList || source instanceof ApexSet) return each(x, source);
  if (typeof source[Symbol.iterator] === 'function') return source as Iterable<ApexValue>;
  return userItems(x, source);
}
function* userItems(x: Execution, source: ApexValue): Generator<ApexValue> {
  const iterator = x.runtime.invoke(x, source, 'iterator', []);
  if (iterator === null) throw nullPointer();
  if (typeof iterator.hasNextValue === 'function') {
    while (iterator.hasNextValue()) yield iterator.nextValue();
    return;
  }
  while (x.runtime.invoke(x, iterator, 'hasNext', []) === true) yield x.runtime.invoke(x, iterator, 'next', []);
}
export function* mapped(items: Iterable<ApexValue>, convert: (value: ApexValue) => ApexValue): Generator<ApexValue> {
  for (const item of items) yield convert(item);
}

export function enumValue(type: string, name: string, ordinal: number): ApexEnumValue {
  return ApexEnumValue.of(type, name, ordinal);
}
export const enumValues = (type: string, names: readonly string[]): readonly ApexEnumValue[] => ApexEnumValue.all(type, names);
export const enumList = (type: string, values: readonly ApexEnumValue[]): ApexList => new ApexList([...values], type);
export function enumValueOf(_x: Execution, type: string, values: readonly ApexEnumValue[], name: string | null): ApexEnumValue {
  if (name === null) throw nullPointer();
  const found = values.find((value) => value.name.toLowerCase() === name.toLowerCase());
  if (!found) throw new ApexException('NoSuchElementException', `No enum constant ${type}.${name}`);
  return found;
}

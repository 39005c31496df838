/** Equality, hash codes and the keys of sets and maps. */
import { currentExecution } from '../current';
import type { ApexValue, CompiledClass, Execution } from '../types';
import { ApexList, ApexMap, ApexSet } from './collections';
import { ApexBlob, ApexDate, ApexDatetime, ApexTime } from './dates';
import { ApexDecimal, ApexDouble } from './decimal';
import { ApexEnumValue } from './enums';
import { PlatformObject } from './object';
import { SObjectValue } from './sobject';

/** What a JS Map tells apart: a primitive, or the object itself where identity decides. */
export type Key = string | number | bigint | boolean | null | object;

/** Marks keys that are text but stand for another type; no Apex string begins with it. */
const MARK = '\u0000';

/** Equal values have equal keys. */
export function keyOf(value: ApexValue): Key {
  if (value === null || typeof value !== 'object') return value as Key;
  if (value instanceof ApexEnumValue) return value;
  if (value instanceof ApexDouble) return `${MARK}double:${value.v === 0 ? 0 : value.v}`;
  if (value instanceof ApexDecimal) return `${MARK}decimal:${value.stripTrailingZeros().toPlainString()}`;
  if (value instanceof ApexDate) return `${MARK}date:${value.days}`;
  if (value instanceof ApexDatetime) return `${MARK}datetime:${value.ms}`;
  if (value instanceof ApexTime) return `${MARK}time:${value.ms}`;
  if (value instanceof ApexBlob) return `${MARK}blob:${Buffer.from(value.bytes).toString('base64')}`;
  if (value instanceof SObjectValue) return `${MARK}${sobjectKey(value)}`;
  if (value instanceof ApexList) return `${MARK}list:${value.items.map(part).join()}`;
  if (value instanceof ApexSet) return `${MARK}set:${[...value].map(part).sort().join()}`;
  if (value instanceof ApexMap) return `${MARK}map:${[...value.entries.values()].map((entry) => `${part(entry.key)}=${part(entry.value)}`).sort().join()}`;
  if (value instanceof PlatformObject) return value.equalityKey ?? value;
  return userKey(value);
}

const objectNumbers = new WeakMap<object, number>();
let lastNumber = 0;
function numberOf(object: object): number {
  let number = objectNumbers.get(object);
  if (number === undefined) objectNumbers.set(object, (number = ++lastNumber));
  return number;
}
function part(value: ApexValue): string {
  const key = keyOf(value);
  return typeof key === 'object' && key !== null ? `#${numberOf(key)}` : `${typeof key}:${JSON.stringify(typeof key === 'bigint' ? String(key) : key)}`;
}
function sobjectKey(record: SObjectValue): string {
  const fields = [...record.values].filter(([, value]) => value !== null).map(([name, value]) => `${name}=${part(value)}`).sort();
  return `record:${record.object.name}:${fields.join()}`;
}

/** User objects with `equals` and `hashCode` share a key with an equal object seen before; the others are keys themselves. */
const buckets = new WeakMap<Execution, Map<string, object[]>>();
function userKey(value: object): Key {
  const x = currentExecution();
  if (!x || !overrides(x, value, 'equals') || !overrides(x, value, 'hashCode')) return value;
  const bucketName = `${x.runtime.typeOf(value)}:${x.runtime.invoke(x, value, 'hashCode', [])}`;
  let byHash = buckets.get(x);
  if (!byHash) buckets.set(x, (byHash = new Map()));
  const bucket = byHash.get(bucketName);
  if (!bucket) {
    byHash.set(bucketName, [value]);
    return value;
  }
  const same = bucket.find((other) => other === value || x.runtime.invoke(x, value, 'equals', [other]) === true);
  if (same) return same;
  bucket.push(value);
  return value;
}

const overriding = new WeakMap<CompiledClass, Map<string, boolean>>();
/** Whether the class of a user object, or one it extends, declares this method. */
export function overrides(x: Execution, value: object, method: string): boolean {
  const type = x.runtime.findClass(x.runtime.typeOf(value));
  if (!type) return false;
  let known = overriding.get(type);
  if (!known) overriding.set(type, (known = new Map()));
  let result = known.get(method);
  if (result === undefined) {
    result = false;
    for (let each: CompiledClass | undefined = type; each && !result; each = each.superName ? x.runtime.findClass(each.superName) : undefined) {
      result = each.methods.some((candidate) => !candidate.static && candidate.name.toLowerCase() === method.toLowerCase());
    }
    known.set(method, result);
  }
  return result;
}

/** Whether two values are equal as collections and `equals` see it: strings by case. The `==` operator on strings is the compiler's. */
export function equalsApex(left: ApexValue, right: ApexValue): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  const [leftNumber, rightNumber] = [numeric(left), numeric(right)];
  if (leftNumber !== undefined && rightNumber !== undefined) return leftNumber.compare(rightNumber) === 0;
  if (typeof left !== 'object' || typeof right !== 'object') return false;
  if (left instanceof ApexList || left instanceof ApexSet || left instanceof ApexMap) return sameCollection(left, right);
  const x = currentExecution();
  if (x && isUserObject(left)) return overrides(x, left, 'equals') ? x.runtime.invoke(x, left, 'equals', [right]) === true : false;
  return keyOf(left) === keyOf(right);
}
function sameCollection(left: ApexList | ApexSet | ApexMap, right: ApexValue): boolean {
  if (left instanceof ApexList) return right instanceof ApexList && left.items.length === right.items.length && left.items.every((item, index) => equalsApex(item, right.items[index]));
  if (left instanceof ApexSet) return right instanceof ApexSet && left.size === right.size && [...left].every((item) => right.has(item));
  return right instanceof ApexMap && left.size === right.size && [...left.entries.values()].every((entry) => right.has(entry.key) && equalsApex(entry.value, right.get(entry.key)));
}

/** Any number as a Decimal; undefined for what is none. */
export function numeric(value: ApexValue): ApexDecimal | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return ApexDecimal.of(value);
  if (value instanceof ApexDecimal) return value;
  if (value instanceof ApexDouble && Number.isFinite(value.v)) return ApexDecimal.fromNumber(value.v);
  return undefined;
}

export function isUserObject(value: ApexValue): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof ApexEnumValue || value instanceof ApexDouble || value instanceof ApexDecimal || value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime
    || value instanceof ApexBlob || value instanceof SObjectValue || value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap || value instanceof PlatformObject);
}

/** Hash of text as Java computes it, which String.hashCode answers. */
export function hashText(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (hash * 31 + text.charCodeAt(index)) | 0;
  return hash;
}
/** System.hashCode: equal values have equal hashes. */
export function hashApex(value: ApexValue): number {
  if (value === null) return 0;
  if (typeof value === 'number') return value | 0;
  if (typeof value === 'string') return hashText(value);
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
  const x = currentExecution();
  if (x && isUserObject(value)) return overrides(x, value, 'hashCode') ? (x.runtime.invoke(x, value, 'hashCode', []) as number) : numberOf(value);
  const key = keyOf(value);
  return typeof key === 'object' && key !== null ? numberOf(key) : hashText(String(key));
}

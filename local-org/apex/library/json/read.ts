/** JSON values as values of an Apex type: JSON.deserialize, arguments of components, bodies of Apex REST. */
import type { FieldModel, ObjectModel } from '../../../schema';
import type { ApexValue, CompiledClass, Execution } from '../../runtime/types';
import { ApexBlob, ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexEnumValue, ApexException, ApexList, ApexMap, ApexSet, apexTypeOf, ApexTime, idOf, SObjectValue } from '../../runtime/values';
import { JsonNumber, type Json } from './parse';

export interface ReadOptions {
  /** JSON.deserializeStrict: members that the class lacks are errors. */
  readonly strict?: boolean;
}

const isObject = (value: Json): value is { [name: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber);
const describe = (value: Json): string => (value instanceof JsonNumber ? value.text : typeof value === 'string' ? value : JSON.stringify(value));
const numberText = (value: Json): string | undefined => (value instanceof JsonNumber ? value.text : typeof value === 'number' ? String(value) : undefined);

/** Without a type: maps, lists, text, Integer or Long, Decimal, Boolean. */
export function untyped(value: Json): ApexValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  const number = numberText(value);
  if (number !== undefined) {
    if (!/^-?\d+$/.test(number)) return ApexDecimal.fromString(number);
    const integer = BigInt(number);
    return BigInt.asIntN(32, integer) === integer ? Number(integer) : BigInt.asIntN(64, integer) === integer ? integer : ApexDecimal.fromString(number);
  }
  if (Array.isArray(value)) return new ApexList(value.map(untyped), 'Object');
  return new ApexMap(Object.entries(value as Record<string, Json>).map(([name, each]) => [name, untyped(each)] as const), 'String', 'Object');
}

/** `Map<Id,List<X>>` as its name and arguments. */
export function splitType(type: string): { base: string; args: string[] } {
  const array = /^(.*)\[\]$/s.exec(type.trim());
  if (array) return { base: 'list', args: [array[1] as string] };
  const generic = /^([\w.]+)\s*<(.*)>$/s.exec(type.trim());
  if (!generic) return { base: type.trim(), args: [] };
  const args: string[] = [];
  let depth = 0;
  let from = 0;
  const inner = generic[2] as string;
  for (let at = 0; at <= inner.length; at++) {
    const character = inner[at];
    if (character === '<') depth++;
    else if (character === '>') depth--;
    else if (at === inner.length || (character === ',' && depth === 0)) {
      args.push(inner.slice(from, at).trim());
      from = at + 1;
    }
  }
  return { base: generic[1] as string, args };
}

function illegal(type: string, value: Json): never {
  throw new ApexException('JSONException', `Illegal value for ${type}: ${describe(value)}`);
}

const PRIMITIVES: Readonly<Record<string, (value: Json) => ApexValue>> = {
  string: (value) => (typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : numberText(value) ?? illegal('String', value)),
  id: (value) => (typeof value === 'string' ? idOf(value) : illegal('Id', value)),
  boolean: (value) => (typeof value === 'boolean' ? value : value === 'true' || value === 'false' ? value === 'true' : illegal('Boolean', value)),
  integer: (value) => {
    const text = numberText(value) ?? (typeof value === 'string' ? value : illegal('Integer', value));
    return /^-?\d+(?:\.0+)?$/.test(text) && Math.abs(Number(text)) <= 2147483648 ? Number(text) : illegal('Integer', value);
  },
  long: (value) => {
    const text = numberText(value) ?? (typeof value === 'string' ? value : illegal('Long', value));
    return /^-?\d+$/.test(text) ? BigInt(text) : illegal('Long', value);
  },
  decimal: (value) => decimal(numberText(value) ?? (typeof value === 'string' ? value : illegal('Decimal', value)), value),
  double: (value) => new ApexDouble(decimal(numberText(value) ?? (typeof value === 'string' ? value : illegal('Double', value)), value).toNumber()),
  date: (value) => (typeof value === 'string' ? dated('Date', value, () => ApexDate.parse(value)) : illegal('Date', value)),
  datetime: (value) => {
    const text = numberText(value);
    if (text !== undefined) return new ApexDatetime(Number(text));
    return typeof value === 'string' ? dated('Datetime', value, () => ApexDatetime.parse(value)) : illegal('Datetime', value);
  },
  time: (value) => (typeof value === 'string' ? dated('Time', value, () => ApexTime.parse(value)) : illegal('Time', value)),
  blob: (value) => (typeof value === 'string' ? new ApexBlob(Buffer.from(value, 'base64')) : illegal('Blob', value)),
  object: untyped,
};
function decimal(text: string, value: Json): ApexDecimal {
  try {
    return ApexDecimal.fromString(text);
  } catch {
    return illegal('Decimal', value);
  }
}
function dated<T>(type: string, value: Json, read: () => T): T {
  try {
    return read();
  } catch {
    return illegal(type, value);
  }
}

export function readJson(x: Execution, value: Json | undefined, type: string, options: ReadOptions = {}): ApexValue {
  if (value === null || value === undefined) return null;
  const { base, args } = splitType(type);
  const name = base.toLowerCase().replace(/^system\./, '');
  const primitive = PRIMITIVES[name];
  if (primitive) return primitive(value);
  if (name === 'list' || name === 'iterable') return new ApexList(items(value, type).map((each) => readJson(x, each, args[0] ?? 'Object', options)), args[0] ?? 'Object');
  if (name === 'set') return new ApexSet(items(value, type).map((each) => readJson(x, each, args[0] ?? 'Object', options)), args[0] ?? 'Object');
  if (name === 'map') {
    const [key = 'String', item = 'Object'] = args;
    return new ApexMap(Object.entries(members(value, type)).map(([each, inner]) => [readJson(x, each, key, options), readJson(x, inner, item, options)] as const), key, item);
  }
  if (name === 'sobject') return readRecord(x, members(value, type), objectOf(x, members(value, type)), options);
  const own = x.runtime.findClass(base);
  if (own) return own.enumValues ? readEnum(own, value) : readObject(x, members(value, type), own, options);
  const object = x.org.object(base);
  if (object) return readRecord(x, members(value, type), object, options);
  const platform = x.services.library.get(name);
  if (platform?.kind === 'enum') return x.services.enumValue(platform.name, describe(value));
  throw new ApexException('JSONException', `Apex Type unsupported in JSON: ${type}`);
}

function items(value: Json, type: string): Json[] {
  if (!Array.isArray(value)) throw new ApexException('JSONException', `Malformed JSON: Expected '[' at the beginning of List/Set: ${type}`);
  return value;
}
function members(value: Json, type: string): { [name: string]: Json } {
  if (!isObject(value)) throw new ApexException('JSONException', `Malformed JSON: Expected '{' at the beginning of object: ${type}`);
  return value;
}

function readEnum(type: CompiledClass, value: Json): ApexEnumValue {
  const names = type.enumValues ?? [];
  const index = names.findIndex((name) => typeof value === 'string' && name.toLowerCase() === value.toLowerCase());
  if (index < 0) throw new ApexException('JSONException', `Illegal value for ${type.name}: ${describe(value)}`);
  return ApexEnumValue.of(type.name, names[index] as string, index);
}

/** A user object without running a constructor. Names match in any case. */
function readObject(x: Execution, value: { [name: string]: Json }, type: CompiledClass, options: ReadOptions): ApexValue {
  const target = x.runtime.allocate ? x.runtime.allocate(x, type.name) : x.runtime.newInstance(x, type.name);
  for (const [name, inner] of Object.entries(value)) {
    const field = fieldOf(x, type, name);
    if (field) x.runtime.writeField(x, target, field.name, readJson(x, inner, field.type, options));
    else if (options.strict) throw new ApexException('JSONException', `No such column '${name}' on type ${type.name}`);
  }
  return target;
}
function fieldOf(x: Execution, type: CompiledClass, name: string): { name: string; type: string } | undefined {
  for (let each: CompiledClass | undefined = type; each; each = each.superName ? x.runtime.findClass(each.superName) : undefined) {
    const field = each.fields.find((candidate) => !candidate.static && candidate.name.toLowerCase() === name.toLowerCase());
    if (field) return field;
  }
  return undefined;
}

function objectOf(x: Execution, value: { [name: string]: Json }): ObjectModel {
  const attributes = value['attributes'];
  const type = attributes !== undefined && isObject(attributes) ? attributes['type'] : (value['sobjectType'] ?? value['SObjectType']);
  const object = typeof type === 'string' ? x.org.object(type) : undefined;
  if (!object) throw new ApexException('JSONException', "Don't know the type of the Apex object to deserialize");
  return object;
}
function readRecord(x: Execution, value: { [name: string]: Json }, object: ObjectModel, options: ReadOptions): SObjectValue {
  const record = new SObjectValue(object);
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'attributes' || name.toLowerCase() === 'sobjecttype') continue;
    const field = object.field(name);
    if (field && !(field.components && isObject(inner))) record.values.set(field.name, readField(x, field, inner));
    else if (!readRelated(x, record, name, inner, options)) throw new ApexException('JSONException', `No such column '${name}' on sobject of type ${object.name}`);
  }
  return record;
}
function readField(x: Execution, field: FieldModel, value: Json): ApexValue {
  // A picklist of numbers stays text; an empty text clears what is no text, as Lightning inputs send it.
  const type = apexTypeOf(field);
  return value === '' && type !== 'String' ? null : readJson(x, value, type);
}
function readRelated(x: Execution, record: SObjectValue, name: string, value: Json, options: ReadOptions): boolean {
  const reference = record.object.relationship(name)?.reference;
  if (reference?.relationshipName) {
    if (value === null) return true;
    const target = isObject(value) && isObject(value['attributes'] ?? null) ? objectOf(x, value) : x.org.object(reference.to[0] ?? '');
    if (!target || !isObject(value)) return false;
    record.parents.set(reference.relationshipName, readRecord(x, value, target, options));
    return true;
  }
  const child = record.object.childRelationship(name);
  const target = child && x.org.object(child.childObject);
  if (!child?.relationshipName || !target || value === null) return child !== undefined;
  const rows = isObject(value) ? (value['records'] ?? []) : value;
  record.children.set(child.relationshipName, new ApexList(items(rows, `List<${target.name}>`).map((row) => readRecord(x, members(row, target.name), target, options)), target.name));
  return true;
}

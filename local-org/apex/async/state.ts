/**
 * The state of queued work as text: what a Queueable, a batch or a schedule holds while it waits. Transient fields are left out
 * (Apex Developer Guide, "Using the transient Keyword"); an object that is reached twice is one object again afterwards.
 */
import type { OrgModel } from '../../schema';
import type { Program } from '../compiler';
import type { ApexValue } from '../runtime/types';
import { ApexBlob, ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexEnumValue, ApexException, ApexList, ApexMap, ApexSet, ApexTime, isUserObject, SObjectValue } from '../runtime/values';

type Pair = readonly [string, Coded];
/** Plain values stand for themselves; everything else bears its kind under `t`. */
type Coded =
  | null | boolean | number | string
  | { readonly t: 'long' | 'decimal' | 'double' | 'blob'; readonly v: string }
  | { readonly t: 'date' | 'datetime' | 'time'; readonly v: number }
  | { readonly t: 'enum'; readonly of: string; readonly v: string; readonly at: number }
  | { readonly t: 'again'; readonly v: number }
  | { readonly t: 'list' | 'set'; readonly of: string; readonly v: readonly Coded[] }
  | { readonly t: 'map'; readonly key: string; readonly of: string; readonly v: readonly (readonly [Coded, Coded])[] }
  | { readonly t: 'record'; readonly of: string; readonly queried: boolean; readonly v: readonly Pair[]; readonly parents: readonly Pair[]; readonly children: readonly Pair[] }
  | { readonly t: 'object'; readonly of: string; readonly v: readonly Pair[] };

/** The value holds something that cannot wait as text: `Not Serializable: HttpRequest`. */
export class NotSerializable extends Error {}

export function writeState(program: Program, value: ApexValue): string {
  return JSON.stringify(new StateWriter(program).code(value));
}

export function readState(program: Program, org: OrgModel, text: string): ApexValue {
  return new StateReader(program, org).value(JSON.parse(text) as Coded);
}

class StateWriter {
  private readonly seen = new Map<unknown, number>();
  constructor(private readonly program: Program) {}

  code(value: ApexValue): Coded {
    if (value === null || value === undefined) return null;
    if (typeof value === 'bigint') return { t: 'long', v: String(value) };
    if (typeof value !== 'object') return value as Coded;
    if (value instanceof ApexDecimal) return { t: 'decimal', v: value.toPlainString() };
    if (value instanceof ApexDouble) return { t: 'double', v: String(value.v) };
    if (value instanceof ApexDate) return { t: 'date', v: value.days };
    if (value instanceof ApexDatetime) return { t: 'datetime', v: value.ms };
    if (value instanceof ApexTime) return { t: 'time', v: value.ms };
    if (value instanceof ApexBlob) return { t: 'blob', v: Buffer.from(value.bytes).toString('base64') };
    if (value instanceof ApexEnumValue) return { t: 'enum', of: value.type, v: value.name, at: value.ordinal };
    const before = this.seen.get(value);
    if (before !== undefined) return { t: 'again', v: before };
    this.seen.set(value, this.seen.size);
    return this.nested(value);
  }

  private nested(value: ApexValue): Coded {
    if (value instanceof ApexList) return { t: 'list', of: value.elementType, v: value.items.map((item) => this.code(item)) };
    if (value instanceof ApexSet) return { t: 'set', of: value.elementType, v: [...value].map((item) => this.code(item)) };
    if (value instanceof ApexMap && !value.anyCase) return { t: 'map', key: value.keyType, of: value.valueType, v: [...value.entries.values()].map((entry) => [this.code(entry.key), this.code(entry.value)] as const) };
    if (value instanceof SObjectValue && !value.aggregates) return { t: 'record', of: value.object.name, queried: value.fromQuery, v: this.pairs(value.values), parents: this.pairs(value.parents), children: this.pairs(value.children) };
    if (isUserObject(value) && !(value instanceof ApexException)) return this.object(value);
    throw new NotSerializable(`Not Serializable: ${this.program.typeOf(value)}`);
  }

  private pairs(entries: Iterable<readonly [string, ApexValue]>): Pair[] {
    return [...entries].map(([name, value]) => [name, this.code(value)] as const);
  }

  private object(value: ApexValue): Coded {
    const name = this.program.typeOf(value);
    const members: Pair[] = [];
    for (let type = this.program.findClass(name); type; type = type.superName ? this.program.findClass(type.superName) : undefined) {
      for (const field of type.fields) if (!field.static && !field.transient) members.push([field.js, this.code(value[field.js])]);
    }
    return { t: 'object', of: name, v: members };
  }
}

class StateReader {
  private readonly made: ApexValue[] = [];
  constructor(private readonly program: Program, private readonly org: OrgModel) {}

  value(coded: Coded): ApexValue {
    if (coded === null || typeof coded !== 'object') return coded;
    switch (coded.t) {
      case 'long': return BigInt(coded.v);
      case 'decimal': return ApexDecimal.fromString(coded.v);
      case 'double': return new ApexDouble(Number(coded.v));
      case 'date': return new ApexDate(coded.v);
      case 'datetime': return new ApexDatetime(coded.v);
      case 'time': return new ApexTime(coded.v);
      case 'blob': return new ApexBlob(Buffer.from(coded.v, 'base64'));
      case 'enum': return ApexEnumValue.of(coded.of, coded.v, coded.at);
      case 'again': return this.made[coded.v];
      case 'list': return this.fill(new ApexList([], coded.of), (list) => { list.items = coded.v.map((item) => this.value(item)); });
      case 'set': return this.fill(new ApexSet([], coded.of), (set) => coded.v.forEach((item) => set.add(this.value(item))));
      case 'map': return this.fill(new ApexMap([], coded.key, coded.of), (map) => coded.v.forEach(([key, item]) => map.put(this.value(key), this.value(item))));
      case 'record': return this.record(coded);
      case 'object': return this.object(coded);
    }
  }

  /** Noted before it is filled, as it was when it was written: what it holds may point back to it. */
  private fill<T>(made: T, work: (made: T) => void): T {
    this.made.push(made);
    work(made);
    return made;
  }

  private record(coded: Extract<Coded, { t: 'record' }>): SObjectValue {
    const object = this.org.object(coded.of);
    if (!object) throw new ApexException('TypeException', `The object ${coded.of} is not there any more.`);
    return this.fill(new SObjectValue(object, coded.queried), (record) => {
      for (const [name, each] of coded.v) {
        const value = this.value(each);
        if (object.field(name)) record.values.set(name, value);
      }
      for (const [name, each] of coded.parents) record.parents.set(name, this.value(each));
      for (const [name, each] of coded.children) record.children.set(name, this.value(each));
    });
  }

  /** Fields that the class does not have any more are dropped, new ones are null. */
  private object(coded: Extract<Coded, { t: 'object' }>): ApexValue {
    const type = this.program.findClass(coded.of);
    if (!type) throw new ApexException('TypeException', `The class ${coded.of} is not there any more.`);
    return this.fill(new this.program.names[type.js](), (target: Record<string, ApexValue>) => {
      for (const [name, each] of coded.v) {
        const value = this.value(each);
        if (name in target) target[name] = value;
      }
    });
  }
}

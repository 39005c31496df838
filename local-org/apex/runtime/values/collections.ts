/** Lists, sets and maps. `elementType` and its kin are Apex type names as the compiler writes them: `String`, `Id`, `List<Account>`. */
import type { ApexValue } from '../types';
import { ApexException } from './exception';
import { keyOf, type Key } from './identity';
import { to18 } from './ids';

/** Ids of 15 characters enter collections of ids as 18. */
const entering = (value: ApexValue, type: string): ApexValue => (type === 'Id' && typeof value === 'string' ? to18(value) : value);

export class ApexList implements Iterable<ApexValue> {
  constructor(public items: ApexValue[] = [], public elementType: string = 'Object') {}
  get apexType(): string {
    return `List<${this.elementType}>`;
  }
  private check(index: number, length = this.items.length): number {
    if (index === null || index < 0 || index >= length) throw new ApexException('ListException', `List index out of bounds: ${index}`);
    return index;
  }
  get(index: number): ApexValue {
    return this.items[this.check(index)];
  }
  set(index: number, value: ApexValue): void {
    this.items[this.check(index)] = entering(value, this.elementType);
  }
  add(value: ApexValue): void {
    this.items.push(entering(value, this.elementType));
  }
  insert(index: number, value: ApexValue): void {
    this.items.splice(this.check(index, this.items.length + 1), 0, entering(value, this.elementType));
  }
  remove(index: number): ApexValue {
    return this.items.splice(this.check(index), 1)[0];
  }
  [Symbol.iterator](): Iterator<ApexValue> {
    return this.items[Symbol.iterator]();
  }
}

export class ApexSet implements Iterable<ApexValue> {
  readonly entries = new Map<Key, ApexValue>();
  constructor(items: Iterable<ApexValue> = [], public elementType: string = 'Object') {
    for (const item of items) this.add(item);
  }
  get apexType(): string {
    return `Set<${this.elementType}>`;
  }
  get size(): number {
    return this.entries.size;
  }
  /** True when the set changed. */
  add(value: ApexValue): boolean {
    const entered = entering(value, this.elementType);
    const key = keyOf(entered);
    if (this.entries.has(key)) return false;
    this.entries.set(key, entered);
    return true;
  }
  has(value: ApexValue): boolean {
    return this.entries.has(keyOf(entering(value, this.elementType)));
  }
  delete(value: ApexValue): boolean {
    return this.entries.delete(keyOf(entering(value, this.elementType)));
  }
  [Symbol.iterator](): Iterator<ApexValue> {
    return this.entries.values();
  }
}

export class ApexMap {
  readonly entries = new Map<Key, { readonly key: ApexValue; value: ApexValue }>();
  constructor(pairs: Iterable<readonly [ApexValue, ApexValue]> = [], public keyType: string = 'Object', public valueType: string = 'Object', /** Keys are names that any case finds, as in the maps of describe. */ readonly anyCase = false) {
    for (const [key, value] of pairs) this.put(key, value);
  }
  get apexType(): string {
    return `Map<${this.keyType},${this.valueType}>`;
  }
  get size(): number {
    return this.entries.size;
  }
  private keyFor(key: ApexValue): Key {
    return keyOf(this.anyCase && typeof key === 'string' ? key.toLowerCase() : entering(key, this.keyType));
  }
  /** Null when the key is absent. */
  get(key: ApexValue): ApexValue {
    return this.entries.get(this.keyFor(key))?.value ?? null;
  }
  has(key: ApexValue): boolean {
    return this.entries.has(this.keyFor(key));
  }
  /** The value that was there before, or null. */
  put(key: ApexValue, value: ApexValue): ApexValue {
    const entered = entering(key, this.keyType);
    const normal = this.keyFor(entered);
    const stored = entering(value, this.valueType);
    const entry = this.entries.get(normal);
    if (!entry) {
      this.entries.set(normal, { key: entered, value: stored });
      return null;
    }
    const before = entry.value;
    entry.value = stored;
    return before;
  }
  remove(key: ApexValue): ApexValue {
    const normal = this.keyFor(key);
    const value = this.entries.get(normal)?.value ?? null;
    this.entries.delete(normal);
    return value;
  }
  *keys(): Generator<ApexValue> {
    for (const entry of this.entries.values()) yield entry.key;
  }
  *values(): Generator<ApexValue> {
    for (const entry of this.entries.values()) yield entry.value;
  }
}

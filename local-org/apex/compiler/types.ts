/** Static types. Each type is one object: equality is identity. */
import type { ObjectModel } from '../../schema';
import type { ClassSymbol } from './symbols';
import type { PlatformInfo } from './platform';

export type TypeKind = 'void' | 'null' | 'unknown' | 'platform' | 'class' | 'sobject' | 'parameter';

export class ApexType {
  constructor(
    readonly kind: TypeKind,
    /** As the platform writes it in messages: `List<Account>`, `Outer.Inner`. */
    readonly name: string,
    readonly args: readonly ApexType[] = [],
    readonly symbol?: ClassSymbol,
    /** Name of the generic class without arguments. */
    readonly base: string = name,
    readonly object?: ObjectModel
  ) {}

  is(...bases: string[]): boolean {
    return this.kind === 'platform' && bases.includes(this.base);
  }
  get isNumber(): boolean {
    return this.is('Integer', 'Long', 'Double', 'Decimal');
  }
  get isCollection(): boolean {
    return this.is('List', 'Set', 'Map');
  }
  get isText(): boolean {
    return this.is('String', 'Id');
  }
  toString(): string {
    return this.name;
  }
}

/** Values of these types are compared and copied as values, and have operators. */
export const PRIMITIVES: ReadonlySet<string> = new Set(['Boolean', 'Integer', 'Long', 'Double', 'Decimal', 'String', 'Id', 'Date', 'Datetime', 'Time', 'Blob']);

/** Makes and keeps types. */
export class TypeTable {
  private readonly byKey = new Map<string, ApexType>();
  private readonly platformInfos = new Map<string, PlatformInfo>();
  readonly void = new ApexType('void', 'void');
  readonly null = new ApexType('null', 'null');
  /** Result of an expression that is already in error. */
  readonly unknown = new ApexType('unknown', 'unknown');
  readonly Object = this.platform('Object');
  readonly Boolean = this.platform('Boolean');
  readonly Integer = this.platform('Integer');
  readonly Long = this.platform('Long');
  readonly Double = this.platform('Double');
  readonly Decimal = this.platform('Decimal');
  readonly String = this.platform('String');
  readonly Id = this.platform('Id');
  readonly Date = this.platform('Date');
  readonly Datetime = this.platform('Datetime');
  readonly Time = this.platform('Time');
  readonly Blob = this.platform('Blob');
  readonly SObject = this.sobject('SObject');

  private intern(key: string, make: () => ApexType): ApexType {
    let type = this.byKey.get(key);
    if (!type) this.byKey.set(key, (type = make()));
    return type;
  }

  platform(base: string, args: readonly ApexType[] = []): ApexType {
    const name = args.length > 0 ? `${base}<${args.map((arg) => arg.name).join(',')}>` : base;
    return this.intern(`p:${name}`, () => new ApexType('platform', name, args, undefined, base));
  }
  list(element: ApexType): ApexType {
    return this.platform('List', [element]);
  }
  set(element: ApexType): ApexType {
    return this.platform('Set', [element]);
  }
  map(key: ApexType, value: ApexType): ApexType {
    return this.platform('Map', [key, value]);
  }
  sobject(name: string, object?: ObjectModel): ApexType {
    return this.intern(`o:${name}`, () => new ApexType('sobject', name, [], undefined, name, object));
  }
  /** Called once for each class: its symbol keeps the type. */
  ofClass(symbol: ClassSymbol): ApexType {
    return new ApexType('class', symbol.name, [], symbol);
  }
  parameter(name: string): ApexType {
    return this.intern(`t:${name}`, () => new ApexType('parameter', name));
  }
  /** The type with its parameters replaced, as `T` in `List<T>`. */
  substitute(type: ApexType, bound: ReadonlyMap<string, ApexType>): ApexType {
    if (type.kind === 'parameter') return bound.get(type.name) ?? this.Object;
    if (type.args.length === 0 || bound.size === 0) return type;
    return this.platform(type.base, type.args.map((arg) => this.substitute(arg, bound)));
  }
  register(info: PlatformInfo): void {
    this.platformInfos.set(info.name, info);
  }
  info(type: ApexType): PlatformInfo | undefined {
    return this.platformInfos.get(type.kind === 'sobject' ? 'SObject' : type.base);
  }
}

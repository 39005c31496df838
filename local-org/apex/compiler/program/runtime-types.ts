/** Types at run time: instanceof, casts, names of values. */
import type { OrgModel } from '../../../schema';
import type { ApexValue, Execution, PlatformClass } from '../../runtime/types';
import type { RuntimeType } from '../../runtime/ops';
import { ApexBlob, ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexEnumValue, ApexException, ApexList, ApexMap, ApexSet, ApexTime, PlatformObject, SObjectValue, idOf, isIdText } from '../../runtime/values';
import type { ClassRecord } from '../describe';
import { splitParameters } from '../platform';

interface TypeName { readonly base: string; readonly args: readonly TypeName[]; readonly text: string; }

function parseName(text: string): TypeName {
  const match = /^([\w.$]+)\s*<(.*)>$/s.exec(text.trim());
  return match ? { base: match[1] as string, args: splitParameters(match[2] as string).map(parseName), text } : { base: text.trim(), args: [], text };
}

const NATIVE: readonly (readonly [new (...args: never[]) => object, string])[] = [
  [ApexDouble, 'Double'], [ApexDecimal, 'Decimal'], [ApexDate, 'Date'], [ApexDatetime, 'Datetime'], [ApexTime, 'Time'], [ApexBlob, 'Blob'],
];
const PRIMITIVE_TESTS: Readonly<Record<string, (value: ApexValue) => boolean>> = {
  object: () => true,
  integer: (value) => typeof value === 'number',
  long: (value) => typeof value === 'bigint',
  boolean: (value) => typeof value === 'boolean',
  string: (value) => typeof value === 'string',
  id: (value) => typeof value === 'string' && isIdText(value),
  double: (value) => value instanceof ApexDouble || value instanceof ApexDecimal,
  decimal: (value) => value instanceof ApexDecimal,
  date: (value) => value instanceof ApexDate,
  datetime: (value) => value instanceof ApexDatetime,
  time: (value) => value instanceof ApexTime,
  blob: (value) => value instanceof ApexBlob,
  sobject: (value) => value instanceof SObjectValue,
};

export class RuntimeTypes {
  private readonly known = new Map<string, RuntimeType>();

  constructor(
    private readonly org: OrgModel,
    private readonly library: ReadonlyMap<string, PlatformClass>,
    private readonly recordOf: (value: object) => ClassRecord | undefined,
    private readonly find: (name: string) => ClassRecord | undefined
  ) {}

  /** Name of the type of a value, as the platform writes it. */
  nameOf(value: ApexValue): string {
    if (value === null || value === undefined) return 'null';
    switch (typeof value) {
      case 'number': return 'Integer';
      case 'bigint': return 'Long';
      case 'boolean': return 'Boolean';
      case 'string': return 'String';
      default:
    }
    const record = this.recordOf(value);
    if (record) return record.name;
    if (value instanceof ApexEnumValue) return value.type;
    for (const [constructor, name] of NATIVE) if (value instanceof constructor) return name;
    if (value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap || value instanceof SObjectValue || value instanceof PlatformObject || value instanceof ApexException) return value.apexType;
    return 'Object';
  }

  type(name: string): RuntimeType {
    let type = this.known.get(name);
    if (!type) this.known.set(name, (type = this.make(parseName(name))));
    return type;
  }

  private make(name: TypeName): RuntimeType {
    const has = this.test(name);
    return { name: name.text, has, convert: (x, value) => this.convert(x, value, name, has), nameOf: (value) => this.nameOf(value) };
  }

  private convert(_x: Execution, value: ApexValue, name: TypeName, has: (value: ApexValue) => boolean): ApexValue {
    switch (name.base.toLowerCase()) {
      case 'id': return typeof value === 'string' ? idOf(value) : undefined;
      case 'double': return value instanceof ApexDecimal ? new ApexDouble(value.toNumber()) : has(value) ? value : undefined;
      case 'decimal': return value instanceof ApexDouble ? ApexDecimal.fromNumber(value.v) : has(value) ? value : undefined;
      default: return has(value) ? value : undefined;
    }
  }

  private test(name: TypeName): (value: ApexValue) => boolean {
    const lower = name.base.toLowerCase();
    const primitive = PRIMITIVE_TESTS[lower];
    if (primitive) return primitive;
    const record = this.find(name.base);
    if (record?.kind === 'enum') return (value) => value instanceof ApexEnumValue && value.type === record.name;
    if (record) return (value) => this.allTypesOf(value)?.has(record.name.toLowerCase()) ?? false;
    if (lower === 'list') return (value) => value instanceof ApexList && this.listFits(value, name.args[0] as TypeName);
    if (lower === 'set') return (value) => value instanceof ApexSet && this.elementFits(value.elementType, name.args[0] as TypeName);
    if (lower === 'map') return (value) => value instanceof ApexMap && this.elementFits(value.keyType, name.args[0] as TypeName) && this.elementFits(value.valueType, name.args[1] as TypeName);
    const object = this.org.object(name.base);
    if (object && !this.library.has(lower)) return (value) => value instanceof SObjectValue && value.object.name === object.name;
    if (lower === 'iterable') return (value) => value instanceof ApexList || value instanceof ApexSet || this.platformTest(value, lower, name);
    return (value) => this.platformTest(value, lower, name);
  }

  /** Library classes by their tables; user classes by the platform types they name. */
  private platformTest(value: ApexValue, lower: string, name: TypeName): boolean {
    const own = this.allTypesOf(value);
    if (own) return own.has(name.text.toLowerCase()) || (own.has(lower) && name.args.length === 0) || [...own].some((each) => each.startsWith(`${lower}<`) && name.args.length > 0 && /<(object|sobject)>$/i.test(name.text));
    if (value instanceof ApexException) return lower === 'exception' || this.reaches(value.apexType, lower);
    if (value instanceof PlatformObject) return this.reaches(value.apexType, lower);
    return value instanceof ApexEnumValue && value.type.toLowerCase() === lower;
  }

  private reaches(from: string, lower: string): boolean {
    const bare = from.replace(/<.*$/, '').toLowerCase();
    if (bare === lower) return true;
    const entry = this.library.get(bare);
    return [entry?.extends, ...(entry?.implements ?? [])].some((each) => each !== undefined && this.reaches(each, lower));
  }

  private readonly typeSets = new Map<ClassRecord, ReadonlySet<string>>();
  private allTypesOf(value: ApexValue): ReadonlySet<string> | undefined {
    const record = typeof value === 'object' && value !== null ? this.recordOf(value) : undefined;
    if (!record) return undefined;
    let set = this.typeSets.get(record);
    if (!set) this.typeSets.set(record, (set = new Set(record.allTypes)));
    return set;
  }

  private listFits(list: ApexList, wanted: TypeName): boolean {
    if (this.elementFits(list.elementType, wanted)) return true;
    // A list of SObject is a list of what its rows are.
    const object = list.elementType === 'SObject' && this.org.object(wanted.base);
    return object ? list.items.every((item) => item === null || (item instanceof SObjectValue && item.object.name === object.name)) : false;
  }

  private elementFits(found: string, wanted: TypeName): boolean {
    if (found.toLowerCase() === wanted.text.toLowerCase() || wanted.base.toLowerCase() === 'object') return true;
    if (wanted.base.toLowerCase() === 'sobject') return this.org.object(found) !== undefined || found === 'AggregateResult';
    const record = this.find(found);
    return record?.allTypes.includes(wanted.text.toLowerCase()) ?? false;
  }
}

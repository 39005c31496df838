/** The platform library as the compiler sees it: its tables of signatures, parsed. */
import type { PlatformClass } from '../runtime/types';
import { ApexType, type TypeTable } from './types';

export interface PlatformMethod {
  /** Key of the member in its table: how generated code names the implementation. */
  readonly key: string;
  readonly owner: PlatformInfo;
  readonly name: string;
  readonly static: boolean;
  readonly parameters: readonly ApexType[];
  readonly returns: ApexType;
}
export interface PlatformProperty { readonly key: string; readonly owner: PlatformInfo; readonly name: string; readonly static: boolean; readonly type: ApexType; readonly readable: boolean; readonly writable: boolean; }

export interface PlatformInfo {
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum' | 'exception';
  readonly abstract: boolean;
  readonly typeParameters: readonly string[];
  readonly values: readonly string[];
  superType?: ApexType;
  interfaces: ApexType[];
  readonly methods: Map<string, PlatformMethod[]>;
  readonly properties: Map<string, PlatformProperty>;
  readonly constructors: PlatformMethod[];
}

export type Library = ReadonlyMap<string, PlatformClass>;

/** Names that several namespaces share without saying so: `DescribeSObjectResult` is `Schema.DescribeSObjectResult`. */
const IMPLICIT_NAMESPACES = ['', 'schema.'];
/** Built in whether or not the library lists members of them. */
const BUILT_IN = ['Object', 'Boolean', 'Integer', 'Long', 'Double', 'Decimal', 'String', 'Id', 'Date', 'Datetime', 'Time', 'Blob', 'SObject', 'Exception'];
const BUILT_IN_GENERIC: readonly (readonly [string, readonly string[]])[] = [['List', ['T']], ['Set', ['T']], ['Map', ['K', 'V']]];

export class PlatformLibrary {
  private readonly infos = new Map<string, PlatformInfo>();

  constructor(private readonly library: Library, private readonly types: TypeTable, private readonly object: (name: string) => ApexType | undefined) {
    for (const name of BUILT_IN) this.declare({ name });
    for (const [name, typeParameters] of BUILT_IN_GENERIC) this.declare({ name, typeParameters });
    for (const entry of library.values()) this.declare(entry);
    for (const entry of library.values()) this.fill(entry);
  }

  /** A platform class by its written name, in any case, with or without the namespaces that may be left out. */
  find(name: string): PlatformInfo | undefined {
    const lower = name.toLowerCase();
    const bare = lower.startsWith('system.') ? lower.slice(7) : lower;
    for (const namespace of lower === bare ? IMPLICIT_NAMESPACES : ['']) {
      const info = this.infos.get(namespace + bare);
      if (info) return info;
    }
    return undefined;
  }

  /** Whether some class lives in this namespace: `Database` in `Database.SaveResult`. */
  isNamespace(name: string): boolean {
    const lower = name.toLowerCase();
    if (lower === 'system') return true;
    for (const key of this.infos.keys()) if (key.startsWith(`${lower}.`)) return true;
    return false;
  }

  private declare(entry: PlatformClass): void {
    const name = BUILT_IN.find((each) => each.toLowerCase() === entry.name.toLowerCase()) ?? entry.name;
    const info: PlatformInfo = {
      name, kind: entry.kind ?? (/Exception$/.test(name) ? 'exception' : 'class'), abstract: entry.abstract ?? false, typeParameters: entry.typeParameters ?? [], values: entry.values ?? [],
      interfaces: [], methods: new Map(), properties: new Map(), constructors: [],
    };
    this.infos.set(entry.name.toLowerCase(), info);
    this.types.register(info);
  }

  private fill(entry: PlatformClass): void {
    const info = this.infos.get(entry.name.toLowerCase()) as PlatformInfo;
    info.superType = entry.extends ? this.signatureType(entry.extends, info) : undefined;
    if (!info.superType && info.kind === 'exception' && info.name !== 'Exception') info.superType = this.types.platform('Exception');
    info.interfaces = (entry.implements ?? []).map((name) => this.signatureType(name, info));
    for (const key of Object.keys(entry.members ?? {})) this.member(key, info);
  }

  private member(key: string, info: PlatformInfo): void {
    const property = /^(static\s+)?(.+?)\s+(\w+)\s*\{([^}]*)\}$/.exec(key);
    if (property) {
      const [, isStatic, type, name, access] = property as unknown as [string, string | undefined, string, string, string];
      info.properties.set(name.toLowerCase(), { key, owner: info, name, static: isStatic !== undefined, type: this.signatureType(type, info), readable: /\bget\b/.test(access), writable: /\bset\b/.test(access) });
      return;
    }
    const method = /^(static\s+)?(?:(.+?)\s+)?(\w+)\s*\((.*)\)$/.exec(key);
    if (!method) throw new Error(`The library signature "${key}" of ${info.name} cannot be read.`);
    const [, isStatic, returns, name, list] = method as unknown as [string, string | undefined, string | undefined, string, string];
    const parameters = splitParameters(list).map((each) => this.signatureType(each.replace(/\s+\w+$/, ''), info));
    const isConstructor = name === 'new' && returns === undefined;
    const built: PlatformMethod = { key, owner: info, name, static: isStatic !== undefined, parameters, returns: returns === undefined ? this.types.void : this.signatureType(returns, info) };
    if (isConstructor) {
      info.constructors.push(built);
      return;
    }
    const named = info.methods.get(name.toLowerCase());
    if (named) named.push(built);
    else info.methods.set(name.toLowerCase(), [built]);
  }

  /** A type inside a signature. An unknown name is a mistake in the table. */
  private signatureType(text: string, info: PlatformInfo): ApexType {
    const trimmed = text.trim();
    if (trimmed.endsWith('[]')) return this.types.list(this.signatureType(trimmed.slice(0, -2), info));
    if (trimmed === 'void') return this.types.void;
    const generic = /^([\w.]+)\s*<(.*)>$/s.exec(trimmed);
    const name = generic ? (generic[1] as string) : trimmed;
    if (!generic && info.typeParameters.includes(name)) return this.types.parameter(name);
    // A method's own type parameter, as in `static List<T> ...`: one capital letter that names no class.
    if (!generic && /^[A-Z]$/.test(name)) return this.types.parameter(name);
    if (/^(sobject|aggregateresult)$/i.test(name)) return this.types.sobject(name.length === 7 ? 'SObject' : 'AggregateResult');
    const found = this.find(name) ?? this.find(`${info.name.split('.')[0]}.${name}`);
    const object = found ? undefined : this.object(name);
    if (object) return object;
    if (!found) throw new Error(`The library class ${info.name} names the type "${name}", which no table declares.`);
    return this.types.platform(found.name, generic ? splitParameters(generic[2] as string).map((each) => this.signatureType(each, info)) : []);
  }

  implementation(method: { readonly owner: PlatformInfo; readonly key: string }): unknown {
    return this.library.get(method.owner.name.toLowerCase())?.members?.[method.key];
  }
}

/** Splits at commas that are not inside `<...>`. */
export function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '<') depth++;
    if (character === '>') depth--;
    if (character === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += character;
  }
  if (part.trim() !== '') parts.push(part.trim());
  return parts;
}

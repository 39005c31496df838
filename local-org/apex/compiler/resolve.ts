/** From names of types as written to types. */
import type { OrgModel } from '../../schema';
import type { At, TypeRef } from '../syntax';
import { fail } from './problems';
import { PlatformLibrary, type Library } from './platform';
import type { ClassSymbol } from './symbols';
import { ApexType, TypeTable } from './types';

/** All that is known of types: user classes, the platform's, the org's objects. */
export class World {
  readonly types = new TypeTable();
  readonly classes = new Map<string, ClassSymbol>();
  readonly platform: PlatformLibrary;

  constructor(readonly org: OrgModel, library: Library) {
    this.platform = new PlatformLibrary(library, this.types, (name) => this.objectType(name));
  }

  objectType(name: string): ApexType | undefined {
    const lower = name.toLowerCase();
    if (lower === 'sobject') return this.types.SObject;
    if (lower === 'aggregateresult') return this.types.sobject('AggregateResult');
    const object = this.org.object(name);
    return object && this.types.sobject(object.name, object);
  }

  /** Class by full name, as `Outer.Inner`. */
  classNamed(name: string): ClassSymbol | undefined {
    return this.classes.get(name.toLowerCase());
  }

  /** A type by its dotted name as seen from `within`; undefined when there is none. */
  find(name: string, within?: ClassSymbol): ApexType | undefined {
    const lower = name.toLowerCase();
    for (let scope = within; scope; scope = scope.outer) {
      for (const each of scope.chain()) {
        const inner = each.inner.get(lower);
        if (inner) return inner.type;
      }
      if (scope.declaration.name.toLowerCase() === lower) return scope.type;
    }
    const user = this.classNamed(name) ?? this.inheritedInner(lower);
    if (user) return user.type;
    const info = this.platform.find(name);
    if (info) {
      if (info.name === 'SObject') return this.types.SObject;
      if (info.name === 'AggregateResult') return this.types.sobject('AggregateResult');
      return this.types.platform(info.name, info.typeParameters.map(() => this.types.Object));
    }
    return this.objectType(lower.startsWith('schema.') ? name.slice(7) : name);
  }

  /** `Sub.Inner` where Inner is declared in a class that Sub extends. */
  private inheritedInner(lower: string): ClassSymbol | undefined {
    const dot = lower.indexOf('.');
    if (dot < 0) return undefined;
    const outer = this.classes.get(lower.slice(0, dot));
    for (const each of outer?.chain() ?? []) {
      const inner = each.inner.get(lower.slice(dot + 1));
      if (inner) return inner;
    }
    return undefined;
  }

  /** The type a reference names. Throws `Invalid type: X` at its place. */
  resolve(ref: TypeRef, within?: ClassSymbol): ApexType {
    let type = this.resolveNamed(ref, within);
    for (let i = 0; i < ref.dimensions; i++) type = this.types.list(type);
    return type;
  }

  private resolveNamed(ref: TypeRef, within?: ClassSymbol): ApexType {
    const name = ref.parts.map((part) => part.name).join('.');
    const type = this.find(name, within);
    if (!type) return fail(ref, `Invalid type: ${written(ref)}`);
    // BusinessHours: as a type the object, in front of a static method the class.
    const object = type.kind === 'platform' && ref.parts.length === 1 ? this.objectType(name) : undefined;
    if (object?.kind === 'sobject' && type !== this.types.SObject) return object;
    const last = ref.parts[ref.parts.length - 1] as TypeRef['parts'][number];
    const info = type.kind === 'platform' ? this.types.info(type) : undefined;
    const wanted = info?.typeParameters.length ?? 0;
    if (last.args.length !== wanted) {
      if (wanted > 0 && last.args.length === 0 && !type.isCollection) return type;
      return fail(ref, wanted === 0 ? `${type.name} does not have type arguments` : `Invalid type: ${written(ref)}`);
    }
    if (wanted === 0) return type;
    const args = last.args.map((arg) => this.resolve(arg, within));
    return this.types.platform(type.base, args);
  }

  /** Checks that code in `from` may name the class. */
  visible(type: ApexType, from: ClassSymbol | undefined, at: At): void {
    const symbol = type.symbol;
    if (!symbol?.outer || symbol.access !== 'private' || symbol.outermost === from?.outermost) return;
    if (from?.isTest && symbol.declaration.modifiers.annotations.some((each) => each.name.toLowerCase() === 'testvisible')) return;
    fail(at, `Type is not visible: ${symbol.name}`);
  }
}

function written(ref: TypeRef): string {
  return ref.parts.map((part) => part.name + (part.args.length > 0 ? `<${part.args.map(written).join(',')}>` : '')).join('.');
}

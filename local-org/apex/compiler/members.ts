/** Members of types: fields and methods, of user classes and of the platform's. */
import type { Body, Expr } from './context';
import { directSupers } from './conversions';
import type { PlatformMethod, PlatformProperty } from './platform';
import type { World } from './resolve';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from './symbols';
import type { ApexType } from './types';

/** Methods of a user class by name: its own, then inherited ones that they do not override, then those of its interfaces. */
export function userMethods(symbol: ClassSymbol, name: string): MethodSymbol[] {
  const found = new Map<string, MethodSymbol>();
  const lower = name.toLowerCase();
  const add = (each: ClassSymbol): void => {
    for (const method of each.methods.get(lower) ?? []) if (!found.has(method.js)) found.set(method.js, method);
  };
  symbol.chain().forEach(add);
  for (const type of symbol.allInterfaces()) if (type.symbol) add(type.symbol);
  return [...found.values()];
}

/** Platform types a type inherits from, itself first. */
export function platformTypes(world: World, type: ApexType): ApexType[] {
  const found: ApexType[] = [];
  const visit = (each: ApexType): void => {
    if (found.includes(each)) return;
    if (each.kind === 'platform' || each.kind === 'sobject') found.push(each);
    directSupers(world, each).forEach(visit);
  };
  visit(type);
  if (!found.some((each) => each.is('Object'))) found.push(world.types.Object);
  return found;
}

export interface BoundMethod { readonly method: PlatformMethod; readonly parameters: readonly ApexType[]; readonly returns: ApexType; readonly interface: boolean; }

/** Platform methods of a type by name, with the type's arguments put in. */
export function platformMethods(world: World, type: ApexType, name: string): BoundMethod[] {
  const lower = name.toLowerCase();
  const found: BoundMethod[] = [];
  for (const each of platformTypes(world, type)) {
    const info = world.types.info(each);
    if (!info) continue;
    const bound = new Map(info.typeParameters.map((parameter, i) => [parameter, each.args[i] ?? world.types.Object] as const));
    for (const method of info.methods.get(lower) ?? []) {
      const parameters = method.parameters.map((parameter) => world.types.substitute(parameter, bound));
      if (found.some((other) => other.parameters.length === parameters.length && other.parameters.every((parameter, i) => parameter === parameters[i]))) continue;
      found.push({ method, parameters, returns: world.types.substitute(method.returns, bound), interface: info.kind === 'interface' });
    }
  }
  return found;
}

export function platformProperty(world: World, type: ApexType, name: string): { property: PlatformProperty; type: ApexType } | undefined {
  for (const each of platformTypes(world, type)) {
    const info = world.types.info(each);
    const property = info?.properties.get(name.toLowerCase());
    if (!info || !property) continue;
    const bound = new Map(info.typeParameters.map((parameter, i) => [parameter, each.args[i] ?? world.types.Object] as const));
    return { property, type: world.types.substitute(property.type, bound) };
  }
  return undefined;
}

/** Code that answers the static state of a class, set up on first use. */
export function staticsOf(symbol: ClassSymbol): string {
  return `${symbol.js}$S(x)`;
}

/** Whether access to a property goes through accessor methods. */
export function usesGetter(field: FieldSymbol): boolean {
  const { property } = field;
  return property !== undefined && (property.getter?.body !== undefined || property.virtual || property.abstract);
}
export function usesSetter(field: FieldSymbol): boolean {
  const { property } = field;
  return property !== undefined && (property.setter?.body !== undefined || property.virtual || property.abstract);
}

/** Reading a field or property of a user class. `receiver` is undefined for static ones. */
export function readField(body: Body, field: FieldSymbol, receiver: string | undefined): Expr {
  const own = body.options.accessor === field.name && body.symbol === field.owner;
  if (field.property && usesGetter(field) && !own) {
    body.needsFrame = true;
    return { type: field.type, js: receiver === undefined ? `${field.owner.js}$$get$${field.js}(x)` : `${receiver}.get$${field.js}(x)` };
  }
  return { type: field.type, js: receiver === undefined ? `${staticsOf(field.owner)}.${field.js}` : `${receiver}.${field.js}` };
}

/** Writing it; the code's value is the value written. */
export function writeField(body: Body, field: FieldSymbol, receiver: string | undefined, value: string): string {
  const own = body.options.accessor === field.name && body.symbol === field.owner;
  if (field.property && usesSetter(field) && !own) {
    body.needsFrame = true;
    return receiver === undefined ? `${field.owner.js}$$set$${field.js}(x, ${value})` : `${receiver}.set$${field.js}(x, ${value})`;
  }
  return `(${receiver === undefined ? staticsOf(field.owner) : receiver}.${field.js} = ${value})`;
}

/** What a class as a whole must keep: modifiers, overriding, interfaces. */
import { checkClassAnnotations, checkFieldAnnotations, checkMethodAnnotations } from './annotations';
import { assignable } from './conversions';
import { signature } from './declare';
import { platformTypes } from './members';
import { fail, type Problems } from './problems';
import type { World } from './resolve';
import type { Access, ClassSymbol, MethodSymbol } from './symbols';
import type { ApexType } from './types';

export function checkClass(world: World, symbol: ClassSymbol, problems: Problems): void {
  const { file } = symbol.source;
  const within = (work: () => void): void => void problems.within(file, work);
  within(() => checkDeclaration(symbol));
  within(() => checkClassAnnotations(world, symbol));
  for (const field of symbol.fields.values()) within(() => checkFieldAnnotations(world, field));
  for (const method of [...symbol.methods.values()].flat()) {
    within(() => checkMethodAnnotations(world, method));
    within(() => checkMethod(world, symbol, method));
  }
  if (symbol.kind === 'class' && !symbol.abstract) within(() => checkImplements(world, symbol));
}

function checkDeclaration(symbol: ClassSymbol): void {
  const { declaration, words } = symbol;
  if (!symbol.outer) {
    const visible = words.has('public') || words.has('global');
    if (!visible && !(symbol.isTest && !words.has('protected'))) fail(declaration, `Top-level type must have public or global visibility`);
    if (symbol.source.kind === 'class' && symbol.source.name.toLowerCase() !== declaration.name.toLowerCase()) fail(declaration, `Class name ${declaration.name} does not match its file ${symbol.source.name}`);
  }
  if (words.has('virtual') && words.has('abstract')) fail(declaration, 'Classes cannot be both abstract and virtual');
  if (['with sharing', 'without sharing', 'inherited sharing'].filter((word) => words.has(word)).length > 1) fail(declaration, 'Only one sharing declaration is allowed');
}

/** Public may override global: both are seen by all code of the org. */
const ACCESS_ORDER: Readonly<Record<Access, number>> = { private: 0, protected: 1, public: 2, global: 2 };

function checkMethod(world: World, symbol: ClassSymbol, method: MethodSymbol): void {
  const declaration = method.declaration;
  if (declaration?.kind === 'method' && symbol.kind === 'class') {
    const isAbstract = declaration.modifiers.words.has('abstract');
    if (isAbstract && declaration.body) fail(method, `Abstract methods cannot have a body: ${signature(method)}`);
    if (isAbstract && !symbol.abstract) fail(method, `Only abstract classes can contain abstract methods: ${signature(method)}`);
    if (!isAbstract && !declaration.body) fail(method, `Method must define a body: ${signature(method)}`);
    if (method.static && (method.virtual || isAbstract)) fail(method, `Static methods cannot be virtual, abstract or override: ${signature(method)}`);
    if (declaration.modifiers.words.has('virtual') && !symbol.extendable) fail(method, `Virtual methods can only be declared in virtual or abstract classes: ${signature(method)}`);
  }
  if (symbol.kind !== 'class' || method.static) return;
  const shown = `${method.returns.name} ${symbol.name}.${signature(method)}`;
  const ancestor = symbol.superSymbol?.chain().flatMap((each) => each.methods.get(method.name.toLowerCase()) ?? []).find((each) => each.js === method.js && (each.access !== 'private' || each.virtual));
  if (!ancestor) {
    const ofPlatform = method.override && overridesPlatform(world, symbol, method);
    if (method.override && !ofPlatform && !implementsInterface(symbol, method)) fail(method, `@Override specified for non-overriding method: ${shown}`);
    return;
  }
  if (ancestor.static) fail(method, `Method conflicts with a static method of an ancestor: ${shown}`);
  if (!ancestor.virtual) fail(method, `Non-virtual, non-abstract methods cannot be overridden: ${shown}`);
  if (!method.override && !ancestor.abstract) fail(method, `Method must use the override keyword: ${shown}`);
  if (ancestor.returns !== method.returns && !(method.returns.kind === 'class' && assignable(world, method.returns, ancestor.returns))) fail(method, `Method return type conflicts: ${shown}`);
  if (ACCESS_ORDER[method.access] < ACCESS_ORDER[ancestor.access]) fail(method, `Cannot reduce the visibility of a overridden method: ${shown}`);
}

function implementsInterface(symbol: ClassSymbol, method: MethodSymbol): boolean {
  return symbol.allInterfaces().some((type) => type.symbol?.methods.get(method.name.toLowerCase())?.some((each) => each.js === method.js) ?? type.kind === 'platform');
}

/** Methods of Object, and of the platform class at the root. */
function overridesPlatform(world: World, symbol: ClassSymbol, method: MethodSymbol): boolean {
  const ofObject = ['tostring/0', 'equals/1', 'hashcode/0'].includes(`${method.name.toLowerCase()}/${method.parameters.length}`);
  return ofObject || platformTypes(world, symbol.type).some((type) => world.types.info(type)?.methods.get(method.name.toLowerCase())?.some((each) => each.parameters.length === method.parameters.length));
}

/** Every abstract method and interface method must be there. */
function checkImplements(world: World, symbol: ClassSymbol): void {
  const missing = (returns: string, owner: string, name: string, parameters: readonly ApexType[], what = 'method'): never => fail(symbol.declaration, `Class ${symbol.name} must implement the ${what}: ${returns} ${owner}.${name}(${parameters.map((each) => each.name).join(', ')})`);
  const chain = symbol.chain();
  const implemented = (name: string, js: string): MethodSymbol | undefined => chain.flatMap((each) => each.methods.get(name) ?? []).find((each) => each.js === js && !each.abstract);
  const demand = (method: MethodSymbol): void => {
    const found = implemented(method.name.toLowerCase(), method.js);
    if (!found) missing(method.returns.name, method.owner.name, method.name, method.parameters.map((each) => each.type), method.owner.kind === 'interface' ? 'method' : 'abstract method');
    else checkImplementation(world, symbol, found, method.returns, method.owner.kind === 'interface');
  };
  for (const each of chain.slice(1)) [...each.methods.values()].flat().filter((method) => method.abstract).forEach(demand);
  for (const type of symbol.allInterfaces()) {
    if (type.symbol) [...type.symbol.methods.values()].flat().forEach(demand);
    else demandPlatform(world, symbol, type, missing);
  }
}

function checkImplementation(world: World, symbol: ClassSymbol, method: MethodSymbol, returns: ApexType, ofInterface: boolean): void {
  const shown = `${method.returns.name} ${method.owner.name}.${signature(method)}`;
  if (method.returns !== returns && !assignable(world, method.returns, returns)) fail(method.owner === symbol ? method : symbol.declaration, `Method return type conflicts: ${shown}`);
  if (ofInterface && method.access !== 'public' && method.access !== 'global') fail(method.owner === symbol ? method : symbol.declaration, `${symbol.name}: Overriding implementations of global or public interface methods must be global or public: ${shown}`);
}

/** Optional methods of platform interfaces; all others must be there. */
function demandPlatform(world: World, symbol: ClassSymbol, type: ApexType, missing: (returns: string, owner: string, name: string, parameters: readonly ApexType[]) => never): void {
  for (const each of platformTypes(world, type)) {
    const info = world.types.info(each);
    if (!info || info.kind !== 'interface') continue;
    const bound = new Map(info.typeParameters.map((name, i) => [name, each.args[i] ?? world.types.Object] as const));
    for (const method of [...info.methods.values()].flat()) {
      const parameters = method.parameters.map((parameter) => world.types.substitute(parameter, bound));
      const returns = world.types.substitute(method.returns, bound);
      const candidates = symbol.chain().flatMap((owner) => owner.methods.get(method.name.toLowerCase()) ?? []);
      const found = candidates.find((candidate) => candidate.parameters.length === parameters.length && candidate.parameters.every((parameter, i) => fits(world, parameter.type, parameters[i] as ApexType)));
      // The platform takes a static method for one of its interfaces.
      if (!found || found.abstract) missing(returns.name, info.name, method.name, parameters);
      else checkImplementation(world, symbol, found, returns, true);
    }
  }
}

/** `execute(Database.BatchableContext, List<Account>)` serves Batchable<SObject>. */
function fits(world: World, declared: ApexType, demanded: ApexType): boolean {
  if (declared === demanded) return true;
  if (demanded.is('Object')) return declared.is('Object');
  return declared.args.length > 0 && declared.base === demanded.base && declared.args.every((arg, i) => {
    const other = demanded.args[i] as ApexType;
    return arg === other || (arg.kind === 'sobject' && other.kind === 'sobject') || other.is('Object') || assignable(world, arg, other);
  });
}

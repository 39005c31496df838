/** First passes: symbols of all classes, then the types of what they declare. */
import type { ApexSource } from '../../schema';
import type { ClassDeclaration, FieldDeclaration, Member, Modifiers, PropertyDeclaration, TypeRef } from '../syntax';
import { fail, type Problems } from './problems';
import type { World } from './resolve';
import { ClassSymbol, accessOf, hasAnnotation, mangle, type FieldSymbol, type MethodSymbol, type ParameterSymbol } from './symbols';
import type { ApexType } from './types';

/** Makes the symbol of a class and of its inner classes, without types yet. */
export function declareClass(world: World, declaration: ClassDeclaration, source: ApexSource, problems: Problems, outer?: ClassSymbol): ClassSymbol {
  const symbol = new ClassSymbol(declaration, source, outer);
  symbol.type = world.types.ofClass(symbol);
  const key = symbol.name.toLowerCase();
  if (world.classes.has(key)) problems.add(source.file, declaration, outer ? `Type name already in use: ${symbol.name}` : `Class with this name already exists: ${symbol.name}`);
  world.classes.set(key, symbol);
  for (const member of declaration.members) {
    if (member.kind !== 'class' && member.kind !== 'interface' && member.kind !== 'enum') continue;
    if (outer) problems.add(source.file, member, 'Inner types are not allowed to have inner types');
    else symbol.inner.set(member.name.toLowerCase(), declareClass(world, member, source, problems, symbol));
  }
  return symbol;
}

/** Resolves what the class extends and implements. */
export function linkSupers(world: World, symbol: ClassSymbol, problems: Problems): void {
  const { declaration, source } = symbol;
  const within = symbol.outer ?? symbol;
  problems.within(source.file, () => {
    if (!declaration.extends) return;
    const type = world.resolve(declaration.extends, within);
    const info = type.kind === 'platform' ? world.types.info(type) : undefined;
    const extendable = type.symbol ? type.symbol.kind === 'class' && type.symbol.extendable : type.base === 'Exception' || info?.abstract === true;
    if (type.symbol?.kind === 'interface' || info?.kind === 'interface') fail(declaration.extends, `Interface cannot be extended by a class: ${type.name}`);
    if (!extendable) fail(declaration.extends, `Non-virtual and non-abstract type cannot be extended: ${type.name}`);
    if (type.symbol && type.symbol.chain().includes(symbol)) fail(declaration.extends, `Circular definition: ${symbol.name}`);
    symbol.superType = type;
    if (type.base === 'Exception' && !/Exception$/i.test(declaration.name)) fail(declaration, `Classes extending Exception must have a name ending in 'Exception': ${symbol.name}`);
    if (type.base !== 'Exception' && type.kind === 'class' && /Exception$/i.test(declaration.name) && type.symbol?.platformRoot()?.base !== 'Exception') fail(declaration, `Non-exception class must not end with the word "Exception": ${declaration.name}`);
  });
  for (const ref of declaration.implements) {
    problems.within(source.file, () => {
      const type = world.resolve(ref, within);
      const isInterface = type.symbol ? type.symbol.kind === 'interface' : world.types.info(type)?.kind === 'interface';
      if (!isInterface) fail(ref, declaration.kind === 'interface' ? `Interface must extend an interface: ${type.name}` : `Class must implement an interface: ${type.name}`);
      if (symbol.interfaces.includes(type)) fail(ref, `Interface already implemented: ${type.name}`);
      symbol.interfaces.push(type);
    });
  }
}

/** Resolves the types of fields, properties, methods and constructors. */
export function linkMembers(world: World, symbol: ClassSymbol, problems: Problems): void {
  for (const member of symbol.declaration.members) problems.within(symbol.source.file, () => linkMember(world, symbol, member, problems));
}

function linkMember(world: World, symbol: ClassSymbol, member: Member, problems: Problems): void {
  switch (member.kind) {
    case 'field': return linkField(world, symbol, member, problems);
    case 'property': return linkProperty(world, symbol, member, problems);
    case 'initialiser':
      if (member.static && symbol.outer) fail(member, 'static can only be used on methods of a top level type');
      symbol.initialisers.push(member);
      symbol.setUp.push(member);
      return;
    case 'method': {
      const { returns: declared } = member;
      const returns = declared ? orUnknown(world, symbol, problems, () => resolveType(world, declared, symbol)) : world.types.void;
      const built = method(world, symbol, member.name, member.modifiers, member.parameters, returns, member, problems);
      if (symbol.outer && built.static) fail(member, `static can only be used on methods of a top level type`);
      const named = symbol.methods.get(member.name.toLowerCase()) ?? [];
      if (named.some((each) => each.js === built.js) && built.parameters.every((each) => each.type.kind !== 'unknown')) fail(member, `Method already defined: ${built.returns.name} ${signature(built)} from the type ${symbol.name}`);
      symbol.methods.set(member.name.toLowerCase(), [...named, built]);
      return;
    }
    case 'constructor': {
      if (member.name.toLowerCase() !== symbol.declaration.name.toLowerCase()) fail(member, `Invalid constructor name: ${member.name}`);
      const built = method(world, symbol, member.name, member.modifiers, member.parameters, world.types.void, member, problems);
      if (symbol.constructors.some((each) => each.js === built.js)) fail(member, `Constructor already defined: ${symbol.name}.${signature({ name: '<Constructor>', parameters: built.parameters })}`);
      symbol.constructors.push(built);
      return;
    }
    default:
  }
}

function resolveType(world: World, ref: TypeRef, symbol: ClassSymbol): ApexType {
  const type = world.resolve(ref, symbol);
  world.visible(type, symbol, ref);
  return type;
}

/** A member whose type is wrong is there all the same, so that its uses are no problems of their own. */
function orUnknown(world: World, symbol: ClassSymbol, problems: Problems, resolve: () => ApexType): ApexType {
  return problems.within(symbol.source.file, resolve) ?? world.types.unknown;
}

function addField(symbol: ClassSymbol, field: FieldSymbol): void {
  const key = field.name.toLowerCase();
  if (symbol.fields.has(key)) fail(field, `Duplicate field: ${field.name}`);
  if (field.static && symbol.outer) fail(field, 'Only top-level class variables can be declared static');
  symbol.fields.set(key, field);
  symbol.setUp.push(field);
}

/** A field keeps its Apex name in generated code; a name that an inherited field or the language itself holds gets the class's name too. */
function fieldJs(symbol: ClassSymbol, name: string, overrides = false): string {
  const inherited = symbol.superSymbol?.findField(name);
  if (inherited && overrides) return inherited.js;
  const taken = inherited !== undefined || name in Object.prototype || symbol.platformRoot() !== undefined;
  return taken ? `${name}$${symbol.js}` : name;
}

function linkField(world: World, symbol: ClassSymbol, member: FieldDeclaration, problems: Problems): void {
  const type = orUnknown(world, symbol, problems, () => resolveType(world, member.type, symbol));
  const { words, annotations } = member.modifiers;
  for (const variable of member.variables) {
    addField(symbol, {
      line: variable.line, column: variable.column, owner: symbol, name: variable.name, type, static: words.has('static'), final: words.has('final'), transient: words.has('transient'),
      access: accessOf(words), testVisible: hasAnnotation(annotations, 'testvisible'), annotations, value: variable.value, js: fieldJs(symbol, variable.name),
    });
  }
}

function linkProperty(world: World, symbol: ClassSymbol, member: PropertyDeclaration, problems: Problems): void {
  const { words, annotations } = member.modifiers;
  const access = accessOf(words);
  const { getter, setter } = member;
  if (!getter && !setter) fail(member, `Properties must have at least one accessor: ${member.name}`);
  addField(symbol, {
    line: member.line, column: member.column, owner: symbol, name: member.name, type: orUnknown(world, symbol, problems, () => resolveType(world, member.type, symbol)), static: words.has('static'), final: false, transient: words.has('transient'),
    access, testVisible: hasAnnotation(annotations, 'testvisible'), annotations, js: fieldJs(symbol, member.name, words.has('override')),
    property: { getter, setter, getAccess: accessOf(getter?.modifiers.words ?? words, access), setAccess: accessOf(setter?.modifiers.words ?? words, access), virtual: words.has('virtual') || words.has('override'), abstract: words.has('abstract') },
  });
}

function method(world: World, symbol: ClassSymbol, name: string, modifiers: Modifiers, declared: readonly { name: string; type: TypeRef; final: boolean; line: number; column: number }[], returns: ApexType, declaration: MethodSymbol['declaration'], problems: Problems): MethodSymbol {
  const parameters: ParameterSymbol[] = declared.map((each) => ({ line: each.line, column: each.column, name: each.name, final: each.final, type: orUnknown(world, symbol, problems, () => resolveType(world, each.type, symbol)) }));
  const { words, annotations } = modifiers;
  const isInterface = symbol.kind === 'interface';
  const place = declaration ?? symbol.declaration;
  // A private method is no one's to override: its name is its class's own.
  const hidden = !isInterface && accessOf(words) === 'private' && !['static', 'virtual', 'abstract', 'override'].some((word) => words.has(word)) && declaration?.kind === 'method';
  return {
    line: place.line, column: place.column, owner: symbol, name, static: words.has('static'), access: isInterface ? symbol.access === 'global' ? 'global' : 'public' : accessOf(words), testVisible: hasAnnotation(annotations, 'testvisible'),
    abstract: words.has('abstract') || isInterface, virtual: words.has('virtual') || words.has('abstract') || words.has('override') || isInterface, override: words.has('override'),
    parameters, returns, js: `${hidden ? `${symbol.js}$` : ''}${name.toLowerCase()}$${parameters.map((each) => mangle(each.type)).join('$$')}`, annotations, declaration,
  };
}

/** `name(Type, Type)` as messages show it. */
export function signature(method: { readonly name: string; readonly parameters: readonly { readonly type: ApexType }[] }): string {
  return `${method.name}(${method.parameters.map((each) => each.type.name).join(', ')})`;
}

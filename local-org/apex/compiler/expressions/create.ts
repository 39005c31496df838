/** `new`: objects, records, collections. */
import type { Expression } from '../../syntax';
import type { Body, Expr } from '../context';
import { assignable } from '../conversions';
import { choose, shownArguments } from '../overloads';
import { fail } from '../problems';
import { sobjectMember } from '../sobjects';
import type { ApexType } from '../types';
import { argumentCode, constructorCall } from './calls';
import { compileAs, compileExpression } from './index';

type New = Expression & { kind: 'new' };

export function newExpression(body: Body, node: New): Expr {
  const type = body.world.resolve(node.type, body.symbol);
  body.world.visible(type, body.symbol, node.type);
  if (type.kind === 'sobject') return newRecord(body, node, type);
  if (type.isCollection) return newCollection(body, node, type);
  const args = node.args.map((arg) => compileExpression(body, arg));
  if (args.some((arg) => arg.type.kind === 'unknown')) return { type, js: 'null' };
  if (type.symbol) {
    const { symbol } = type;
    if (symbol.kind !== 'class' || symbol.abstract) fail(node.type, symbol.kind === 'enum' ? `Type cannot be constructed: ${type.name}` : symbol.kind === 'interface' ? `Type cannot be constructed: ${type.name}` : `Abstract classes cannot be constructed: ${type.name}`);
    return { type, js: constructorCall(body, node, `new ${symbol.js}()`, type, args), nonNull: true };
  }
  const info = body.world.types.info(type);
  const bound = new Map((info?.typeParameters ?? []).map((name, i) => [name, type.args[i] ?? body.types.Object] as const));
  const constructors = (info?.constructors ?? []).map((method) => ({ method, parameters: method.parameters.map((parameter) => body.types.substitute(parameter, bound)) }));
  if (constructors.length === 0) fail(node.type, `Type cannot be constructed: ${type.name}`);
  const chosen = choose(body, constructors, args, node, `<Constructor>(${shownArguments(args)})`);
  if (!chosen) return fail(node, `Constructor not defined: [${type.name}].<Constructor>(${shownArguments(args)})`);
  body.needsFrame = true;
  return { type, js: `${body.pool.member(chosen.method)}(${['x', ...argumentCode(body, args, chosen.parameters, node)].join(', ')})`, nonNull: true };
}

/** `new Account(Name = 'A', Parent = p)`. */
function newRecord(body: Body, node: New, type: ApexType): Expr {
  const { object } = type;
  if (!object) return fail(node.type, `Type cannot be constructed: ${type.name}`);
  const seen = new Set<string>();
  const fields = node.args.map((arg) => {
    if (arg.kind !== 'assign' || arg.operator !== '=' || arg.target.kind !== 'name') return fail(arg, 'SObject constructor must use name=value pairs');
    const member = sobjectMember(body.world, type, arg.target.name);
    if (!member || member.kind === 'children') return fail(arg.target, `Field does not exist: ${arg.target.name} on ${object.name}`);
    if (seen.has(member.name)) return fail(arg.target, `Duplicate field initialization: ${member.name}`);
    seen.add(member.name);
    const { field } = member;
    if (field && field.name !== 'Id' && (field.formula !== undefined || field.summary !== undefined || field.autoNumber !== undefined || !(field.createable || field.updateable))) fail(arg.target, `Field is not writeable: ${object.name}.${member.name}`);
    const value = compileExpression(body, arg.value);
    return `${JSON.stringify(member.name)}, ${body.coerce(value, member.type, arg.value, () => `Invalid initializer type ${value.type.name} found for field ${object.name}.${member.name}: expected compatible type is ${member.type.name}`)}, ${member.kind === 'parent'}`;
  });
  return { type, js: `$o.newRecord(x, ${body.pool.constant(`$r.object(${JSON.stringify(object.name)})`)}${fields.length > 0 ? `, ${fields.join(', ')}` : ''})`, nonNull: true };
}

function typeNames(type: ApexType): string {
  return type.args.map((arg) => JSON.stringify(arg.name)).join(', ');
}

/** `new List<T>()`, `new List<T>(other)`, `new List<T>(5)`, `new Map<Id, Account>([SELECT ...])`. */
function newCollection(body: Body, node: New, type: ApexType): Expr {
  const kind = type.base as 'List' | 'Set' | 'Map';
  if (node.args.length === 0) return { type, js: `$o.new${kind}(${typeNames(type)})`, nonNull: true };
  const arg = compileExpression(body, node.args[0] as Expression);
  const given = `Constructor not defined: [${type.name}].<Constructor>(${arg.type.name})`;
  if (node.args.length > 1) return fail(node, `Constructor not defined: [${type.name}].<Constructor>(${node.args.map((each) => compileExpression(body, each).type.name).join(', ')})`);
  const of = (from: string): Expr => ({ type, js: `$o.new${kind}${from}(x, ${arg.js}, ${typeNames(type)})`, nonNull: true });
  const element = type.args[0] as ApexType;
  const compatible = (other: ApexType): boolean => assignable(body.world, other, element) || (other.kind === 'sobject' && element.kind === 'sobject');
  if (arg.type.kind === 'unknown') return { type, js: 'null' };
  if (kind === 'Map') {
    if (arg.type.is('Map') && compatible(arg.type.args[0] as ApexType)) return of('From');
    const value = type.args[1] as ApexType;
    if (arg.type.is('List') && value.kind === 'sobject' && element.isText && (arg.type.args[0] as ApexType).kind === 'sobject') return of('OfRecords');
    return fail(node, given);
  }
  if (kind === 'List' && arg.type.is('Integer')) return of('Sized');
  if (arg.type.is('List', 'Set', 'Iterable') && compatible(arg.type.args[0] as ApexType)) return of('From');
  return fail(node, given);
}

/** `new T[5]`, `new T[]{...}`. */
export function newArrayExpression(body: Body, node: Expression & { kind: 'newArray' }): Expr {
  const element = body.world.resolve(node.type, body.symbol);
  const type = body.types.list(element);
  if (node.size) return { type, js: `$o.newListSized(x, ${compileAs(body, node.size, body.types.Integer)}, ${JSON.stringify(element.name)})`, nonNull: true };
  return { type, js: `$o.newList(${[JSON.stringify(element.name), ...elements(body, node.values ?? [], element)].join(', ')})`, nonNull: true };
}

function elements(body: Body, values: readonly Expression[], type: ApexType): string[] {
  return values.map((value) => compileAs(body, value, type, (found) => `Initial expression is of incorrect type, expected: ${type.name} but was: ${found.type.name}`));
}

/** `new List<T>{...}`, `new Set<T>{...}`, `new Map<K, V>{a => b}`. */
export function newCollectionExpression(body: Body, node: Expression & { kind: 'newCollection' }): Expr {
  const type = body.world.resolve(node.type, body.symbol);
  if (!type.isCollection) return fail(node.type, `Type cannot be constructed with an initializer: ${type.name}`);
  if (node.pairs) {
    if (!type.is('Map')) return fail(node, `Type cannot be constructed with an initializer: ${type.name}`);
    const [key, value] = type.args as [ApexType, ApexType];
    const parts = node.pairs.flatMap(([left, right]) => [...elements(body, [left], key), ...elements(body, [right], value)]);
    return { type, js: `$o.newMap(${[typeNames(type), ...parts].join(', ')})`, nonNull: true };
  }
  if (type.is('Map') && node.values.length > 0) return fail(node, `Type cannot be constructed with an initializer: ${type.name}`);
  const element = type.args[0] as ApexType;
  const parts = type.is('Map') ? [] : elements(body, node.values, element);
  return { type, js: `$o.new${type.base}(${[typeNames(type), ...parts].join(', ')})`, nonNull: true };
}

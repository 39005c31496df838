/** Method calls. */
import type { At, Expression } from '../../syntax';
import { checkVisible } from '../access';
import type { Body, Expr } from '../context';
import { assignable } from '../conversions';
import { choose, shownArguments } from '../overloads';
import { signature } from '../declare';
import { fail } from '../problems';
import { platformMethods, userMethods, type BoundMethod } from '../members';
import { hasGetInstance, sobjectMember } from '../sobjects';
import { hasAnnotation, type MethodSymbol } from '../symbols';
import type { ApexType } from '../types';
import { compileChain, compileExpression } from './index';
import { guarded } from './names';
import { fieldsValue, resolveTarget } from './targets';
import { dynamicQuery } from './dynamic';
import { enumCall } from './enums';
import { objectCall } from './objects';

type Call = Expression & { kind: 'call' };

/** Library classes none of whose members looks at whose code is running. */
const FRAMELESS = new Set(['String', 'Integer', 'Long', 'Double', 'Decimal', 'Boolean', 'Math', 'List', 'Set', 'Map', 'Date', 'Datetime', 'Time', 'Blob', 'Id', 'Object', 'Exception', 'Pattern', 'Matcher', 'EncodingUtil', 'Schema.SObjectType', 'Schema.SObjectField', 'Schema.DescribeSObjectResult', 'Schema.DescribeFieldResult']);

export function callExpression(body: Body, node: Call): Expr {
  const args = node.args.map((arg) => {
    const expr = compileExpression(body, arg);
    if (expr.type.kind === 'void') fail(arg, 'A void expression cannot be passed as an argument');
    return expr;
  });
  // An argument in error says nothing about which method is meant.
  if (args.some((arg) => arg.type.kind === 'unknown')) return { type: body.types.unknown, js: 'null' };
  if (!node.target) return unqualified(body, node, args);
  if (node.target.kind === 'super') return superCall(body, node, args);
  const onField = node.name.toLowerCase() === 'adderror' ? fieldError(body, node, args) : undefined;
  if (onField) return onField;
  const target = resolveTarget(body, node.target);
  if (target.kind === 'type') return staticCall(body, node, target.type, args);
  if (target.kind === 'namespace') {
    // `System.debug(...)`: the namespace has a class of its own name.
    const type = body.world.find(target.name);
    return type ? staticCall(body, node, type, args) : missing(body, node, target.name, args);
  }
  if (target.kind === 'special') {
    const fields = fieldsValue(body, target, node.nameAt);
    if (fields) return instanceCall(body, node, fields, args);
    if (target.type) return staticCall(body, node, target.type, args);
    return missing(body, node, target.what, args);
  }
  const { receiver, guard } = guarded(body, target.expr, node.safe);
  return { ...instanceCall(body, node, receiver, args), guard };
}

/** `record.Field__c.addError(...)`: the error belongs to the field, not to its value. */
function fieldError(body: Body, node: Call, args: readonly Expr[]): Expr | undefined {
  if (node.target?.kind !== 'field' || args.length === 0 || args.length > 2) return undefined;
  const owner = resolveTarget(body, node.target.target);
  if (owner.kind !== 'value' || owner.expr.type.kind !== 'sobject') return undefined;
  const member = sobjectMember(body.world, owner.expr.type, node.target.name);
  const message = args[0] as Expr;
  if (member?.kind !== 'field' || !(message.type.is('String') || message.type.kind === 'null' || assignable(body.world, message.type, body.types.platform('Exception')))) return undefined;
  return { type: body.types.void, js: `$o.addFieldError(x, ${body.unboxed(owner.expr)}, ${JSON.stringify(member.name)}, ${message.js})` };
}

export function missing(body: Body, node: { readonly name: string; readonly nameAt: At }, type: string, args: readonly Expr[]): never {
  return fail(node.nameAt, `Method does not exist or incorrect signature: void ${node.name}(${shownArguments(args)}) from the type ${type}`);
}

function candidates(methods: readonly MethodSymbol[]): { method: MethodSymbol; parameters: ApexType[] }[] {
  return methods.map((method) => ({ method, parameters: method.parameters.map((parameter) => parameter.type) }));
}

function unqualified(body: Body, node: Call, args: readonly Expr[]): Expr {
  const { symbol } = body;
  for (const scope of [symbol, symbol.outer]) {
    const named = scope ? userMethods(scope, node.name) : [];
    if (!scope || named.length === 0) continue;
    const chosen = choose(body, candidates(named), args, node.nameAt, `${node.name}(${shownArguments(args)})`)?.method;
    if (!chosen) {
      if (scope === symbol && symbol.outer && userMethods(symbol.outer, node.name).length > 0) continue;
      return inheritedCall(body, node, args) ?? missing(body, node, scope.name, args);
    }
    if (!chosen.static && (scope !== symbol || body.isStatic)) fail(node.nameAt, `Non static method cannot be referenced from a static context: ${chosen.returns.name} ${signature(chosen)}`);
    return userCall(body, chosen, chosen.static ? undefined : 'this', args, node);
  }
  return inheritedCall(body, node, args) ?? missing(body, node, symbol.name, args);
}

/** A method of the platform class the class extends: `getMessage()` inside an exception. */
function inheritedCall(body: Body, node: Call, args: readonly Expr[]): Expr | undefined {
  if (body.isStatic) return undefined;
  const bound = platformMethods(body.world, body.symbol.type, node.name).filter((each) => !each.method.static && !each.interface);
  const chosen = choose(body, bound.map((each) => ({ method: each, parameters: each.parameters })), args, node.nameAt, `${node.name}(${shownArguments(args)})`)?.method;
  return chosen && platformCall(body, chosen, { type: body.symbol.type, js: 'this', nonNull: true }, args, node);
}

/** Arguments converted to the parameters. */
export function argumentCode(body: Body, args: readonly Expr[], parameters: readonly ApexType[], node: { readonly args: readonly Expression[] }): string[] {
  return args.map((arg, i) => body.coerce(arg, parameters[i] as ApexType, node.args[i] as Expression));
}

/** Code of a call to a method of a user class. `receiver` is undefined for static ones. */
export function userCall(body: Body, method: MethodSymbol, receiver: string | undefined, args: readonly Expr[], node: Call): Expr {
  checkVisible(body, method, node.nameAt, 'Method', `${method.returns.name} ${method.name}(${method.parameters.map((each) => each.type.name).join(', ')})`);
  body.needsFrame = true;
  const values = argumentCode(body, args, method.parameters.map((each) => each.type), node);
  if (hasAnnotation(method.annotations, 'future')) return { type: method.returns, js: `$o.future(x, ${JSON.stringify(method.owner.name)}, ${JSON.stringify(method.name)}, [${values.join(', ')}])` };
  const given = ['x', ...values].join(', ');
  return { type: method.returns, js: receiver === undefined ? `${method.owner.js}$$${method.js}(${given})` : `${receiver}.${method.js}(${given})` };
}

function superCall(body: Body, node: Call, args: readonly Expr[]): Expr {
  const superType = body.symbol.superType;
  if (body.isStatic || !superType) return fail(node.nameAt, 'super cannot be referenced here');
  const named = superType.symbol ? userMethods(superType.symbol, node.name) : [];
  const chosen = choose(body, candidates(named), args, node.nameAt, `${node.name}(${shownArguments(args)})`)?.method;
  if (!chosen) return inheritedCall(body, node, args) ?? missing(body, node, superType.name, args);
  if (chosen.abstract) fail(node.nameAt, `Cannot call abstract method: ${chosen.owner.name}.${signature(chosen)}`);
  return userCall(body, chosen, 'super', args, node);
}

function staticCall(body: Body, node: Call, type: ApexType, args: readonly Expr[]): Expr {
  const shown = `${node.name}(${shownArguments(args)})`;
  if (type.symbol) {
    if (type.symbol.kind === 'enum') return enumCall(body, node, type, undefined, args);
    const named = userMethods(type.symbol, node.name);
    const chosen = choose(body, candidates(named), args, node.nameAt, shown)?.method ?? missing(body, node, type.name, args);
    if (!chosen.static) {
      const inherited = !body.isStatic && body.symbol.isSubclassOf(type.symbol);
      if (!inherited) fail(node.nameAt, `Non static method cannot be referenced from a static context: ${chosen.returns.name} ${type.name}.${chosen.name}(${chosen.parameters.map((each) => each.type.name).join(', ')})`);
      return userCall(body, chosen, 'this', args, node);
    }
    return userCall(body, chosen, undefined, args, node);
  }
  if (type.object && node.name.toLowerCase() === 'getsobjecttype' && args.length === 0) return { type: body.types.platform('Schema.SObjectType'), js: `$o.objectToken(x, ${JSON.stringify(type.object.name)})`, nonNull: true };
  if (type.kind === 'sobject' && hasGetInstance(type.object)) return objectCall(body, node, type, args) ?? missing(body, node, type.name, args);
  if (body.world.types.info(type)?.kind === 'enum') return enumCall(body, node, type, undefined, args);
  const named = platformMethods(body.world, type, node.name);
  const bound = named.filter((each) => each.method.static);
  const chosen = choose(body, bound.map((each) => ({ method: each, parameters: each.parameters })), args, node.nameAt, shown)?.method;
  if (!chosen) {
    if (named.some((each) => !each.method.static && each.parameters.length === args.length)) fail(node.nameAt, `Non static method cannot be referenced from a static context: ${(named[0] as BoundMethod).returns.name} ${type.name}.${shown}`);
    return missing(body, node, type.name, args);
  }
  return platformCall(body, chosen, undefined, args, node);
}

/** Code of a call to a method of the library. */
function platformCall(body: Body, bound: BoundMethod, receiver: Expr | undefined, args: readonly Expr[], node: Call): Expr {
  const { method } = bound;
  if (!FRAMELESS.has(method.owner.name)) body.needsFrame = true;
  const given = argumentCode(body, args, bound.parameters, node);
  const dynamic = dynamicQuery(body, bound, given);
  if (dynamic) return dynamic;
  const rows = method.owner.name === 'Database' && /^query/i.test(method.name) && bound.returns.is('List') ? 'rows' : undefined;
  if (receiver && (bound.interface || canBeUserObject(body, receiver.type))) {
    body.needsFrame = true;
    const own = body.session.world.platform.implementation(method) ? body.pool.member(method) : 'null';
    return { type: bound.returns, js: `$o.callInterface(x, ${body.unboxed(receiver)}, ${JSON.stringify(method.name)}, [${given.join(', ')}], ${own})` };
  }
  const all = ['x', ...(receiver ? [body.unboxed(receiver)] : []), ...given].join(', ');
  // A copy of a record is of the record's type, though SObject declares the method.
  const returns = receiver?.type.object && method.name.toLowerCase() === 'clone' ? receiver.type : bound.returns;
  return { type: returns, js: `${body.pool.member(method)}(${all})`, soql: rows };
}

/** Whether a value of this platform type may be an object of a user class that overrides its methods. */
function canBeUserObject(body: Body, type: ApexType): boolean {
  if (type.is('Object')) return true;
  if (type.kind === 'class') return type.symbol?.kind === 'interface' || type.symbol?.platformRoot() === undefined;
  const info = body.world.types.info(type);
  return info?.abstract === true;
}

function instanceCall(body: Body, node: Call, receiver: Expr, args: readonly Expr[]): Expr {
  const { type } = receiver;
  if (type.kind === 'unknown') return receiver;
  if (receiver.soql === 'rows' && type.args[0]?.kind === 'sobject' && platformMethods(body.world, type, node.name).length === 0) return instanceCall(body, node, { type: type.args[0], js: `$o.single(x, ${receiver.js})`, nonNull: true }, args);
  const shown = `${node.name}(${shownArguments(args)})`;
  if (type.kind === 'void' || type.kind === 'null') return missing(body, node, type.name, args);
  if (type.symbol?.kind === 'enum' || body.world.types.info(type)?.kind === 'enum') return enumCall(body, node, type, receiver, args);
  if (type.symbol) {
    const named = userMethods(type.symbol, node.name);
    const chosen = choose(body, candidates(named), args, node.nameAt, shown)?.method;
    if (chosen?.static) fail(node.nameAt, `Static method cannot be referenced from a non static context: ${chosen.returns.name} ${type.name}.${chosen.name}(${chosen.parameters.map((each) => each.type.name).join(', ')})`);
    if (chosen) return userCall(body, chosen, receiver.js, args, node);
  }
  const all = platformMethods(body.world, type, node.name);
  const bound = all.filter((each) => !each.method.static);
  const chosen = choose(body, bound.map((each) => ({ method: each, parameters: each.parameters })), args, node.nameAt, shown)?.method;
  if (chosen) return platformCall(body, chosen, receiver, args, node);
  return objectMethod(body, node, receiver, args) ?? missing(body, node, type.name, args);
}

/** What every object can do. */
function objectMethod(body: Body, node: Call, receiver: Expr, args: readonly Expr[]): Expr | undefined {
  const { types } = body;
  body.needsFrame = true;
  const target = body.unboxed(receiver);
  switch (`${node.name.toLowerCase()}/${args.length}`) {
    case 'tostring/0': return { type: types.String, js: `$o.objectText(x, ${target})`, nonNull: true };
    case 'hashcode/0': return { type: types.Integer, js: `$o.hash(x, ${target})`, nonNull: true };
    case 'equals/1': return { type: types.Boolean, js: `$o.objectEquals(x, ${target}, ${(args[0] as Expr).js})`, nonNull: true };
    default: return undefined;
  }
}

/** `this(...)` and `super(...)` in a constructor. */
export function delegateExpression(body: Body, node: Expression & { kind: 'delegate' }): Expr {
  if (!body.mayDelegate) return fail(node, `Call to '${node.to}()' must be the first statement in a constructor method`);
  const args = node.args.map((arg) => compileExpression(body, arg));
  const type = node.to === 'this' ? body.symbol.type : body.symbol.superType;
  if (!type) return fail(node, `Class does not extend another class: ${body.symbol.name}`);
  return { type: body.types.void, js: constructorCall(body, node, 'this', type, args) };
}

/** Code that runs a constructor on `object` and answers it. */
export function constructorCall(body: Body, node: At & { readonly args: readonly Expression[] }, object: string, type: ApexType, args: readonly Expr[]): string {
  const { symbol } = type;
  const shown = `<Constructor>(${shownArguments(args)})`;
  body.needsFrame = true;
  if (!symbol) {
    const info = body.world.types.info(type);
    const chosen = choose(body, (info?.constructors ?? []).map((method) => ({ method, parameters: method.parameters })), args, node, shown)?.method;
    if (!chosen && !(args.length === 0 && type.base !== 'Exception' && (info?.constructors.length ?? 0) === 0)) return fail(node, `Constructor not defined: [${type.name}].${shown}`);
    return chosen && type.base === 'Exception' ? `$o.setException(x, ${[object, ...argumentCode(body, args, chosen.parameters, node)].join(', ')})` : object;
  }
  if (symbol.constructors.length === 0) {
    if (args.length === 0) return `${object}.${symbol.js}$new(x)`;
    // Exceptions have the constructors of Exception though they declare none.
    if (symbol.platformRoot()?.base === 'Exception') {
      const chosen = choose(body, EXCEPTION_CONSTRUCTORS(body).map((parameters) => ({ method: parameters, parameters })), args, node, shown)?.method;
      if (chosen) return `${object}.${symbol.js}$new(x, ${argumentCode(body, args, chosen, node).join(', ')})`;
    }
    return fail(node, `Constructor not defined: [${symbol.name}].${shown}`);
  }
  const chosen = choose(body, candidates(symbol.constructors), args, node, shown)?.method;
  if (!chosen && symbol.platformRoot()?.base === 'Exception') {
    const inherited = choose(body, EXCEPTION_CONSTRUCTORS(body).map((parameters) => ({ method: parameters, parameters })), args, node, shown)?.method;
    if (inherited) return `${object}.${symbol.js}$new(${['x', ...argumentCode(body, args, inherited, node)].join(', ')})`;
  }
  if (!chosen) return fail(node, `Constructor not defined: [${symbol.name}].${shown}`);
  checkVisible(body, chosen, node, 'Method', `void <Constructor>(${chosen.parameters.map((each) => each.type.name).join(', ')})`);
  return `${object}.${symbol.js}$new$${chosen.js.slice(chosen.js.indexOf('$') + 1)}(${['x', ...argumentCode(body, args, chosen.parameters.map((each) => each.type), node)].join(', ')})`;
}

function EXCEPTION_CONSTRUCTORS(body: Body): ApexType[][] {
  const { String: text } = body.types;
  const exception = body.types.platform('Exception');
  return [[], [text], [exception], [text, exception]];
}

export { compileChain };

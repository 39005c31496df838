/** Names and what follows a dot or stands in brackets, when it is read. */
import type { At, Expression } from '../../syntax';
import { checkVisible } from '../access';
import type { Body, Expr } from '../context';
import { fail } from '../problems';
import { platformMethods, platformProperty, readField } from '../members';
import { polymorphicMember, sobjectMember } from '../sobjects';
import type { FieldSymbol } from '../symbols';
import { compileChain, compileExpression } from './index';
import { resolveTarget, rowCause, staticMember } from './targets';

export function thisExpression(body: Body, node: Expression): Expr {
  if (body.isStatic) return fail(node, 'This cannot be referenced in a static context');
  return { type: body.symbol.type, js: 'this', nonNull: true };
}

export function superExpression(body: Body, node: Expression): Expr {
  if (body.isStatic) return fail(node, 'Super cannot be referenced in a static context');
  if (!body.symbol.superType) return fail(node, `No super type defined: ${body.symbol.name}`);
  return { type: body.symbol.superType, js: 'super', nonNull: true };
}

/** A field or property that a bare name means: of the class or, if static, of the class around it. */
export function fieldInScope(body: Body, name: string): { field: FieldSymbol; receiver: string | undefined } | undefined {
  const own = body.symbol.findField(name);
  if (own && (own.static || !body.isStatic)) return { field: own, receiver: own.static ? undefined : 'this' };
  const outer = body.symbol.outer?.findField(name);
  return outer?.static ? { field: outer, receiver: undefined } : undefined;
}

export function nameExpression(body: Body, node: Expression & { kind: 'name' }): Expr {
  const local = body.scope.find(node.name);
  if (local) return { type: local.type, js: local.js };
  const found = fieldInScope(body, node.name);
  if (found) {
    checkReadable(body, found.field, node);
    return readField(body, found.field, found.receiver);
  }
  return fail(node, `Variable does not exist: ${node.name}`);
}

export function checkReadable(body: Body, field: FieldSymbol, at: At): void {
  checkVisible(body, field, at, 'Variable', field.name, field.property?.getAccess);
  if (field.property && !field.property.getter && body.options.accessor !== field.name) fail(at, `Variable is not visible: ${field.owner.name}.${field.name}`);
}

export function fieldExpression(body: Body, node: Expression & { kind: 'field' }): Expr {
  const cause = rowCause(body, node);
  if (cause) return cause;
  const target = resolveTarget(body, node.target);
  if (target.kind === 'value') return valueMember(body, target.expr, node);
  const member = staticMember(body, target, node.name, node.nameAt);
  if (member?.kind === 'value') return member.expr;
  if (target.kind === 'namespace' || !member) return fail(node.target.kind === 'name' && target.kind === 'namespace' ? node : node.nameAt, `Variable does not exist: ${target.kind === 'namespace' ? target.name : node.name}`);
  return fail(node.nameAt, `Variable does not exist: ${node.name}`);
}

/** Splits off a `?.`: the receiver is evaluated once into a temporary. */
export function guarded(body: Body, expr: Expr, safe: boolean): { receiver: Expr; guard: string | undefined } {
  if (!safe) return { receiver: expr, guard: expr.guard };
  const temporary = body.temporary();
  const value = expr.soql === 'rows' ? `$o.singleOrNull(x, ${expr.js})` : expr.js;
  const test = `(${temporary} = ${value}) === null`;
  const type = expr.soql === 'rows' ? (expr.type.args[0] as Expr['type']) : expr.type;
  return { receiver: { type, js: temporary, nonNull: true }, guard: expr.guard === undefined ? test : `(${expr.guard}) || (${test})` };
}

function valueMember(body: Body, target: Expr, node: Expression & { kind: 'field' }): Expr {
  const { receiver, guard } = guarded(body, target, node.safe);
  return { ...instanceMember(body, receiver, node), guard };
}

function instanceMember(body: Body, receiver: Expr, node: Expression & { kind: 'field' }): Expr {
  const { type } = receiver;
  const { types, world } = body;
  if (type.kind === 'unknown') return { type, js: 'null' };
  if (receiver.soql === 'rows' && (type.args[0] as Expr['type']).kind === 'sobject') return instanceMember(body, { type: type.args[0] as Expr['type'], js: `$o.single(x, ${receiver.js})`, nonNull: true }, node);
  if (type.symbol) {
    const field = type.symbol.findField(node.name);
    if (field && !field.static) {
      checkReadable(body, field, node.nameAt);
      return readField(body, field, receiver.js);
    }
  } else if (type.kind === 'sobject') {
    const member = sobjectMember(world, type, node.name) ?? (receiver.polymorphic && polymorphicMember(world, receiver.polymorphic, node.name));
    if (member) {
      const reader = member.kind === 'field' ? (receiver.relationship ? 'fieldOrNull' : 'field') : member.kind === 'parent' ? (receiver.relationship ? 'parentOrNull' : 'parent') : 'children';
      return {
        type: member.type, js: `$o.${reader}(x, ${receiver.js}, ${JSON.stringify(member.name)})`, relationship: member.kind === 'parent', nonNull: member.kind === 'children',
        polymorphic: member.kind === 'parent' && (member.field?.reference?.to.length ?? 0) > 1 ? member.field : undefined,
      };
    }
    if (type.object) return fail(node.nameAt, `Variable does not exist: ${node.name}`);
  }
  const found = platformProperty(world, type, node.name);
  if (found && !found.property.static) {
    if (!found.property.readable) fail(node.nameAt, `Variable is not visible: ${type.name}.${node.name}`);
    return { type: found.type, js: `${body.pool.member(found.property)}(x, ${body.unboxed(receiver)})` };
  }
  const getter = propertyOfResult(body, receiver, node.name);
  if (getter) return getter;
  if (type.kind === 'void' || type.kind === 'null') return fail(node.nameAt, `Initial term of field expression must be a concrete SObject: ${type.name}`);
  if (type === types.SObject || type.isCollection || type.kind === 'platform') return fail(node.nameAt, type === types.SObject || type.isCollection ? `Initial term of field expression must be a concrete SObject: ${type.name}` : `Variable does not exist: ${node.name}`);
  return fail(node.nameAt, `Variable does not exist: ${node.name}`);
}

/** The results of Database have their getters as properties too: `result.success`, `result.id`. */
function propertyOfResult(body: Body, receiver: Expr, name: string): Expr | undefined {
  if (receiver.type.kind !== 'platform' || !/^(Database\.|Messaging\.Send)/.test(receiver.type.base)) return undefined;
  const [getter] = ['get', 'is'].flatMap((prefix) => platformMethods(body.world, receiver.type, prefix + name)).filter((each) => each.parameters.length === 0 && !each.method.static);
  return getter && { type: getter.returns, js: `${body.pool.member(getter.method)}(x, ${body.unboxed(receiver)})` };
}

export function indexExpression(body: Body, node: Expression & { kind: 'index' }): Expr {
  const target = compileChain(body, node.target);
  if (target.type.kind === 'unknown') return target;
  if (!target.type.is('List')) return fail(node, `Expression must be a list type: ${target.type.name}`);
  const index = compileExpression(body, node.index);
  if (index.type !== body.types.Integer && index.type.kind !== 'unknown') return fail(node.index, `List index must be of type Integer: ${index.type.name}`);
  return { type: target.type.args[0] as Expr['type'], js: `$o.at(x, ${target.js}, ${index.js})`, guard: target.guard };
}

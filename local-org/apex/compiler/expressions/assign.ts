/** Assignment, compound assignment, ++ and --. */
import type { BinaryOperator, Expression } from '../../syntax';
import type { Body, Expr } from '../context';
import { checkVisible } from '../access';
import { assignable } from '../conversions';
import { fail } from '../problems';
import { platformProperty, readField, writeField } from '../members';
import { sobjectMember } from '../sobjects';
import type { FieldSymbol } from '../symbols';
import type { ApexType } from '../types';
import { compileAs, compileChain, compileExpression } from './index';
import { fieldInScope } from './names';
import { operate } from './operators';
import { resolveTarget } from './targets';

/** Something that can be assigned to. `once` makes what it depends on evaluate once, for compound assignment. */
interface Place {
  readonly type: ApexType;
  write(value: string): string;
  /** Code that evaluates receiver and index into temporaries, and a place that uses them. */
  once(): { readonly before: string; readonly read: Expr; readonly write: (value: string) => string };
}

function place(body: Body, node: Expression): Place {
  const target = node.kind === 'parenthesis' ? node.value : node;
  if (target.kind === 'name') return namedPlace(body, target);
  if (target.kind === 'field') return memberPlace(body, target);
  if (target.kind === 'index') return indexPlace(body, target);
  return fail(node, 'Expression cannot be assigned');
}

function simplePlace(type: ApexType, read: Expr, write: (value: string) => string): Place {
  return { type, write, once: () => ({ before: '', read, write }) };
}

function namedPlace(body: Body, node: Expression & { kind: 'name' }): Place {
  const local = body.scope.find(node.name);
  if (local) {
    if (local.final) fail(node, `Final members can only be assigned in their declaration, init blocks, or constructors: ${local.name}`);
    return simplePlace(local.type, { type: local.type, js: local.js }, (value) => `(${local.js} = ${value})`);
  }
  const found = fieldInScope(body, node.name);
  if (!found) return fail(node, `Variable does not exist: ${node.name}`);
  checkWritable(body, found.field, node);
  return simplePlace(found.field.type, readField(body, found.field, found.receiver), (value) => writeField(body, found.field, found.receiver, value));
}

function checkWritable(body: Body, field: FieldSymbol, at: Expression | { line: number; column: number }): void {
  checkVisible(body, field, at, 'Variable', field.name, field.property?.setAccess);
  if (field.property && !field.property.setter && body.options.accessor !== field.name) fail(at, `Variable is not visible: ${field.owner.name}.${field.name}`);
  if (!field.final) return;
  const setUp = body.symbol === field.owner && (body.options.initialiser || body.options.isConstructor);
  if (!setUp) fail(at, `Final members can only be assigned in their declaration, init blocks, or constructors: ${field.name}`);
}

function memberPlace(body: Body, node: Expression & { kind: 'field' }): Place {
  if (node.safe) return fail(node.nameAt, 'Expression cannot be assigned');
  const target = resolveTarget(body, node.target);
  if (target.kind === 'type' && target.type.symbol) {
    const field = target.type.symbol.findField(node.name);
    if (!field?.static) return fail(node.nameAt, `Variable does not exist: ${node.name}`);
    checkWritable(body, field, node.nameAt);
    return simplePlace(field.type, readField(body, field, undefined), (value) => writeField(body, field, undefined, value));
  }
  const ofPlatform = target.kind === 'type' ? platformProperty(body.world, target.type, node.name) : undefined;
  if (ofPlatform?.property.static) {
    if (!ofPlatform.property.writable) return fail(node.nameAt, `Variable is not visible: ${ofPlatform.property.owner.name}.${node.name}`);
    const member = body.pool.member(ofPlatform.property);
    return simplePlace(ofPlatform.type, { type: ofPlatform.type, js: `${member}(x)` }, (value) => `$o.setStaticProperty(x, ${member}, ${value})`);
  }
  if (target.kind !== 'value') return fail(node.nameAt, `Variable does not exist: ${node.name}`);
  const receiver = target.expr;
  const { type } = receiver;
  if (type.kind === 'unknown') return simplePlace(type, receiver, (value) => value);
  const onReceiver = (read: (js: string) => Expr, write: (js: string, value: string) => string, wanted: ApexType): Place => ({
    type: wanted,
    write: (value) => write(receiver.js, value),
    once() {
      if (/^(?:this|v_\w+|\$t\d+)$/.test(receiver.js)) return { before: '', read: read(receiver.js), write: (value) => write(receiver.js, value) };
      const temporary = body.temporary();
      return { before: `${temporary} = ${receiver.js}`, read: read(temporary), write: (value) => write(temporary, value) };
    },
  });
  if (type.symbol) {
    const field = type.symbol.findField(node.name);
    if (!field || field.static) return fail(node.nameAt, `Variable does not exist: ${node.name}`);
    checkWritable(body, field, node.nameAt);
    return onReceiver((js) => readField(body, field, js), (js, value) => writeField(body, field, js, value), field.type);
  }
  if (type.kind === 'sobject') {
    const member = sobjectMember(body.world, type, node.name);
    if (!member) return fail(node.nameAt, type.object ? `Variable does not exist: ${node.name}` : `Initial term of field expression must be a concrete SObject: ${type.name}`);
    if (member.kind === 'children' || (member.field && !isWritable(member.field))) return fail(node.nameAt, `Field is not writeable: ${type.name}.${member.name}`);
    const name = JSON.stringify(member.name);
    const [read, write] = member.kind === 'parent' ? ['parent', 'setParent'] : ['field', 'setField'];
    return onReceiver((js) => ({ type: member.type, js: `$o.${read}(x, ${js}, ${name})` }), (js, value) => `$o.${write}(x, ${js}, ${name}, ${value})`, member.type);
  }
  const found = platformProperty(body.world, type, node.name);
  if (!found || found.property.static) return fail(node.nameAt, `Variable does not exist: ${node.name}`);
  if (!found.property.writable) return fail(node.nameAt, `Variable is not visible: ${type.name}.${node.name}`);
  const member = body.pool.member(found.property);
  return onReceiver((js) => ({ type: found.type, js: `${member}(x, ${js})` }), (js, value) => `$o.setProperty(x, ${member}, ${js}, ${value})`, found.type);
}

/** Formula, roll-up and auto-number fields are never written; fields the platform stamps may be, in tests through JSON alone. */
function isWritable(field: { readonly calculated: boolean; readonly autoNumber?: unknown; readonly formula?: string; readonly summary?: unknown; readonly name: string; readonly createable: boolean; readonly updateable: boolean }): boolean {
  if (field.name === 'Id') return true;
  return !(field.formula !== undefined || field.summary !== undefined || field.autoNumber !== undefined) && (field.createable || field.updateable);
}

function indexPlace(body: Body, node: Expression & { kind: 'index' }): Place {
  const target = compileChain(body, node.target);
  if (!target.type.is('List')) return fail(node, `Expression must be a list type: ${target.type.name}`);
  const index = compileAs(body, node.index, body.types.Integer);
  const element = target.type.args[0] as ApexType;
  return {
    type: element,
    write: (value) => `$o.setAt(x, ${target.js}, ${index}, ${value})`,
    once() {
      const [list, at] = [body.temporary(), body.temporary()];
      return { before: `${list} = ${target.js}, ${at} = ${index}`, read: { type: element, js: `$o.at(x, ${list}, ${at})` }, write: (value) => `$o.setAt(x, ${list}, ${at}, ${value})` };
    },
  };
}

export function assignExpression(body: Body, node: Expression & { kind: 'assign' }): Expr {
  const to = place(body, node.target);
  if (node.operator === '=') {
    const value = compileExpression(body, node.value);
    return { type: to.type, js: to.write(body.coerce(value, to.type, node)), nonNull: value.nonNull && value.type === to.type };
  }
  const { before, read, write } = to.once();
  const value = compileExpression(body, node.value);
  const operator = node.operator.slice(0, -1) as BinaryOperator;
  const shortCircuit = (operator === '|' || operator === '&') && to.type === body.types.Boolean;
  const result = shortCircuit && value.type === body.types.Boolean
    ? { type: to.type, js: `(${body.unboxed(read)} ${operator}${operator} ${body.unboxed(value)})`, nonNull: true }
    : operate(body, operator, read, value, node);
  const js = write(compoundValue(body, result, to.type, node));
  return { type: to.type, js: before ? `(${before}, ${js})` : js, nonNull: true };
}

/** A compound assignment narrows nothing: `i += 1.5` on an Integer is an illegal assignment. */
function compoundValue(body: Body, result: Expr, type: ApexType, node: Expression): string {
  if (!assignable(body.world, result.type, type)) fail(node, `Illegal assignment from ${result.type.name} to ${type.name}`);
  return body.coerce(result, type, node);
}

export function incrementExpression(body: Body, node: Expression & { kind: 'postfix' | 'prefix' }, prefix: boolean): Expr {
  const to = place(body, node.value);
  if (!to.type.isNumber && to.type.kind !== 'unknown') return fail(node, `Unary ${prefix ? `prefix ${node.operator === '++' ? 'increment' : 'decrement'}` : 'postfix increment/decrement'} can only be applied to numeric expressions: ${to.type.name}`);
  const { before, read, write } = to.once();
  const one: Expr = { type: body.types.Integer, js: '1', nonNull: true };
  const operator = node.operator === '++' ? '+' : '-';
  if (prefix) {
    const js = write(operate(body, operator, read, one, node).js);
    return { type: to.type, js: before ? `(${before}, ${js})` : js, nonNull: true };
  }
  const old = body.temporary();
  const next = operate(body, operator, { type: to.type, js: old, nonNull: true }, one, node).js;
  const js = `(${before ? `${before}, ` : ''}${old} = ${body.unboxed(read)}, ${write(next)}, ${old})`;
  return { type: to.type, js, nonNull: true };
}

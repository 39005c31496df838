/** Casts and instanceof. */
import type { Expression } from '../../syntax';
import type { Body, Expr } from '../context';
import { assignable, castable, converted, directSupers } from '../conversions';
import { fail } from '../problems';
import type { ApexType } from '../types';
import { compileExpression } from './index';

export function castExpression(body: Body, node: Expression & { kind: 'cast' }): Expr {
  const type = body.world.resolve(node.type, body.symbol);
  const value = compileExpression(body, node.value);
  if (value.type.kind === 'unknown') return { type, js: 'null' };
  if (value.soql && type.kind === 'sobject') return { type, js: body.coerce(value, type, node) };
  if (value.type === type) return value;
  if (value.type.kind === 'void' || !castable(body.world, value.type, type)) fail(node, `Incompatible types since an instance of ${value.type.name} is never an instance of ${type.name}`);
  if (value.type.isNumber && type.isNumber) return { type, js: narrowed(body, value, type) };
  if (value.type.is('Id') && type.is('String')) return { ...value, type };
  if (assignable(body.world, value.type, type) && !(value.type.isCollection && type.isCollection)) return { type, js: converted(value.js, value.type, type), nonNull: value.nonNull };
  return { type, js: `$o.cast(x, ${value.js}, ${body.pool.type(type)})`, nonNull: value.nonNull };
}

/** Number casts: upward as implicit conversions do; downward is refused by the platform for all but Long to Integer and Decimal to Double. */
function narrowed(body: Body, value: Expr, type: ApexType): string {
  if (assignable(body.world, value.type, type)) return converted(value.js, value.type, type);
  return `$o.narrow${type.base}(x, ${value.js})`;
}

export function instanceofExpression(body: Body, node: Expression & { kind: 'instanceof' }): Expr {
  const type = body.world.resolve(node.type, body.symbol);
  const value = compileExpression(body, node.value);
  if (value.type.kind !== 'unknown' && !castable(body.world, value.type, type)) fail(node, `Operation instanceof is always false since an instance of ${value.type.name} is never an instance of ${type.name}`);
  if (value.type.kind !== 'unknown' && value.type.kind !== 'null' && type.kind !== 'unknown' && isAlways(body, value.type, type)) fail(node, `Operation instanceof is always true since an instance of ${value.type.name} is always an instance of ${type.name}`);
  return { type: body.types.Boolean, js: `$o.isInstance(${value.js}, ${body.pool.type(type)})`, nonNull: true };
}

/** Whether every value of `from` is of `to`: the same type, or one above it. Conversions of values do not count. */
function isAlways(body: Body, from: ApexType, to: ApexType): boolean {
  return from === to || directSupers(body.world, from).some((each) => isAlways(body, each, to));
}

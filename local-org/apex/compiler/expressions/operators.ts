/** Operators, by the static types of their operands. */
import type { BinaryOperator, Expression } from '../../syntax';
import type { Body, Expr } from '../context';
import { assignable, converted } from '../conversions';
import { fail } from '../problems';
import type { ApexType } from '../types';
import { compileCondition, compileExpression } from './index';
import { literalExpression } from './literals';

type Binary = Expression & { kind: 'binary' };

export function binaryExpression(body: Body, node: Binary): Expr {
  if (node.operator === '&&' || node.operator === '||') {
    const [left, right] = [node.left, node.right].map((each) => logicalOperand(body, each, node));
    return { type: body.types.Boolean, js: `(${left} ${node.operator} ${right})`, nonNull: true };
  }
  const left = compileExpression(body, node.left);
  const right = compileExpression(body, node.right);
  if (node.operator === '??') return coalesce(body, node, left, right);
  return operate(body, node.operator, left, right, node);
}

function logicalOperand(body: Body, operand: Expression, node: Binary): string {
  const expr = compileExpression(body, operand);
  if (expr.type !== body.types.Boolean && expr.type.kind !== 'unknown') fail(node, `${node.operator === '&&' ? 'AND' : 'OR'} operator can only be applied to Boolean expressions`);
  return body.unboxed(expr);
}

/** The code of `left operator right`; also used by compound assignment. */
export function operate(body: Body, operator: BinaryOperator, left: Expr, right: Expr, node: Expression): Expr {
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return { type: body.types.unknown, js: 'null' };
  switch (operator) {
    case '+': case '-': case '*': case '/': return arithmetic(body, operator, left, right, node);
    case '<<': case '>>': case '>>>': return shift(body, operator, left, right, node);
    case '<': case '>': case '<=': case '>=': return compare(body, operator, left, right, node);
    case '==': case '!=': return equality(body, operator, left, right, node);
    case '===': case '!==': return identity(body, operator, left, right, node);
    case '&': case '|': case '^': return bits(body, operator, left, right, node);
    default: return fail(node, `Unexpected operator: ${operator}`);
  }
}

/** The wider of two number types; Decimal is the widest. */
function widest(left: ApexType, right: ApexType): string {
  const order = ['Integer', 'Long', 'Double', 'Decimal'];
  return order[Math.max(order.indexOf(left.base), order.indexOf(right.base))] as string;
}

const ARITHMETIC_NAMES = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const;

function arithmetic(body: Body, operator: '+' | '-' | '*' | '/', left: Expr, right: Expr, node: Expression): Expr {
  const { types } = body;
  if (operator === '+' && (left.type.is('String') || right.type.is('String'))) return concatenate(body, left, right, node);
  if (left.type.isNumber && right.type.isNumber) {
    const type = types.platform(widest(left.type, right.type));
    const [a, b] = [left, right].map((each) => body.unboxed({ ...each, js: converted(each.js, each.type, type), nonNull: each.nonNull })) as [string, string];
    return { type, js: numberCode(operator, type, a, b), nonNull: true };
  }
  const temporal = left.type.is('Date', 'Datetime', 'Time');
  if (temporal && (operator === '+' || operator === '-') && right.type.isNumber && !(left.type.is('Date', 'Time') && !right.type.is('Integer', 'Long'))) {
    return { type: left.type, js: `$o.${left.type.base.toLowerCase()}${operator === '+' ? 'Plus' : 'Minus'}(${body.unboxed(left)}, ${body.unboxed(right)})`, nonNull: true };
  }
  if (operator === '+' && left.type.is('Id') && right.type.is('Id')) return concatenate(body, left, right, node);
  return fail(node, temporal ? `Date/time expressions must use Integer or Long or Double or Decimal` : `Arithmetic expressions must use numeric arguments`);
}

function numberCode(operator: '+' | '-' | '*' | '/', type: ApexType, a: string, b: string): string {
  if (type.base === 'Integer') {
    if (operator === '*') return `Math.imul(${a}, ${b})`;
    if (operator === '/') return `$o.divideInteger(x, ${a}, ${b})`;
    return `(${a} ${operator} ${b} | 0)`;
  }
  if (type.base === 'Long') return operator === '/' ? `$o.divideLong(x, ${a}, ${b})` : `BigInt.asIntN(64, ${a} ${operator} ${b})`;
  return `$o.${ARITHMETIC_NAMES[operator]}${type.base}(x, ${a}, ${b})`;
}

/** `null` becomes the word, as the platform writes it. */
function concatenate(body: Body, left: Expr, right: Expr, node: Expression): Expr {
  for (const each of [left, right]) if (each.type.kind === 'void') fail(node, 'A void expression cannot be an operand');
  const a = textOperand(left);
  const b = textOperand(right);
  const plain = left.type.is('String') && left.nonNull ? '' : '"" + ';
  return { type: body.types.String, js: `(${plain}${a} + ${b})`, nonNull: true };
}

/** Strings, Ids, Integers, Longs and Booleans are written by JS as by Apex. */
function textOperand(expr: Expr): string {
  return expr.type.is('String', 'Id', 'Integer', 'Long', 'Boolean') || expr.type.kind === 'null' ? expr.js : `$o.text(x, ${expr.js})`;
}

function shift(body: Body, operator: '<<' | '>>' | '>>>', left: Expr, right: Expr, node: Expression): Expr {
  if (!left.type.is('Integer', 'Long') || !right.type.is('Integer', 'Long')) return fail(node, 'Shift expressions must use Integer or Long arguments');
  const count = right.type.is('Long') ? `Number(BigInt.asIntN(32, ${body.unboxed(right)}))` : body.unboxed(right);
  if (left.type.is('Integer')) return { type: left.type, js: `(${body.unboxed(left)} ${operator} ${count} | 0)`, nonNull: true };
  const bits = `BigInt(${count} & 63)`;
  const value = body.unboxed(left);
  const js = operator === '>>>' ? `BigInt.asIntN(64, BigInt.asUintN(64, ${value}) >> ${bits})` : `BigInt.asIntN(64, ${value} ${operator} ${bits})`;
  return { type: left.type, js, nonNull: true };
}

function bits(body: Body, operator: '&' | '|' | '^', left: Expr, right: Expr, node: Expression): Expr {
  const { Boolean: bool, Integer, Long } = body.types;
  if (left.type === bool && right.type === bool) {
    const [a, b] = [body.unboxed(left), body.unboxed(right)];
    return { type: bool, js: operator === '^' ? `(${a} !== ${b})` : `Boolean(${a} ${operator} ${b})`, nonNull: true };
  }
  if (!left.type.is('Integer', 'Long') || !right.type.is('Integer', 'Long')) return fail(node, 'Bitwise operators must use Integer, Long or Boolean arguments');
  const type = left.type === Integer && right.type === Integer ? Integer : Long;
  const [a, b] = [left, right].map((each) => body.unboxed({ ...each, js: converted(each.js, each.type, type) })) as [string, string];
  return { type, js: `(${a} ${operator} ${b})`, nonNull: true };
}

const simple = /^(?:v_\w+|-?\d+n?)$/;

function compare(body: Body, operator: '<' | '>' | '<=' | '>=', left: Expr, right: Expr, node: Expression): Expr {
  const result = (js: string): Expr => ({ type: body.types.Boolean, js, nonNull: true });
  const name = { '<': 'less', '>': 'greater', '<=': 'lessOrEqual', '>=': 'greaterOrEqual' }[operator];
  if (left.type.isNumber && right.type.isNumber) {
    if (left.type === right.type && left.type.is('Integer', 'Long') && simple.test(left.js) && simple.test(right.js)) {
      const guards = [left, right].filter((each) => !each.nonNull).map((each) => `${each.js} !== null && `).join('');
      return result(`(${guards}${left.js} ${operator} ${right.js})`);
    }
    if (left.type === right.type && left.type.is('Integer', 'Long')) return result(left.nonNull && right.nonNull ? `(${left.js} ${operator} ${right.js})` : `$o.${name}(${left.js}, ${right.js})`);
    return result(`$o.${name}Number(${left.js}, ${right.js})`);
  }
  if (left.type.isText && right.type.isText) return result(`$o.${name}Text(${left.js}, ${right.js})`);
  const temporal = left.type.is('Date', 'Datetime', 'Time') && (left.type === right.type || (left.type.is('Date', 'Datetime') && right.type.is('Date', 'Datetime')));
  if (temporal) {
    const type = left.type === right.type ? left.type : body.types.Datetime;
    return result(`$o.${name}Temporal(${converted(left.js, left.type, type)}, ${converted(right.js, right.type, type)})`);
  }
  const comparable = (type: ApexType): boolean => type.isNumber || type.isText || type.is('Date', 'Datetime', 'Time');
  if ((left.type.kind === 'null' && comparable(right.type)) || (right.type.kind === 'null' && comparable(left.type))) return result('false');
  return fail(node, `Comparison arguments must be compatible types: ${left.type.name}, ${right.type.name}`);
}

function equality(body: Body, operator: '==' | '!=', left: Expr, right: Expr, node: Expression): Expr {
  const code = equalityCode(body, left, right);
  if (!code) return fail(node, `Comparison arguments must be compatible types: ${left.type.name}, ${right.type.name}`);
  const js = typeof code === 'string' ? `${operator === '==' ? '' : '!'}${code}` : `(${code.left.js} ${operator}= ${code.right.js})`;
  return { type: body.types.Boolean, js, nonNull: true };
}

/** Code that is true when the values are equal; the operands where JS compares as Apex does. */
function equalityCode(body: Body, left: Expr, right: Expr): string | { left: Expr; right: Expr } | undefined {
  const { types, world } = body;
  if (left.type.kind === 'void' || right.type.kind === 'void') return undefined;
  if (left.type.kind === 'null' || right.type.kind === 'null') return { left, right };
  if (left.soql || right.soql) {
    const rows = left.soql ? left : right;
    const other = left.soql ? right : left;
    if (other.type.kind === 'sobject') return `$o.equal(x, $o.single(x, ${rows.js}), ${other.js})`;
  }
  if (left.type === right.type && left.type.is('Integer', 'Long', 'Boolean')) return { left, right };
  if (left.type.isNumber && right.type.isNumber) return `$o.equalNumber(${left.js}, ${right.js})`;
  if (left.type.is('Id') && right.type.is('Id')) return { left, right };
  if (left.type.isText && right.type.isText) return left.type === right.type ? `$o.equalText(${left.js}, ${right.js})` : `$o.equalId(x, ${left.js}, ${right.js})`;
  if (left.type.is('Date', 'Datetime') && right.type.is('Date', 'Datetime') && left.type !== right.type) return `$o.equal(x, ${converted(left.js, left.type, types.Datetime)}, ${converted(right.js, right.type, types.Datetime)})`;
  const isEnum = (type: ApexType): boolean => type.symbol?.kind === 'enum';
  if (left.type === right.type && isEnum(left.type)) return { left, right };
  if (left.type.symbol?.kind === 'interface' || right.type.symbol?.kind === 'interface') return `$o.equal(x, ${left.js}, ${right.js})`;
  if (!assignable(world, left.type, right.type) && !assignable(world, right.type, left.type)) return undefined;
  return `$o.equal(x, ${left.js}, ${right.js})`;
}

function identity(body: Body, operator: '===' | '!==', left: Expr, right: Expr, node: Expression): Expr {
  const { world } = body;
  if (!assignable(world, left.type, right.type) && !assignable(world, right.type, left.type)) return fail(node, `Comparison arguments must be compatible types: ${left.type.name}, ${right.type.name}`);
  const byReference = (type: ApexType): boolean => type.kind === 'class' || type.kind === 'sobject' || type.isCollection || type.is('Integer', 'Long', 'Boolean') || type.kind === 'null';
  if (byReference(left.type) || byReference(right.type)) return { type: body.types.Boolean, js: `(${left.js} ${operator} ${right.js})`, nonNull: true };
  return { type: body.types.Boolean, js: `${operator === '!==' ? '!' : ''}$o.identical(x, ${left.js}, ${right.js})`, nonNull: true };
}

/** The type two branches share: one that the other can become. */
export function commonType(body: Body, left: Expr, right: Expr): ApexType | undefined {
  const { world, types } = body;
  if (left.type.kind === 'null') return right.type;
  if (right.type.kind === 'null') return left.type;
  if (left.type === right.type) return left.type;
  if (left.type.isNumber && right.type.isNumber) return types.platform(widest(left.type, right.type));
  if (left.type.isText && right.type.isText) return types.String;
  if (assignable(world, left.type, right.type)) return right.type;
  if (assignable(world, right.type, left.type)) return left.type;
  if (left.type.kind === 'sobject' && right.type.kind === 'sobject') return types.SObject;
  return left.type.symbol?.chain().find((each) => right.type.symbol?.chain().includes(each))?.type;
}

function coalesce(body: Body, node: Binary, left: Expr, right: Expr): Expr {
  const single = (expr: Expr): Expr => (expr.soql === 'rows' ? { type: expr.type.args[0] as ApexType, js: `$o.singleOrNull(x, ${expr.js})` } : expr);
  const [a, b] = left.soql && right.type.kind === 'sobject' ? [single(left), right] : [left, right];
  const type = commonType(body, a, b);
  if (!type || type.kind === 'void') return fail(node, `Incompatible types in null coalescing operator: ${left.type.name}, ${right.type.name}`);
  return { type, js: `(${converted(a.js, a.type, type)} ?? ${converted(b.js, b.type, type)})`, nonNull: b.nonNull };
}

export function conditionalExpression(body: Body, node: Expression & { kind: 'conditional' }): Expr {
  const condition = compileCondition(body, node.condition);
  const then = compileExpression(body, node.then);
  const otherwise = compileExpression(body, node.otherwise);
  const type = commonType(body, then, otherwise);
  if (!type || type.kind === 'void') return fail(node, `Incompatible types in ternary operator: ${then.type.name}, ${otherwise.type.name}`);
  return { type, js: `(${condition} ? ${converted(then.js, then.type, type)} : ${converted(otherwise.js, otherwise.type, type)})`, nonNull: then.nonNull && otherwise.nonNull };
}

export function prefixExpression(body: Body, node: Expression & { kind: 'prefix' }): Expr {
  const { operator } = node;
  if (operator === '-' && node.value.kind === 'literal' && (node.value.type === 'Integer' || node.value.type === 'Long')) {
    const literal = literalExpression(body, node.value, true);
    return { ...literal, js: literal.js === '0' ? '0' : `-${literal.js}` };
  }
  const value = compileExpression(body, node.value);
  if (value.type.kind === 'unknown') return value;
  if (operator === '!') {
    if (value.type !== body.types.Boolean) fail(node, 'NOT operator can only be applied to Boolean expressions');
    return { type: value.type, js: `!${body.unboxed(value)}`, nonNull: true };
  }
  if (operator === '~') {
    if (!value.type.is('Integer', 'Long')) fail(node, 'Bitwise operators must use Integer or Long arguments');
    return { type: value.type, js: `(~${body.unboxed(value)})`, nonNull: true };
  }
  if (!value.type.isNumber) fail(node, operator === '-' ? 'Unary negation must use a numeric argument' : 'Arithmetic expressions must use numeric arguments');
  if (operator === '+') return { ...value, js: body.unboxed(value), nonNull: true };
  const operand = body.unboxed(value);
  const js = value.type.base === 'Integer' ? `(-${operand} | 0)` : value.type.base === 'Long' ? `BigInt.asIntN(64, -${operand})` : `$o.negate(${operand})`;
  return { type: value.type, js, nonNull: true };
}

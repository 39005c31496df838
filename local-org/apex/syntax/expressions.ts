/** Expressions. */
import type { At, BinaryOperator, Expression, TypeRef } from './ast';
import { soqlExpression } from './soql';
import type { Source } from './source';
import { TreeProblem, at, child, children, childrenOf, inner, name, need, rule, type ParserContext } from './tree';
import { createdName, typeRef } from './types';

export function expression(node: ParserContext, source: Source): Expression {
  const read = readers[rule(node)];
  if (!read) throw new TreeProblem(`Unexpected token '${node.getText()}'.`, at(node));
  return read(node, source);
}

export function expressionList(node: ParserContext, source: Source): Expression[] {
  return children(node).filter((each) => !each.symbol).map((each) => expression(each, source));
}

function args(node: ParserContext, source: Source): Expression[] {
  const list = child(node, 'ExpressionList');
  return list ? expressionList(list, source) : [];
}

function operands(node: ParserContext, source: Source): [Expression, Expression] {
  const [left, right] = children(node).filter((each) => !each.symbol);
  return [expression(left as ParserContext, source), expression(right as ParserContext, source)];
}

/** Joins the leaves between the operands: `>` `=` is one operator in two tokens. */
function operatorText(node: ParserContext): string {
  return children(node).filter((each) => each.symbol).map((each) => each.getText()).join('');
}

function binary(node: ParserContext, source: Source): Expression {
  const leaf = children(node).find((each) => each.symbol) as ParserContext;
  const text = operatorText(node);
  const operator = (text === '<>' ? '!=' : text) as BinaryOperator;
  const [left, right] = operands(node, source);
  const ambiguous = subtractionReadAsCast(left);
  if (ambiguous) {
    // `(a) - b * c`: the grammar took `(a) - b` for a cast of `-b`, which binds tighter than the operator after it.
    if (operator === '*' || operator === '/') {
      const difference: Expression = { ...ambiguous, right: { kind: 'binary', line: ambiguous.right.line, column: ambiguous.right.column, operator, left: ambiguous.right, right, operatorAt: at(leaf) } };
      fromCast.add(difference);
      return difference;
    }
    return { kind: 'binary', ...at(node), operator, left: ambiguous, right, operatorAt: at(leaf) };
  }
  if (subtractionReadAsCast(right) && /^[-+*/]$/.test(operator)) {
    // `a - (b) - c` came as `a - ((b) - c)`.
    const misread = right as Expression & { kind: 'binary' };
    const first: Expression = { kind: 'binary', ...at(node), operator, left, right: misread.left, operatorAt: at(leaf) };
    return { ...misread, line: left.line, column: left.column, left: first };
  }
  return { kind: 'binary', ...at(node), operator, left, right, operatorAt: at(leaf) };
}

function subtractionReadAsCast(left: Expression): (Expression & { kind: 'binary' }) | undefined {
  return left.kind === 'binary' && left.left.kind === 'parenthesis' && left.left.value.kind !== 'parenthesis' && fromCast.has(left) ? left : undefined;
}
const fromCast = new WeakSet<object>();

function memberOf(node: ParserContext, source: Source): Expression {
  const [target, dot, member] = children(node) as [ParserContext, ParserContext, ParserContext];
  const safe = dot.getText() === '?.';
  const object = expression(target, source);
  const place: At = { line: object.line, column: object.column };
  if (rule(member) === 'AnyId') return { kind: 'field', ...place, target: object, name: member.getText(), safe, nameAt: at(member) };
  return { kind: 'call', ...place, target: object, name: need(member, 'AnyId').getText(), args: args(member, source), safe, nameAt: at(member) };
}

function methodCall(node: ParserContext, source: Source): Expression {
  const call = need(node, 'MethodCall');
  const first = children(call)[0] as ParserContext;
  const word = first.getText();
  const given = args(call, source);
  if (first.symbol) return { kind: 'delegate', ...at(call), to: word.toLowerCase() as 'this' | 'super', args: given };
  return { kind: 'call', ...at(call), name: word, args: given, safe: false, nameAt: at(call) };
}

function creation(node: ParserContext, source: Source): Expression {
  const creator = need(node, 'Creator');
  const type = createdName(need(creator, 'CreatedName'));
  const rest = children(creator)[1] as ParserContext;
  switch (rule(rest)) {
    case 'ClassCreatorRest':
      return { kind: 'new', ...at(node), type, args: args(need(rest, 'Arguments'), source) };
    case 'ArrayCreatorRest': {
      const list = child(rest, 'ArrayInitializer');
      if (list) return { kind: 'newArray', ...at(node), type, values: children(list).filter((each) => !each.symbol).map((each) => expression(each, source)) };
      const size = children(rest).find((each) => !each.symbol);
      return { kind: 'newArray', ...at(node), type, size: size && expression(size, source) };
    }
    case 'MapCreatorRest':
      return { kind: 'newCollection', ...at(node), type, values: [], pairs: childrenOf(rest, 'MapCreatorRestPair').map((pair) => operands(pair, source)) };
    case 'SetCreatorRest':
      return { kind: 'newCollection', ...at(node), type, values: children(rest).filter((each) => !each.symbol).map((each) => expression(each, source)) };
    default:
      return { kind: 'newCollection', ...at(node), type, values: [] };
  }
}

const CASTABLE_FROM_SIGNED = new Set(['integer', 'long', 'double', 'decimal', 'object']);

function cast(node: ParserContext, source: Source): Expression {
  const type = typeRef(need(node, 'TypeRef'));
  const operand = children(node)[3] as ParserContext;
  const value = expression(operand, source);
  const sign = rule(operand) === 'PreOpExpression' && value.kind === 'prefix' && (value.operator === '-' || value.operator === '+') ? value : undefined;
  if (sign && couldBeName(type)) {
    // `(a) - b` parses as a cast of a signed operand; only number types can be meant so.
    const parts = type.parts.map((part) => part.name);
    const variable = parts.slice(1).reduce<Expression>((target, part) => ({ kind: 'field', ...at(node), target, name: part, safe: false, nameAt: type }), { kind: 'name', line: type.line, column: type.column, name: parts[0] as string });
    const difference: Expression = { kind: 'binary', ...at(node), operator: sign.operator as '-' | '+', left: { kind: 'parenthesis', ...at(node), value: variable }, right: sign.value, operatorAt: at(operand) };
    fromCast.add(difference);
    return difference;
  }
  return { kind: 'cast', ...at(node), type, value };
}

function couldBeName(type: TypeRef): boolean {
  return type.dimensions === 0 && type.parts.every((part) => part.args.length === 0) && !(type.parts.length === 1 && CASTABLE_FROM_SIGNED.has((type.parts[0] as { name: string }).name.toLowerCase()));
}

function literal(node: ParserContext): Expression {
  const text = node.getText();
  const lower = text.toLowerCase();
  if (text.startsWith("'")) return { kind: 'literal', ...at(node), type: 'String', value: text };
  if (lower === 'null') return { kind: 'literal', ...at(node), type: 'null', value: lower };
  if (lower === 'true' || lower === 'false') return { kind: 'literal', ...at(node), type: 'Boolean', value: lower };
  if (lower.endsWith('l')) return { kind: 'literal', ...at(node), type: 'Long', value: text.slice(0, -1) };
  if (lower.endsWith('d')) return { kind: 'literal', ...at(node), type: 'Double', value: text.slice(0, -1) };
  return { kind: 'literal', ...at(node), type: text.includes('.') ? 'Decimal' : 'Integer', value: text };
}

function primary(node: ParserContext, source: Source): Expression {
  const what = children(node)[0] as ParserContext;
  switch (rule(what)) {
    case 'ThisPrimary': return { kind: 'this', ...at(what) };
    case 'SuperPrimary': return { kind: 'super', ...at(what) };
    case 'LiteralPrimary': return literal(need(what, 'Literal'));
    case 'IdPrimary': return { kind: 'name', ...at(what), name: name(inner(what)).text };
    case 'TypeRefPrimary': return { kind: 'classLiteral', ...at(what), type: typeRef(need(what, 'TypeRef')) };
    case 'VoidPrimary': return { kind: 'classLiteral', ...at(what) };
    case 'SoqlPrimary': return soqlExpression(need(what, 'SoqlLiteral'), source, expression);
    case 'SoslPrimary': return { kind: 'sosl', ...at(what) };
    default: throw new TreeProblem(`Unexpected token '${what.getText()}'.`, at(what));
  }
}

const readers: Readonly<Record<string, (node: ParserContext, source: Source) => Expression>> = {
  PrimaryExpression: primary,
  DotExpression: memberOf,
  ArrayExpression(node, source) {
    const [target, index] = operands(node, source);
    return { kind: 'index', line: target.line, column: target.column, target, index };
  },
  MethodCallExpression: methodCall,
  NewExpression: creation,
  CastExpression: cast,
  SubExpression: (node, source) => ({ kind: 'parenthesis', ...at(node), value: expression(children(node)[1] as ParserContext, source) }),
  PostOpExpression: (node, source) => ({ kind: 'postfix', ...at(node), operator: operatorText(node) as '++' | '--', value: expression(children(node)[0] as ParserContext, source) }),
  PreOpExpression: (node, source) => ({ kind: 'prefix', ...at(node), operator: operatorText(node) as '+' | '-' | '++' | '--', value: expression(children(node)[1] as ParserContext, source) }),
  NegExpression: (node, source) => ({ kind: 'prefix', ...at(node), operator: operatorText(node) as '~' | '!', value: expression(children(node)[1] as ParserContext, source) }),
  Arth1Expression: binary,
  Arth2Expression: binary,
  BitExpression: binary,
  CmpExpression: binary,
  EqualityExpression: binary,
  BitAndExpression: binary,
  BitNotExpression: binary,
  BitOrExpression: binary,
  LogAndExpression: binary,
  LogOrExpression: binary,
  CoalExpression: binary,
  InstanceOfExpression: (node, source) => ({ kind: 'instanceof', ...at(node), value: expression(children(node)[0] as ParserContext, source), type: typeRef(need(node, 'TypeRef')) }),
  CondExpression(node, source) {
    const [condition, then, otherwise] = children(node).filter((each) => !each.symbol).map((each) => expression(each, source));
    return { kind: 'conditional', ...at(node), condition: condition as Expression, then: then as Expression, otherwise: otherwise as Expression };
  },
  AssignExpression(node, source) {
    const [target, value] = operands(node, source);
    return { kind: 'assign', line: target.line, column: target.column, operator: operatorText(node), target, value };
  },
};

/** Expressions, by the precedence of their operators. */
import type { At, BinaryOperator, Expression, TypeRef } from '../ast';
import { isId, type Cursor } from './cursor';
import { soql } from './soql';
import { leave, placeOf } from '../../../schema';
import type { Token } from './tokens';

/** Binding strength as in the full grammar; the right operand binds one stronger. */
const BINARY: Readonly<Record<string, number>> = { '*': 14, '/': 14, '+': 13, '-': 13, '<<': 12, '>>': 12, '>>>': 12, '<': 11, '>': 11, '<=': 11, '>=': 11, '===': 9, '!==': 9, '==': 9, '!=': 9, '<>': 9, '&': 8, '^': 7, '|': 6, '&&': 5, '||': 4, '??': 3 };
const ASSIGN = new Set(['=', '+=', '-=', '*=', '/=', '&=', '|=', '^=', '<<=', '>>=', '>>>=']);
const [INSTANCEOF, CONDITIONAL, ASSIGNMENT] = [10, 2, 1];
const [DOT, INDEX, CAST, POSTFIX, PREFIX, NEGATION] = [23, 22, 19, 17, 16, 15];
const CASTABLE_FROM_SIGNED = new Set(['integer', 'long', 'double', 'decimal', 'object']);

export function expression(cursor: Cursor, least = 0): Expression {
  let left = operand(cursor);
  for (;;) {
    const more = suffix(cursor, left, least);
    if (!more) return left;
    left = more;
  }
}

export function args(cursor: Cursor): Expression[] {
  cursor.need('(');
  if (cursor.take(')')) return [];
  const given = cursor.list(() => expression(cursor));
  cursor.need(')');
  return given;
}

/** What follows an expression and binds at least so strongly; undefined when nothing does. */
function suffix(cursor: Cursor, left: Expression, least: number): Expression | undefined {
  const { token } = cursor;
  const place: At = placeOf(left);
  if (token.kind === 'word') {
    if (token.key !== 'instanceof' || INSTANCEOF < least) return undefined;
    cursor.next();
    return { kind: 'instanceof', ...place, value: left, type: cursor.type() };
  }
  if (token.kind !== 'sign') return undefined;
  switch (token.key) {
    case '.': case '?.':
      return DOT >= least ? member(cursor, left) : undefined;
    case '[': {
      if (INDEX < least) return undefined;
      cursor.next();
      const index = expression(cursor);
      cursor.need(']');
      return { kind: 'index', ...place, target: left, index };
    }
    case '++': case '--':
      if (POSTFIX < least) return undefined;
      cursor.next();
      return { kind: 'postfix', ...place, operator: token.key, value: left };
    case '?': {
      if (CONDITIONAL < least) return undefined;
      cursor.next();
      const then = expression(cursor);
      cursor.need(':');
      return { kind: 'conditional', ...place, condition: left, then, otherwise: expression(cursor, CONDITIONAL) };
    }
  }
  if (ASSIGN.has(token.key)) {
    if (ASSIGNMENT < least) return undefined;
    cursor.next();
    return { kind: 'assign', ...place, operator: token.key, target: left, value: expression(cursor, ASSIGNMENT) };
  }
  const operator = operatorOf(cursor);
  const strength = BINARY[operator];
  if (strength === undefined || strength < least) return undefined;
  const operatorAt = placeOf(token);
  cursor.goTo(cursor.place + (operator === '<>' || !/^[<>]/.test(operator) ? 1 : operator.length));
  return { kind: 'binary', ...place, operator: (operator === '<>' ? '!=' : operator) as BinaryOperator, left, right: expression(cursor, strength + 1), operatorAt };
}

/** `<` and `>` come one by one: `>>>`, `<=`. */
function operatorOf(cursor: Cursor): string {
  const first = cursor.token.key;
  if (first !== '<' && first !== '>') return first;
  const second = cursor.ahead(1).key;
  if (second === '=') return `${first}=`;
  if (second !== first) return first;
  return first === '>' && cursor.ahead(2).key === '>' ? '>>>' : first + second;
}

function member(cursor: Cursor, target: Expression): Expression {
  const safe = cursor.next().key === '?.';
  const name = cursor.anyId();
  const place = placeOf(target);
  if (!cursor.is('(')) return { kind: 'field', ...place, target, name: name.text, safe, nameAt: placeOf(name) };
  return { kind: 'call', ...place, target, name: name.text, args: args(cursor), safe, nameAt: placeOf(name) };
}

/** Names of the full grammar's classes of literals, by how they are written. */
function numberOf(token: Token): Expression {
  const place = placeOf(token);
  if (/l$/i.test(token.text)) return { kind: 'literal', ...place, type: 'Long', value: token.text.slice(0, -1) };
  if (/d$/i.test(token.text)) return { kind: 'literal', ...place, type: 'Double', value: token.text.slice(0, -1) };
  return { kind: 'literal', ...place, type: token.text.includes('.') ? 'Decimal' : 'Integer', value: token.text };
}

function operand(cursor: Cursor): Expression {
  const { token } = cursor;
  const place = placeOf(token);
  if (token.kind === 'number') return numberOf(cursor.next());
  if (token.kind === 'string') return { kind: 'literal', ...place, type: 'String', value: cursor.next().text };
  if (token.kind === 'word') return word(cursor, token, place);
  if (token.kind !== 'sign') return leave();
  switch (token.key) {
    case '(': return parenthesis(cursor, place);
    case '[': return soql(cursor, expression);
    case '+': case '-': case '++': case '--':
      cursor.next();
      return { kind: 'prefix', ...place, operator: token.key, value: expression(cursor, PREFIX) };
    case '~': case '!':
      cursor.next();
      return { kind: 'prefix', ...place, operator: token.key, value: expression(cursor, NEGATION) };
    default: return leave();
  }
}

function word(cursor: Cursor, token: Token, place: At): Expression {
  switch (token.key) {
    case 'this': case 'super':
      cursor.next();
      return cursor.is('(') ? { kind: 'delegate', ...place, to: token.key, args: args(cursor) } : { kind: token.key, ...place };
    case 'null':
      cursor.next();
      return { kind: 'literal', ...place, type: 'null', value: token.key };
    case 'true': case 'false':
      cursor.next();
      return { kind: 'literal', ...place, type: 'Boolean', value: token.key };
    case 'new':
      cursor.next();
      return creation(cursor, place);
    case 'void':
      cursor.next();
      cursor.need('.');
      cursor.need('class');
      return { kind: 'classLiteral', ...place };
  }
  const end = cursor.typeEnd(cursor.place);
  if (end >= 0 && cursor.at(end).key === '.' && cursor.at(end + 1).key === 'class') {
    const type = cursor.type();
    cursor.goTo(cursor.place + 2);
    return { kind: 'classLiteral', ...place, type };
  }
  const name = cursor.id();
  if (cursor.is('(')) return { kind: 'call', ...place, name: name.text, args: args(cursor), safe: false, nameAt: place };
  return { kind: 'name', ...place, name: name.text };
}

function creation(cursor: Cursor, place: At): Expression {
  const type = cursor.createdType();
  if (cursor.is('(')) return { kind: 'new', ...place, type, args: args(cursor) };
  if (cursor.take('[')) {
    if (!cursor.take(']')) {
      const size = expression(cursor);
      cursor.need(']');
      return { kind: 'newArray', ...place, type, size };
    }
    cursor.need('{');
    if (cursor.take('}')) return { kind: 'newArray', ...place, type, values: [] };
    const values = cursor.list(() => expression(cursor));
    cursor.need('}');
    return { kind: 'newArray', ...place, type, values };
  }
  cursor.need('{');
  if (cursor.take('}')) return { kind: 'newCollection', ...place, type, values: [] };
  const first = expression(cursor);
  if (cursor.take('=>')) {
    const pair = (key: Expression): readonly [Expression, Expression] => [key, expression(cursor)];
    const pairs = [pair(first)];
    while (cursor.take(',')) {
      const key = expression(cursor);
      cursor.need('=>');
      pairs.push(pair(key));
    }
    cursor.need('}');
    return { kind: 'newCollection', ...place, type, values: [], pairs };
  }
  const values = [first];
  while (cursor.take(',')) values.push(expression(cursor));
  cursor.need('}');
  return { kind: 'newCollection', ...place, type, values };
}

/** `(T) x` is a cast wherever it can be one, except that `(a) - b` subtracts unless T is a type of numbers. */
function parenthesis(cursor: Cursor, place: At): Expression {
  const end = cursor.typeEnd(cursor.place + 1);
  if (end >= 0 && cursor.at(end).key === ')' && beginsOperand(cursor.at(end + 1))) {
    const before = cursor.place;
    cursor.next();
    const type = cursor.type();
    cursor.next();
    const signed = cursor.is('-') || cursor.is('+');
    if (!signed || !couldBeName(type)) return { kind: 'cast', ...place, type, value: expression(cursor, CAST) };
    cursor.goTo(before);
  }
  cursor.need('(');
  const value = expression(cursor);
  cursor.need(')');
  return { kind: 'parenthesis', ...place, value };
}

function beginsOperand(token: Token): boolean {
  if (token.kind === 'word') return (isId(token) && token.key !== 'instanceof') || /^(this|super|null|true|false|new|list|map|void)$/.test(token.key);
  if (token.kind === 'sign') return ['(', '[', '-', '+', '++', '--', '!', '~'].includes(token.key);
  return token.kind === 'number' || token.kind === 'string';
}

function couldBeName(type: TypeRef): boolean {
  return type.dimensions === 0 && type.parts.every((part) => part.args.length === 0) && !(type.parts.length === 1 && CASTABLE_FROM_SIGNED.has((type.parts[0] as { name: string }).name.toLowerCase()));
}

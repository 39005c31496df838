/** WHERE and HAVING. */
import type { ConditionAst, Operator } from '../../ast';
import type { Cursor } from './cursor';
import { leave, placeOf } from '../../../../schema';
import { expr, value } from './values';

const OPERATORS: Readonly<Record<string, Operator>> = { '=': '=', '!=': '!=', '<>': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=', like: 'LIKE', in: 'IN', includes: 'INCLUDES', excludes: 'EXCLUDES' };

/** AND and OR side by side, and NOT but at the beginning, are refused by the grammar: what follows here is then no clause. */
export function condition(cursor: Cursor): ConditionAst {
  if (cursor.take('not')) return { kind: 'not', part: part(cursor) };
  const first = part(cursor);
  const joint = cursor.token.key;
  if (joint !== 'and' && joint !== 'or') return first;
  const parts = [first];
  while (cursor.take(joint)) parts.push(part(cursor));
  return { kind: joint, parts };
}

function part(cursor: Cursor): ConditionAst {
  const { token } = cursor;
  if (cursor.take('(')) {
    const inner = condition(cursor);
    cursor.need(')');
    return inner;
  }
  return { kind: 'compare', left: expr(cursor), operator: operator(cursor), value: value(cursor), at: placeOf(token) };
}

function operator(cursor: Cursor): Operator {
  if (cursor.take('not')) {
    cursor.need('in');
    return 'NOT IN';
  }
  return OPERATORS[cursor.next().key] ?? leave();
}

/** Fields, functions and values. */
import type { At, ExprAst, ValueAst } from '../../ast';
import { toUtc, unescape } from '../literals';
import { subQuery } from './clauses';
import type { Cursor } from './cursor';
import { leave, placeOf } from '../../../../schema';

const FIELD_FUNCTIONS = new Set(['avg', 'count', 'count_distinct', 'min', 'max', 'sum', 'tolabel']);
const DATE_FUNCTIONS = new Set(['calendar_month', 'calendar_quarter', 'calendar_year', 'day_in_month', 'day_in_week', 'day_in_year', 'day_only', 'fiscal_month', 'fiscal_quarter', 'fiscal_year', 'hour_in_day', 'week_in_month', 'week_in_year']);

const DATE_LITERALS = new Set(['yesterday', 'today', 'tomorrow', 'last_90_days', 'next_90_days', 'last_week', 'this_week', 'next_week', 'last_month', 'this_month', 'next_month', ...['quarter', 'year', 'fiscal_quarter', 'fiscal_year'].flatMap((unit) => [`last_${unit}`, `this_${unit}`, `next_${unit}`])]);
const COUNTED_DATE_LITERALS = new Set(['days', 'weeks', 'months', 'quarters', 'years', 'fiscal_quarters', 'fiscal_years'].flatMap((unit) => [`last_n_${unit}`, `next_n_${unit}`, `n_${unit}_ago`]));

/** What may follow a bind that is names and dots alone: anything else would go on with the expression. */
const AFTER_BIND = new Set(['', ')', ',', 'and', 'or', 'with', 'group', 'order', 'limit', 'offset', 'all', 'for', 'having']);

/** A field, or a function over one. */
export function expr(cursor: Cursor): ExprAst {
  const { token } = cursor;
  if (cursor.ahead(1).key !== '(') return { kind: 'field', path: cursor.path() };
  const dated = DATE_FUNCTIONS.has(token.key);
  if (!dated && !FIELD_FUNCTIONS.has(token.key)) return leave();
  cursor.next();
  cursor.need('(');
  const convertTimezone = dated && cursor.take('converttimezone');
  if (convertTimezone) cursor.need('(');
  const path = token.key === 'count' && cursor.token.key === ')' ? undefined : cursor.path();
  if (convertTimezone) cursor.need(')');
  cursor.need(')');
  return { kind: 'call', name: token.text.toUpperCase(), path, convertTimezone, at: placeOf(token) };
}

export function value(cursor: Cursor): ValueAst {
  const { token } = cursor;
  const at = placeOf(token);
  switch (token.kind) {
    case 'string': return { kind: 'string', value: unescape(cursor.next().text, at), at };
    case 'number': return { kind: 'number', value: Number(cursor.next().text), at };
    case 'date': return { kind: 'date', value: cursor.next().text, at };
    case 'datetime': return { kind: 'datetime', value: toUtc(cursor.next().text) ?? leave(), at };
    case 'word': return word(cursor, token.key, at);
    case 'sign': return sign(cursor, token.key, at);
    case 'end': return leave();
  }
}

function word(cursor: Cursor, key: string, at: At): ValueAst {
  cursor.next();
  if (key === 'null') return { kind: 'null', at };
  if (key === 'true' || key === 'false') return { kind: 'boolean', value: key === 'true', at };
  const name = key.toUpperCase();
  if (DATE_LITERALS.has(key)) return { kind: 'dateLiteral', name, n: 0, at };
  if (!COUNTED_DATE_LITERALS.has(key)) return leave();
  cursor.need(':');
  const sign = cursor.token.key === '-' || cursor.token.key === '+' ? cursor.next().text : '';
  return { kind: 'dateLiteral', name, n: Number(sign + integer(cursor)), at };
}

function sign(cursor: Cursor, key: string, at: At): ValueAst {
  if (key === ':') return { kind: 'bind', name: bind(cursor), at };
  cursor.next();
  if (key === '-' || key === '+') return cursor.token.kind === 'number' ? { kind: 'number', value: Number(key + cursor.next().text), at } : leave();
  if (key !== '(') return leave();
  const read: ValueAst = cursor.token.key === 'select' ? { kind: 'query', query: subQuery(cursor), at } : { kind: 'list', values: cursor.list(() => value(cursor)), at };
  cursor.need(')');
  return read;
}

/** `:name` or `:names.with.dots`. */
export function bind(cursor: Cursor): string {
  cursor.need(':');
  const name = cursor.path().names.join('.');
  return AFTER_BIND.has(cursor.token.key) ? name : leave();
}

export function integer(cursor: Cursor): string {
  const { token } = cursor;
  return token.kind === 'number' && !token.text.includes('.') ? cursor.next().text : leave();
}

/** Clauses in their order. */
import type { CountAst, ExprAst, OrderAst, PathAst, QueryAst, SelectAst } from '../../ast';
import { condition } from './conditions';
import type { Cursor } from './cursor';
import { leave, placeOf } from '../../../../schema';
import { bind, expr, integer } from './values';

export function query(cursor: Cursor): QueryAst {
  const at = placeOf(cursor.need('select'));
  const select = cursor.list(() => selected(cursor));
  const from = fromClause(cursor);
  const where = cursor.take('where') ? condition(cursor) : undefined;
  const mode = modeClause(cursor);
  const groupBy = groupByClause(cursor);
  const having = groupBy.length > 0 && cursor.take('having') ? condition(cursor) : undefined;
  const orderBy = orderByClause(cursor);
  const limit = count(cursor, 'limit');
  const offset = count(cursor, 'offset');
  const allRows = cursor.take('all');
  if (allRows) cursor.need('rows');
  const forUpdate = forClauses(cursor);
  if (cursor.token.kind !== 'end') leave();
  return { at, select, from: from.path, alias: from.alias, where, mode, groupBy, having, orderBy, limit, offset, allRows, forUpdate };
}

/** A child query or the right side of a semi-join, inside its parentheses. */
export function subQuery(cursor: Cursor): QueryAst {
  const at = placeOf(cursor.need('select'));
  const select = cursor.list(() => selected(cursor));
  const from = fromClause(cursor);
  const where = cursor.take('where') ? condition(cursor) : undefined;
  const orderBy = orderByClause(cursor);
  const limit = count(cursor, 'limit');
  const forUpdate = forClauses(cursor);
  if (cursor.token.key !== ')') leave();
  return { at, select, from: from.path, alias: from.alias, where, groupBy: [], orderBy, limit, allRows: false, forUpdate };
}

function selected(cursor: Cursor): SelectAst {
  const { token } = cursor;
  const at = placeOf(token);
  if (cursor.take('(')) {
    const children = subQuery(cursor);
    cursor.need(')');
    return { kind: 'children', query: children, at };
  }
  if (token.key === 'fields') return fields(cursor);
  return { kind: 'expr', expr: expr(cursor), alias: alias(cursor), at };
}

function fields(cursor: Cursor): SelectAst {
  const at = placeOf(cursor.next());
  cursor.need('(');
  const which = cursor.next().key.toUpperCase();
  if (which !== 'ALL' && which !== 'STANDARD' && which !== 'CUSTOM') return leave();
  cursor.need(')');
  return { kind: 'fields', which, at };
}

function alias(cursor: Cursor): string | undefined {
  return cursor.isName() ? cursor.name() : undefined;
}

function fromClause(cursor: Cursor): { readonly path: PathAst; readonly alias: string | undefined } {
  cursor.need('from');
  return { path: cursor.objectPath(), alias: alias(cursor) };
}

function modeClause(cursor: Cursor): 'user' | 'system' | undefined {
  if (!cursor.take('with')) return undefined;
  if (cursor.take('user_mode')) return 'user';
  cursor.need('system_mode');
  return 'system';
}

function groupByClause(cursor: Cursor): ExprAst[] {
  if (!cursor.take('group')) return [];
  cursor.need('by');
  return cursor.list(() => expr(cursor));
}

function orderByClause(cursor: Cursor): OrderAst[] {
  if (!cursor.take('order')) return [];
  cursor.need('by');
  return cursor.list(() => ordered(cursor));
}

function ordered(cursor: Cursor): OrderAst {
  const at = placeOf(cursor.token);
  const by = expr(cursor);
  const descending = cursor.take('desc');
  if (!descending) cursor.take('asc');
  return { expr: by, descending, nulls: nulls(cursor), at };
}

function nulls(cursor: Cursor): 'FIRST' | 'LAST' | undefined {
  if (!cursor.take('nulls')) return undefined;
  if (cursor.take('first')) return 'FIRST';
  cursor.need('last');
  return 'LAST';
}

function count(cursor: Cursor, clause: 'limit' | 'offset'): CountAst | undefined {
  const at = placeOf(cursor.token);
  if (!cursor.take(clause)) return undefined;
  return cursor.token.key === ':' ? { bind: bind(cursor), at } : { value: Number(integer(cursor)), at };
}

/** FOR VIEW and FOR REFERENCE have no effect on a result. */
function forClauses(cursor: Cursor): boolean {
  let forUpdate = false;
  while (cursor.take('for')) {
    if (cursor.take('update')) forUpdate = true;
    else if (!cursor.take('view')) cursor.need('reference');
  }
  return forUpdate;
}

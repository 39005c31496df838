/** One level of a query as one SQL statement, and how its rows are read. */
import type { Sql } from '../../types';
import { kindOfExpr } from '../analyse/scope';
import type { Hop, TypedExpr, TypedField, TypedQuery } from '../analyse/types';
import { countOf } from './binds';
import { Columns } from './columns';
import { type ConditionCompiler, conditionSql } from './conditions';
import { type CompileContext, joinSql, sql } from './context';
import { checkReadRights } from './rights';

/** How the columns of a result become a record: values of the record itself, then its parents. */
export interface RecordReader {
  /** Fixed object name; absent where a polymorphic reference decides by the id. */
  readonly object?: string;
  readonly idColumn: string;
  readonly values: { readonly column: string; readonly name: string; readonly boolean: boolean }[];
  readonly parents: { readonly name: string; readonly reader: RecordReader }[];
}

export interface CompiledSelect {
  readonly sql: Sql;
  readonly reader?: RecordReader;
  /** Aggregate columns in order. */
  readonly aggregates?: readonly { readonly column: string; readonly name: string; readonly boolean: boolean }[];
  /** Column with the parent's id, on child queries. */
  readonly linkColumn?: string;
}

export function compileSelect(query: TypedQuery, context: CompileContext, parentIds?: readonly string[]): CompiledSelect {
  if (context.userMode && context.access) checkReadRights(query, context.caller.userId, context.access);
  const columns = new Columns(context, query.object);
  const compiler: ConditionCompiler = { columns, semiJoin: (inner) => semiJoinSql(inner, context) };
  if (query.kind === 'count') return countSelect(query, columns, compiler, context);
  return query.kind === 'aggregate' ? aggregateSelect(query, columns, compiler, context) : rowSelect(query, columns, compiler, context, parentIds);
}

/** The inner select of IN (SELECT ...): ids without nulls, under the same access. */
function semiJoinSql(query: TypedQuery, context: CompileContext): Sql {
  if (context.userMode && context.access) checkReadRights(query, context.caller.userId, context.access);
  const columns = new Columns(context, query.object);
  const compiler: ConditionCompiler = { columns, semiJoin: (inner) => semiJoinSql(inner, context) };
  const selected = columns.expr(query.select[0]?.expr as TypedExpr);
  const where = whereSql(query, compiler, context, [sql(`${selected} IS NOT NULL`)]);
  return joinSql([sql(`SELECT ${selected}`), columns.from, where], ' ');
}

function countSelect(query: TypedQuery, columns: Columns, compiler: ConditionCompiler, context: CompileContext): CompiledSelect {
  const where = whereSql(query, compiler, context);
  const limit = limitSql(query, context);
  // LIMIT bounds what is counted.
  const inner = joinSql([sql('SELECT 1'), columns.from, where, limit], ' ');
  const text = limit.text === '' ? joinSql([sql('SELECT COUNT(*) AS n'), columns.from, where], ' ') : joinSql([sql('SELECT COUNT(*) AS n FROM ('), inner, sql(')')], '');
  return { sql: text };
}

function aggregateSelect(query: TypedQuery, columns: Columns, compiler: ConditionCompiler, context: CompileContext): CompiledSelect {
  const aggregates = query.select.map((entry, index) => ({ column: `c${index}`, name: entry.name, boolean: kindOfExpr(entry.expr as TypedExpr) === 'boolean' }));
  const selected = query.select.map((entry, index) => `${columns.expr(entry.expr as TypedExpr)} AS c${index}`).join(', ');
  const where = whereSql(query, compiler, context);
  const grouped = query.groupBy.length > 0 ? ` GROUP BY ${query.groupBy.map((expr) => columns.expr(expr)).join(', ')}` : '';
  const having = query.having ? conditionSql(query.having, compiler) : undefined;
  const tail = joinSql([sql(grouped), ...(having ? [sql(' HAVING '), having] : []), sql(orderSql(query, columns)), limitSql(query, context)], '');
  return { sql: joinSql([sql(`SELECT ${selected}`), columns.from, where, tail], ' '), aggregates };
}

function rowSelect(query: TypedQuery, columns: Columns, compiler: ConditionCompiler, context: CompileContext, parentIds?: readonly string[]): CompiledSelect {
  const spelled: string[] = [`${columns.base}."Id" AS c0`];
  const add = (text: string): string => {
    spelled.push(`${text} AS c${spelled.length}`);
    return `c${spelled.length - 1}`;
  };
  const reader: RecordReader = { object: query.object.name, idColumn: 'c0', values: [{ column: 'c0', name: 'Id', boolean: false }], parents: [] };
  for (const entry of query.select) {
    const { expr } = entry;
    if (!expr) continue;
    const field = expr.kind === 'field' ? expr : (expr.argument as TypedField);
    if (expr.kind === 'field' && field.hops.length === 0 && field.field.name === 'Id') continue;
    const into = readerOf(field.hops, reader, columns, add);
    const name = expr.kind === 'field' ? (expr.path[expr.path.length - 1] as string) : entry.name || field.field.name;
    if (into.values.some((value) => value.name === name)) continue;
    into.values.push({ column: add(columns.expr(expr)), name, boolean: kindOfExpr(expr) === 'boolean' });
  }
  if (!parentIds || !query.link) {
    const where = whereSql(query, compiler, context);
    const tail = joinSql([sql(orderSql(query, columns)), limitSql(query, context)], '');
    return { sql: joinSql([sql(`SELECT ${spelled.join(', ')}`), columns.from, where, tail], ' '), reader };
  }
  const link = `${columns.base}."${query.link.reference.name}"`;
  const linkColumn = add(link);
  const where = whereSql(query, compiler, context, [sql(`${link} IN (SELECT value FROM json_each(?))`, [JSON.stringify(parentIds)])]);
  const order = orderSql(query, columns);
  const limit = countOf(query.limit, context.options);
  if (limit === undefined) return { sql: joinSql([sql(`SELECT ${spelled.join(', ')}`), columns.from, where, sql(order)], ' '), reader, linkColumn };
  // A LIMIT of a child query counts for each parent.
  spelled.push(`ROW_NUMBER() OVER (PARTITION BY ${link}${order}) AS place`);
  const inner = joinSql([sql(`SELECT ${spelled.join(', ')}`), columns.from, where], ' ');
  return { sql: joinSql([sql('SELECT * FROM ('), inner, sql(') WHERE place <= ? ORDER BY place', [limit])], ''), reader, linkColumn };
}

function readerOf(hops: readonly Hop[], root: RecordReader, columns: Columns, add: (text: string) => string): RecordReader {
  let reader = root;
  hops.forEach((hop, index) => {
    let next = reader.parents.find((parent) => parent.name === hop.name);
    if (!next) {
      const idColumn = add(columns.parentId(hops.slice(0, index + 1)));
      const only = hop.targets.length === 1 ? hop.targets[0]?.name : undefined;
      next = { name: hop.name, reader: { object: only, idColumn, values: [{ column: idColumn, name: 'Id', boolean: false }], parents: [] } };
      reader.parents.push(next);
    }
    reader = next.reader;
  });
  return reader;
}

function whereSql(query: TypedQuery, compiler: ConditionCompiler, context: CompileContext, extra: readonly Sql[] = []): Sql {
  const { base } = compiler.columns;
  const parts: Sql[] = [...extra];
  if (!query.allRows && !context.options.allRows) parts.push(sql(`${base}."IsDeleted" = 0`));
  if (query.where) parts.push(conditionSql(query.where, compiler));
  const predicate = context.sharing ? context.access?.rowPredicate(context.caller.userId, query.object, 'read', base) : undefined;
  if (predicate) parts.push(sql(`(${predicate.text})`, predicate.params));
  if (parts.length === 0) return sql('');
  const all = joinSql(parts, ' AND ');
  return sql(`WHERE ${all.text}`, all.params);
}

/** Rows without a value come first unless the query says otherwise, whichever the direction. */
function orderSql(query: TypedQuery, columns: Columns): string {
  if (query.orderBy.length === 0) return '';
  const parts = query.orderBy.map(({ expr, descending, nulls }) => {
    const text = columns.orderExpr(expr);
    const direction = `${descending ? ' DESC' : ' ASC'} NULLS ${nulls ?? 'FIRST'}`;
    return `${text}${direction}`;
  });
  return ` ORDER BY ${parts.join(', ')}`;
}

function limitSql(query: TypedQuery, context: CompileContext): Sql {
  const limit = countOf(query.limit, context.options);
  const offset = countOf(query.offset, context.options);
  if (limit === undefined && offset === undefined) return sql('');
  return sql(` LIMIT ? OFFSET ?`, [limit ?? -1, offset ?? 0]);
}


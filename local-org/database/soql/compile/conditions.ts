/** Conditions as SQL. Every condition is true or false, never null, as SOQL has it: `NOT` and `!=` match rows without a value. */
import type { Sql, SqlValue } from '../../types';
import type { TypedCondition, TypedQuery, TypedValue, ValueKind } from '../analyse/types';
import { dayRange } from '../dates/literals';
import { startOfDay } from '../dates/zones';
import { boundList, boundOne, hasFoldedLetters } from './binds';
import type { Columns } from './columns';
import { joinSql, sql } from './context';

export interface ConditionCompiler { readonly columns: Columns; semiJoin(query: TypedQuery): Sql; }
type Compare = Extract<TypedCondition, { kind: 'compare' }>;

export function conditionSql(condition: TypedCondition, compiler: ConditionCompiler): Sql {
  switch (condition.kind) {
    case 'not': {
      const part = conditionSql(condition.part, compiler);
      return sql(`NOT ${part.text}`, part.params);
    }
    case 'and':
    case 'or': {
      const all = joinSql(condition.parts.map((part) => conditionSql(part, compiler)), condition.kind === 'and' ? ' AND ' : ' OR ');
      return sql(`(${all.text})`, all.params);
    }
    default:
      return compareSql(condition, compiler);
  }
}

function compareSql(compare: Compare, compiler: ConditionCompiler): Sql {
  const column = compiler.columns.expr(compare.left);
  const { operator, value, type } = compare;
  const { context } = compiler.columns;
  if (value.kind === 'query') return inQuery(column, operator === 'NOT IN', compiler.semiJoin(value.query));
  if (value.kind === 'dateLiteral') return range(column, operator, rangeOf(value, type, compiler));
  if (operator === 'IN' || operator === 'NOT IN') {
    return inList(column, type, operator === 'NOT IN', valuesOf(value, type, compiler));
  }
  if (operator === 'INCLUDES' || operator === 'EXCLUDES') {
    return includes(column, operator === 'EXCLUDES', valuesOf(value, type, compiler).plain);
  }
  if (value.kind === 'bind' && operator === 'LIKE') {
    // A collection bound to LIKE matches where any of its patterns does.
    const patterns = boundList(context.options, value.name, type);
    if (patterns.length === 0) return sql('0');
    const any = joinSql(patterns.map((pattern) => like(column, pattern)), ' OR ');
    return sql(`(${any.text})`, any.params);
  }
  const single = value.kind === 'bind' ? boundOne(context.options, value.name, type) : value.kind === 'literal' ? value.value : null;
  if (operator === 'LIKE') return like(column, single);
  return compareOne(column, operator, single, type);
}

function compareOne(column: string, operator: Compare['operator'], value: SqlValue, type: ValueKind): Sql {
  // Text '' is stored as null, and asks for null.
  const wanted = value === '' ? null : value;
  if (wanted === null) {
    if (operator === '=') return sql(`${column} IS NULL`);
    if (operator === '!=') return sql(`${column} IS NOT NULL`);
    return sql('0');
  }
  const folded = type === 'text' && typeof wanted === 'string' && hasFoldedLetters(wanted);
  const left = folded ? `sf_fold(${column})` : column;
  const right = folded ? (wanted as string).toLowerCase() : wanted;
  if (operator === '=') return equal(left, right);
  if (operator === '!=') return sql(`(${left} IS NOT ?)`, [right]);
  return sql(`(${left} IS NOT NULL AND ${left} ${operator} ?)`, [right]);
}

/** `IS` and not `=`: it is never null, and uses an index alike. */
function equal(left: string, right: SqlValue): Sql {
  return sql(`(${left} IS ?)`, [right]);
}

function like(column: string, pattern: SqlValue): Sql {
  if (typeof pattern !== 'string') return sql('0');
  if (hasFoldedLetters(pattern)) return sql(`IFNULL(sf_fold(${column}) LIKE ? ESCAPE '\\', 0)`, [pattern.toLowerCase()]);
  return sql(`IFNULL(${column} LIKE ? ESCAPE '\\', 0)`, [pattern]);
}

interface Values { readonly plain: readonly SqlValue[]; readonly ranges: readonly { from: string; to: string }[]; }

function valuesOf(value: TypedValue, type: ValueKind, compiler: ConditionCompiler): Values {
  const { options } = compiler.columns.context;
  if (value.kind === 'bind') return { plain: boundList(options, value.name, type), ranges: [] };
  if (value.kind !== 'list') return { plain: [], ranges: [] };
  const plain: SqlValue[] = [];
  const ranges: { from: string; to: string }[] = [];
  for (const entry of value.values) {
    if (entry.kind === 'literal') plain.push(entry.value);
    else if (entry.kind === 'bind') plain.push(...boundList(options, entry.name, type));
    else if (entry.kind === 'dateLiteral') ranges.push(rangeOf(entry, type, compiler));
  }
  return { plain, ranges };
}

function inList(column: string, type: ValueKind, not: boolean, values: Values): Sql {
  const present = values.plain.filter((value) => value !== null && value !== '') as (string | number)[];
  const parts: Sql[] = [];
  if (present.length > 0) {
    // One parameter whatever the length: the prepared statement serves again, and no limit on parameters is met.
    const folded = type === 'text' && present.some((value) => typeof value === 'string' && hasFoldedLetters(value));
    const list = JSON.stringify(folded ? present.map((value) => String(value).toLowerCase()) : present);
    parts.push(sql(`(${column} IS NOT NULL AND ${folded ? `sf_fold(${column})` : column} IN (SELECT value FROM json_each(?)))`, [list]));
  }
  if (present.length < values.plain.length) parts.push(sql(`${column} IS NULL`));
  for (const days of values.ranges) parts.push(range(column, '=', days));
  if (parts.length === 0) return sql(not ? '1' : '0');
  const any = joinSql(parts, ' OR ');
  return sql(`${not ? 'NOT ' : ''}(${any.text})`, any.params);
}

function inQuery(column: string, not: boolean, query: Sql): Sql {
  const text = `(${column} IS NOT NULL AND ${column} IN (${query.text}))`;
  return sql(not ? `NOT ${text}` : text, query.params);
}

/** `INCLUDES ('a;b', 'c')`: both a and b, or c. Values are kept as `;a;b;` would be searched. */
function includes(column: string, not: boolean, wanted: readonly SqlValue[]): Sql {
  const any = wanted.filter((value): value is string => typeof value === 'string' && value !== '').map((combination) => {
    const all = combination.split(';').map((entry) => sql(`instr(lower(';' || ${column} || ';'), lower(?)) > 0`, [`;${entry};`]));
    return joinSql(all, ' AND ');
  });
  if (any.length === 0) return sql(not ? '1' : '0');
  const text = joinSql(any.map((part) => sql(`(${part.text})`, part.params)), ' OR ');
  return sql(`${not ? 'NOT ' : ''}IFNULL(${text.text}, 0)`, text.params);
}

/** Days for a date field; for a datetime field the moments at which they begin in the caller's zone. */
function rangeOf(value: Extract<TypedValue, { kind: 'dateLiteral' }>, type: ValueKind, compiler: ConditionCompiler): { from: string; to: string } {
  const { today, zone } = compiler.columns.context;
  const days = dayRange(value.name, value.n, today);
  return type === 'datetime' ? { from: startOfDay(days.from, zone), to: startOfDay(days.to, zone) } : days;
}

function range(column: string, operator: Compare['operator'], { from, to }: { from: string; to: string }): Sql {
  switch (operator) {
    case '=': return sql(`(${column} IS NOT NULL AND ${column} >= ? AND ${column} < ?)`, [from, to]);
    case '!=': return sql(`NOT (${column} IS NOT NULL AND ${column} >= ? AND ${column} < ?)`, [from, to]);
    case '<': return sql(`(${column} IS NOT NULL AND ${column} < ?)`, [from]);
    case '<=': return sql(`(${column} IS NOT NULL AND ${column} < ?)`, [to]);
    case '>': return sql(`(${column} IS NOT NULL AND ${column} >= ?)`, [to]);
    default: return sql(`(${column} IS NOT NULL AND ${column} >= ?)`, [from]);
  }
}

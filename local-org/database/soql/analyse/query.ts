/** A query as written to a query that is known to be sound. */
import type { ObjectModel, OrgModel } from '../../../schema';
import type { QueryColumn } from '../../types';
import type { CountAst, ExprAst, QueryAst, SelectAst } from '../ast';
import { SoqlError, noSuchChildren, noSuchObject } from '../errors';
import { analyseCondition } from './conditions';
import { kindOf } from './functions';
import { type Bind, Scope, isAggregate, keyOf, nameOf } from './scope';
import type { TypedCount, TypedExpr, TypedQuery, TypedSelect } from './types';

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_offset.htm */
const LARGEST_OFFSET = 2000;
const LARGEST_FIELDS_LIMIT = 200;

interface Place { readonly object: ObjectModel; readonly binds: Bind[]; readonly link?: TypedQuery['link']; readonly nested: boolean; }

export function analyseQuery(ast: QueryAst, org: OrgModel, text: string, tooling: boolean): TypedQuery {
  const name = ast.from.names.join('.');
  const object = ast.from.names.length === 1 ? org.object(name) : undefined;
  if (!object || (object.toolingOnly && !tooling)) throw noSuchObject(name, ast.from.at);
  return analyse(ast, org, text, { object, binds: [], nested: false });
}

function analyse(ast: QueryAst, org: OrgModel, text: string, place: Place): TypedQuery {
  const { object, binds } = place;
  if (object.kind === 'platformEvent') throw new SoqlError('INVALID_TYPE', `entity type ${object.name} does not support query`, ast.from.at);
  const semiJoin = (inner: QueryAst, shared: Bind[]): TypedQuery => {
    const target = org.object(inner.from.names.join('.'));
    if (!target) throw noSuchObject(inner.from.names.join('.'), inner.from.at);
    return analyse(inner, org, text, { object: target, binds: shared, nested: true });
  };
  const scope = new Scope(org, object, ast.alias, binds, semiJoin);
  const select = ast.select.flatMap((entry) => selectOf(entry, scope, (inner) => childQuery(inner, org, text, place)));
  const grouped = ast.groupBy.map((expr) => groupedOf(expr, scope));
  const aggregates = select.some((entry) => entry.expr && isAggregate(entry.expr));
  const count = isCount(select, ast);
  const kind = count ? 'count' : aggregates || grouped.length > 0 ? 'aggregate' : 'rows';
  const named = kind === 'aggregate' ? nameAggregates(select, ast) : select;
  checkSelect(named, ast, kind, new Set(grouped.map(keyOf)));
  const where = ast.where ? analyseCondition(ast.where, scope, 'where') : undefined;
  const having = ast.having ? analyseCondition(ast.having, scope, 'having') : undefined;
  const orderBy = ast.orderBy.map((order) => ({ expr: orderedOf(order.expr, scope), descending: order.descending, nulls: order.nulls }));
  if (kind === 'aggregate') checkOrder(orderBy.map((order) => order.expr), new Set(grouped.map(keyOf)));
  const limit = countOf(ast.limit, scope);
  const offset = countOf(ast.offset, scope);
  if (offset && 'value' in offset && offset.value > LARGEST_OFFSET) throw new SoqlError('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${LARGEST_OFFSET}`, ast.at);
  if (ast.select.some((entry) => entry.kind === 'fields') && !(limit && 'value' in limit && limit.value <= LARGEST_FIELDS_LIMIT) && ast.select.some((entry) => entry.kind === 'fields' && entry.which !== 'STANDARD')) {
    throw new SoqlError('MALFORMED_QUERY', 'The SOQL FIELDS function must have a LIMIT of at most 200', ast.at);
  }
  if (ast.forUpdate && orderBy.length > 0) throw new SoqlError('MALFORMED_QUERY', 'ORDER BY is not allowed with FOR UPDATE', ast.at);
  if (ast.forUpdate && kind !== 'rows') throw new SoqlError('MALFORMED_QUERY', 'FOR UPDATE is not allowed with aggregate functions', ast.at);
  return {
    text, object, kind, binds, columns: named.map(columnOf), forUpdate: ast.forUpdate, mode: ast.mode, select: named, where, having, groupBy: grouped, orderBy, limit, offset,
    allRows: ast.allRows, fields: scope.fields, at: ast.at, link: place.link,
  };
}

function childQuery(ast: QueryAst, org: OrgModel, text: string, parent: Place): TypedSelect {
  const name = ast.from.names[ast.from.names.length - 1] as string;
  const relationship = parent.object.childRelationship(name);
  const object = relationship ? org.object(relationship.childObject) : undefined;
  const reference = relationship ? object?.field(relationship.field) : undefined;
  if (!relationship || !object || !reference) throw noSuchChildren(name, ast.from.at);
  const linkName = relationship.relationshipName ?? name;
  const children = analyse(ast, org, text, { object, binds: parent.binds, link: { reference, name: linkName }, nested: true });
  if (children.kind !== 'rows') throw new SoqlError('MALFORMED_QUERY', 'Aggregate expressions are not allowed in a sub-query of the SELECT list', ast.at);
  return { children, name: linkName };
}

function selectOf(entry: SelectAst, scope: Scope, children: (ast: QueryAst) => TypedSelect): TypedSelect[] {
  if (entry.kind === 'children') return [children(entry.query)];
  if (entry.kind === 'fields') {
    const wanted = [...scope.object.fields.values()].filter((field) => entry.which === 'ALL' || field.custom === (entry.which === 'CUSTOM'));
    return wanted.filter((field) => !field.components || kindOf(field.type) === 'text').filter((field) => field.type !== 'address' && field.type !== 'location')
      .map((field) => ({ expr: scope.field({ names: [field.name], at: entry.at }), name: field.name }));
  }
  const expr = scope.expr(entry.expr);
  return [{ expr, name: entry.alias ?? (expr.kind === 'field' ? (expr.path[expr.path.length - 1] as string) : '') }];
}

function isCount(select: readonly TypedSelect[], ast: QueryAst): boolean {
  const only = select[0]?.expr;
  const bare = select.some(({ expr }) => expr?.kind === 'call' && expr.fn.name === 'COUNT' && !expr.argument);
  if (!bare) return false;
  if (select.length > 1 || ast.groupBy.length > 0 || !only) throw new SoqlError('MALFORMED_QUERY', 'COUNT() must be alone in the SELECT list and not be grouped', ast.at);
  return true;
}

/** Aggregates without an alias are called expr0, expr1 ... in their order. */
function nameAggregates(select: readonly TypedSelect[], ast: QueryAst): TypedSelect[] {
  let next = 0;
  const taken = new Set<string>();
  return select.map((entry) => {
    const name = entry.name || `expr${next++}`;
    if (taken.has(name.toLowerCase())) throw new SoqlError('MALFORMED_QUERY', `duplicate alias: ${name}`, ast.at);
    taken.add(name.toLowerCase());
    return { ...entry, name };
  });
}

function checkSelect(select: readonly TypedSelect[], ast: QueryAst, kind: TypedQuery['kind'], grouped: ReadonlySet<string>): void {
  const seen = new Set<string>();
  select.forEach((entry, index) => {
    const { expr } = entry;
    const written = ast.select[index];
    if (kind === 'rows') {
      if (written?.kind === 'expr' && written.alias !== undefined && expr?.kind === 'field') throw new SoqlError('MALFORMED_QUERY', 'only aggregate expressions use field aliasing', written.at);
      const key = expr ? keyOf(expr).toLowerCase() : `(${entry.name.toLowerCase()})`;
      if (seen.has(key)) throw new SoqlError('INVALID_FIELD', `duplicate field selected: ${expr ? nameOf(expr) : entry.name}`, written?.at ?? ast.at);
      seen.add(key);
      if (expr?.kind === 'call' && expr.fn.name !== 'TOLABEL') throw new SoqlError('MALFORMED_QUERY', `${expr.fn.name} needs a GROUP BY clause`, expr.at);
    } else if (kind === 'aggregate') {
      if (!expr) throw new SoqlError('MALFORMED_QUERY', 'Sub-queries are not allowed with GROUP BY or aggregate functions', ast.at);
      if (!isAggregate(expr) && !grouped.has(keyOf(expr))) throw new SoqlError('MALFORMED_QUERY', `Field must be grouped or aggregated: ${nameOf(expr)}`, expr.at);
    }
  });
}

function checkOrder(exprs: readonly TypedExpr[], grouped: ReadonlySet<string>): void {
  for (const expr of exprs) {
    if (!isAggregate(expr) && !grouped.has(keyOf(expr))) throw new SoqlError('MALFORMED_QUERY', `Ordered field must be grouped or aggregated: ${nameOf(expr)}`, expr.at);
  }
}

function groupedOf(ast: ExprAst, scope: Scope): TypedExpr {
  const expr = scope.expr(ast);
  if (isAggregate(expr)) throw new SoqlError('MALFORMED_QUERY', `Aggregate function ${nameOf(expr)} is not allowed in GROUP BY`, expr.at);
  if (expr.kind === 'field' && !expr.field.groupable) throw new SoqlError('INVALID_FIELD', `field '${expr.field.name}' can not be grouped in a query call`, expr.at);
  return expr;
}

function orderedOf(ast: ExprAst, scope: Scope): TypedExpr {
  const expr = scope.expr(ast);
  if (expr.kind === 'field' && !expr.field.sortable) throw new SoqlError('INVALID_FIELD', `field '${expr.field.name}' can not be sorted in a query call`, expr.at);
  return expr;
}

function countOf(ast: CountAst | undefined, scope: Scope): TypedCount | undefined {
  if (!ast) return undefined;
  if ('value' in ast) return { value: ast.value };
  scope.bind(ast.bind, 'integer');
  return { bind: ast.bind };
}

function columnOf(entry: TypedSelect): QueryColumn {
  if (entry.children) return { path: [entry.name], children: entry.children };
  const expr = entry.expr as TypedExpr;
  if (expr.kind === 'field') return { path: expr.path, field: expr.field, alias: entry.name };
  return { path: expr.argument?.path ?? [], field: expr.argument?.field, alias: entry.name, aggregate: expr.fn.name };
}


/** Clauses of the parse tree to the query as written. */
import type {
  FieldGroupByContext, FieldOrderContext, ForClausesContext, FromNameListContext, LimitClauseContext, OffsetClauseContext, OrderByClauseContext, QueryContext,
  SelectEntryContext, SubFieldEntryContext, SubQueryContext, WithClauseContext,
} from '@apexdevtools/apex-parser';
import type { CountAst, ExprAst, OrderAst, QueryAst, SelectAst } from '../ast';
import { SoqlError, notModelled } from '../errors';
import { atOf, exprOf, pathOf } from './expressions';
import { conditionOf, havingOf } from './conditions';

const CLAUSE_WORDS: ReadonlySet<string> = new Set(['WHERE', 'WITH', 'GROUP', 'ORDER', 'LIMIT', 'OFFSET', 'HAVING', 'FOR', 'USING', 'ALL']);

/** What every query has, whatever its place. */
interface From { readonly path: QueryAst['from']; readonly alias?: string; }

export function queryOf(tree: QueryContext): QueryAst {
  if (tree.usingScope()) throw notModelled('SOQL USING SCOPE', atOf(tree.usingScope()));
  if (tree.UPDATE()) throw notModelled('SOQL UPDATE TRACKING/VIEWSTAT', atOf(tree));
  const from = fromOf(tree.fromNameList());
  const where = tree.whereClause()?.whereLogicalExpression();
  const groupBy = tree.groupByClause();
  if (groupBy?.ROLLUP()) throw notModelled('SOQL GROUP BY ROLLUP', atOf(groupBy));
  if (groupBy?.CUBE()) throw notModelled('SOQL GROUP BY CUBE', atOf(groupBy));
  const having = groupBy?.logicalExpression();
  return {
    at: atOf(tree),
    select: tree.selectList().selectEntry_list().map(selectOf),
    from: from.path,
    alias: from.alias,
    where: where ? conditionOf(where) : undefined,
    mode: modeOf(tree.withClause()),
    groupBy: groupBy ? groupBy.fieldGroupByList().fieldGroupBy_list().map(groupedOf) : [],
    having: having ? havingOf(having) : undefined,
    orderBy: ordersOf(tree.orderByClause()),
    limit: countOf(tree.limitClause()),
    offset: countOf(tree.offsetClause()),
    allRows: Boolean(tree.allRowsClause()),
    forUpdate: forUpdateOf(tree.forClauses()),
  };
}

/** A child query or the right side of a semi-join. */
export function subQueryOf(tree: SubQueryContext): QueryAst {
  if (tree.UPDATE()) throw notModelled('SOQL UPDATE TRACKING/VIEWSTAT', atOf(tree));
  const from = fromOf(tree.fromNameList());
  const where = tree.whereClause()?.whereLogicalExpression();
  return {
    at: atOf(tree),
    select: tree.subFieldList().subFieldEntry_list().map(selectOf),
    from: from.path,
    alias: from.alias,
    where: where ? conditionOf(where) : undefined,
    groupBy: [],
    orderBy: ordersOf(tree.orderByClause()),
    limit: countOf(tree.limitClause()),
    allRows: false,
    forUpdate: forUpdateOf(tree.forClauses()),
  };
}

function selectOf(entry: SelectEntryContext | SubFieldEntryContext): SelectAst {
  const at = atOf(entry);
  if (entry.typeOf()) throw notModelled('SOQL TYPEOF', at);
  const alias = entry.soqlId()?.getText();
  const call = entry.soqlFunction();
  if (call) {
    const parameter = call.FIELDS() ? call.soqlFieldsParameter() : undefined;
    if (parameter) return { kind: 'fields', which: parameter.ALL() ? 'ALL' : parameter.STANDARD() ? 'STANDARD' : 'CUSTOM', at };
    return { kind: 'expr', expr: exprOf(call), alias, at };
  }
  const sub = entry.subQuery();
  if (sub) return { kind: 'children', query: subQueryOf(sub), at };
  return { kind: 'expr', expr: exprOf(entry.fieldName()), alias, at };
}

function fromOf(list: FromNameListContext): From {
  const names = list.fieldName_list();
  if (names.length > 1) throw notModelled('SOQL with several objects in FROM', atOf(list));
  const alias = list.soqlId(0);
  // The grammar takes a clause's first word for an alias where the clause is cut short.
  if (alias && CLAUSE_WORDS.has(alias.getText().toUpperCase())) throw new SoqlError('MALFORMED_QUERY', 'unexpected token: <EOF>', atOf(alias));
  return { path: pathOf(list.fieldName(0)), alias: alias?.getText() };
}

function modeOf(clause: WithClauseContext | null): 'user' | 'system' | undefined {
  if (!clause) return undefined;
  if (clause.USER_MODE()) return 'user';
  if (clause.SYSTEM_MODE()) return 'system';
  if (clause.SECURITY_ENFORCED()) throw new SoqlError('MALFORMED_QUERY', 'WITH SECURITY_ENFORCED is not supported in API version 67.0 and later; use WITH USER_MODE', atOf(clause));
  throw notModelled('SOQL WITH DATA CATEGORY or filters', atOf(clause));
}

function groupedOf(entry: FieldGroupByContext): ExprAst {
  return exprOf(entry.soqlFunction() ?? entry.fieldName());
}

function ordersOf(clause: OrderByClauseContext | null): OrderAst[] {
  return clause ? clause.fieldOrderList().fieldOrder_list().map(orderOf) : [];
}

function orderOf(entry: FieldOrderContext): OrderAst {
  return {
    expr: exprOf(entry.soqlFunction() ?? entry.fieldName()),
    descending: Boolean(entry.DESC()),
    nulls: entry.NULLS() ? (entry.FIRST() ? 'FIRST' : 'LAST') : undefined,
    at: atOf(entry),
  };
}

function countOf(clause: LimitClauseContext | OffsetClauseContext | null): CountAst | undefined {
  if (!clause) return undefined;
  const bound = clause.boundExpression();
  const at = atOf(clause);
  return bound ? { bind: bound.expression().getText(), at } : { value: Number(clause.IntegerLiteral().getText()), at };
}

/** FOR VIEW and FOR REFERENCE only update recently viewed data, which has no effect on a result. */
function forUpdateOf(clauses: ForClausesContext): boolean {
  return clauses.UPDATE_list().length > 0;
}

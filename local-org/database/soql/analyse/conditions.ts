/** WHERE and HAVING: operators against types, values against operators. */
import type { FieldModel } from '../../../schema';
import type { ConditionAst, Operator, ValueAst } from '../ast';
import { SoqlError } from '../errors';
import { type Scope, isAggregate, kindOfExpr, nameOf } from './scope';
import type { TypedCondition, TypedExpr, TypedQuery, TypedValue, ValueKind } from './types';
import { checkDateLiteral, literalValue } from './values';

type Compare = Extract<ConditionAst, { kind: 'compare' }>;

export function analyseCondition(ast: ConditionAst, scope: Scope, place: 'where' | 'having'): TypedCondition {
  if (ast.kind === 'not') return { kind: 'not', part: analyseCondition(ast.part, scope, place) };
  if (ast.kind !== 'compare') return { kind: ast.kind, parts: ast.parts.map((part) => analyseCondition(part, scope, place)) };
  return analyseCompare(ast, scope, place);
}

function analyseCompare(ast: Compare, scope: Scope, place: 'where' | 'having'): TypedCondition {
  const left = scope.expr(ast.left);
  if (place === 'where' && isAggregate(left)) throw new SoqlError('MALFORMED_QUERY', `Aggregate function ${nameOf(left)} is not allowed in the WHERE clause`, ast.at);
  const field = left.kind === 'field' ? left.field : left.argument?.field;
  if (left.kind === 'field' && place === 'where' && !left.field.filterable) {
    throw new SoqlError('INVALID_FIELD', `field '${left.field.name}' can not be filtered in a query call`, ast.at);
  }
  const type = kindOfExpr(left);
  checkOperator(ast, type, left);
  return { kind: 'compare', left, type, operator: ast.operator, value: valueOf(ast.value, ast.operator, type, left, field, scope) };
}

/** Which operators each kind takes beside = and !=. */
const ALLOWED: Record<ValueKind, readonly Operator[]> = {
  text: ['<', '<=', '>', '>=', 'LIKE', 'IN', 'NOT IN'],
  number: ['<', '<=', '>', '>=', 'IN', 'NOT IN'],
  boolean: ['IN', 'NOT IN'],
  date: ['<', '<=', '>', '>=', 'IN', 'NOT IN'],
  datetime: ['<', '<=', '>', '>=', 'IN', 'NOT IN'],
  time: ['<', '<=', '>', '>=', 'IN', 'NOT IN'],
  id: ['<', '<=', '>', '>=', 'IN', 'NOT IN'],
  multi: ['INCLUDES', 'EXCLUDES', 'IN', 'NOT IN'],
  blob: [],
};

function checkOperator(ast: Compare, type: ValueKind, left: TypedExpr): void {
  const { operator } = ast;
  if (operator === '=' || operator === '!=' || ALLOWED[type].includes(operator)) return;
  const problem =
    operator === 'INCLUDES' || operator === 'EXCLUDES' ? `'${nameOf(left)}' is not a multi-select picklist: operator ${operator} is not allowed`
    : type === 'id' ? 'invalid operator on id field'
    : `invalid operator on field '${nameOf(left)}': ${operator}`;
  throw new SoqlError('INVALID_QUERY_FILTER_OPERATOR', problem, ast.at);
}

function valueOf(value: ValueAst, operator: Operator, type: ValueKind, left: TypedExpr, field: FieldModel | undefined, scope: Scope): TypedValue {
  const many = operator === 'IN' || operator === 'NOT IN' || operator === 'INCLUDES' || operator === 'EXCLUDES';
  const name = nameOf(left);
  switch (value.kind) {
    case 'bind':
      scope.bind(value.name, many ? 'collection' : 'value', field);
      return { kind: 'bind', name: value.name, collection: many };
    case 'list':
      if (!many) throw new SoqlError('MALFORMED_QUERY', `unexpected token: '('`, value.at);
      return { kind: 'list', values: value.values.map((entry) => itemOf(entry, type, name, field, scope)) };
    case 'query':
      if (operator !== 'IN' && operator !== 'NOT IN') throw new SoqlError('MALFORMED_QUERY', `unexpected token: '('`, value.at);
      return { kind: 'query', query: semiJoin(value.query, type, name, scope) };
    default:
      if (many) throw new SoqlError('MALFORMED_QUERY', `unexpected token: the operator ${operator} takes a list in parentheses`, value.at);
      return itemOf(value, type, name, field, scope);
  }
}

function itemOf(value: ValueAst, type: ValueKind, name: string, field: FieldModel | undefined, scope: Scope): TypedValue {
  if (value.kind === 'bind') {
    scope.bind(value.name, 'value', field);
    return { kind: 'bind', name: value.name, collection: false };
  }
  if (value.kind === 'dateLiteral') {
    checkDateLiteral(value, type, name, field);
    return { kind: 'dateLiteral', name: value.name, n: value.n };
  }
  if (value.kind === 'list' || value.kind === 'query') throw new SoqlError('MALFORMED_QUERY', `unexpected token: '('`, value.at);
  return { kind: 'literal', value: literalValue(value, type, name, field) };
}

function semiJoin(ast: Extract<ValueAst, { kind: 'query' }>['query'], type: ValueKind, name: string, scope: Scope): TypedQuery {
  if (type !== 'id') throw new SoqlError('INVALID_QUERY_FILTER_OPERATOR', `The left operand '${name}' cannot have more than one level of relationships, and must be an id or reference field of a semi join`, ast.at);
  const query = scope.subQuery(ast, scope.binds);
  const only = query.select[0];
  if (query.select.length !== 1 || only?.expr?.kind !== 'field' || kindOfExpr(only.expr) !== 'id') {
    throw new SoqlError('MALFORMED_QUERY', 'The inner select of a semi join must select exactly one id or reference field', ast.at);
  }
  if (query.limit || query.orderBy.length > 0 || query.forUpdate) throw new SoqlError('MALFORMED_QUERY', 'LIMIT, ORDER BY and FOR UPDATE are not allowed in the inner select of a semi join', ast.at);
  return query;
}

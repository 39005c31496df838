/** Field paths, functions and values of the parse tree. */
import type { ApexParserRuleContext, DateFormulaContext, FieldNameContext, SoqlFunctionContext, ValueContext } from '@apexdevtools/apex-parser';

import type { At, ExprAst, PathAst, ValueAst } from '../ast';
import { SoqlError, notModelled } from '../errors';
import { subQueryOf } from './clauses';
import { toUtc, unescape } from './literals';

export function atOf(tree: ApexParserRuleContext): At {
  return { line: tree.start.line, column: tree.start.column + 1 };
}

export function pathOf(tree: FieldNameContext): PathAst {
  return { names: tree.soqlId_list().map((id) => id.getText()), at: atOf(tree) };
}

export function exprOf(tree: FieldNameContext | SoqlFunctionContext): ExprAst {
  if ('soqlId_list' in tree) return { kind: 'field', path: pathOf(tree) };
  const name = tree.start.text.toUpperCase();
  if (tree.DISTANCE() || tree.GROUPING() || tree.CONVERT_CURRENCY() || tree.soqlFunction()) throw notModelled(`the SOQL function ${name} here`, atOf(tree));
  const date = tree.dateFieldName();
  const field = date ? date.fieldName() : tree.fieldName();
  return { kind: 'call', name, path: field ? pathOf(field) : undefined, convertTimezone: Boolean(date?.CONVERT_TIMEZONE()), at: atOf(tree) };
}

export function valueOf(tree: ValueContext): ValueAst {
  const at = atOf(tree);
  if (tree.NULL()) return { kind: 'null', at };
  if (tree.BooleanLiteral()) return { kind: 'boolean', value: tree.getText().toLowerCase() === 'true', at };
  if (tree.signedNumber()) return { kind: 'number', value: Number(tree.getText()), at };
  if (tree.StringLiteral()) return { kind: 'string', value: unescape(tree.getText(), at), at };
  if (tree.DateLiteral()) return { kind: 'date', value: tree.getText(), at };
  if (tree.DateTimeLiteral()) return { kind: 'datetime', value: datetimeOf(tree.getText(), at), at };
  if (tree.TimeLiteral()) return { kind: 'time', value: tree.getText(), at };
  const dateFormula = tree.dateFormula();
  if (dateFormula) return dateLiteralOf(dateFormula, at);
  const sub = tree.subQuery();
  if (sub) return { kind: 'query', query: subQueryOf(sub), at };
  const list = tree.valueList();
  if (list) return { kind: 'list', values: list.value_list().map(valueOf), at };
  const bound = tree.boundExpression();
  if (bound) return { kind: 'bind', name: bound.expression().getText(), at };
  throw notModelled(`the SOQL value ${tree.getText()}`, at);
}

function dateLiteralOf(tree: DateFormulaContext, at: At): ValueAst {
  const signed = tree.signedInteger();
  const name = tree.start.text.toUpperCase();
  return { kind: 'dateLiteral', name, n: signed ? Number(signed.getText()) : 0, at };
}

function datetimeOf(literal: string, at: At): string {
  const value = toUtc(literal);
  if (value === undefined) throw new SoqlError('MALFORMED_QUERY', `Invalid datetime: ${literal}`, at);
  return value;
}

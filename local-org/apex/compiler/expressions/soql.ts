/** Queries in brackets, checked by the database's analyser. */
import { NotModelledError, SourceError } from '../../../schema';
import type { AnalysedQuery } from '../../../database';
import type { SoqlExpression } from '../../syntax';
import type { Body, Expr } from '../context';
import { fail } from '../problems';
import type { ApexType } from '../types';
import { fieldType } from '../sobjects';
import { compileExpression } from './index';

export function soqlExpression(body: Body, node: SoqlExpression): Expr {
  const query = analysed(body, node);
  body.needsFrame = true;
  const { types } = body;
  const given = queryArguments(body, node, query);
  const js = `$o.query(x, ${given})`;
  if (query.kind === 'count') return { type: types.Integer, js: `$o.count(x, ${given})`, nonNull: true };
  if (query.kind === 'aggregate') return { type: types.list(types.sobject('AggregateResult')), js, nonNull: true, soql: 'rows' };
  return { type: types.list(types.sobject(query.object.name, query.object)), js, nonNull: true, soql: 'rows' };
}

export function analysed(body: Body, node: SoqlExpression): AnalysedQuery {
  try {
    return body.session.database.analyse(node.text);
  } catch (error) {
    if (!(error instanceof SourceError) && !(error instanceof NotModelledError)) throw error;
    return fail(placed(node, error), error.problem);
  }
}

/** A place inside the query's text, which lacks the bound expressions, as a place in the source file. */
function placed(node: SoqlExpression, error: SourceError): { line: number; column: number } {
  const { position } = error;
  if (!position) return node;
  const lines = node.text.split('\n');
  const offset = lines.slice(0, position.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + position.column - 1;
  const shift = [...node.shifts].reverse().find((each) => each.offset <= offset) ?? node.shifts[0];
  if (!shift) return node;
  const between = node.text.slice(shift.offset, offset);
  const breaks = between.split('\n').length - 1;
  return breaks === 0 ? { line: shift.line, column: shift.column + between.length } : { line: shift.line + breaks, column: between.length - between.lastIndexOf('\n') };
}

/** The query and its binds as one object literal; their types must suit what the query expects. */
export function queryArguments(body: Body, node: SoqlExpression, query: AnalysedQuery): string {
  let { text } = node;
  const parts = node.binds.map((bind, i) => {
    const expr = compileExpression(body, bind);
    const expected = query.binds.find((each) => each.name.toLowerCase() === `b${i}`);
    if (expected) checkBind(body, expr, expected, bind);
    // The platform takes a collection after `=` for IN.
    if (expected?.expects === 'value' && expr.type.isCollection) text = text.replace(new RegExp(`(!=|<>|=)\\s*:b${i}\\b`), (_, operator: string) => `${operator === '=' ? ' IN' : ' NOT IN'} :b${i}`);
    return `b${i}: ${expr.js}`;
  });
  return `${body.pool.query(text)}, ${parts.length === 0 ? 'null' : `{ ${parts.join(', ')} }`}`;
}

function checkBind(body: Body, expr: Expr, expected: AnalysedQuery['binds'][number], at: { line: number; column: number }): void {
  const { type } = expr;
  if (type.kind === 'unknown' || type.kind === 'null') return;
  if (expected.expects === 'integer' && !type.is('Integer', 'Long')) fail(at, `Invalid bind expression type of ${type.name} for column of type Integer`);
  if (type.is('Map') || type.kind === 'class' && type.symbol?.kind !== 'enum') fail(at, `Invalid bind expression type of ${type.name}${expected.field ? ` for column of type ${fieldType(body.world, expected.field)?.name ?? expected.field.type}` : ''}`);
  const column = expected.field && fieldType(body.world, expected.field);
  const value = type.is('List', 'Set', 'Iterable') ? (type.args[0] as ApexType) : type;
  if (column && !suits(value, column)) fail(at, `Invalid bind expression type of ${value.name} for column of type ${column.name}`);
}

function suits(value: ApexType, column: ApexType): boolean {
  if (value === column || value.is('Object') || column.is('Object') || value.kind === 'unknown') return true;
  if (column.isText) return value.isText || (value.kind === 'sobject' && column.is('Id')) || value.symbol?.kind === 'enum';
  if (column.isNumber) return value.isNumber;
  if (column.is('Date', 'Datetime')) return value.is('Date', 'Datetime');
  return false;
}

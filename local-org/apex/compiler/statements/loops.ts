/** For loops: counting, over collections, over queries in chunks. */
import type { Expression, Statement } from '../../syntax';
import type { Body, Expr } from '../context';
import { assignable, converted, directSupers } from '../conversions';
import { compileCondition, compileExpression } from '../expressions';
import { analysed, queryArguments } from '../expressions/soql';
import { fail } from '../problems';
import type { ApexType } from '../types';
import { compileBranch, count, localDeclaration } from './index';

export function forStatement(body: Body, node: Statement & { kind: 'for' }): void {
  const { writer } = body;
  body.inScope(() => {
    writer.line('{');
    if (node.declare) localDeclaration(body, node.declare);
    for (const init of node.init) writer.line(`${count(body, init)} ${compileExpression(body, init).js};`, init);
    const condition = node.condition ? body.session.problems.within(body.file, () => compileCondition(body, node.condition as Expression)) ?? 'false' : 'true';
    const update = node.update.map((each) => body.session.problems.within(body.file, () => compileExpression(body, each).js) ?? 'null').join(', ');
    writer.line(`${count(body, node)} for (; ${condition}; ${update}) {`, node);
    body.inLoop(() => compileBranch(body, node.body));
    writer.line('}');
    writer.line('}');
  });
}

export function forEachStatement(body: Body, node: Statement & { kind: 'forEach' }): void {
  const { writer } = body;
  const type = body.session.problems.within(body.file, () => body.world.resolve(node.type, body.symbol)) ?? body.types.unknown;
  const source = body.session.problems.within(body.file, () => iterated(body, node, type)) ?? 'null';
  body.inScope(() => {
    const local = body.declare(node.variable.text, type, node.variable);
    writer.line(`${count(body, node)} for (let ${local.js} of ${source}) {`, node);
    body.inLoop(() => compileBranch(body, node.body));
    writer.line('}');
  });
}

/** Code of something JS can iterate, whose items are of the loop's type. */
function iterated(body: Body, node: Statement & { kind: 'forEach' }, type: ApexType): string {
  if (node.value.kind === 'soql') {
    const query = analysed(body, node.value);
    if (query.kind === 'rows') {
      const row = body.types.sobject(query.object.name, query.object);
      const chunked = type.is('List') && assignable(body.world, row, type.args[0] as ApexType);
      if (!chunked && !assignable(body.world, row, type)) fail(node, `Loop variable must be of type ${row.name}`);
      body.needsFrame = true;
      return `$o.${chunked ? 'queryChunks' : 'queryRows'}(x, ${queryArguments(body, node.value, query)})`;
    }
  }
  const expr = compileExpression(body, node.value);
  if (expr.type.kind === 'unknown') return 'null';
  const element = elementType(body, expr);
  if (!element) return fail(node.value, `Loop must iterate over collection: ${expr.type.name}`);
  const concrete = element === body.types.SObject && type.kind === 'sobject';
  if (!concrete && !assignable(body.world, element, type)) fail(node, `Loop variable must be of type ${element.name}`);
  const conversion = converted('v', element, type);
  const each = expr.type.isCollection || expr.soql ? `$o.each(x, ${expr.js})` : iteratorCode(body, expr);
  return conversion === 'v' ? each : `$o.mapped(${each}, (v) => ${conversion})`;
}

function iteratorCode(body: Body, expr: Expr): string {
  body.needsFrame = true;
  return `$o.eachOf(x, ${expr.js})`;
}

/** Element type of a list, a set or anything Iterable. */
function elementType(body: Body, expr: Expr): ApexType | undefined {
  const { type } = expr;
  if (type.is('List', 'Set')) return type.args[0];
  const seen = new Set<ApexType>();
  const search = (each: ApexType): ApexType | undefined => {
    if (seen.has(each)) return undefined;
    seen.add(each);
    if (each.base === 'Iterable') return each.args[0];
    for (const parent of directSupers(body.world, each)) {
      const found = search(parent);
      if (found) return found;
    }
    return undefined;
  };
  return search(type);
}

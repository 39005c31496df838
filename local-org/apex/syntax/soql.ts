/** Queries in brackets: kept as text, because the database's own analyser reads them; only the binds are Apex. */
import type { Expression, SoqlExpression } from './ast';
import type { Source } from './source';
import { at, children, need, rule, type ParserContext } from './tree';

export function soqlExpression(node: ParserContext, source: Source, expression: (node: ParserContext, source: Source) => Expression): SoqlExpression {
  const query = need(node, 'Query');
  const bound: ParserContext[] = [];
  collect(query, bound);
  const binds: Expression[] = [];
  const shifts: { offset: number; line: number; column: number }[] = [];
  let text = '';
  let from = query.start.start;
  const resume = (token: { line: number; column: number }): void => void shifts.push({ offset: text.length, line: token.line, column: token.column + 1 });
  resume(query.start);
  for (const each of bound) {
    text += `${source.slice(from, each.start.start)}:b${binds.length}`;
    binds.push(expression(children(each)[1] as ParserContext, source));
    const stop = each.stop ?? each.start;
    from = stop.stop + 1;
    const after = source.slice(0, from);
    const lineStart = after.lastIndexOf('\n') + 1;
    resume({ line: after.split('\n').length, column: from - lineStart });
  }
  text += source.slice(from, (query.stop ?? query.start).stop + 1);
  return { kind: 'soql', ...at(node), text, binds, shifts };
}

/** Bound expressions from left to right; binds inside a bound expression belong to its own query. */
function collect(node: ParserContext, found: ParserContext[]): void {
  for (const each of children(node)) {
    if (each.symbol) continue;
    if (rule(each) === 'BoundExpression') found.push(each);
    else collect(each, found);
  }
}

/** Literals and class literals. */
import type { Expression } from '../../syntax';
import type { Body, Expr } from '../context';
import { fail } from '../problems';

const INT_MAX = 2147483648n;
const LONG_MAX = 9223372036854775808n;

export function literalExpression(body: Body, node: Expression & { kind: 'literal' }, negated = false): Expr {
  const { types } = body;
  switch (node.type) {
    case 'null': return { type: types.null, js: 'null' };
    case 'Boolean': return { type: types.Boolean, js: node.value, nonNull: true };
    case 'String': return { type: types.String, js: JSON.stringify(stringValue(node.value)), nonNull: true };
    case 'Integer': {
      const value = BigInt(node.value);
      if (value > INT_MAX || (value === INT_MAX && !negated)) fail(node, `Illegal integer`);
      return { type: types.Integer, js: value === INT_MAX ? '2147483648' : String(value), nonNull: true };
    }
    case 'Long': {
      const value = BigInt(node.value);
      if (value > LONG_MAX || (value === LONG_MAX && !negated)) fail(node, `Illegal long`);
      return { type: types.Long, js: `${value}n`, nonNull: true };
    }
    case 'Double': return { type: types.Double, js: body.pool.constant(`$o.double(${Number(node.value)})`), nonNull: true };
    case 'Decimal': return { type: types.Decimal, js: body.pool.constant(`$o.decimal(${JSON.stringify(node.value)})`), nonNull: true };
  }
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', "'": "'", '\\': '\\' };

/** Value of a string literal as written, quotes included. */
export function stringValue(written: string): string {
  if (written.startsWith("'''")) return multilineValue(written.slice(3, -3));
  return written.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|.)/g, (_, escape: string) => (escape.length > 1 ? String.fromCharCode(parseInt(escape.slice(1), 16)) : ESCAPES[escape] ?? escape));
}

/** A text block: the first line break goes, and so does the indentation all lines share. */
function multilineValue(text: string): string {
  const lines = text.replace(/^[ \t]*\r?\n/, '').split(/\r?\n/);
  const indents = lines.filter((line, i) => line.trim() !== '' || i === lines.length - 1).map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n').replace(/\\(.)/g, (_, escape: string) => ESCAPES[escape] ?? escape);
}

/** `Foo.class`. */
export function classLiteralExpression(body: Body, node: Expression & { kind: 'classLiteral' }): Expr {
  const name = node.type ? body.world.resolve(node.type, body.symbol).name : 'void';
  const info = body.world.platform.find('Type');
  const forName = info?.methods.get('forname')?.find((method) => method.parameters.length === 1);
  if (!forName) return fail(node, 'The local org does not model Type.forName. See docs/local-org-gaps.md.');
  return { type: body.types.platform('Type'), js: `${body.pool.member(forName)}(x, ${JSON.stringify(name)})`, nonNull: true };
}

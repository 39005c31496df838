/** Exceptions: throw, try, catch, finally. */
import type { Statement } from '../../syntax';
import type { Body } from '../context';
import { assignable } from '../conversions';
import { compileExpression } from '../expressions';
import { fail } from '../problems';
import type { ApexType } from '../types';
import { compileBlock, count } from './index';

export function throwStatement(body: Body, node: Statement & { kind: 'throw' }): void {
  const value = compileExpression(body, node.value);
  const exception = body.types.platform('Exception');
  if (!assignable(body.world, value.type, exception) || value.type.kind === 'null') fail(node, `Throw expression must be of type exception: ${value.type.name}`);
  body.writer.line(`${count(body, node)} throw $o.thrown(x, ${value.js});`, node);
}

/** What cannot be caught passes catch clauses and finally blocks by (Apex Developer Guide, "Exception Statements"). */
export function tryStatement(body: Body, node: Statement & { kind: 'try' }): void {
  const { writer } = body;
  const fatal = node.finally ? body.temporary() : '';
  if (node.finally) writer.line(`${fatal} = false;`);
  writer.line(`${count(body, node)} try {`, node);
  compileBlock(body, node.body);
  const error = `$e${writer.position}`;
  writer.line(`} catch (${error}$) {`);
  if (node.finally) writer.line(`if (!$o.catchable(${error}$)) { ${fatal} = true; throw ${error}$; }`);
  writer.line(`const ${error} = $o.caught(x, ${error}$);`);
  const seen: ApexType[] = [];
  if (node.finally && node.catches.length > 0) writer.line('try {');
  let first = true;
  for (const clause of node.catches) {
    body.session.problems.within(body.file, () => {
      const type = body.world.resolve(clause.type, body.symbol);
      if (!assignable(body.world, type, body.types.platform('Exception'))) fail(clause.type, `Catch block variable must be of type exception: ${type.name}`);
      if (seen.includes(type)) fail(clause.type, `Exception type already caught: ${type.name}`);
      seen.push(type);
      writer.line(`${first ? 'if' : '} else if'} ($o.isInstance(${error}, ${body.pool.type(type)})) {`);
      first = false;
      body.inScope(() => {
        const local = body.declare(clause.variable.text, type, clause.variable);
        writer.line(`let ${local.js} = ${error};`);
        compileBlock(body, clause.body);
      });
    });
  }
  writer.line(first ? `throw ${error};` : `} else throw ${error};`);
  if (node.finally && node.catches.length > 0) writer.line(`} catch ($f) { ${fatal} = !$o.catchable($f); throw $f; }`);
  if (node.finally) {
    writer.line(`} finally { if (!${fatal}) {`);
    compileBlock(body, node.finally);
    writer.line('}}');
  } else writer.line('}');
}

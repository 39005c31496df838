/** switch on. */
import type { Statement, WhenLiteral } from '../../syntax';
import type { Body, Expr } from '../context';
import { castable } from '../conversions';
import { compileExpression } from '../expressions';
import { stringValue } from '../expressions/literals';
import { fail } from '../problems';
import { compileBlock, count } from './index';

export function switchStatement(body: Body, node: Statement & { kind: 'switch' }): void {
  const { writer } = body;
  const value = compileExpression(body, node.value);
  const isEnum = value.type.symbol?.kind === 'enum' || body.world.types.info(value.type)?.kind === 'enum';
  const literal = value.type.is('Integer', 'Long', 'String') || isEnum;
  if (!literal && value.type.kind !== 'sobject' && value.type.kind !== 'unknown') fail(node.value, `Illegal switch expression type: ${value.type.name}`);
  const temporary = body.temporary();
  writer.line(`${count(body, node)} ${temporary} = ${value.js};`, node);
  const seen = new Set<string>();
  let first = true;
  let hasElse = false;
  for (const each of node.cases) {
    if (hasElse) fail(each, 'when else must be the last when block');
    const { when } = each;
    const keyword = first ? 'if' : '} else if';
    first = false;
    if (when.kind === 'else') {
      hasElse = true;
      writer.line(node.cases.length === 1 ? '{' : '} else {');
      compileBlock(body, each.body);
      continue;
    }
    if (when.kind === 'type') {
      const type = body.world.resolve(when.type, body.symbol);
      if (!castable(body.world, value.type, type)) fail(when.type, `Incompatible types since an instance of ${value.type.name} is never an instance of ${type.name}`);
      if (seen.has(type.name)) fail(when.type, `Duplicate when value: ${type.name}`);
      seen.add(type.name);
      writer.line(`${keyword} ($o.isInstance(${temporary}, ${body.pool.type(type)})) {`, each);
      body.inScope(() => {
        const local = body.declare(when.variable.text, type, when.variable);
        writer.line(`const ${local.js} = ${temporary};`);
        compileBlock(body, each.body);
      });
      continue;
    }
    const tests = when.values.map((literalNode) => {
      const test = literalTest(body, value, isEnum, literalNode, temporary);
      if (seen.has(test) && value.type.kind !== 'unknown') fail(literalNode, `Duplicate when value: ${shown(literalNode)}`);
      seen.add(test);
      return test;
    });
    writer.line(`${keyword} (${tests.join(' || ')}) {`, each);
    compileBlock(body, each.body);
  }
  writer.line('}');
}

function shown(node: WhenLiteral): string {
  return node.kind === 'null' ? 'null' : node.kind === 'name' ? node.parts.join('.') : node.value;
}

/** Strings are compared by case, unlike with `==` (Apex Developer Guide, "Switch Statements"). */
function literalTest(body: Body, value: Expr, isEnum: boolean, node: WhenLiteral, temporary: string): string {
  const wrong = (): never => fail(node, `When value has an incompatible type: ${shown(node)}, expected ${value.type.name}`);
  if (value.type.kind === 'unknown') return 'false';
  switch (node.kind) {
    case 'null': return `${temporary} === null`;
    case 'integer': return value.type.is('Integer') ? `${temporary} === ${Number(node.value)}` : value.type.is('Long') ? `${temporary} === ${BigInt(node.value)}n` : wrong();
    case 'long': return value.type.is('Long') ? `${temporary} === ${BigInt(node.value)}n` : wrong();
    case 'string': return value.type.is('String') ? `${temporary} === ${JSON.stringify(stringValue(node.value))}` : wrong();
    case 'name': {
      if (!isEnum) return wrong();
      const name = node.parts[node.parts.length - 1] as string;
      const target = body.types.info(value.type);
      const values = value.type.symbol ? value.type.symbol.declaration.values.map((each) => each.text) : target?.values ?? [];
      const index = values.findIndex((each) => each.toLowerCase() === name.toLowerCase());
      if (index < 0) return fail(node, `Variable does not exist: ${name}`);
      return `${temporary} === ${body.pool.constant(`$o.enumValue(${JSON.stringify(value.type.name)}, ${JSON.stringify(values[index])}, ${index})`)}`;
    }
  }
}

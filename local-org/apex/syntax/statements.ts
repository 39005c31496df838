/** Statements. */
import type { Block, CatchClause, Expression, Statement, WhenCase, WhenLiteral, WhenValue } from './ast';
import { expression, expressionList } from './expressions';
import type { Source } from './source';
import { TreeProblem, at, child, children, childrenOf, has, name, need, rule, type ParserContext } from './tree';
import { modifiersOf, qualifiedType, typeRef } from './types';

export function block(node: ParserContext, source: Source): Block {
  const stop = node.stop ?? node.start;
  return { kind: 'block', ...at(node), statements: childrenOf(node, 'Statement').map((each) => statement(each, source)), end: { line: stop.line, column: stop.column + 1 } };
}

export function statement(node: ParserContext, source: Source): Statement {
  const what = children(node)[0] as ParserContext;
  const read = readers[rule(what)];
  if (!read) throw new TreeProblem(`Unexpected token '${what.getText()}'.`, at(what));
  return read(what, source);
}

/** The expression children of a node, in order. */
function expressions(node: ParserContext, source: Source): Expression[] {
  return children(node).filter((each) => /Expression$/.test(rule(each)) && rule(each) !== 'ParExpression').map((each) => expression(each, source));
}

function condition(node: ParserContext, source: Source): Expression {
  return expressions(need(node, 'ParExpression'), source)[0] as Expression;
}

function bodyOf(node: ParserContext, source: Source): Statement | undefined {
  const body = child(node, 'Statement');
  return body && statement(body, source);
}

const readers: Readonly<Record<string, (node: ParserContext, source: Source) => Statement>> = {
  Block: block,
  IfStatement(node, source) {
    const [then, otherwise] = childrenOf(node, 'Statement').map((each) => statement(each, source));
    return { kind: 'if', ...at(node), condition: condition(node, source), then: then as Statement, otherwise };
  },
  SwitchStatement(node, source) {
    return { kind: 'switch', ...at(node), value: expressions(node, source)[0] as Expression, cases: childrenOf(node, 'WhenControl').map((each) => whenCase(each, source)) };
  },
  ForStatement(node, source) {
    const control = need(node, 'ForControl');
    const each = child(control, 'EnhancedForControl');
    const body = bodyOf(node, source);
    if (each) return { kind: 'forEach', ...at(node), type: typeRef(need(each, 'TypeRef')), variable: name(need(each, 'Id')), value: expressions(each, source)[0] as Expression, body };
    const init = child(control, 'ForInit');
    const declaration = init && child(init, 'LocalVariableDeclaration');
    const list = init && child(init, 'ExpressionList');
    const update = child(control, 'ForUpdate');
    return {
      kind: 'for', ...at(node), declare: declaration && local(declaration, source), init: list ? expressionList(list, source) : [],
      condition: expressions(control, source)[0], update: update ? expressionList(need(update, 'ExpressionList'), source) : [], body,
    };
  },
  WhileStatement: (node, source) => ({ kind: 'while', ...at(node), condition: condition(node, source), body: bodyOf(node, source) }),
  DoWhileStatement: (node, source) => ({ kind: 'doWhile', ...at(node), condition: condition(node, source), body: block(need(node, 'Block'), source) }),
  TryStatement(node, source) {
    const last = child(node, 'FinallyBlock');
    return { kind: 'try', ...at(node), body: block(need(node, 'Block'), source), catches: childrenOf(node, 'CatchClause').map((each) => catchClause(each, source)), finally: last && block(need(last, 'Block'), source) };
  },
  ReturnStatement: (node, source) => ({ kind: 'return', ...at(node), value: expressions(node, source)[0] }),
  ThrowStatement: (node, source) => ({ kind: 'throw', ...at(node), value: expressions(node, source)[0] as Expression }),
  BreakStatement: (node) => ({ kind: 'break', ...at(node) }),
  ContinueStatement: (node) => ({ kind: 'continue', ...at(node) }),
  InsertStatement: dml('insert'),
  UpdateStatement: dml('update'),
  UpsertStatement: dml('upsert'),
  DeleteStatement: dml('delete'),
  UndeleteStatement: dml('undelete'),
  MergeStatement: dml('merge'),
  RunAsStatement(node, source) {
    const list = child(node, 'ExpressionList');
    return { kind: 'runAs', ...at(node), user: list ? expressionList(list, source) : [], body: block(need(node, 'Block'), source) };
  },
  LocalVariableDeclarationStatement: (node, source) => local(need(node, 'LocalVariableDeclaration'), source),
  ExpressionStatement: (node, source) => ({ kind: 'expression', ...at(node), value: expressions(node, source)[0] as Expression }),
};

function local(node: ParserContext, source: Source): Statement & { kind: 'local' } {
  const variables = childrenOf(need(node, 'VariableDeclarators'), 'VariableDeclarator').map((each) => {
    const id = name(need(each, 'Id'));
    const value = children(each)[2];
    return { name: id.text, line: id.line, column: id.column, value: value && expression(value, source) };
  });
  const type = typeRef(need(node, 'TypeRef'));
  return { kind: 'local', line: type.line, column: type.column, type, variables, final: modifiersOf(node).words.has('final') };
}

function dml(operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge') {
  return (node: ParserContext, source: Source): Statement => {
    const access = child(node, 'AccessLevel');
    const key = child(node, 'QualifiedName');
    const [value, second] = expressions(node, source);
    return {
      kind: 'dml', ...at(node), operation, value: value as Expression, second,
      mode: access && (has(access, 'user') ? 'user' : 'system'), key: key && childrenOf(key, 'Id').map(name),
    };
  };
}

function catchClause(node: ParserContext, source: Source): CatchClause {
  return { ...at(node), type: qualifiedType(need(node, 'QualifiedName')), variable: name(need(node, 'Id')), body: block(need(node, 'Block'), source) };
}

function whenCase(node: ParserContext, source: Source): WhenCase {
  return { ...at(node), when: whenValue(need(node, 'WhenValue')), body: block(need(node, 'Block'), source) };
}

function whenValue(node: ParserContext): WhenValue {
  const type = child(node, 'TypeRef');
  if (type) return { kind: 'type', type: typeRef(type), variable: name(need(node, 'Id')) };
  if (has(node, 'else')) return { kind: 'else' };
  return { kind: 'literals', values: childrenOf(node, 'WhenLiteral').map(whenLiteral) };
}

function whenLiteral(node: ParserContext): WhenLiteral {
  const nested = child(node, 'WhenLiteral');
  if (nested) return whenLiteral(nested);
  const qualified = child(node, 'QualifiedName');
  if (qualified) return { kind: 'name', ...at(node), parts: childrenOf(qualified, 'Id').map((each) => each.getText()) };
  const text = node.getText();
  if (text.toLowerCase() === 'null') return { kind: 'null', ...at(node) };
  if (text.startsWith("'")) return { kind: 'string', ...at(node), value: text };
  if (/l$/i.test(text)) return { kind: 'long', ...at(node), value: text.slice(0, -1) };
  return { kind: 'integer', ...at(node), value: text };
}

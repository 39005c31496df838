/** Statements: check and code. A problem in one does not stop the next. */
import type { Block, Expression, Statement } from '../../syntax';
import type { Body } from '../context';
import { compileAs, compileCondition, compileExpression } from '../expressions';
import { completes } from '../flow';
import { fail } from '../problems';
import { dmlStatement, runAsStatement } from './dml';
import { forEachStatement, forStatement } from './loops';
import { switchStatement } from './switch';
import { throwStatement, tryStatement } from './try';

export function compileBlock(body: Body, block: Block): void {
  body.inScope(() => compileStatements(body, block.statements));
}

export function compileStatements(body: Body, statements: readonly Statement[]): void {
  let reached = true;
  let reported = false;
  for (const statement of statements) {
    if (!reached && !reported) {
      body.session.problems.add(body.file, statement, 'Unreachable statement');
      reported = true;
    }
    compileStatement(body, statement);
    reached &&= completes(statement);
  }
}

/** Counts the statement, for coverage and for the limits. */
export function count(body: Body, at: { line: number; column: number }): string {
  body.usesLimits = true;
  return `${body.counters(at)}++; $l.statements++;`;
}

export function compileStatement(body: Body, statement: Statement): void {
  body.session.problems.within(body.file, () => statementCode(body, statement));
}

/** The body of a branch or loop, in braces. */
export function compileBranch(body: Body, statement: Statement | undefined): void {
  if (!statement) return;
  if (statement.kind === 'block') compileBlock(body, statement);
  else body.inScope(() => compileStatement(body, statement));
}

function statementCode(body: Body, node: Statement): void {
  const { writer } = body;
  switch (node.kind) {
    case 'block':
      writer.line('{');
      compileBlock(body, node);
      return writer.line('}');
    case 'expression': {
      const code = expressionStatement(body, node.value);
      return writer.line(`${count(body, node)} ${code};`, node);
    }
    case 'local':
      return localDeclaration(body, node);
    case 'if':
      return ifStatement(body, node);
    case 'while':
    case 'doWhile':
      return whileStatement(body, node);
    case 'return':
      return returnStatement(body, node);
    case 'break':
    case 'continue':
      if (body.loopDepth === 0) fail(node, `${node.kind === 'break' ? 'Break' : 'Continue'} statement must be in loop`);
      return writer.line(`${count(body, node)} ${node.kind};`, node);
    case 'for': return forStatement(body, node);
    case 'forEach': return forEachStatement(body, node);
    case 'switch': return switchStatement(body, node);
    case 'try': return tryStatement(body, node);
    case 'throw': return throwStatement(body, node);
    case 'dml': return dmlStatement(body, node);
    case 'runAs': return runAsStatement(body, node);
  }
}

const STATEMENT_EXPRESSIONS = new Set(['call', 'delegate', 'new', 'assign', 'postfix', 'soql']);

function expressionStatement(body: Body, node: Expression): string {
  const allowed = STATEMENT_EXPRESSIONS.has(node.kind) || (node.kind === 'prefix' && (node.operator === '++' || node.operator === '--'));
  if (!allowed) {
    compileExpression(body, node);
    return fail(node, 'Expression cannot be a statement.');
  }
  return compileExpression(body, node).js;
}

/** Declares the variables even where an initial value is wrong, so that what follows is checked. */
export function localDeclaration(body: Body, node: Statement & { kind: 'local' }): void {
  const type = body.session.problems.within(body.file, () => {
    const found = body.world.resolve(node.type, body.symbol);
    body.world.visible(found, body.symbol, node.type);
    return found;
  }) ?? body.types.unknown;
  for (const variable of node.variables) {
    let value = 'null';
    body.session.problems.within(body.file, () => {
      if (variable.value) {
        const expr = compileExpression(body, variable.value);
        value = body.coerce(expr, type, variable);
      }
    });
    body.session.problems.within(body.file, () => {
      const local = body.declare(variable.name, type, variable, node.final);
      body.writer.line(`${count(body, variable)} let ${local.js} = ${value};`, variable);
    });
  }
}

function ifStatement(body: Body, node: Statement & { kind: 'if' }): void {
  const { writer } = body;
  const condition = body.session.problems.within(body.file, () => compileCondition(body, node.condition)) ?? 'false';
  writer.line(`${count(body, node)} if (${condition}) {`, node);
  compileBranch(body, node.then);
  if (node.otherwise) {
    writer.line('} else {');
    compileBranch(body, node.otherwise);
  }
  writer.line('}');
}

function whileStatement(body: Body, node: Statement & { kind: 'while' | 'doWhile' }): void {
  const { writer } = body;
  const condition = body.session.problems.within(body.file, () => compileCondition(body, node.condition)) ?? 'false';
  writer.line(`${count(body, node)} ${node.kind === 'while' ? `while (${condition}) {` : 'do {'}`, node);
  body.inLoop(() => compileBranch(body, node.body));
  writer.line(node.kind === 'while' ? '}' : `} while (${condition});`, node);
}

function returnStatement(body: Body, node: Statement & { kind: 'return' }): void {
  const { writer, returns } = body;
  if (!node.value) {
    if (returns.kind !== 'void') fail(node, 'Non-void method must return a value');
    return writer.line(`${count(body, node)} return${body.options.isConstructor ? ' this' : ''};`, node);
  }
  if (returns.kind === 'void') {
    compileExpression(body, node.value);
    fail(node, 'Void method must not return a value');
  }
  const code = compileAs(body, node.value, returns, (expr) => `Illegal conversion from ${expr.type.name} to ${returns.name}`);
  return writer.line(`${count(body, node)} return ${code};`, node);
}

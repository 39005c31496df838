/** Expressions: one compiler per kind, refusal by default. */
import type { Expression } from '../../syntax';
import type { Body, Expr } from '../context';
import { fail } from '../problems';
import { assignExpression, incrementExpression } from './assign';
import { callExpression, delegateExpression } from './calls';
import { castExpression, instanceofExpression } from './casts';
import { newArrayExpression, newCollectionExpression, newExpression } from './create';
import { fieldExpression, indexExpression, nameExpression, superExpression, thisExpression } from './names';
import { literalExpression, classLiteralExpression } from './literals';
import { binaryExpression, conditionalExpression, prefixExpression } from './operators';
import { soqlExpression } from './soql';

/** Type and code of an expression. Throws the first problem in it. */
export function compileExpression(body: Body, node: Expression): Expr {
  const expr = compileChain(body, node);
  return expr.guard === undefined ? expr : { type: expr.type, js: `(${expr.guard} ? null : ${expr.js})` };
}

/** The same where the expression is the left side of a chain: a `?.` in it cuts off what follows too. */
export function compileChain(body: Body, node: Expression): Expr {
  switch (node.kind) {
    case 'literal': return literalExpression(body, node);
    case 'name': return nameExpression(body, node);
    case 'this': return thisExpression(body, node);
    case 'super': return superExpression(body, node);
    case 'field': return fieldExpression(body, node);
    case 'call': return callExpression(body, node);
    case 'delegate': return delegateExpression(body, node);
    case 'index': return indexExpression(body, node);
    case 'new': return newExpression(body, node);
    case 'newArray': return newArrayExpression(body, node);
    case 'newCollection': return newCollectionExpression(body, node);
    case 'cast': return castExpression(body, node);
    case 'postfix': return incrementExpression(body, node, false);
    case 'prefix': return node.operator === '++' || node.operator === '--' ? incrementExpression(body, node, true) : prefixExpression(body, node);
    case 'binary': return binaryExpression(body, node);
    case 'instanceof': return instanceofExpression(body, node);
    case 'conditional': return conditionalExpression(body, node);
    case 'assign': return assignExpression(body, node);
    case 'classLiteral': return classLiteralExpression(body, node);
    case 'parenthesis': return compileExpression(body, node.value);
    case 'soql': return soqlExpression(body, node);
    case 'sosl': return fail(node, 'The local org does not model SOSL (FIND). See docs/local-org-gaps.md.');
  }
}

/** The expression as a value of this type. */
export function compileAs(body: Body, node: Expression, wanted: import('../types').ApexType, problem?: (found: Expr) => string): string {
  const expr = compileExpression(body, node);
  return body.coerce(expr, wanted, node, problem && ((): string => problem(expr)));
}

/** A condition: a Boolean that is not null. */
export function compileCondition(body: Body, node: Expression): string {
  const expr = compileExpression(body, node);
  if (expr.type !== body.types.Boolean && expr.type.kind !== 'unknown') fail(node, `Condition expression must be of type Boolean: ${expr.type.name}`);
  return body.unboxed(expr);
}

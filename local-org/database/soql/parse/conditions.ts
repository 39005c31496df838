/** WHERE and HAVING of the parse tree. AND and OR beside one another need parentheses, which the grammar itself demands. */
import type {
  ComparisonOperatorContext, ConditionalExpressionContext, FieldExpressionContext, LogicalExpressionContext, WhereConditionalExpressionContext, WhereLogicalExpressionContext,
} from '@apexdevtools/apex-parser';
import type { ConditionAst, Operator } from '../ast';
import { notModelled } from '../errors';
import { atOf, exprOf, valueOf } from './expressions';

export function conditionOf(tree: WhereLogicalExpressionContext): ConditionAst {
  const parts = tree.whereConditionalExpression_list().map(partOf);
  return joined(parts, Boolean(tree.NOT()), tree.SOQLOR_list().length > 0);
}

/** HAVING. */
export function havingOf(tree: LogicalExpressionContext): ConditionAst {
  const parts = tree.conditionalExpression_list().map(havingPartOf);
  return joined(parts, Boolean(tree.NOT()), tree.SOQLOR_list().length > 0);
}

function joined(parts: readonly ConditionAst[], not: boolean, or: boolean): ConditionAst {
  const first = parts[0] as ConditionAst;
  if (not) return { kind: 'not', part: first };
  if (parts.length === 1) return first;
  return { kind: or ? 'or' : 'and', parts };
}

function partOf(tree: WhereConditionalExpressionContext): ConditionAst {
  const inner = tree.whereLogicalExpression();
  if (inner) return conditionOf(inner);
  const expression = tree.whereFieldExpression();
  if (expression.FORMULA()) throw notModelled('SOQL FORMULA()', atOf(expression));
  return compareOf(expression.fieldExpression());
}

function havingPartOf(tree: ConditionalExpressionContext): ConditionAst {
  const inner = tree.logicalExpression();
  return inner ? havingOf(inner) : compareOf(tree.fieldExpression());
}

function compareOf(tree: FieldExpressionContext): ConditionAst {
  return { kind: 'compare', left: exprOf(tree.soqlFunction() ?? tree.fieldName()), operator: operatorOf(tree.comparisonOperator()), value: valueOf(tree.value()), at: atOf(tree) };
}

function operatorOf(tree: ComparisonOperatorContext): Operator {
  const text = tree.getText().toUpperCase();
  if (text === 'NOTIN') return 'NOT IN';
  return text === '<>' ? '!=' : (text as Operator);
}

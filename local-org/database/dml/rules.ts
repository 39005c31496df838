/** Custom validation rules. All that fail are reported, as on the platform. */
import type { CompiledFormula, FormulaContext } from '../../formula';
import { PlatformError } from '../../schema';
import type { Store } from '../store';
import { Evaluator } from './evaluate';
import { type Item, type Request, fail } from './item';
import type { ObjectPlan } from './plan';

export function checkRules(store: Store, plan: ObjectPlan, items: readonly Item[], request: Request): void {
  if (plan.rules.length === 0) return;
  const evaluator = new Evaluator(store, request.caller.userId);
  for (const item of items) {
    const context = evaluator.context(plan.object, item.row, item.old);
    for (const { rule, formula } of plan.rules) {
      if (!holds(formula, context, item)) continue;
      const field = rule.field ? plan.object.field(rule.field)?.name ?? rule.field : undefined;
      fail(item, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, field ? [field] : []);
    }
  }
}

/** A rule that cannot be computed (a division by zero) refuses the record in its own words. */
function holds(formula: CompiledFormula, context: FormulaContext, item: Item): boolean {
  try {
    return formula.evaluate(context) === true;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    fail(item, error.code, error.message);
    return false;
  }
}

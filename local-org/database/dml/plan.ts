/** What DML needs to know of an object, worked out once. */
import type { CompiledFormula } from '../../formula';
import type { FieldModel, ObjectModel, SummaryModel, ValidationRule } from '../../schema';
import { isStored } from '../tables/storage';
import type { Store } from '../store';

export interface Summary { readonly parent: ObjectModel; readonly field: FieldModel; readonly summary: SummaryModel; readonly foreignKey: string; }

export interface ObjectPlan {
  readonly object: ObjectModel;
  readonly stored: readonly FieldModel[];
  readonly defaults: readonly { readonly field: FieldModel; readonly formula: CompiledFormula }[];
  readonly required: readonly FieldModel[];
  readonly references: readonly FieldModel[];
  readonly unique: readonly FieldModel[];
  readonly autoNumbers: readonly FieldModel[];
  readonly formulas: readonly FieldModel[];
  readonly rules: readonly { readonly rule: ValidationRule; readonly formula: CompiledFormula }[];
  /** Roll-ups of parents over this object. */
  readonly summaries: readonly Summary[];
  /** A person's name, joined from its parts. */
  readonly joinedName: FieldModel | undefined;
}

export class Plans {
  private readonly plans = new Map<ObjectModel, ObjectPlan>();
  private summaries: Map<string, Summary[]> | undefined;

  constructor(private readonly store: Store) {}

  of(object: ObjectModel): ObjectPlan {
    let plan = this.plans.get(object);
    if (!plan) this.plans.set(object, (plan = this.make(object)));
    return plan;
  }

  private make(object: ObjectModel): ObjectPlan {
    const fields = [...object.fields.values()];
    const stored = fields.filter(isStored);
    const { formula, org } = this.store;
    const name = object.field('Name');
    return {
      object,
      stored,
      defaults: stored.filter((field) => field.defaultFormula !== undefined).map((field) => ({
        field,
        formula: formula.compile(field.defaultFormula as string, { org, object, use: 'default', position: field.position }),
      })),
      // Compounds are asked for through their parts; what the platform fills itself is filled before the check.
      required: stored.filter((field) => field.required && field.type !== 'boolean' && !field.components && !field.autoNumber && field.name !== 'Id'),
      references: stored.filter((field) => field.type === 'reference' && field.reference !== undefined),
      unique: stored.filter((field) => field.unique),
      autoNumbers: stored.filter((field) => field.autoNumber !== undefined),
      formulas: fields.filter((field) => field.formula !== undefined),
      rules: object.validationRules.filter((rule) => rule.active).map((rule) => ({
        rule,
        formula: formula.compile(rule.formula, { org, object, use: 'validationRule', position: rule.position, wanted: 'boolean', name: rule.name }),
      })),
      summaries: this.summariesOver(object),
      joinedName: name?.components && isStored(name) ? name : undefined,
    };
  }

  private summariesOver(child: ObjectModel): Summary[] {
    if (!this.summaries) {
      this.summaries = new Map();
      for (const parent of this.store.org.objects.values()) {
        for (const field of parent.fields.values()) {
          if (!field.summary) continue;
          const target = this.store.org.object(field.summary.childObject);
          if (!target) continue;
          const key = target.name;
          const foreignKey = target.field(field.summary.foreignKey.split('.').pop() as string)?.name ?? field.summary.foreignKey;
          const list = this.summaries.get(key) ?? [];
          list.push({ parent, field, summary: field.summary, foreignKey });
          this.summaries.set(key, list);
        }
      }
    }
    return this.summaries.get(child.name) ?? [];
  }
}

/** How this floor asks the formula floor about formula fields. */
import type { CompiledFormula, FormulaCompiler, FormulaScope } from '../formula';
import type { FieldModel, ObjectModel, OrgModel } from '../schema';
import type { Hop } from './soql/analyse/types';

export function formulaScope(org: OrgModel, object: ObjectModel, field: FieldModel): FormulaScope {
  return { org, object, use: 'formulaField', blanks: field.formulaBlanks, position: field.position, percent: field.type === 'percent' };
}

/**
 * Compiles every formula that a project brings, so that a wrong one is refused when the org starts, as a deployment refuses it, and not by
 * the first record that meets it. Inactive validation rules are compiled too. Throws SourceError.
 */
export function checkFormulas(org: OrgModel, compiler: FormulaCompiler): void {
  for (const object of org.objects.values()) {
    for (const field of object.fields.values()) {
      if (!field.custom) continue;
      const wanted = compiler.typeOf(field.type);
      if (field.formula !== undefined) compiler.compile(field.formula, { ...formulaScope(org, object, field), wanted });
      if (field.defaultFormula !== undefined) compiler.compile(field.defaultFormula, { org, object, use: 'default', position: field.position });
    }
    for (const rule of object.validationRules) compiler.compile(rule.formula, { org, object, use: 'validationRule', position: rule.position, wanted: 'boolean', name: rule.name });
  }
}

const compiled = new WeakMap<FieldModel, CompiledFormula>();

/** The program of a formula field; a field belongs to one model, so that it is compiled once. */
export function formulaOf(compiler: FormulaCompiler, org: OrgModel, object: ObjectModel, field: FieldModel): CompiledFormula {
  let made = compiled.get(field);
  if (!made) compiled.set(field, (made = compiler.compile(field.formula as string, formulaScope(org, object, field))));
  return made;
}

/** A polymorphic step is written `Owner:User` in formulas. */
export function formulaTarget(hop: Hop, written: string): ObjectModel {
  const named = written.split(':')[1]?.toLowerCase();
  return hop.targets.find((target) => target.name.toLowerCase() === named) ?? (hop.targets[0] as ObjectModel);
}

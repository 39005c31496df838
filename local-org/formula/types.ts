/** The formula language: validation rules, formula fields, defaults, filters. */
import type { FieldType, ObjectModel, OrgModel, Position } from '../schema';

/** A formula value: text, number, boolean, null, or a date/datetime/time in the database's text forms. */
export type FormulaValue = string | number | boolean | null;
export type FormulaType = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'null';

/** What a compiled formula asks while it is evaluated. */
export interface FormulaContext {
  /** Value at a path such as `['Status__c']` or `['Customer__r', 'Name']` or `['$User', 'Id']`, `['$Permission', 'X']`, `['$CustomMetadata', 'T__mdt', 'Rec', 'F__c']`, `['$Label', 'L']`. */
  field(path: readonly string[]): FormulaValue;
  /** The same field before the change; the current value on insert (PRIORVALUE, ISCHANGED). */
  prior(path: readonly string[]): FormulaValue;
  readonly isNew: boolean;
  /** Milliseconds UTC: NOW(), TODAY(). */
  readonly now: number;
  /** IANA zone of the running user. */
  readonly timeZone: string;
}

export interface CompiledFormula {
  readonly source: string;
  readonly type: FormulaType;
  /** Every field path read, so that callers can fetch related values first. */
  readonly paths: readonly (readonly string[])[];
  evaluate(context: FormulaContext): FormulaValue;
}

export interface FormulaScope {
  readonly org: OrgModel;
  /** The object whose fields the formula names; absent for defaults of custom metadata. */
  readonly object?: ObjectModel;
  /** Where it stands, for errors. */
  readonly position?: Position;
  readonly use: 'formulaField' | 'validationRule' | 'default' | 'filter';
  /** Result wanted; a mismatch is a SourceError. */
  readonly wanted?: FormulaType;
  readonly blanks?: 'asZero' | 'asBlank';
  /** The result is a percent field's: formulas compute fractions, percent fields hold hundredths, so it is multiplied by 100. */
  readonly percent?: boolean;
  /** Name of the validation rule, for the error when it cannot be evaluated. */
  readonly name?: string;
}

/** A formula field as SQL over a row alias: fields of parents by correlated sub-selects, functions by user functions. */
export interface FormulaSql {
  /** SQL text; `column(path)` decides how each path is spelled. */
  readonly text: string;
}

export interface FormulaCompiler {
  /** Throws SourceError for syntax errors, unknown fields and functions, and type errors. */
  compile(source: string, scope: FormulaScope): CompiledFormula;
  /**
   * The same formula as SQL, for formula fields in SELECT, WHERE and ORDER BY. `column` spells a path as SQL; beside fields it is
   * asked for `['$Now']` (milliseconds UTC) and `['$TimeZone']` (IANA name, quoted) where the formula reads the clock.
   * A polymorphic parent comes as `Owner:User`. Booleans are 1 and 0.
   */
  toSql(source: string, scope: FormulaScope, column: (path: readonly string[]) => string): FormulaSql;
  /** SQL user functions that `toSql` relies on, to be registered once on each connection as they are: `db.function(f.name, f.call, f)`. Arity -1 takes any number. */
  readonly sqlFunctions: readonly { readonly name: string; readonly arity: number; readonly deterministic: boolean; call(...args: (string | number | bigint | null)[]): string | number | null }[];
  typeOf(fieldType: FieldType): FormulaType;
}

/** The compiler: formulas to closures, and to one SQL function call over the columns that they read. */
import Decimal from 'decimal.js';
import { NotModelledError, PlatformError } from '../schema';
import { Checker } from './language/checker';
import { Source } from './language/lexer';
import { parse } from './language/parser';
import type { CompiledFormula, FormulaContext, FormulaScope, FormulaType, FormulaValue } from './types';
import { FormulaFault, nameOf, type Env, type Val } from './values';

/** A compiled formula that reads its fields by slot: what both backends run. */
export interface Program {
  readonly source: string;
  readonly type: FormulaType;
  readonly paths: readonly (readonly string[])[];
  readonly usesClock: boolean;
  /** Functions used that ask for the record before the change. */
  readonly changes: ReadonlySet<string>;
  run(env: Env): FormulaValue;
}

/** Text results are cut here: https://help.salesforce.com/s/articleView?id=platform.formula_field_limits.htm */
const MAX_RESULT = 1300;
const EXPECTED: Readonly<Partial<Record<FormulaType, string>>> = { boolean: 'true or false', datetime: 'Date/Time' };

/** Parses, resolves and checks; throws SourceError for anything wrong. */
export function program(text: string, scope: FormulaScope): Program {
  const source = new Source(text, scope.position);
  const checker = new Checker(source, scope);
  const typed = checker.value(parse(source));
  const type = typed.kind as FormulaType;
  const { wanted } = scope;
  if (wanted !== undefined && wanted !== 'null' && type !== wanted && type !== 'null') {
    source.fail(`Formula result is data type (${nameOf(type)}), incompatible with expected data type (${EXPECTED[wanted] ?? nameOf(wanted)}).`, 0);
  }
  return {
    source: text, type, paths: checker.paths, usesClock: checker.usesClock, changes: checker.changes,
    run: (env) => {
      try {
        return outward(typed.run(env), scope);
      } catch (error) {
        if (error instanceof FormulaFault) return faulted(error, scope);
        throw error;
      }
    },
  };
}

function outward(value: Val, scope: FormulaScope): FormulaValue {
  if (value instanceof Decimal) {
    const number = (scope.percent ? value.times(100) : value).toNumber();
    if (!Number.isFinite(number)) throw new FormulaFault('Number is not valid');
    return number === 0 ? 0 : number;
  }
  if (value === null || value === '') return null;
  if (typeof value === 'string') return scope.use === 'formulaField' ? value.slice(0, MAX_RESULT) : value;
  return value as boolean;
}

/** #Error! reads as null everywhere but in a validation rule, which then refuses the save (verified on real orgs by others). */
function faulted(fault: FormulaFault, scope: FormulaScope): null {
  if (scope.use !== 'validationRule') return null;
  throw new PlatformError('FIELD_CUSTOM_VALIDATION_EXCEPTION', `Validation Formula "${scope.name ?? ''}" Invalid (${fault.message})`);
}

/** The formula as a function of a context. */
export function compile(text: string, scope: FormulaScope): CompiledFormula {
  const compiled = program(text, scope);
  const { paths } = compiled;
  const at = (index: number): readonly string[] => paths[index] as readonly string[];
  return {
    source: text, type: compiled.type, paths,
    evaluate: (context: FormulaContext) => compiled.run({
      read: (index) => context.field(at(index)), prior: (index) => context.prior(at(index)),
      isNew: context.isNew, now: context.now, timeZone: context.timeZone,
    }),
  };
}

export function refuseChanges(compiled: Program, scope: FormulaScope): void {
  for (const name of compiled.changes) throw new NotModelledError(`${name} in SQL`, scope.position);
}

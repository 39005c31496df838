/**
 * Formulas in SQL: one user function runs the same program that the evaluator runs, over the columns that the formula reads,
 * so the two cannot differ and a row costs one crossing from SQLite.
 */
import { program, refuseChanges, type Program } from './compiler';
import type { FormulaScope, FormulaSql } from './types';

type SqlValue = string | number | bigint | null;
const FUNCTION = 'fx_formula';

/** Programs by the number that SQL text names them by. */
const programs: Program[] = [];
const known = new WeakMap<object, Map<string, number>>();

/** The SQL call of a formula. Besides fields, `column` is asked for `$Now` (milliseconds UTC) and `$TimeZone` where the clock is read. */
export function toSql(source: string, scope: FormulaScope, column: (path: readonly string[]) => string): FormulaSql {
  const id = register(source, scope);
  const compiled = programs[id] as Program;
  const columns = [...(compiled.usesClock ? [['$Now'], ['$TimeZone']] : []), ...compiled.paths].map(column);
  return { text: `${FUNCTION}(${[id, ...columns].join(', ')})` };
}

function register(source: string, scope: FormulaScope): number {
  const ofOrg = known.get(scope.org) ?? new Map<string, number>();
  known.set(scope.org, ofOrg);
  const key = JSON.stringify([scope.object?.name, scope.use, scope.wanted, scope.blanks, scope.percent, source]);
  const existing = ofOrg.get(key);
  if (existing !== undefined) return existing;
  const compiled = program(source, scope);
  refuseChanges(compiled, scope);
  const id = programs.push(compiled) - 1;
  ofOrg.set(key, id);
  return id;
}

function call(...args: SqlValue[]): string | number | null {
  const [id, ...values] = args;
  const compiled = programs[Number(id)];
  if (!compiled) throw new Error(`No formula ${String(id)} was compiled in this process`);
  const [now, timeZone] = compiled.usesClock ? values.splice(0, 2) : [0, 'UTC'];
  const result = compiled.run({
    read: (index) => {
      const value = values[index] ?? null;
      return typeof value === 'bigint' ? Number(value) : value;
    },
    prior: () => { throw new Error('A formula field has no prior values'); },
    isNew: false, now: Number(now), timeZone: String(timeZone),
  });
  return typeof result === 'boolean' ? Number(result) : result;
}
// SQLite bindings register a function by its `length`; -1 takes any number of arguments.
Object.defineProperty(call, 'length', { value: -1 });

export const sqlFunctions = [{ name: FUNCTION, arity: -1, deterministic: true, call }] as const;

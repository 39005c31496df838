/** What one row of the table of functions is. */
import type { FormulaScope } from '../types';
import type { Env, Kind, Val } from '../values';

export type Use = FormulaScope['use'];

/** A typed, compiled expression. */
export interface Typed {
  readonly kind: Kind;
  readonly at: number;
  run(env: Env): Val;
  /** Present when the expression is a literal. */
  readonly literal?: Val;
  /** Present when the expression is a field read: its slot, and the name as written. */
  readonly slot?: number;
  readonly name?: string;
}

/** What a function that looks at its arguments' types may ask of the compiler. */
export interface Call {
  readonly name: string;
  readonly at: number;
  readonly args: readonly Typed[];
  fail(problem: string, at?: number): never;
  /** Refuses the argument unless it is of one of these types. */
  expect(arg: Typed, kinds: readonly Kind[]): void;
}

/**
 * A parameter is a type, several types joined by `|`, or `any` (text, number, boolean, date, datetime, time);
 * `?` after it makes it optional, `...` before it lets it repeat.
 */
export interface FormulaFunction {
  readonly name: string;
  readonly params: readonly string[];
  /** Type of the result: fixed, or of the argument with that index. */
  readonly result: Kind | number;
  /** Where the platform accepts it; everywhere when absent. */
  readonly uses?: readonly Use[];
  /** A blank argument does not make the result blank: the function sees it as null. */
  readonly blanks?: true;
  /** Reads the clock or the time zone. */
  readonly clock?: true;
  /** Computes from evaluated arguments. */
  readonly run?: (args: readonly Val[], env: Env) => Val;
  /** Compiles the call itself: lazy arguments, or types that hang on each other. */
  readonly build?: (call: Call) => { readonly kind: Kind; run(env: Env): Val };
  /** Name of the documentation page: platform.customize_functions_<page>. */
  readonly page: string;
}

export const ANY: readonly Kind[] = ['text', 'number', 'boolean', 'date', 'datetime', 'time', 'null'];

/** The one type several branches share; null fits every type. */
export function common(call: Call, branches: readonly Typed[]): Kind {
  let kind: Kind = 'null';
  for (const branch of branches) {
    call.expect(branch, kind === 'null' ? ANY : [kind, 'null']);
    if (kind === 'null') kind = branch.kind;
  }
  return kind;
}

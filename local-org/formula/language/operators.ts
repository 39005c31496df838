/** The table of operators: which types they take, what they give. https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm, section Operators */
import * as dates from '../dates';
import { compare, equal } from '../equality';
import { power } from '../functions/number';
import { checked, FormulaFault, isBlank, nameOf, Num, num, text, type Kind, type Val } from '../values';
import type { Typed } from '../functions/entry';

/** Types of the two sides to the type of the result and its computation; a blank side makes the result blank. */
interface Row { readonly left: Kind; readonly right: Kind; readonly result: Kind; run(left: Val, right: Val): Val; }
type Compiled = Pick<Typed, 'kind' | 'run'>;
/** Fails with a problem at the operator. */
type Fail = (problem: string) => never;

const days = (value: Val): number => num(value).toNumber();
const numeric = (run: (left: Num, right: Num) => Num): Row => ({ left: 'number', right: 'number', result: 'number', run: (a, b) => checked(run(num(a), num(b))) });
const gap = (kind: Kind, unit: number): Row => ({ left: kind, right: kind, result: 'number', run: (a, b) => new Num(dates.milliseconds(text(a)) - dates.milliseconds(text(b))).div(unit) });

/** Dates move by days, datetimes by days and fractions, times by milliseconds. */
function shifts(sign: 1 | -1): Row[] {
  return [
    { left: 'date', right: 'number', result: 'date', run: (a, b) => dates.addDays(text(a), sign * days(b)) },
    { left: 'datetime', right: 'number', result: 'datetime', run: (a, b) => dates.dateTimeOf(dates.milliseconds(text(a)) + sign * days(b) * dates.DAY) },
    { left: 'time', right: 'number', result: 'time', run: (a, b) => dates.timeOf(dates.milliseconds(text(a)) + sign * days(b)) },
  ];
}
const swapped = (row: Row): Row => ({ left: row.right, right: row.left, result: row.result, run: (a, b) => row.run(b, a) });

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  '+': [numeric((a, b) => a.plus(b)), ...shifts(1), ...shifts(1).map(swapped)],
  '-': [numeric((a, b) => a.minus(b)), ...shifts(-1), gap('date', dates.DAY), gap('datetime', dates.DAY), gap('time', 1)],
  '*': [numeric((a, b) => a.times(b))],
  '/': [numeric((a, b) => { if (b.isZero()) throw new FormulaFault('Division by zero'); return a.div(b); })],
  '^': [numeric(power)],
};
const ORDERED: readonly Kind[] = ['number', 'date', 'datetime', 'time', 'text'];
const ORDER: Readonly<Record<string, (order: number) => boolean>> = { '<': (n) => n < 0, '>': (n) => n > 0, '<=': (n) => n <= 0, '>=': (n) => n >= 0 };

export function binary(operator: string, left: Typed, right: Typed, fail: Fail): Compiled {
  if (operator === '&&' || operator === '||') return logical(operator, left, right, fail);
  if (operator === '&' || (operator === '+' && [left.kind, right.kind].includes('text'))) return concatenation(operator, left, right, fail);
  if (operator === '=' || operator === '<>') return equality(operator, left, right, fail);
  if (operator in ORDER) return order(operator, left, right, fail);
  const rows = ROWS[operator] ?? fail(`Syntax error. Found '${operator}'`);
  const row = rows.find((each) => fits(left.kind, each.left) && fits(right.kind, each.right));
  if (!row) return mismatch(operator, rows, left, right, fail);
  return {
    kind: row.result,
    run: (env) => {
      const [a, b] = [left.run(env), right.run(env)];
      return a === null || b === null || a === '' || b === '' ? null : row.run(a, b);
    },
  };
}

const fits = (kind: Kind, wanted: Kind): boolean => kind === wanted || kind === 'null';

function mismatch(operator: string, rows: readonly Row[], left: Typed, right: Typed, fail: Fail): never {
  const side = rows.some((row) => fits(left.kind, row.left)) ? right : left;
  const candidates = side === right ? rows.filter((row) => fits(left.kind, row.left)).map((row) => row.right) : rows.map((row) => row.left);
  return fail(incorrect(operator, candidates, side.kind));
}

export const incorrect = (operator: string, expected: readonly Kind[], received: Kind): string =>
  `Incorrect parameter type for operator '${operator}'. Expected ${[...new Set(expected)].map(nameOf).join(', ')}, received ${nameOf(received)}`;

function logical(operator: string, left: Typed, right: Typed, fail: Fail): Compiled {
  for (const side of [left, right]) if (!fits(side.kind, 'boolean')) fail(incorrect(operator, ['boolean'], side.kind));
  return { kind: 'boolean', run: operator === '&&' ? (env) => left.run(env) === true && right.run(env) === true : (env) => left.run(env) === true || right.run(env) === true };
}

function concatenation(operator: string, left: Typed, right: Typed, fail: Fail): Compiled {
  for (const side of [left, right]) if (!fits(side.kind, 'text')) fail(incorrect(operator, ['text'], side.kind));
  return { kind: 'text', run: (env) => text(left.run(env)) + text(right.run(env)) };
}

/** Blank text equals ''. A blank of another type is neither equal nor unequal to a value; the literal NULL asks whether it is blank. */
function equality(operator: string, left: Typed, right: Typed, fail: Fail): Compiled {
  const same = operator === '=';
  if (left.kind === 'null' || right.kind === 'null') return { kind: 'boolean', run: (env) => (isBlank(left.run(env)) && isBlank(right.run(env))) === same };
  if (left.kind !== right.kind) fail(incorrect(operator, [left.kind], right.kind));
  if (left.kind === 'text') return { kind: 'boolean', run: (env) => (text(left.run(env)) === text(right.run(env))) === same };
  return {
    kind: 'boolean',
    run: (env) => {
      const [a, b] = [left.run(env), right.run(env)];
      return a !== null && b !== null && equal(a, b) === same;
    },
  };
}

function order(operator: string, left: Typed, right: Typed, fail: Fail): Compiled {
  for (const side of [left, right]) if (side.kind !== 'null' && !ORDERED.includes(side.kind)) fail(incorrect(operator, ['number', 'date', 'datetime'], side.kind));
  if (left.kind !== 'null' && right.kind !== 'null' && left.kind !== right.kind) fail(incorrect(operator, [left.kind], right.kind));
  const holds = ORDER[operator] as (order: number) => boolean;
  return {
    kind: 'boolean',
    run: (env) => {
      const [a, b] = [left.run(env), right.run(env)];
      return !isBlank(a) && !isBlank(b) && holds(compare(a, b));
    },
  };
}

export function unary(operator: string, operand: Typed, fail: Fail): Compiled {
  const wanted: Kind = operator === '!' ? 'boolean' : 'number';
  if (!fits(operand.kind, wanted)) fail(incorrect(operator, [wanted], operand.kind));
  if (operator === '!') return { kind: 'boolean', run: (env) => operand.run(env) !== true };
  return { kind: 'number', run: (env) => { const value = operand.run(env); return value === null || operator === '+' ? value : num(value).neg(); } };
}

/** Comparison operators. A comparison with null is false (Apex Developer Guide, "Expression Operators"). */
import type { ApexValue, Execution } from '../types';
import { ApexDate, ApexDatetime, ApexTime, equalsApex, isIdText, numeric, to18 } from '../values';

export const less = (a: ApexValue, b: ApexValue): boolean => a !== null && b !== null && a < b;
export const greater = (a: ApexValue, b: ApexValue): boolean => a !== null && b !== null && a > b;
export const lessOrEqual = (a: ApexValue, b: ApexValue): boolean => a !== null && b !== null && a <= b;
export const greaterOrEqual = (a: ApexValue, b: ApexValue): boolean => a !== null && b !== null && a >= b;

function order(a: ApexValue, b: ApexValue): number | undefined {
  if (a === null || b === null) return undefined;
  const [left, right] = [numeric(a), numeric(b)];
  if (left && right) return left.compare(right);
  const [x, y] = [Number(left ? left.toNumber() : a.v), Number(right ? right.toNumber() : b.v)];
  return x < y ? -1 : x > y ? 1 : x === y ? 0 : undefined;
}
export const lessNumber = (a: ApexValue, b: ApexValue): boolean => (order(a, b) ?? 0) < 0;
export const greaterNumber = (a: ApexValue, b: ApexValue): boolean => (order(a, b) ?? 0) > 0;
export const lessOrEqualNumber = (a: ApexValue, b: ApexValue): boolean => (order(a, b) ?? 1) <= 0;
export const greaterOrEqualNumber = (a: ApexValue, b: ApexValue): boolean => (order(a, b) ?? -1) >= 0;
export const equalNumber = (a: ApexValue, b: ApexValue): boolean => a === b || order(a, b) === 0;

/** In the order of the user's language; text is greater than null. */
const collator = new Intl.Collator('en-US');
function orderText(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  return b === null ? 1 : collator.compare(a, b);
}
export const lessText = (a: string | null, b: string | null): boolean => orderText(a, b) < 0;
export const greaterText = (a: string | null, b: string | null): boolean => orderText(a, b) > 0;
export const lessOrEqualText = (a: string | null, b: string | null): boolean => orderText(a, b) <= 0;
export const greaterOrEqualText = (a: string | null, b: string | null): boolean => orderText(a, b) >= 0;

const moment = (value: ApexDate | ApexDatetime | ApexTime): number => (value instanceof ApexDate ? value.days : value.ms);
type Temporal = ApexDate | ApexDatetime | ApexTime | null;
export const lessTemporal = (a: Temporal, b: Temporal): boolean => a !== null && b !== null && moment(a) < moment(b);
export const greaterTemporal = (a: Temporal, b: Temporal): boolean => a !== null && b !== null && moment(a) > moment(b);
export const lessOrEqualTemporal = (a: Temporal, b: Temporal): boolean => a !== null && b !== null && moment(a) <= moment(b);
export const greaterOrEqualTemporal = (a: Temporal, b: Temporal): boolean => a !== null && b !== null && moment(a) >= moment(b);

/** `==` on Strings takes no notice of case. */
export function equalText(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && a.length === b.length && a.toLowerCase() === b.toLowerCase());
}
/** `==` on an Id and a String: 15 and 18 characters are alike. */
export function equalId(_x: Execution, a: string | null, b: string | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return isIdText(a) && isIdText(b) ? to18(a) === to18(b) : equalText(a, b);
}
/** `==` on all else: records and collections by value, objects by their `equals`. */
export const equal = (_x: Execution, a: ApexValue, b: ApexValue): boolean => equalsApex(a, b);
/** `===` on values that have no place of their own. */
export const identical = (_x: Execution, a: ApexValue, b: ApexValue): boolean => a === b || (typeof a !== 'string' && equalsApex(a, b));

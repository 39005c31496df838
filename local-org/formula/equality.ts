/** Equality and order of formula values of one type. */
import Decimal from 'decimal.js';
import { settle, type Num, type Val } from './values';

/** Both values are of one type and neither is blank. Text compares by case. */
export function equal(left: Val, right: Val): boolean {
  return left instanceof Decimal ? (settle(left) as Num).equals(settle(right) as Num) : left === right;
}

/** Negative, zero or positive. Dates and times sort as their text forms. */
export function compare(left: Val, right: Val): number {
  if (left instanceof Decimal) return (settle(left) as Num).comparedTo(settle(right) as Num);
  return (left as string) < (right as string) ? -1 : left === right ? 0 : 1;
}

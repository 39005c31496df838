/** Arithmetic on Long, Double and Decimal, Integer division, conversions between number types. Integer operators are JS's own in generated code. */
import type { ApexValue, Execution } from '../types';
import { ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexException, ApexTime, DAY, idOf, ApexList } from '../values';

export const double = (value: number): ApexDouble => new ApexDouble(value);
export const decimal = (text: string): ApexDecimal => ApexDecimal.fromString(text);

export function divideInteger(_x: Execution, a: number, b: number): number {
  if (b === 0) throw new ApexException('MathException', 'Divide by 0');
  return (a / b) | 0;
}
export function divideLong(_x: Execution, a: bigint, b: bigint): bigint {
  if (b === 0n) throw new ApexException('MathException', 'Divide by 0');
  return BigInt.asIntN(64, a / b);
}

export const addDouble = (_x: Execution, a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(a.v + b.v);
export const subtractDouble = (_x: Execution, a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(a.v - b.v);
export const multiplyDouble = (_x: Execution, a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(a.v * b.v);
export function divideDouble(_x: Execution, a: ApexDouble, b: ApexDouble): ApexDouble {
  if (b.v === 0) throw new ApexException('MathException', 'Divide by 0');
  return new ApexDouble(a.v / b.v);
}
export const addDecimal = (_x: Execution, a: ApexDecimal, b: ApexDecimal): ApexDecimal => a.add(b);
export const subtractDecimal = (_x: Execution, a: ApexDecimal, b: ApexDecimal): ApexDecimal => a.subtract(b);
export const multiplyDecimal = (_x: Execution, a: ApexDecimal, b: ApexDecimal): ApexDecimal => a.multiply(b);
export const divideDecimal = (_x: Execution, a: ApexDecimal, b: ApexDecimal): ApexDecimal => a.divide(b);

export const negate = (value: ApexDouble | ApexDecimal): ApexDouble | ApexDecimal => (value instanceof ApexDouble ? new ApexDouble(-value.v) : value.negate());

export const toLong = (value: number | null): bigint | null => (value === null ? null : BigInt(value));
export function toDouble(value: ApexValue): ApexDouble | null {
  if (value === null || value instanceof ApexDouble) return value;
  return new ApexDouble(value instanceof ApexDecimal ? value.toNumber() : Number(value));
}
export function toDecimal(value: ApexValue): ApexDecimal | null {
  if (value === null || value instanceof ApexDecimal) return value;
  return value instanceof ApexDouble ? ApexDecimal.fromNumber(value.v) : ApexDecimal.of(value as number | bigint);
}

/** Casts that lose digits: fractions are cut, whole numbers wrap. */
export function narrowLong(_x: Execution, value: ApexValue): bigint | null {
  if (value === null || typeof value === 'bigint') return value;
  if (typeof value === 'number') return BigInt(value);
  return BigInt.asIntN(64, value instanceof ApexDouble ? BigInt(Math.trunc(value.v)) : (value as ApexDecimal).truncated());
}
export function narrowInteger(x: Execution, value: ApexValue): number | null {
  const long = narrowLong(x, value);
  return long === null ? null : Number(BigInt.asIntN(32, long));
}
export const narrowDouble = (_x: Execution, value: ApexValue): ApexDouble | null => toDouble(value);
export const narrowDecimal = (_x: Execution, value: ApexValue): ApexDecimal | null => toDecimal(value);

/** A Datetime plus a number adds days, fractions included; a Date adds days; a Time adds milliseconds. */
const days = (value: ApexValue): number => (typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : value instanceof ApexDouble ? value.v : (value as ApexDecimal).toNumber());
export const datePlus = (date: ApexDate, value: ApexValue): ApexDate => date.addDays(days(value));
export const dateMinus = (date: ApexDate, value: ApexValue): ApexDate => date.addDays(-days(value));
export const datetimePlus = (datetime: ApexDatetime, value: ApexValue): ApexDatetime => new ApexDatetime(datetime.ms + Math.round(days(value) * DAY));
export const datetimeMinus = (datetime: ApexDatetime, value: ApexValue): ApexDatetime => new ApexDatetime(datetime.ms - Math.round(days(value) * DAY));
export const timePlus = (time: ApexTime, value: ApexValue): ApexTime => new ApexTime(time.ms + days(value));
export const timeMinus = (time: ApexTime, value: ApexValue): ApexTime => new ApexTime(time.ms - days(value));

export const toId = (_x: Execution, value: string | null): string | null => idOf(value);
export const toIdList = (_x: Execution, list: ApexList | null): ApexList | null => list && new ApexList(list.items.map((each: string | null) => idOf(each)), 'Id');
/** A Date as the Datetime of its midnight in UTC. */
export const toDatetime = (_x: Execution, value: ApexDate | null): ApexDatetime | null => value && new ApexDatetime(value.days * DAY);

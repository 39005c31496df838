/** Values and types while a formula runs, and the two ways a formula can fail then. */
import Decimal from 'decimal.js';
import type { FormulaType } from './types';

/** The platform computes with 39 to 40 significant digits and rounds half away from zero. */
export const Num = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 });
export type Num = Decimal;

/** Static types: those of results, and those that only certain functions take. */
export type Kind = FormulaType | 'picklist' | 'multipicklist' | 'location';
export interface Place { readonly latitude: Num; readonly longitude: Num; }
/** Dates, datetimes and times are the database's text forms, which sort as text. Blank text is null or ''. */
export type Val = string | boolean | Num | Place | null;

/** What a running formula reads. */
export interface Env {
  /** Value of field slot `index` now or before the change. */
  read(index: number): string | number | boolean | null;
  prior(index: number): string | number | boolean | null;
  readonly isNew: boolean;
  readonly now: number;
  readonly timeZone: string;
}

/** #Error! : null as a formula field, a refused save as a validation rule. */
export class FormulaFault extends Error {}

const NAMES: Readonly<Record<Kind, string>> = {
  text: 'Text', number: 'Number', boolean: 'Boolean', date: 'Date', datetime: 'DateTime', time: 'Time', null: 'Null', picklist: 'Picklist', multipicklist: 'Multipicklist', location: 'Location',
};
/** A type in the words of the platform's messages. */
export const nameOf = (kind: Kind): string => NAMES[kind];

export const isBlank = (value: Val): boolean => value === null || value === '';
export const text = (value: Val | undefined): string => (value === null || value === undefined ? '' : String(value));
export const num = (value: Val | undefined): Num => value as Num;

/** Functions and comparisons see 32 decimal places, so that `1/9*9` is 1. */
export const settle = (value: Val): Val => (value instanceof Decimal && value.decimalPlaces() > 32 ? value.toDecimalPlaces(32) : value);

/** A number as TEXT() and `&` spell it: plain notation, no trailing zeros, no zero before the point (verified on real orgs by others). */
export function plain(value: Num): string {
  return value.toFixed().replace(/^(-?)0\./, '$1.');
}

/** Beyond any double, and still cheap to spell out. */
const MAX_EXPONENT = 400;
/** The result of one function or operator; a number that is none, or is out of reach, is #Error!. */
export function checked(value: Num): Num {
  if (!value.isFinite() || Math.abs(value.e) > MAX_EXPONENT) throw new FormulaFault('Number is not valid');
  return value;
}

/** Dates, datetimes and times in the database's text forms. */
import { FormulaFault } from './values';

export const DAY = 86_400_000;
const pad = (value: number, length: number): string => String(value).padStart(length, '0');

export const dateOf = (milliseconds: number): string => {
  const date = new Date(Math.floor(milliseconds / DAY) * DAY);
  if (Number.isNaN(date.getTime())) throw new FormulaFault('Date is not valid');
  return makeDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
};

/** Years 1 to 9999; a day that the month does not have is #Error!. */
export function makeDate(year: number, month: number, day: number): string {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (!(year >= 1 && year <= 9999) || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) throw new FormulaFault('Date is not valid');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function parseDate(value: string): string {
  const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(value);
  if (!match) throw new FormulaFault('Date is not valid');
  return makeDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Milliseconds of a date, datetime (both UTC) or time of day. */
export function milliseconds(value: string): number {
  const result = /^\d\d:/.test(value) ? Date.parse(`1970-01-01T${value}`) : Date.parse(value);
  if (Number.isNaN(result)) throw new FormulaFault('Date is not valid');
  return result;
}

export function dateTimeOf(epoch: number): string {
  const date = new Date(Math.round(epoch));
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999) throw new FormulaFault('Date/Time is not valid');
  return date.toISOString();
}

/** Text is taken as GMT, as DATETIMEVALUE documents. */
export function parseDateTime(value: string): string {
  const match = /^\s*(\d{4}-\d{1,2}-\d{1,2})(?:[ T](\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,3}))?)?Z?\s*$/.exec(value);
  if (!match) throw new FormulaFault('Date/Time is not valid');
  return `${parseDate(match[1] as string)}T${clock(match[2] ?? '0', match[3] ?? '0', match[4] ?? '0', match[5] ?? '0')}`;
}

export function parseTime(value: string): string {
  const match = /^\s*(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,3}))?Z?\s*$/.exec(value);
  if (!match) throw new FormulaFault('Time is not valid');
  return clock(match[1] as string, match[2] as string, match[3] as string, match[4] ?? '0');
}

function clock(hour: string, minute: string, second: string, fraction: string): string {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) throw new FormulaFault('Time is not valid');
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}:${second.padStart(2, '0')}.${fraction.padEnd(3, '0')}Z`;
}

/** Time of day; what passes midnight wraps. */
export const timeOf = (value: number): string => new Date((((Math.round(value) % DAY) + DAY) % DAY)).toISOString().slice(11);

export function addDays(date: string, days: number): string { return dateOf(milliseconds(date) + Math.trunc(days) * DAY); }

/** The last day of a month stays the last day; a day the month lacks becomes its last. https://help.salesforce.com/s/articleView?id=platform.customize_functions_addmonths.htm */
export function addMonths(value: string, months: number): string {
  const [year, month, day] = value.slice(0, 10).split('-').map(Number) as [number, number, number];
  const total = year * 12 + month - 1 + Math.trunc(months);
  const [newYear, newMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  const last = daysIn(newYear, newMonth);
  return makeDate(newYear, newMonth, day === daysIn(year, month) ? last : Math.min(day, last)) + value.slice(10);
}

const daysIn = (year: number, month: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
};

const formats = new Map<string, Intl.DateTimeFormat>();
/** The calendar day of an instant in a zone. */
export function dayInZone(epoch: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric', era: 'short' });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(new Date(epoch)).map((part) => [part.type, part.value]));
  return makeDate(Number(parts['year']), Number(parts['month']), Number(parts['day']));
}

/** Day of the year, ISO week and year, and weekday (1 is Sunday) of a date. */
export function calendar(date: string): { dayOfYear: number; isoWeek: number; isoYear: number; weekday: number } {
  const at = milliseconds(date);
  const startOf = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1);
  const weekday = new Date(at).getUTCDay();
  const thursday = at + (4 - (weekday || 7)) * DAY;
  const isoYear = new Date(thursday).getUTCFullYear();
  return { dayOfYear: (at - startOf(Number(date.slice(0, 4)))) / DAY + 1, isoWeek: Math.floor((thursday - startOf(isoYear)) / DAY / 7) + 1, isoYear, weekday: weekday + 1 };
}

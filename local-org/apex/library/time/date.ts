/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_date.htm */
import type { ApexValue, Execution, PlatformClass } from '../../runtime/types';
import { ApexDate, ApexDatetime, ApexException, daysInMonth, DAY, offsetAt, required } from '../../runtime/values';
import { readLocalDate, shortDate } from './format';

/** The calendar day of an instant in the running user's zone. */
export function dayOf(x: Execution, ms: number): ApexDate {
  return new ApexDate(Math.floor((ms + offsetAt(ms, x.services.timeZone)) / DAY));
}
/** `YYYY-MM-DD`, also with a time behind it, and JSON's forms. */
function valueOf(x: Execution, value: ApexValue): ApexDate {
  if (required(value) instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return dayOf(x, value.ms);
  if (typeof value === 'string') return ApexDate.parse(value.trim());
  throw new ApexException('TypeException', `Invalid date: ${String(value)}`);
}
/** Days since the week began: on Sunday in the United States, on Monday where the locale says so. */
function toStartOfWeek(x: Execution, date: ApexDate): ApexDate {
  const locale = new Intl.Locale(x.services.locale.replace(/_/g, '-')) as Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
  const first = (locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 7 }).firstDay % 7;
  const weekday = (((date.days + 4) % 7) + 7) % 7;
  return date.addDays(-((weekday - first + 7) % 7));
}

export const DATE: PlatformClass = {
  name: 'Date',
  members: {
    'static Integer daysInMonth(Integer year, Integer month)': (_x, year: number, month: number) => daysInMonth(year, month),
    'static Boolean isLeapYear(Integer year)': (_x, year: number) => daysInMonth(year, 2) === 29,
    'static Date newInstance(Integer year, Integer month, Integer day)': (_x, year: number, month: number, day: number) => ApexDate.of(required(year), required(month), required(day)),
    'static Date parse(String text)': (x, text: string) => readLocalDate(required(text), x.services.locale),
    'static Date today()': (x) => dayOf(x, x.services.now()),
    'static Date valueOf(String text)': (x, text: string) => valueOf(x, text),
    'static Date valueOf(Object value)': (x, value) => valueOf(x, value),
    'Date addDays(Integer days)': (_x, date: ApexDate, days: number) => date.addDays(required(days)),
    'Date addMonths(Integer months)': (_x, date: ApexDate, months: number) => date.addMonths(required(months)),
    'Date addYears(Integer years)': (_x, date: ApexDate, years: number) => date.addMonths(required(years) * 12),
    'Integer day()': (_x, date: ApexDate) => date.day,
    'Integer dayOfYear()': (_x, date: ApexDate) => date.days - ApexDate.of(date.year, 1, 1).days + 1,
    'Integer daysBetween(Date other)': (_x, date: ApexDate, other: ApexDate) => required(other).days - date.days,
    'String format()': (x, date: ApexDate) => shortDate(date, x.services.locale),
    'Boolean isSameDay(Date other)': (_x, date: ApexDate, other: ApexDate) => date.days === required(other).days,
    'Integer month()': (_x, date: ApexDate) => date.month,
    'Integer monthsBetween(Date other)': (_x, date: ApexDate, other: ApexDate) => (required(other).year - date.year) * 12 + other.month - date.month,
    'Date toStartOfMonth()': (_x, date: ApexDate) => ApexDate.of(date.year, date.month, 1),
    'Date toStartOfWeek()': (x, date: ApexDate) => toStartOfWeek(x, date),
    'Integer year()': (_x, date: ApexDate) => date.year,
  },
};

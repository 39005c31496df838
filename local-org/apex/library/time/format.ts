/** Dates for people: java.text.SimpleDateFormat patterns, and short forms by locale. */
import { NotModelledError } from '../../../schema';
import { ApexDate, ApexDatetime, ApexException, DAY, daysInMonth, daysOf, instantOf, offsetAt, wallAt, type Wall } from '../../runtime/values';

const tag = (locale: string): string => locale.replace(/_/g, '-');
const pad = (value: number, width: number): string => String(value).padStart(width, '0');

interface Moment { readonly wall: Wall; readonly ms: number; readonly zone: string; readonly locale: string; }
const dayNumber = (at: Moment): number => daysOf(at.wall.year, at.wall.month, at.wall.day);
const weekday = (at: Moment): number => (((dayNumber(at) + 4) % 7) + 7) % 7;
/** A name in the user's language: month, day, half of the day. */
function named(at: Moment, options: Intl.DateTimeFormatOptions, part: string): string {
  const utc = dayNumber(at) * DAY + at.wall.hour * 3_600_000;
  return new Intl.DateTimeFormat(tag(at.locale), { timeZone: 'UTC', ...options }).formatToParts(utc).find((each) => each.type === part)?.value ?? '';
}
function offsetText(at: Moment, separator: string): string {
  const minutes = Math.round(offsetAt(at.ms, at.zone) / 60_000);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60), 2)}${separator}${pad(Math.abs(minutes) % 60, 2)}`;
}
const zoneName = (at: Moment, style: 'short' | 'long'): string => (at.zone === 'UTC' || at.zone === 'GMT' ? (style === 'short' ? 'GMT' : 'Greenwich Mean Time') : new Intl.DateTimeFormat(tag(at.locale), { timeZone: at.zone, timeZoneName: style }).formatToParts(at.ms).find((part) => part.type === 'timeZoneName')?.value ?? at.zone);

/** https://docs.oracle.com/javase/8/docs/api/java/text/SimpleDateFormat.html */
const LETTERS: Readonly<Record<string, (at: Moment, width: number) => string>> = {
  G: () => 'AD',
  y: (at, width) => (width === 2 ? pad(at.wall.year % 100, 2) : pad(at.wall.year, width)),
  M: (at, width) => (width >= 4 ? named(at, { month: 'long' }, 'month') : width === 3 ? named(at, { month: 'short' }, 'month') : pad(at.wall.month, width)),
  d: (at, width) => pad(at.wall.day, width),
  D: (at, width) => pad(dayNumber(at) - daysOf(at.wall.year, 1, 1) + 1, width),
  E: (at, width) => named(at, { weekday: width >= 4 ? 'long' : 'short' }, 'weekday'),
  u: (at, width) => pad(weekday(at) || 7, width),
  a: (at) => (at.wall.hour < 12 ? 'AM' : 'PM'),
  H: (at, width) => pad(at.wall.hour, width),
  k: (at, width) => pad(at.wall.hour || 24, width),
  K: (at, width) => pad(at.wall.hour % 12, width),
  h: (at, width) => pad(at.wall.hour % 12 || 12, width),
  m: (at, width) => pad(at.wall.minute, width),
  s: (at, width) => pad(at.wall.second, width),
  S: (at, width) => pad(at.wall.millisecond, width),
  z: (at, width) => zoneName(at, width >= 4 ? 'long' : 'short'),
  Z: (at) => offsetText(at, ''),
  X: (at, width) => (offsetAt(at.ms, at.zone) === 0 ? 'Z' : width === 1 ? offsetText(at, '').slice(0, 3) : offsetText(at, width === 2 ? '' : ':')),
  F: (at, width) => pad(Math.ceil(at.wall.day / 7), width),
  w: (at, width) => pad(Math.floor((dayNumber(at) - daysOf(at.wall.year, 1, 1) + ((((daysOf(at.wall.year, 1, 1) + 4) % 7) + 7) % 7)) / 7) + 1, width),
  W: (at, width) => pad(Math.floor((at.wall.day - 1 + ((((daysOf(at.wall.year, at.wall.month, 1) + 4) % 7) + 7) % 7)) / 7) + 1, width),
};

export function formatPattern(value: ApexDatetime, pattern: string, zone: string, locale: string): string {
  const at: Moment = { wall: wallAt(value.ms, zone), ms: value.ms, zone, locale };
  return pattern.replace(/'((?:[^']|'')*)'|([a-zA-Z])\2*/g, (run, quoted: string | undefined, letter: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replace(/''/g, "'");
    const write = LETTERS[letter as string];
    if (!write) {
      if (letter === 'L' || letter === 'Y') throw new NotModelledError(`the letter ${letter} in date formats`);
      throw new ApexException('IllegalArgumentException', `Illegal pattern character '${letter}'`);
    }
    return write(at, run.length);
  });
}

const SHORT: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric' };
const tidy = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');
export function shortDate(date: ApexDate, locale: string): string {
  return tidy(new Intl.DateTimeFormat(tag(locale), { ...SHORT, timeZone: 'UTC' }).format(date.days * DAY));
}
export function shortDatetime(value: ApexDatetime, locale: string, zone: string): string {
  return tidy(new Intl.DateTimeFormat(tag(locale), { ...SHORT, hour: 'numeric', minute: '2-digit', timeZone: zone }).format(value.ms));
}

/** Order of day, month and year in the locale's short form. */
function order(locale: string): string[] {
  return new Intl.DateTimeFormat(tag(locale), { ...SHORT, timeZone: 'UTC' }).formatToParts(0).map((part) => part.type).filter((type) => type === 'day' || type === 'month' || type === 'year');
}
export function readLocalDate(text: string, locale: string): ApexDate {
  const numbers = /^\s*(\d+)\D+(\d+)\D+(\d+)\D*$/.exec(text)?.slice(1).map(Number);
  if (!numbers) throw new ApexException('TypeException', `Invalid date: ${text}`);
  const parts = Object.fromEntries(order(locale).map((type, index) => [type, numbers[index] as number])) as { day: number; month: number; year: number };
  const year = parts.year < 100 ? 2000 + parts.year : parts.year;
  if (parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > daysInMonth(year, parts.month)) throw new ApexException('TypeException', `Invalid date: ${text}`);
  return ApexDate.of(year, parts.month, parts.day);
}
export function readLocalDatetime(text: string, locale: string, zone: string): ApexDatetime {
  const match = /^(.*?\d{2,4}\D*?)[, ]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(AM|PM)?\s*$/i.exec(text);
  if (!match) throw new ApexException('TypeException', `Invalid date/time: ${text}`);
  const [, day = '', hourText, minute, second, half] = match;
  const hour = half ? (Number(hourText) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0) : Number(hourText);
  return new ApexDatetime(instantOf(readLocalDate(day, locale).days * DAY + ((hour * 60 + Number(minute)) * 60 + Number(second ?? 0)) * 1000, zone));
}

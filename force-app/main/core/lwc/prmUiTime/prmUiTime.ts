import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import daysHours from '@salesforce/label/c.PRM_UI_Days_Hours';
import hoursMinutes from '@salesforce/label/c.PRM_UI_Hours_Minutes';
import minutesOnly from '@salesforce/label/c.PRM_UI_Minutes';
import moments from '@salesforce/label/c.PRM_UI_Moments';
import { fill } from 'c/prmUiText';

/** Stage of a time span; `over` once the moment has come. */
export type Phase = 'neutral' | 'warning' | 'error' | 'over';

export interface Duration {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

const MINUTE_MS = 60_000;
const WARNING_SHARE = 0.5;
const ERROR_SHARE = 0.9;

/** Milliseconds of an ISO text or number; undefined for nothing and for what is no moment. */
export function toMillis(moment: string | number | null | undefined): number | undefined {
  if (moment === null || moment === undefined || moment === '') return undefined;
  const millis = typeof moment === 'number' ? moment : Date.parse(moment);
  return Number.isNaN(millis) ? undefined : millis;
}

/** Whole days, hours and minutes of a span; nothing for one that is over. */
export function durationOf(millis: number): Duration {
  const minutes = Math.max(0, Math.floor(millis / MINUTE_MS));
  return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
}

/** Half of the time gone is a warning, nine tenths an error. Without a start there is no share, so only `over`. */
export function phaseOf(start: number | undefined, due: number, now: number): Phase {
  if (now >= due) return 'over';
  if (start === undefined || start >= due) return 'neutral';
  const gone = (now - start) / (due - start);
  if (gone >= ERROR_SHARE) return 'error';
  return gone >= WARNING_SHARE ? 'warning' : 'neutral';
}

/** "2 h 10 min", "3 d 4 h", "12 min", "less than 1 min". */
export function spanText(millis: number): string {
  const { days, hours, minutes } = durationOf(millis);
  if (days > 0) return fill(daysHours, days, hours);
  if (hours > 0) return fill(hoursMinutes, hours, minutes);
  return minutes > 0 ? fill(minutesOnly, minutes) : moments;
}

/** Day and time in the user's language and time zone, the zone named. */
export function exactMoment(millis: number): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(millis);
}

/** A calendar day as the server writes it (2026-11-22) in the user's language; no time zone may move it. */
export function dayText(day: string | null | undefined): string {
  const millis = toMillis(day);
  return millis === undefined ? '' : new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(millis);
}

/** A moment of the server as a day and time without seconds; empty for nothing. */
export function momentText(moment: string | number | null | undefined): string {
  const millis = toMillis(moment);
  return millis === undefined ? '' : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(millis);
}

/** YYYY-MM-DD of today where the user is. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

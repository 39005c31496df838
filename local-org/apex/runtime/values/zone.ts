/** Wall-clock time in IANA zones. */
import { ApexDatetime, DAY, daysOf } from './dates';

export interface Wall { readonly year: number; readonly month: number; readonly day: number; readonly hour: number; readonly minute: number; readonly second: number; readonly millisecond: number; }

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
    formats.set(zone, format);
  }
  return format;
}

/** What a clock on the wall shows at this instant. */
export function wallAt(ms: number, zone: string): Wall {
  const offset = offsetAt(ms, zone);
  const date = new Date(ms + offset);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(), millisecond: date.getUTCMilliseconds() };
}

/** Milliseconds the zone is ahead of UTC at this instant. */
export function offsetAt(ms: number, zone: string): number {
  if (zone === 'UTC' || zone === 'GMT') return 0;
  const parts: Record<string, number> = {};
  for (const part of formatOf(zone).formatToParts(ms)) if (part.type !== 'literal') parts[part.type] = Number(part.value);
  const seconds = ((parts['hour'] as number) * 60 + (parts['minute'] as number)) * 60 + (parts['second'] as number);
  const local = daysOf(parts['year'] as number, parts['month'] as number, parts['day'] as number) * DAY + seconds * 1000;
  return local - Math.floor(ms / 1000) * 1000;
}

/** The instant at which a clock in the zone shows this; the later offset where the hour does not exist. */
export function instantOf(localMs: number, zone: string): number {
  const first = localMs - offsetAt(localMs, zone);
  return localMs - offsetAt(first, zone);
}

/** True when this is the name of a zone the platform knows. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** `YYYY-MM-DD HH:MM:SS` on the wall. */
export function localText(value: ApexDatetime, zone: string): string {
  return new ApexDatetime(value.ms + offsetAt(value.ms, zone)).toString();
}

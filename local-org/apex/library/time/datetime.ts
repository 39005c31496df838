/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_datetime.htm */
import type { ApexValue, Execution, PlatformClass } from '../../runtime/types';
import { ApexDate, ApexDatetime, ApexException, ApexTime, DAY, daysOf, instantOf, required, wallAt, type Wall } from '../../runtime/values';
import { formatPattern, readLocalDatetime, shortDatetime } from './format';
import { dayOf } from './date';

type DT = ApexDatetime;
const local = (x: Execution, value: DT): Wall => wallAt(value.ms, x.services.timeZone);
const gmt = (value: DT): Wall => wallAt(value.ms, 'UTC');
const clock = (hour: number, minute: number, second: number): number => ((hour * 60 + minute) * 60 + second) * 1000;
const at = (x: Execution, year: number, month: number, day: number, ms: number): DT => new ApexDatetime(instantOf(daysOf(year, month, day) * DAY + ms, x.services.timeZone));
const atGmt = (year: number, month: number, day: number, ms: number): DT => new ApexDatetime(daysOf(year, month, day) * DAY + ms);
const dayMs = (date: ApexDate): number => required(date).days * DAY;

/** Moves the clock on the wall: the same time of day after a change to summer time. */
function moveMonths(x: Execution, value: DT, months: number): DT {
  const wall = local(x, value);
  const date = ApexDate.of(wall.year, wall.month, wall.day).addMonths(months);
  return new ApexDatetime(instantOf(date.days * DAY + clock(wall.hour, wall.minute, wall.second) + wall.millisecond, x.services.timeZone));
}
function moveDays(x: Execution, value: DT, days: number): DT {
  const wall = local(x, value);
  return at(x, wall.year, wall.month, wall.day + days, clock(wall.hour, wall.minute, wall.second) + wall.millisecond);
}
/** `YYYY-MM-DD HH:MM:SS` read in this zone. */
function read(text: string, zone: string): DT {
  const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?\s*$/.exec(text);
  if (!match) throw new ApexException('TypeException', `Invalid date/time: ${text}`);
  const [, year, month, day, hour, minute, second] = match.map(Number) as [number, number, number, number, number, number, number];
  return new ApexDatetime(instantOf(daysOf(year, month, day) * DAY + clock(hour, minute, second), zone));
}
function valueOf(x: Execution, value: ApexValue): DT {
  if (required(value) instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return new ApexDatetime(instantOf(value.days * DAY, x.services.timeZone));
  if (typeof value === 'string') return read(value, x.services.timeZone);
  throw new ApexException('TypeException', `Invalid date/time: ${String(value)}`);
}

export const DATETIME: PlatformClass = {
  name: 'Datetime',
  members: {
    'static Datetime now()': (x) => new ApexDatetime(x.services.now()),
    'static Datetime newInstance(Long milliseconds)': (_x, ms) => new ApexDatetime(Number(ms)),
    'static Datetime newInstance(Date date, Time time)': (x, date: ApexDate, time: ApexTime) => new ApexDatetime(instantOf(dayMs(date) + required(time).ms, x.services.timeZone)),
    'static Datetime newInstance(Integer year, Integer month, Integer day)': (x, year: number, month: number, day: number) => at(x, year, month, day, 0),
    'static Datetime newInstance(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)': (x, year: number, month: number, day: number, hour: number, minute: number, second: number) => at(x, year, month, day, clock(hour, minute, second)),
    'static Datetime newInstanceGmt(Date date, Time time)': (_x, date: ApexDate, time: ApexTime) => new ApexDatetime(dayMs(date) + required(time).ms),
    'static Datetime newInstanceGmt(Integer year, Integer month, Integer day)': (_x, year: number, month: number, day: number) => atGmt(year, month, day, 0),
    'static Datetime newInstanceGmt(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)': (_x, year: number, month: number, day: number, hour: number, minute: number, second: number) => atGmt(year, month, day, clock(hour, minute, second)),
    'static Datetime parse(String text)': (x, text: string) => readLocalDatetime(required(text), x.services.locale, x.services.timeZone),
    'static Datetime valueOf(String text)': (x, text: string) => valueOf(x, text),
    'static Datetime valueOf(Object value)': (x, value) => valueOf(x, value),
    'static Datetime valueOfGmt(String text)': (_x, text: string) => read(required(text), 'UTC'),
    'Datetime addDays(Integer days)': (x, value: DT, days: number) => moveDays(x, value, required(days)),
    'Datetime addHours(Integer hours)': (_x, value: DT, hours: number) => new ApexDatetime(value.ms + required(hours) * 3_600_000),
    'Datetime addMinutes(Integer minutes)': (_x, value: DT, minutes: number) => new ApexDatetime(value.ms + required(minutes) * 60_000),
    'Datetime addMonths(Integer months)': (x, value: DT, months: number) => moveMonths(x, value, required(months)),
    'Datetime addSeconds(Integer seconds)': (_x, value: DT, seconds: number) => new ApexDatetime(value.ms + required(seconds) * 1000),
    'Datetime addYears(Integer years)': (x, value: DT, years: number) => moveMonths(x, value, required(years) * 12),
    'Date date()': (x, value: DT) => dayOf(x, value.ms),
    'Date dateGmt()': (_x, value: DT) => new ApexDate(Math.floor(value.ms / DAY)),
    'Integer day()': (x, value: DT) => local(x, value).day,
    'Integer dayGmt()': (_x, value: DT) => gmt(value).day,
    'Integer dayOfYear()': (x, value: DT) => dayOf(x, value.ms).days - daysOf(local(x, value).year, 1, 1) + 1,
    'Integer dayOfYearGmt()': (_x, value: DT) => Math.floor(value.ms / DAY) - daysOf(gmt(value).year, 1, 1) + 1,
    'String format()': (x, value: DT) => shortDatetime(value, x.services.locale, x.services.timeZone),
    'String format(String pattern)': (x, value: DT, pattern: string) => formatPattern(value, required(pattern), x.services.timeZone, x.services.locale),
    'String format(String pattern, String timeZone)': (x, value: DT, pattern: string, zone: string) => formatPattern(value, required(pattern), zone, x.services.locale),
    'String formatGmt(String pattern)': (x, value: DT, pattern: string) => formatPattern(value, required(pattern), 'UTC', x.services.locale),
    'String formatLong()': (x, value: DT) => new Intl.DateTimeFormat(x.services.locale.replace(/_/g, '-'), { timeZone: x.services.timeZone, dateStyle: 'short', timeStyle: 'long' }).format(value.ms).replace(/\u202f/g, ' '),
    'Long getTime()': (_x, value: DT) => BigInt(value.ms),
    'Integer hour()': (x, value: DT) => local(x, value).hour,
    'Integer hourGmt()': (_x, value: DT) => gmt(value).hour,
    'Boolean isSameDay(Datetime other)': (x, value: DT, other: DT) => dayOf(x, value.ms).days === dayOf(x, required(other).ms).days,
    'Integer millisecond()': (_x, value: DT) => gmt(value).millisecond,
    'Integer millisecondGmt()': (_x, value: DT) => gmt(value).millisecond,
    'Integer minute()': (x, value: DT) => local(x, value).minute,
    'Integer minuteGmt()': (_x, value: DT) => gmt(value).minute,
    'Integer month()': (x, value: DT) => local(x, value).month,
    'Integer monthGmt()': (_x, value: DT) => gmt(value).month,
    'Integer second()': (x, value: DT) => local(x, value).second,
    'Integer secondGmt()': (_x, value: DT) => gmt(value).second,
    'Time time()': (x, value: DT) => timeOf(local(x, value)),
    'Time timeGmt()': (_x, value: DT) => timeOf(gmt(value)),
    'Integer year()': (x, value: DT) => local(x, value).year,
    'Integer yearGmt()': (_x, value: DT) => gmt(value).year,
  },
};

const timeOf = (wall: Wall): ApexTime => new ApexTime(clock(wall.hour, wall.minute, wall.second) + wall.millisecond);

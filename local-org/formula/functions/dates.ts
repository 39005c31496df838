/** Date and time functions. https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm, section Date and Time */
import * as dates from '../dates';
import { FormulaFault, Num, num, text, type Kind, type Val } from '../values';
import type { Call, FormulaFunction, Typed } from './entry';

const int = (value: Val | undefined): number => num(value).trunc().toNumber();
const part = (start: number, end: number) => ([value]: readonly Val[]): Val => new Num(text(value).slice(start, end));
type Built = { kind: Kind; run(env: Parameters<Typed['run']>[0]): Val };

/** A function of one argument of several types, one way of converting for each. */
const converts = (kind: Kind, ways: Partial<Record<Kind, (value: string, env: Parameters<Typed['run']>[0]) => Val>>) => (call: Call): Built => {
  const [value] = call.args as [Typed];
  call.expect(value, [...(Object.keys(ways) as Kind[]), 'null']);
  const way = ways[value.kind];
  return { kind, run: (env) => { const is = text(value.run(env)); return is === '' || !way ? null : way(is, env); } };
};

export const dateFunctions: readonly FormulaFunction[] = [
  { name: 'DATE', params: ['number', 'number', 'number'], result: 'date', page: 'date', run: ([year, month, day]) => dates.makeDate(int(year), int(month), int(day)) },
  {
    // A datetime becomes the day it is in the running user's time zone; text is YYYY-MM-DD.
    name: 'DATEVALUE', params: ['any'], result: 'date', clock: true, page: 'datevalue',
    build: converts('date', { text: (value) => dates.parseDate(value), date: (value) => value, datetime: (value, env) => dates.dayInZone(dates.milliseconds(value), env.timeZone) }),
  },
  {
    name: 'DATETIMEVALUE', params: ['any'], result: 'datetime', page: 'datetimevalue',
    build: converts('datetime', { text: (value) => dates.parseDateTime(value), date: (value) => `${value}T00:00:00.000Z`, datetime: (value) => value }),
  },
  {
    name: 'TIMEVALUE', params: ['any'], result: 'time', page: 'timevalue',
    build: converts('time', { text: (value) => dates.parseTime(value), datetime: (value) => value.slice(11), time: (value) => value }),
  },
  { name: 'TODAY', params: [], result: 'date', clock: true, page: 'today', run: (_, env) => dates.dayInZone(env.now, env.timeZone) },
  { name: 'NOW', params: [], result: 'datetime', clock: true, page: 'now', run: (_, env) => dates.dateTimeOf(env.now) },
  { name: 'TIMENOW', params: [], result: 'time', clock: true, page: 'timenow', run: (_, env) => dates.timeOf(env.now) },
  { name: 'YEAR', params: ['date'], result: 'number', page: 'year', run: part(0, 4) },
  { name: 'MONTH', params: ['date'], result: 'number', page: 'month', run: part(5, 7) },
  { name: 'DAY', params: ['date'], result: 'number', page: 'day', run: part(8, 10) },
  { name: 'HOUR', params: ['time'], result: 'number', page: 'hour', run: part(0, 2) },
  { name: 'MINUTE', params: ['time'], result: 'number', page: 'minute', run: part(3, 5) },
  { name: 'SECOND', params: ['time'], result: 'number', page: 'second', run: part(6, 8) },
  { name: 'MILLISECOND', params: ['time'], result: 'number', page: 'millisecond', run: part(9, 12) },
  { name: 'WEEKDAY', params: ['date'], result: 'number', page: 'weekday', run: ([date]) => new Num(dates.calendar(text(date)).weekday) },
  { name: 'DAYOFYEAR', params: ['date'], result: 'number', page: 'dayofyear', run: ([date]) => new Num(dates.calendar(text(date)).dayOfYear) },
  { name: 'ISOWEEK', params: ['date'], result: 'number', page: 'isoweek', run: ([date]) => new Num(dates.calendar(text(date)).isoWeek) },
  { name: 'ISOYEAR', params: ['date'], result: 'number', page: 'isoyear', run: ([date]) => new Num(dates.calendar(text(date)).isoYear) },
  { name: 'ADDMONTHS', params: ['date|datetime', 'number'], result: 0, page: 'addmonths', run: ([date, months]) => dates.addMonths(text(date), int(months)) },
  { name: 'UNIXTIMESTAMP', params: ['date|datetime|time'], result: 'number', page: 'unixtimestamp', run: ([value]) => new Num(dates.milliseconds(text(value))).div(1000) },
  { name: 'FROMUNIXTIME', params: ['number'], result: 'datetime', page: 'fromunixtime', run: ([seconds]) => dates.dateTimeOf(num(seconds).times(1000).toNumber()) },
  {
    name: 'FORMATDURATION', params: ['number', 'boolean?'], result: 'text', page: 'formatduration',
    run: ([seconds, withDays]) => {
      const total = num(seconds).abs().trunc();
      if (total.gt(1e12)) throw new FormulaFault('Number is not valid');
      const two = (value: number): string => String(value).padStart(2, '0');
      const left = total.toNumber();
      const days = withDays === true ? Math.floor(left / 86_400) : 0;
      const clock = [Math.floor(left / 3600) - days * 24, Math.floor(left / 60) % 60, left % 60].map(two).join(':');
      return withDays === true ? `${days}:${clock}` : clock;
    },
  },
];

/** Cron expressions of System.schedule: seconds minutes hours day_of_month month day_of_week [year], in the time zone of the user who scheduled. */
import { ApexException } from '../runtime/values';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

interface Part { readonly name: string; readonly from: number; readonly to: number; readonly words: readonly string[]; }
/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_scheduler.htm */
const PARTS: readonly Part[] = [
  { name: 'Seconds', from: 0, to: 59, words: [] }, { name: 'Minutes', from: 0, to: 59, words: [] }, { name: 'Hours', from: 0, to: 23, words: [] },
  { name: 'Day_of_month', from: 1, to: 31, words: [] }, { name: 'Month', from: 1, to: 12, words: MONTHS }, { name: 'Day_of_week', from: 1, to: 7, words: DAYS }, { name: 'optional_year', from: 1970, to: 2099, words: [] },
];

/** A schedule of this year is the last there is. */
const LAST_YEAR = 2099;

type Test = (value: number) => boolean;
/** Special days: `L`, `nW`, `nL`, `n#k`, answered with the calendar at hand. */
type DayTest = (date: { year: number; month: number; day: number }) => boolean;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const weekday = (year: number, month: number, day: number): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;

function refuse(expression: string, why: string): never {
  throw new ApexException('StringException', `${why} in the cron expression '${expression}'`);
}

export class CronSchedule {
  private readonly seconds: readonly number[];
  private readonly minutes: readonly number[];
  private readonly hours: readonly number[];
  private readonly month: Test;
  private readonly year: Test;
  private readonly day: DayTest;

  constructor(readonly expression: string, readonly timeZone: string) {
    const fields = expression.trim().split(/\s+/);
    if (fields.length < 6 || fields.length > 7) refuse(expression, 'Six or seven fields are needed');
    const numbers = (index: number): number[] => valuesOf(expression, fields[index] as string, PARTS[index] as Part);
    const list = (values: readonly number[]): Test => (value) => values.includes(value);
    this.seconds = numbers(0);
    this.minutes = numbers(1);
    this.hours = numbers(2);
    this.month = list(numbers(4));
    this.year = fields[6] === undefined ? (): boolean => true : list(numbers(6));
    const [dom, dow] = [fields[3] as string, fields[5] as string];
    if ((dom === '?') === (dow === '?') && dom === '?') refuse(expression, "'?' may stand in one of the two day fields only");
    const monthDay = dayOfMonth(expression, dom);
    const weekDay = dayOfWeek(expression, dow);
    this.day = (date) => monthDay(date) && weekDay(date);
  }

  /** The first moment after `from` that the schedule names, milliseconds since 1970; undefined when there is none. */
  next(from: number): number | undefined {
    const start = this.local(from + 1000);
    let { year, month, day } = start;
    while (year <= LAST_YEAR) {
      if (this.year(year) && this.month(month) && this.day({ year, month, day })) {
        const sameDay = year === start.year && month === start.month && day === start.day;
        for (const hour of this.hours) {
          for (const minute of this.minutes) {
            for (const second of this.seconds) {
              if (sameDay && hour * 3600 + minute * 60 + second < start.hour * 3600 + start.minute * 60 + start.second) continue;
              return this.moment(year, month, day, hour, minute, second);
            }
          }
        }
      }
      day++;
      if (day > daysIn(year, month)) {
        day = 1;
        if (++month > 12) {
          month = 1;
          year++;
        }
      }
    }
    return undefined;
  }

  private local(milliseconds: number): { year: number; month: number; day: number; hour: number; minute: number; second: number } {
    const parts = Object.fromEntries(new Intl.DateTimeFormat('en-US', { timeZone: this.timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(milliseconds).map((part) => [part.type, Number(part.value)]));
    return { year: parts['year'] as number, month: parts['month'] as number, day: parts['day'] as number, hour: parts['hour'] as number, minute: parts['minute'] as number, second: parts['second'] as number };
  }

  /** UTC moment of a local time; an hour that the clock skips counts as the one after it. */
  private moment(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
    const guess = Date.UTC(year, month - 1, day, hour, minute, second);
    const seen = this.local(guess);
    const offset = Date.UTC(seen.year, seen.month - 1, seen.day, seen.hour, seen.minute, seen.second) - guess;
    return guess - offset;
  }
}

function number(expression: string, text: string, part: Part): number {
  const word = part.words.indexOf(text.toUpperCase());
  const value = word >= 0 ? word + 1 : /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= part.from && value <= part.to)) refuse(expression, `${part.name} values must be between ${part.from} and ${part.to}`);
  return value;
}

function valuesOf(expression: string, field: string, part: Part): number[] {
  const values = new Set<number>();
  for (const item of field.split(',')) {
    const [range = '', stepText] = item.split('/');
    const step = stepText === undefined ? 1 : Number(stepText);
    if (!Number.isInteger(step) || step < 1) refuse(expression, `Increment of ${part.name} must be a whole number above 0`);
    let [from, to] = [part.from, part.to];
    if (range !== '*' && range !== '?') {
      const [first = '', last] = range.split('-');
      from = number(expression, first, part);
      to = last === undefined ? (stepText === undefined ? from : part.to) : number(expression, last, part);
    }
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

function dayOfMonth(expression: string, field: string): DayTest {
  if (field === '?' || field === '*') return () => true;
  if (field === 'L') return ({ year, month, day }) => day === daysIn(year, month);
  const near = /^(\d+)W$/i.exec(field);
  if (near) return ({ year, month, day }) => day === nearestWeekday(year, month, Number(near[1]));
  const values = valuesOf(expression, field, PARTS[3] as Part);
  return ({ day }) => values.includes(day);
}

function nearestWeekday(year: number, month: number, wanted: number): number {
  const day = Math.min(wanted, daysIn(year, month));
  const of = weekday(year, month, day);
  if (of === 7) return day > 1 ? day - 1 : day + 2;
  if (of === 1) return day < daysIn(year, month) ? day + 1 : day - 2;
  return day;
}

function dayOfWeek(expression: string, field: string): DayTest {
  if (field === '?' || field === '*') return () => true;
  const last = /^(\w+)L$/i.exec(field);
  if (last && !DAYS.includes(field.toUpperCase())) {
    const wanted = number(expression, last[1] as string, PARTS[5] as Part);
    return ({ year, month, day }) => weekday(year, month, day) === wanted && day + 7 > daysIn(year, month);
  }
  if (field === 'L') return ({ year, month, day }) => weekday(year, month, day) === 7;
  const nth = /^(\w+)#(\d)$/.exec(field);
  if (nth) {
    const wanted = number(expression, nth[1] as string, PARTS[5] as Part);
    return ({ year, month, day }) => weekday(year, month, day) === wanted && Math.ceil(day / 7) === Number(nth[2]);
  }
  const values = valuesOf(expression, field, PARTS[5] as Part);
  return ({ year, month, day }) => values.includes(weekday(year, month, day));
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_businesshours.htm */
import type { Row } from '../../../database';
import type { Execution, PlatformClass } from '../../runtime/types';
import { ApexDatetime, ApexException, ApexTime, DAY, instantOf, offsetAt, required } from '../../runtime/values';

const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** Days searched before a calendar counts as closed for ever. */
const HORIZON = 3_660;

interface Hours { readonly zone: string; /** Opening spans by weekday, milliseconds of the day. */ readonly days: readonly (readonly [number, number] | undefined)[]; }

function hoursOf(x: Execution, id: string): Hours {
  const columns = NAMES.flatMap((name) => [`${name}StartTime`, `${name}EndTime`]);
  const row: Row | undefined = x.database.query(`SELECT TimeZoneSidKey, ${columns.join(', ')} FROM BusinessHours WHERE Id = :id`, { userId: x.userId, mode: 'system', sharing: false }, { binds: { id: required(id) } }).rows[0]?.values;
  if (!row) throw new ApexException('InvalidParameterValueException', `Invalid BusinessHours id: ${id}`);
  const days = NAMES.map((name): readonly [number, number] | undefined => {
    const [start, end] = [row[`${name}StartTime`], row[`${name}EndTime`]];
    if (typeof start !== 'string' || typeof end !== 'string') return undefined;
    // Midnight at both ends is a day that never closes.
    const close = ApexTime.parse(end).ms;
    return [ApexTime.parse(start).ms, close === 0 ? DAY : close];
  });
  return { zone: String(row['TimeZoneSidKey'] ?? 'UTC'), days };
}
/** Opening spans from the local day of an instant on, as instants. */
function* spans(hours: Hours, from: number): Generator<readonly [number, number]> {
  const first = Math.floor((from + offsetAt(from, hours.zone)) / DAY);
  for (let day = first; day < first + HORIZON; day++) {
    const open = hours.days[(((day + 4) % 7) + 7) % 7];
    if (open) yield [instantOf(day * DAY + open[0], hours.zone), instantOf(day * DAY + open[1], hours.zone)];
  }
}
function add(hours: Hours, from: number, interval: number): number {
  let rest = interval;
  if (rest < 0) throw new ApexException('InvalidParameterValueException', 'A negative interval is not supported.');
  for (const [open, close] of spans(hours, from)) {
    if (close <= from) continue;
    const start = Math.max(open, from);
    if (start + rest <= close) return start + rest;
    rest -= close - start;
  }
  throw new ApexException('InvalidParameterValueException', 'The business hours are never open.');
}
function diff(hours: Hours, from: number, to: number): number {
  if (to < from) return -diff(hours, to, from);
  let sum = 0;
  for (const [open, close] of spans(hours, from)) {
    if (open >= to) break;
    sum += Math.max(0, Math.min(close, to) - Math.max(open, from));
  }
  return sum;
}
function isWithin(hours: Hours, at: number): boolean {
  for (const [open, close] of spans(hours, at)) return at >= open && at < close;
  return false;
}
type DT = ApexDatetime;

export const BUSINESS_HOURS: PlatformClass = {
  name: 'BusinessHours',
  members: {
    'static Datetime add(String businessHoursId, Datetime start, Long interval)': (x, id: string, start: DT, interval) => new ApexDatetime(add(hoursOf(x, id), required(start).ms, Number(interval))),
    'static Datetime addGmt(String businessHoursId, Datetime start, Long interval)': (x, id: string, start: DT, interval) => new ApexDatetime(add(hoursOf(x, id), required(start).ms, Number(interval))),
    'static Long diff(String businessHoursId, Datetime start, Datetime end)': (x, id: string, start: DT, end: DT) => BigInt(diff(hoursOf(x, id), required(start).ms, required(end).ms)),
    'static Boolean isWithin(String businessHoursId, Datetime target)': (x, id: string, target: DT) => isWithin(hoursOf(x, id), required(target).ms),
    'static Datetime nextStartDate(String businessHoursId, Datetime target)': (x, id: string, target: DT) => {
      const hours = hoursOf(x, id);
      return isWithin(hours, required(target).ms) ? target : new ApexDatetime(add(hours, target.ms, 0));
    },
  },
};

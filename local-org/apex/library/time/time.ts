/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_time.htm and ..._timezone.htm */
import { NotModelledError } from '../../../schema';
import type { PlatformClass } from '../../runtime/types';
import { ApexTime, isZone, offsetAt, PlatformObject, required, type ApexDatetime } from '../../runtime/values';

export const TIME: PlatformClass = {
  name: 'Time',
  members: {
    'static Time newInstance(Integer hour, Integer minute, Integer second, Integer millisecond)': (_x, hour: number, minute: number, second: number, ms: number) => new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + ms),
    'Time addHours(Integer hours)': (_x, time: ApexTime, hours: number) => new ApexTime(time.ms + hours * 3_600_000),
    'Time addMilliseconds(Integer milliseconds)': (_x, time: ApexTime, ms: number) => new ApexTime(time.ms + ms),
    'Time addMinutes(Integer minutes)': (_x, time: ApexTime, minutes: number) => new ApexTime(time.ms + minutes * 60_000),
    'Time addSeconds(Integer seconds)': (_x, time: ApexTime, seconds: number) => new ApexTime(time.ms + seconds * 1000),
    'Integer hour()': (_x, time: ApexTime) => Math.floor(time.ms / 3_600_000),
    'Integer millisecond()': (_x, time: ApexTime) => time.ms % 1000,
    'Integer minute()': (_x, time: ApexTime) => Math.floor(time.ms / 60_000) % 60,
    'Integer second()': (_x, time: ApexTime) => Math.floor(time.ms / 1000) % 60,
  },
};

class ApexTimeZone extends PlatformObject {
  readonly apexType = 'TimeZone';
  constructor(readonly id: string) {
    super();
  }
  override toString(): string {
    return this.id;
  }
}
/** A zone of this name; an unknown one is GMT, as java.util.TimeZone answers. */
export function zoneOf(id: string): ApexTimeZone {
  if (/^GMT[+-]/.test(id)) throw new NotModelledError(`the time zone ${id}: name a region`);
  return new ApexTimeZone(isZone(id) ? id : 'GMT');
}

export const TIME_ZONE: PlatformClass = {
  name: 'TimeZone',
  members: {
    'static TimeZone getTimeZone(String id)': (_x, id: string) => zoneOf(required(id)),
    'String getDisplayName()': (x, zone: ApexTimeZone) => {
      const name = new Intl.DateTimeFormat(x.services.locale.replace(/_/g, '-'), { timeZone: zone.id, timeZoneName: 'long' }).formatToParts(x.services.now()).find((part) => part.type === 'timeZoneName')?.value;
      return `${name} (${zone.id})`;
    },
    'String getID()': (_x, zone: ApexTimeZone) => zone.id,
    'Integer getOffset(Datetime date)': (_x, zone: ApexTimeZone, date: ApexDatetime) => offsetAt(required(date).ms, zone.id),
    'String toString()': (_x, zone: ApexTimeZone) => zone.id,
  },
};

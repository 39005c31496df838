/** Date, Datetime and Time values. */
import { ApexException } from './exception';

export const DAY = 86_400_000;
const pad = (value: number, width = 2): string => String(Math.abs(value)).padStart(width, '0');

/** Days since 1970-01-01 of a calendar date; months and days out of range carry over. */
export function daysOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY);
}
export function daysInMonth(year: number, month: number): number {
  return new Date(daysOf(year, month + 1, 0) * DAY).getUTCDate();
}

export class ApexDate {
  constructor(readonly days: number) {}
  static of(year: number, month: number, day: number): ApexDate {
    return new ApexDate(daysOf(year, month, day));
  }
  /** From `YYYY-MM-DD`, the database's form. */
  static parse(text: string): ApexDate {
    const match = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
    if (!match) throw new ApexException('TypeException', `Invalid date: ${text}`);
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) throw new ApexException('TypeException', `Invalid date: ${text}`);
    return ApexDate.of(year, month, day);
  }
  private get utc(): Date {
    return new Date(this.days * DAY);
  }
  get year(): number {
    return this.utc.getUTCFullYear();
  }
  get month(): number {
    return this.utc.getUTCMonth() + 1;
  }
  get day(): number {
    return this.utc.getUTCDate();
  }
  addDays(days: number): ApexDate {
    return new ApexDate(this.days + days);
  }
  /** A day that the month lacks becomes its last. */
  addMonths(months: number): ApexDate {
    const total = this.year * 12 + this.month - 1 + months;
    const [year, month] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
    return ApexDate.of(year, month, Math.min(this.day, daysInMonth(year, month)));
  }
  /** `YYYY-MM-DD`. */
  toString(): string {
    return `${pad(this.year, 4)}-${pad(this.month)}-${pad(this.day)}`;
  }
}

export class ApexDatetime {
  constructor(readonly ms: number) {}
  /** From the ISO text of the database or of JSON. */
  static parse(text: string): ApexDatetime {
    const ms = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    if (Number.isNaN(ms)) throw new ApexException('TypeException', `Invalid date/time: ${text}`);
    return new ApexDatetime(ms);
  }
  /** `YYYY-MM-DDTHH:MM:SS.sssZ`. */
  toIso(): string {
    return new Date(this.ms).toISOString();
  }
  /** `YYYY-MM-DD HH:MM:SS` in UTC. */
  toString(): string {
    return this.toIso().slice(0, 19).replace('T', ' ');
  }
}

export class ApexTime {
  /** Milliseconds since midnight, wrapped into one day. */
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ((ms % DAY) + DAY) % DAY;
  }
  static parse(text: string): ApexTime {
    const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/.exec(text);
    if (!match) throw new ApexException('TypeException', `Invalid time: ${text}`);
    return new ApexTime(((Number(match[1]) * 60 + Number(match[2])) * 60 + Number(match[3] ?? 0)) * 1000 + Number((match[4] ?? '0').padEnd(3, '0')));
  }
  /** `HH:MM:SS.sssZ`. */
  toString(): string {
    return new Date(this.ms).toISOString().slice(11);
  }
}

export class ApexBlob {
  constructor(readonly bytes: Uint8Array) {}
  static fromText(text: string): ApexBlob {
    return new ApexBlob(Buffer.from(text, 'utf8'));
  }
  get text(): string {
    return Buffer.from(this.bytes).toString('utf8');
  }
  toString(): string {
    return `Blob[${this.bytes.length}]`;
  }
}

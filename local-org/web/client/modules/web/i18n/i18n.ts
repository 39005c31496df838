/** Values of `@salesforce/i18n` from the browser's own locale data. */
import type { PageContext } from '../../../../pages/types';

type Parts = readonly Intl.DateTimeFormatPart[];

/** A day whose parts cannot be mistaken for one another: 2026-11-23, 16:05:09 UTC. */
const SAMPLE = new Date(Date.UTC(2026, 10, 23, 16, 5, 9));

/** CLDR pattern letters of a formatted sample: `M/d/yyyy`. */
function pattern(locale: string, options: Intl.DateTimeFormatOptions): string {
  const parts: Parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' }).formatToParts(SAMPLE);
  const twelve = parts.some((part) => part.type === 'dayPeriod');
  const letters: Partial<Record<Intl.DateTimeFormatPartTypes, (value: string) => string>> = {
    day: () => 'd',
    month: (value) => (/^\d+$/.test(value) ? 'M' : value.length > 4 || options.dateStyle === 'long' ? 'MMMM' : 'MMM'),
    year: (value) => (value.length === 2 ? 'yy' : 'yyyy'),
    hour: () => (twelve ? 'h' : 'H'),
    minute: () => 'mm',
    second: () => 'ss',
    dayPeriod: () => 'a',
    literal: (value) => value.replaceAll(/[\u202f\u00a0]/g, ' ').replaceAll(/[A-Za-zÀ-ɏ]+/g, "'$&'"),
  };
  return parts.map((part) => letters[part.type]?.(part.value) ?? '').join('');
}

const numberPart = (locale: string, type: Intl.NumberFormatPartTypes, fallback: string): string =>
  new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-1234567.5).find((part) => part.type === type)?.value ?? fallback;

/** Puts `pattern` where the locale puts the digits of a currency or percent value. */
function numberPattern(locale: string, options: Intl.NumberFormatOptions, symbol: string, digits: string): string {
  const parts = new Intl.NumberFormat(locale, options).formatToParts(1);
  const before = parts.findIndex((part) => part.type === 'currency' || part.type === 'percentSign') < parts.findIndex((part) => part.type === 'integer');
  const gap = parts.some((part) => part.type === 'literal') ? '\u00a0' : '';
  return before ? symbol + gap + digits : digits + gap + symbol;
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'iw', 'ur', 'yi']);
const SUNDAY_FIRST = new Set(['US', 'CA', 'MX', 'BR', 'JP', 'KR', 'TW', 'IN', 'IL', 'ZA', 'PH', 'TH', 'ID', 'HK', 'SG']);

function firstDayOfWeek(locale: string): number {
  const info = (new Intl.Locale(locale) as unknown as { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } });
  const day = info.getWeekInfo?.().firstDay ?? info.weekInfo?.firstDay ?? (SUNDAY_FIRST.has(new Intl.Locale(locale).region ?? 'US') ? 7 : 1);
  // The platform counts Sunday as 1, Intl as 7.
  return (day % 7) + 1;
}

function currencySymbol(locale: string, currency: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(1).find((part) => part.type === 'currency')?.value ?? currency;
}

/** All `@salesforce/i18n` values of a locale, by module name. */
export function i18nOf({ lang, locale, timeZone, currency }: Pick<PageContext, 'lang' | 'locale' | 'timeZone' | 'currency'>): Record<string, unknown> {
  const shortDate = pattern(locale, { year: 'numeric', month: 'numeric', day: 'numeric' });
  const mediumDate = pattern(locale, { dateStyle: 'medium' });
  const longDate = pattern(locale, { dateStyle: 'long' });
  const shortTime = pattern(locale, { timeStyle: 'short' });
  const mediumTime = pattern(locale, { timeStyle: 'medium' });
  const money = numberPattern(locale, { style: 'currency', currency }, '¤', '#,##0.00');
  return {
    lang,
    locale,
    dir: RIGHT_TO_LEFT.has(lang.split('-')[0]!) ? 'rtl' : 'ltr',
    timeZone,
    currency,
    firstDayOfWeek: firstDayOfWeek(locale),
    defaultCalendar: 'gregorian',
    defaultNumberingSystem: 'latn',
    showJapaneseCalendar: false,
    'dateTime.shortDateFormat': shortDate,
    'dateTime.mediumDateFormat': mediumDate,
    'dateTime.longDateFormat': longDate,
    'dateTime.shortTimeFormat': shortTime,
    'dateTime.mediumTimeFormat': mediumTime,
    'dateTime.shortDateTimeFormat': `${shortDate} ${shortTime}`,
    'dateTime.mediumDateTimeFormat': `${mediumDate} ${mediumTime}`,
    'dateTime.longDateTimeFormat': `${longDate} ${mediumTime}`,
    'number.currencyFormat': `${money};-${money}`,
    'number.currencySymbol': currencySymbol(locale, currency),
    'number.decimalSeparator': numberPart(locale, 'decimal', '.'),
    'number.exponentialSign': 'E',
    'number.groupingSeparator': numberPart(locale, 'group', ','),
    'number.infinity': '∞',
    'number.minusSign': numberPart(locale, 'minusSign', '-'),
    'number.nan': 'NaN',
    'number.numberFormat': '#,##0.###',
    'number.perMilleSign': '‰',
    'number.percentFormat': numberPattern(locale, { style: 'percent' }, '%', '#,##0'),
    'number.percentSign': '%',
    'number.plusSign': '+',
    'number.superscriptingExponentSign': '×',
  };
}

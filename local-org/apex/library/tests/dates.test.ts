/** Date, Datetime, Time, TimeZone: examples of the Apex Reference Guide. */
import { ApexTime } from '../../runtime/values';
import { call, date, datetime, execution, table } from './support';

describe('Date', () => {
  table('Date', [
    ['Date addMonths(Integer months)', [date('2024-01-31'), 1], '2024-02-29 00:00:00'],
    ['Date addMonths(Integer months)', [date('2024-02-29'), -12], '2023-02-28 00:00:00'],
    ['Date addYears(Integer years)', [date('2024-02-29'), 1], '2025-02-28 00:00:00'],
    ['Integer dayOfYear()', [date('2024-12-31')], '366'],
    ['Integer daysBetween(Date other)', [date('2026-01-01'), date('2025-12-31')], '-1'],
    ['Integer monthsBetween(Date other)', [date('2025-12-31'), date('2026-01-01')], '1'],
    ['static Integer daysInMonth(Integer year, Integer month)', [1900, 2], '28'],
    ['static Boolean isLeapYear(Integer year)', [2000], 'true'],
    ['static Date newInstance(Integer year, Integer month, Integer day)', [2026, 13, 32], '2027-02-01 00:00:00'],
    ['static Date parse(String text)', ['12/27/2026'], '2026-12-27 00:00:00'],
    ['String format()', [date('2026-03-09')], '3/9/2026'],
    ['static Date today()', [], '2026-01-31 00:00:00'],
    ['Date toStartOfWeek()', [date('2026-01-31')], '2026-01-25 00:00:00'],
    ['Date toStartOfMonth()', [date('2026-01-31')], '2026-01-01 00:00:00'],
  ]);
  table('Date', [['static Date today()', [], '2026-02-01 00:00:00'], ['String format()', [date('2026-03-09')], '9.3.2026'], ['static Date parse(String text)', ['27.12.2026'], '2026-12-27 00:00:00'], ['Date toStartOfWeek()', [date('2026-02-01')], '2026-01-26 00:00:00']], { timeZone: 'Asia/Ho_Chi_Minh', locale: 'de_DE' });
  test.each(['2026-02-30', 'abc', '12/27/2026'])('GIVEN %p WHEN valueOf reads it THEN TypeException', (text) => {
    expect(() => call(execution(), 'Date', 'static Date valueOf(String text)', text)).toThrow(`Invalid date: ${text}`);
  });
});

describe('Datetime', () => {
  const summer = datetime('2026-07-01T10:05:09.123Z');
  table('Datetime', [
    ['String format(String pattern)', [summer, "yyyy-MM-dd'T'HH:mm:ss.SSSZ"], '2026-07-01T12:05:09.123+0200'],
    ['String format(String pattern)', [summer, 'EEEE, d. MMMM yy, h:mm a, D'], 'Wednesday, 1. July 26, 12:05 PM, 182'],
    ['String format(String pattern)', [summer, "XXX 'o''clock' kk"], "+02:00 o'clock 12"],
    ['String format(String pattern, String timeZone)', [summer, 'HH:mm z', 'America/New_York'], '06:05 EDT'],
    ['String formatGmt(String pattern)', [summer, 'yyyy-MM-dd HH:mm:ss'], '2026-07-01 10:05:09'],
    ['static Datetime newInstance(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)', [2026, 7, 1, 12, 0, 0], '2026-07-01 10:00:00'],
    ['static Datetime newInstanceGmt(Integer year, Integer month, Integer day)', [2026, 7, 1], '2026-07-01 00:00:00'],
    // 29 March 2026 is 23 hours long in Berlin: the wall clock stays.
    ['Datetime addDays(Integer days)', [datetime('2026-03-28T11:00:00Z'), 1], '2026-03-29 10:00:00'],
    ['Datetime addHours(Integer hours)', [datetime('2026-03-28T11:00:00Z'), 24], '2026-03-29 11:00:00'],
    ['static Datetime valueOf(String text)', ['2026-01-01 12:00:00'], '2026-01-01 11:00:00'],
    ['static Datetime valueOfGmt(String text)', ['2026-01-01 12:00:00'], '2026-01-01 12:00:00'],
    ['Integer hour()', [summer], '12'],
    ['Integer hourGmt()', [summer], '10'],
    ['Date date()', [datetime('2026-06-30T22:30:00Z')], '2026-07-01 00:00:00'],
    ['Long getTime()', [summer], '1782900309123'],
  ], { timeZone: 'Europe/Berlin' });
  test('GIVEN an unknown letter WHEN a pattern is used THEN it is refused', () => {
    expect(() => call(execution(), 'Datetime', 'String format(String pattern)', summer, 'yyyy-bb')).toThrow("Illegal pattern character 'b'");
  });
  test('GIVEN an impossible text WHEN valueOf reads it THEN TypeException', () => {
    expect(() => call(execution(), 'Datetime', 'static Datetime valueOf(String text)', '2026-01-01')).toThrow('Invalid date/time: 2026-01-01');
  });
});

describe('Time', () => {
  table('Time', [
    ['static Time newInstance(Integer hour, Integer minute, Integer second, Integer millisecond)', [18, 30, 2, 20], '18:30:02.020Z'],
    ['Time addHours(Integer hours)', [new ApexTime(23 * 3_600_000), 2], '01:00:00.000Z'],
  ]);
});

import { dayText, durationOf, exactMoment, momentText, phaseOf, spanText, toMillis } from 'c/prmUiTime';

// Labels with placeholders, as they are written in English: without them the sentences could not be told apart.
jest.mock('@salesforce/label/c.PRM_UI_Days_Hours', () => ({ default: '{0} d {1} h' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Hours_Minutes', () => ({ default: '{0} h {1} min' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Minutes', () => ({ default: '{0} min' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Moments', () => ({ default: 'less than 1 min' }), { virtual: true });
jest.mock('@salesforce/i18n/timeZone', () => ({ default: 'America/Los_Angeles' }), { virtual: true });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('toMillis', () => {
  it.each([null, undefined, '', 'soon'])('knows no moment in %p', (nothing) => {
    expect(toMillis(nothing)).toBeUndefined();
  });

  it('reads what the server writes', () => {
    expect(toMillis('2026-11-22T05:00:00.000Z')).toBe(Date.UTC(2026, 10, 22, 5));
  });
});

describe('phaseOf', () => {
  const start = 0;
  const due = 100 * MINUTE;

  it.each([
    [49 * MINUTE, 'neutral'],
    [50 * MINUTE, 'warning'],
    [90 * MINUTE - 1, 'warning'],
    [90 * MINUTE, 'error'],
    [100 * MINUTE - 1, 'error'],
    [100 * MINUTE, 'over'],
  ])('is at %p ms %s', (now, phase) => {
    expect(phaseOf(start, due, now)).toBe(phase);
  });

  it('has no thresholds without a start', () => {
    expect(phaseOf(undefined, due, due - 1)).toBe('neutral');
  });

  it('has no thresholds where the start is not before the end', () => {
    expect(phaseOf(due, due, due - 1)).toBe('neutral');
  });
});

describe('spanText', () => {
  it.each([
    [3 * 24 * HOUR + 4 * HOUR + 59 * MINUTE, '3 d 4 h'],
    [2 * HOUR + 10 * MINUTE, '2 h 10 min'],
    [2 * HOUR, '2 h 0 min'],
    [12 * MINUTE + 59_000, '12 min'],
    [59_000, 'less than 1 min'],
    [-5, 'less than 1 min'],
  ])('says %p ms as %s', (millis, text) => {
    expect(spanText(millis)).toBe(text);
  });

  it('never counts below nothing', () => {
    expect(durationOf(-HOUR)).toEqual({ days: 0, hours: 0, minutes: 0 });
  });
});

describe('moments', () => {
  it('are told in the time zone of the user, the zone named', () => {
    // GIVEN a moment that is already the next day in UTC
    const moment = Date.UTC(2026, 10, 22, 3, 30);
    // WHEN it is told
    const text = exactMoment(moment);
    // THEN it is the evening before on the west coast
    expect(text).toMatch(/Nov 21, 2026/);
    expect(text).toMatch(/7:30\sPM PST/);
  });

  it('are empty for nothing', () => {
    expect(momentText(null)).toBe('');
    expect(dayText(undefined)).toBe('');
  });
});

describe('dayText', () => {
  it('is not moved to another day by the time zone', () => {
    expect(dayText('2026-11-22')).toBe('Nov 22, 2026');
  });
});

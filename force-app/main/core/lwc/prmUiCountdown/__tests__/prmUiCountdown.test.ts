import PrmUiCountdown from 'c/prmUiCountdown';
import { find, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

jest.mock('@salesforce/label/c.PRM_UI_Time_Left', () => ({ default: '{0} left' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Time_Over', () => ({ default: 'Time is up' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Half_Gone', () => ({ default: 'Half gone: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Nearly_Gone', () => ({ default: 'Nearly up: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Hours_Minutes', () => ({ default: '{0} h {1} min' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Minutes', () => ({ default: '{0} min' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Time_Due', () => ({ default: 'Until {0}' }), { virtual: true });

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 22, 8);

/** A countdown of 200 minutes, 70 of which have gone by. */
const begun = (): HTMLElement =>
  mount('c-prm-ui-countdown', PrmUiCountdown, { startedAt: new Date(START).toISOString(), dueAt: new Date(START + 200 * MINUTE).toISOString() });
const live = (element: HTMLElement): string => find(element, '[aria-live]').textContent ?? '';

beforeEach(() => jest.useFakeTimers({ now: START + 70 * MINUTE }));
afterEach(() => {
  unmountAll();
  jest.useRealTimers();
});

describe('countdown', () => {
  it('tells the time left, and the exact moment on hover and to screen readers', async () => {
    // GIVEN an offer with 130 minutes to go
    const element = begun();
    await settled();
    // THEN it says so in words
    expect(find(element, '.countdown__text').textContent).toBe('2 h 10 min left');
    expect(find(element, '.countdown').classList).toContain('countdown_neutral');
    expect(find(element, '.countdown').title).toMatch(/^Until .*2026/);
    expect(textOf(element)).toContain(find(element, '.countdown').title);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('turns to warning and error, and announces these thresholds alone', async () => {
    // GIVEN a countdown that has not reached its half
    const element = begun();
    await settled();
    // WHEN minutes go by without a threshold
    jest.advanceTimersByTime(20 * MINUTE);
    await settled();
    // THEN nothing is announced
    expect(live(element)).toBe('');
    // WHEN half of the time is gone
    jest.advanceTimersByTime(10 * MINUTE);
    await settled();
    // THEN it warns
    expect(find(element, '.countdown').classList).toContain('countdown_warning');
    expect(live(element)).toBe('Half gone: 1 h 40 min left');
    // WHEN nine tenths are gone, and another minute
    jest.advanceTimersByTime(81 * MINUTE);
    await settled();
    // THEN it is an error, and the announcement is still that of the threshold
    expect(find(element, '.countdown').classList).toContain('countdown_error');
    expect(find(element, '.countdown__text').textContent).toBe('19 min left');
    expect(live(element)).toBe('Nearly up: 20 min left');
  });

  it('tells once that the time is up', async () => {
    const element = begun();
    const expired = recorded(element, 'expire');
    // WHEN the moment comes and goes
    jest.advanceTimersByTime(140 * MINUTE);
    await settled();
    // THEN its owner hears it once
    expect(expired).toHaveLength(1);
    expect(find(element, '.countdown__text').textContent).toBe('Time is up');
    expect(live(element)).toBe('Time is up');
  });

  it('shows nothing without a moment', async () => {
    const element = mount('c-prm-ui-countdown', PrmUiCountdown, { dueAt: null });
    await settled();
    expect(textOf(element)).toBe('');
  });

  it('leaves no timer behind', () => {
    begun();
    unmountAll();
    expect(jest.getTimerCount()).toBe(0);
  });
});

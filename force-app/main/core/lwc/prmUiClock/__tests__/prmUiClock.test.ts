import { onTick } from 'c/prmUiClock';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('clock of a page', () => {
  it('is one timer for all who listen, and stands when nobody does', () => {
    // GIVEN two countdowns
    const first = jest.fn();
    const second = jest.fn();
    const stops = [onTick(first), onTick(second)];
    // WHEN half a minute goes by
    jest.advanceTimersByTime(30_000);
    // THEN both were told twice by one timer
    expect(first).toHaveBeenCalledTimes(2);
    expect(second).toHaveBeenCalledTimes(2);
    expect(jest.getTimerCount()).toBe(1);
    // WHEN both are gone
    stops.forEach((stop) => stop());
    // THEN no timer is left
    expect(jest.getTimerCount()).toBe(0);
  });
});

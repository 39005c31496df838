import { changed, onChanged } from 'c/prmUiBus';

describe('bus of a page', () => {
  it('tells those who listen for this kind, and no others', () => {
    // GIVEN listeners for two kinds
    const orders = jest.fn();
    const offers = jest.fn();
    const stop = [onChanged('orders', orders), onChanged('offers', offers)];
    // WHEN data of one kind changed
    changed('offers');
    // THEN only its listener is called
    expect(offers).toHaveBeenCalledTimes(1);
    expect(orders).not.toHaveBeenCalled();
    stop.forEach((end) => end());
  });

  it('tells nobody who stopped listening', () => {
    const listener = jest.fn();
    onChanged('offers', listener)();
    changed('offers');
    expect(listener).not.toHaveBeenCalled();
  });

  it('lets a listener stop while it is being told', () => {
    const second = jest.fn();
    const stop = onChanged('offers', () => stop());
    const end = onChanged('offers', second);
    expect(() => changed('offers')).not.toThrow();
    expect(second).toHaveBeenCalledTimes(1);
    end();
  });
});

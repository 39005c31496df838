import { moneyText } from 'c/prmUiMoney';

describe('money', () => {
  it.each([
    [1234.5, 'EUR', '€1,234.50'],
    [0, 'USD', '$0.00'],
    [-3.999, 'GBP', '-£4.00'],
    [12, 'JPY', '¥12'],
  ])('writes %d %s as %s', (amount, code, text) => {
    expect(moneyText(amount, code)).toBe(text);
  });

  it('writes nothing for no amount, and a bare number for no currency', () => {
    expect(moneyText(null, 'EUR')).toBe('');
    expect(moneyText(undefined, 'EUR')).toBe('');
    expect(moneyText(1234.567, null)).toBe('1,234.57');
    expect(moneyText(5, 'euro')).toBe('5');
  });
});

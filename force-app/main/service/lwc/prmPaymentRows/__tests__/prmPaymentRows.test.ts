import { isPayable, rowOf, stateOf, sumsText } from 'c/prmPaymentRows';
import { payment } from './data/payments';

describe('claims of the payment desk', () => {
  it.each([
    ['what blocks it, before that it is late', { blocked: 'Parts', overdue: true }, 'warning'],
    ['that it is late', { overdue: true }, 'error'],
    ['that it can be paid', {}, 'success'],
    ['that its money is asked back', { status: 'Paid', clawbackReason: 'Twice' }, 'warning'],
    ['its status otherwise', { status: 'Clawed Back', statusLabel: 'Clawed Back' }, 'error'],
  ])('say %s', (_what, own, tone) => {
    expect(stateOf(payment(own)).tone).toBe(tone);
  });

  it('can be chosen when owed and nothing blocks', () => {
    expect([payment(), payment({ blocked: 'Parts' }), payment({ status: 'Paid' })].map(isPayable)).toEqual([true, false, false]);
    expect(rowOf(payment({ blocked: 'Parts' })).locked).toBe(true);
    expect(rowOf(payment()).secondary).toBe('Nordlicht · GAR-7');
  });

  it('are added up by currency, in cents', () => {
    const text = sumsText([payment({ amount: 0.1 }), payment({ amount: 0.2 }), payment({ amount: 5, currencyCode: 'USD' })]);
    expect(text.replace(/\u00a0/g, ' ')).toBe('EUR 0.30, USD 5.00');
  });
});

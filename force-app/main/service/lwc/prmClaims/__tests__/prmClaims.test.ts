import { moneyText, outcomeTone, rowOf, statusTone, titleOf, waitsFlag } from 'c/prmClaims';
import { claim } from './data/claims';

describe('claims', () => {
  it('show money with its own currency, and nothing for nothing', () => {
    expect([moneyText(1234.5, 'EUR'), moneyText(5, null), moneyText(null, 'EUR'), moneyText(0, 'VND')].map((text) => text.replace(/\s/g, ' '))).toEqual([
      'EUR 1,234.50',
      '5.00',
      '',
      'VND 0',
    ]);
  });

  it('are called by the number of the partner where there is one', () => {
    expect(titleOf(claim())).toBe('C-100');
    expect(titleOf(claim({ claimNumber: null }))).toBe('WC-0001');
  });

  it('stand in the list with state, money and what waits', () => {
    const row = rowOf(claim({ waits: 'ANSWER' }));
    expect(row.secondary).toBe('Pump 500 · SN-1 · Hansa Werft');
    expect(row.flag).toEqual({ label: 'c.PRM_UI_CLAIM_Waits_Answer', tone: 'warning' });
    expect(row.cells).toMatchObject({ title: 'C-100', status: { label: 'Information requested', tone: 'warning' }, approved: '' });
    expect(rowOf(claim({ waits: '' })).flag).toBeUndefined();
  });

  it('have a tone for each state, and a quiet one for what is new to us', () => {
    expect(['Paid', 'Rejected', 'Draft', 'Unheard'].map(statusTone)).toEqual(['success', 'error', 'neutral', 'neutral']);
    expect(['Approved', 'Adjusted', 'Rejected', 'Review', 'Open'].map(outcomeTone)).toEqual(['success', 'warning', 'error', 'info', 'neutral']);
    expect(waitsFlag(null)).toBeUndefined();
  });
});

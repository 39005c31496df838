import { factsOf, noticesOf } from 'c/prmClaimFacts';
import { claim, detail } from '../../prmClaims/__tests__/data/claims';

jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Pay_By', () => ({ default: 'Pay by {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Paid_On', () => ({ default: 'Paid' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Appeal_Until', () => ({ default: 'Appeal until {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Valid_Until', () => ({ default: 'Use until {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Clawback', () => ({ default: 'Back: {0}' }), { virtual: true });

describe('what a claim says of itself', () => {
  it('is only what is known', () => {
    const texts = factsOf(detail({ usage: 0, correction: null })).map(({ text }) => text);
    expect(texts).toEqual(['SN-1', 'Pump 500', 'Nov 1, 2026', 'Nov 3, 2026', '0', 'F-1 · Leaks', 'T-1 · Impeller', 'It leaks', 'Hansa Werft']);
  });

  it('names the dates that bind us or the partner', () => {
    const open = detail({ claim: claim({ payDueOn: '2026-12-24' }), canAppeal: true, appealUntil: '2026-12-31', canUse: true, validUntil: '2027-01-31' });
    expect(noticesOf(open)).toEqual(['Pay by Dec 24, 2026', 'Use until Jan 31, 2027', 'Appeal until Dec 31, 2026']);
    const paid = detail({ claim: claim({ payDueOn: '2026-12-24', paidAt: '2026-12-20T10:00:00.000Z' }), paymentReference: 'CN-7', appealUntil: '2026-12-31', clawbackReason: 'Paid twice' });
    expect(noticesOf(paid)).toEqual(['Paid CN-7', 'Back: Paid twice']);
    expect(noticesOf(detail())).toEqual([]);
  });
});

import { beginningOf, capOfClaim, capsOf, withLabour, withPart, worksFor } from 'c/prmClaimCaps';
import { changedLine, withLine } from 'c/prmClaimForm';
import { TERMS, TYPED, WITH_PART } from '../../prmClaimForm/__tests__/data/drafts';

jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Cap_Price', () => ({ default: 'price {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Cap_Hours', () => ({ default: 'hours {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Cap_Rate', () => ({ default: 'rate {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Cap_Km', () => ({ default: 'km {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Cap_Claim', () => ({ default: 'claim {0}' }), { virtual: true });

const plain = (text: string): string => text.replace(/\s/g, ' ');
const caps = (kind: 'Part' | 'Labour' | 'Travel' | 'Shipping', values: object): [string, boolean][] =>
  capsOf(withLine(TYPED, kind, values).lines[0]!, TERMS).map(({ text, over }) => [plain(text), over]);

describe('limits while a claim is typed', () => {
  it('take a part at its list price with the markup', () => {
    expect(caps('Part', { partId: '01t000000000001', unitPrice: '132' })).toEqual([['price EUR 132.00', false]]);
    expect(caps('Part', { partId: '01t000000000001', unitPrice: '132.01' })).toEqual([['price EUR 132.00', true]]);
    expect(caps('Part', { partId: '01t000000000002', unitPrice: '999' })).toEqual([]);
  });

  it('take hours up to the standard with its tolerance, and the rate of the term', () => {
    expect(caps('Labour', { labourCodeId: 'a0L000000000001', quantity: '2.4', unitPrice: '60' })).toEqual([['hours 2.4', false], ['rate EUR 60.00', false]]);
    expect(caps('Labour', { labourCodeId: 'a0L000000000001', quantity: '2.5', unitPrice: '61' })).toEqual([['hours 2.4', true], ['rate EUR 60.00', true]]);
    expect(caps('Labour', {})).toEqual([['rate EUR 60.00', false]]);
  });

  it('take kilometres up to the cap, and say nothing of what has none', () => {
    expect(caps('Travel', { quantity: '201', unitPrice: '0.5' })).toEqual([['km 200', true], ['rate EUR 0.50', false]]);
    expect(caps('Shipping', { quantity: '1', unitPrice: '5000' })).toEqual([]);
  });

  it('take the claim up to its own cap', () => {
    expect(capOfClaim(WITH_PART, TERMS.limits)).toMatchObject({ over: false });
    expect(capOfClaim(changedLine(WITH_PART, '1', { quantity: '9' }), TERMS.limits)).toMatchObject({ over: true });
    expect(capOfClaim(WITH_PART, {})).toBeUndefined();
  });
});

describe('a new line', () => {
  it('begins with what is known: the causal part, the work for the fault, prices, hours and rates', () => {
    expect(beginningOf('Part', TYPED, TERMS)).toEqual({ partId: '01t000000000001', unitPrice: '120' });
    expect(beginningOf('Part', WITH_PART, TERMS)).toEqual({ partId: '', unitPrice: '' });
    expect(beginningOf('Labour', TYPED, TERMS)).toEqual({ labourCodeId: 'a0L000000000001', quantity: '2', unitPrice: '60' });
    expect(beginningOf('Travel', TYPED, TERMS)).toEqual({ quantity: '', unitPrice: '0.5' });
    expect(beginningOf('Other', TYPED, TERMS)).toEqual({});
  });

  it('takes the price of another part and the hours of another work', () => {
    expect(withPart('01t000000000002', TERMS)).toEqual({ partId: '01t000000000002', unitPrice: '' });
    expect(withLabour('a0L000000000002', TERMS)).toMatchObject({ quantity: '5' });
    expect(withLabour('', TERMS)).toMatchObject({ quantity: '1' });
  });

  it('offers works allowed for the fault; all of them where none is named', () => {
    expect(worksFor('a0F000000000002', TERMS).map(({ id }) => id)).toEqual(['a0L000000000002']);
    expect(worksFor('', TERMS)).toHaveLength(2);
    expect(worksFor('a0F000000000009', TERMS)).toHaveLength(2);
  });
});

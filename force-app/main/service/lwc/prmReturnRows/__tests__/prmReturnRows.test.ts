import { announcedText, asAnnounced, cameText, consequenceOf, receiptsOf, rowOf, stateOf } from 'c/prmReturnRows';
import { each, line } from './data/returns';

jest.mock('@salesforce/label/c.PRM_UI_RETURN_Back_To_Review', () => ({ default: '{0} is back in review' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_RETURN_Claim_Stands', () => ({ default: '{0} is {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_RETURN_Announced', () => ({ default: 'Announced: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_RETURN_Announced_Serial', () => ({ default: 'Announced: {0}, {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_RETURN_Came', () => ({ default: 'Came: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_RETURN_Came_Serial', () => ({ default: 'Came: {0}, {1}' }), { virtual: true });

describe('returns', () => {
  it('say what follows from a mismatch', () => {
    expect(consequenceOf(each())).toBe('');
    expect(consequenceOf(each({ mismatch: 'One too few.', claimStatus: 'Under Review' }))).toBe('WC-0001 is back in review');
    expect(consequenceOf(each({ mismatch: 'One too few.', claimStatus: 'Paid', claimStatusLabel: 'Paid' }))).toBe('WC-0001 is Paid');
  });

  it('say what was announced and what came', () => {
    expect(announcedText(line())).toBe('Announced: 2, PS-1');
    expect(announcedText(line({ serial: null }))).toBe('Announced: 2');
    expect([cameText(line()), cameText(line({ receivedQuantity: 0 })), cameText(line({ receivedQuantity: 1, receivedSerial: 'X' }))]).toEqual(['', 'Came: 0', 'Came: 1, X']);
  });

  it('make receipts of what was typed', () => {
    const lines = [line(), line({ id: 'a03000000000002AAA', serial: null, quantity: 1 })];
    const values = { ...asAnnounced(lines), 'a03000000000002AAA.note': ' Bent ' };
    expect(receiptsOf(lines, values)).toEqual([
      { lineId: 'a03000000000001AAA', quantity: 2, serial: 'PS-1', note: '' },
      { lineId: 'a03000000000002AAA', quantity: 1, serial: '', note: 'Bent' },
    ]);
  });

  it('stand in the list with state and shipment', () => {
    expect(rowOf(each()).cells).toMatchObject({ name: 'RA-0001', claim: 'WC-0001', shipment: 'DHL T-1' });
    expect([stateOf(each({ status: 'Overdue' })).tone, stateOf(each({ status: 'Scrapped' })).tone]).toEqual(['error', 'neutral']);
  });
});

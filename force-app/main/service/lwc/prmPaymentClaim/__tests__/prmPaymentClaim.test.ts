import PrmPaymentClaim from 'c/prmPaymentClaim';
import approveClawback from '@salesforce/apex/PrmPaymentDeskController.approveClawback';
import askClawback from '@salesforce/apex/PrmPaymentDeskController.askClawback';
import getClaim from '@salesforce/apex/PrmPaymentDeskController.getClaim';
import refuseClawback from '@salesforce/apex/PrmPaymentDeskController.refuseClawback';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { detailOf } from '../../prmPaymentRows/__tests__/data/payments';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmPaymentDeskController.getClaim',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmPaymentDeskController.askClawback', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmPaymentDeskController.approveClawback', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmPaymentDeskController.refuseClawback', () => ({ default: jest.fn() }), { virtual: true });

const wired = getClaim as unknown as TestAdapter;
const ID = 'a01000000000001AAA';
const PAID = { status: 'Paid', statusLabel: 'Paid' };
const ASKED = { ...PAID, clawbackReason: 'Paid twice.', clawbackAskedBy: 'Agnes', clawbackAskedAt: '2026-03-02T10:00:00.000Z' };
const shown = async (own = {}): Promise<HTMLElement> => {
  const element = mount('c-prm-payment-claim', PrmPaymentClaim, { recordId: ID });
  wired.emit(detailOf(own));
  await settled();
  return element;
};

afterEach(() => {
  unmountAll();
  jest.clearAllMocks();
});

describe('a claim at the payment desk', () => {
  it('says why it cannot be paid yet', async () => {
    const element = await shown({ blocked: 'The parts must come back.' });
    expect(textOf(find(element, '[data-blocked]'))).toBe('The parts must come back.');
    expect(findAll(element, 'c-prm-claim-reply')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('asks with a reason to take a payment back, and then waits for another', async () => {
    (askClawback as unknown as jest.Mock).mockResolvedValue(detailOf({ ...ASKED, clawbackMine: true }));
    const element = await shown(PAID);
    find(element, 'c-prm-claim-reply').dispatchEvent(new CustomEvent('reply', { detail: { text: 'Paid twice.' } }));
    await settled();
    expect(askClawback).toHaveBeenCalledWith({ claimId: ID, reason: 'Paid twice.' });
    expect(textOf(find(element, '[data-second]'))).toBe('c.PRM_Claim_Clawback_Second');
    expect(findAll(element, '[data-action]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['approve', approveClawback],
    ['refuse', refuseClawback],
  ])('lets another approver %s', async (action, method) => {
    (method as unknown as jest.Mock).mockResolvedValue(detailOf({ status: 'Clawed Back', statusLabel: 'Clawed Back' }));
    const element = await shown(ASKED);
    expect(textOf(element.shadowRoot!.querySelector('.claim')!)).toContain('Paid twice.');
    find(element, `[data-action="${action}"]`).click();
    await settled();
    expect(method).toHaveBeenCalledWith({ claimId: ID });
    expect(findAll(element, '[data-action]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('shows what the server has against it', async () => {
    (approveClawback as unknown as jest.Mock).mockRejectedValue({ body: { message: 'Somebody else must approve.' } });
    const element = await shown(ASKED);
    find(element, '[data-action="approve"]').click();
    await settled();
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Somebody else must approve.');
  });
});

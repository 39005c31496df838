import PrmClaimDetail from 'c/prmClaimDetail';
import { refreshApex } from '@salesforce/apex';
import answer from '@salesforce/apex/PrmMyClaimsController.answer';
import accept from '@salesforce/apex/PrmMyClaimsController.accept';
import appeal from '@salesforce/apex/PrmMyClaimsController.appeal';
import cancel from '@salesforce/apex/PrmMyClaimsController.cancel';
import getClaim from '@salesforce/apex/PrmMyClaimsController.getClaim';
import ship from '@salesforce/apex/PrmMyClaimsController.ship';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { claim, detail, slip } from '../../prmClaims/__tests__/data/claims';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmMyClaimsController.getClaim', () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmProofsController.listProofs', () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmMyClaimsController.answer', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmMyClaimsController.accept', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmMyClaimsController.appeal', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmMyClaimsController.cancel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmMyClaimsController.ship', () => ({ default: jest.fn() }), { virtual: true });

const wire = getClaim as unknown as TestAdapter;
const server = { answer: answer as unknown as jest.Mock, appeal: appeal as unknown as jest.Mock, cancel: cancel as unknown as jest.Mock, ship: ship as unknown as jest.Mock };
const went: unknown[] = [];
Object.defineProperty(PrmClaimDetail.prototype, NavigationMixin.Navigate, { value: (reference: unknown) => went.push(reference) });

const shown = async (data = detail()): Promise<HTMLElement> => {
  const element = mount('c-prm-claim-detail', PrmClaimDetail);
  (CurrentPageReference as unknown as TestAdapter).emit({ type: 'comm__namedPage', attributes: { name: 'Claim__c' }, state: { claim: 'a01000000000001' } });
  await settled();
  wire.emit(data);
  await settled();
  return element;
};

afterEach(() => {
  unmountAll();
  went.length = 0;
  window.localStorage.clear();
  jest.resetAllMocks();
});

describe('one claim', () => {
  it('is named by the address, and shows what failed, its lines, its money and what is asked', async () => {
    const element = await shown();
    expect(wire.getLastConfig()).toEqual({ claimId: 'a01000000000001' });
    expect(textOf(find(element, 'h1'))).toBe('Claim C-100');
    expect(textOf(element)).toMatch(/Which seal\?.*Cut to the list price\..*It leaks/);
    await expect(element).toBeAccessible();
  });

  it('shows our own clock while the decision is ours', async () => {
    const element = await shown(detail({ claim: claim({ status: 'Under Review' }), canAnswer: false, question: null }));
    expect(find<HTMLElement & { dueAt: string }>(element, '.promise c-prm-ui-countdown').dueAt).toBe('2026-11-30T08:00:00.000Z');
    expect(findAll(element, '[data-form="answer"]')).toHaveLength(0);
  });

  it('takes an answer, keeps it when that fails, and shows the claim afterwards', async () => {
    // GIVEN the server fails once
    server.answer.mockRejectedValueOnce({ body: { message: 'Not now.' } }).mockResolvedValueOnce(detail({ claim: claim({ status: 'Submitted', statusLabel: 'Submitted' }), canAnswer: false, answer: 'The left one.' }));
    const element = await shown();
    const form = find<HTMLElement & { saved(): void }>(element, '[data-form="answer"]');
    const reply = (): boolean => form.dispatchEvent(new CustomEvent('reply', { detail: { text: 'The left one.' } }));
    // WHEN it is sent twice
    reply();
    await settled();
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Not now.');
    reply();
    await settled();
    // THEN the second is taken and the page is fresh
    expect(server.answer).toHaveBeenLastCalledWith({ claimId: 'a01000000000001', text: 'The left one.' });
    expect(textOf(element)).toContain('The left one.');
    expect(refreshApex).toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('is accepted in part, so that it is paid', async () => {
    (accept as unknown as jest.Mock).mockResolvedValue(detail({ claim: claim({ status: 'Partly Approved' }), canAppeal: false, canAccept: false }));
    const element = await shown(detail({ claim: claim({ status: 'Partly Approved' }), canAppeal: true, canAccept: true, appealUntil: '2036-12-31', question: null }));
    await expect(element).toBeAccessible();
    find(element, '[data-action="accept"]').click();
    await settled();
    expect(accept).toHaveBeenCalledWith({ claimId: 'a01000000000001' });
    expect(findAll(element, '[data-action="accept"]')).toHaveLength(0);
  });

  it('is appealed where that may be', async () => {
    server.appeal.mockResolvedValue(detail({ claim: claim({ status: 'Appealed' }), canAppeal: false }));
    const element = await shown(detail({ claim: claim({ status: 'Rejected' }), canAppeal: true, appealUntil: '2036-12-31', question: null }));
    find(element, '[data-form="appeal"]').dispatchEvent(new CustomEvent('reply', { detail: { text: 'No.' } }));
    await settled();
    expect(server.appeal).toHaveBeenCalledWith({ claimId: 'a01000000000001', reason: 'No.' });
    expect(findAll(element, '[data-form="appeal"]')).toHaveLength(0);
  });

  it('is cancelled only after asking', async () => {
    server.cancel.mockResolvedValue(detail({ claim: claim({ status: 'Cancelled', statusLabel: 'Cancelled' }), canCancel: false }));
    const element = await shown();
    find(element, '[data-action="cancel"]').click();
    await settled();
    await expect(element).toBeAccessible();
    find(element, '[data-action="keep"]').click();
    await settled();
    expect(server.cancel).not.toHaveBeenCalled();
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset.action).toBe('cancel');
    find(element, '[data-action="cancel"]').click();
    await settled();
    find(element, '[data-action="cancel-now"]').click();
    await settled();
    expect(server.cancel).toHaveBeenCalledTimes(1);
    expect(findAll(element, '[data-action="cancel"]')).toHaveLength(0);
  });

  it('ships a return and prints its slip alone', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
    server.ship.mockResolvedValue(detail({ returns: [slip({ toShip: false })] }));
    const element = await shown(detail({ returns: [slip(), slip({ id: 'a02000000000002' })] }));
    find(element, '[data-form="a02000000000001"]').dispatchEvent(new CustomEvent('printslip', { detail: { returnId: 'a02000000000001' } }));
    await settled();
    expect(print).toHaveBeenCalledTimes(1);
    find(element, '[data-form="a02000000000001"]').dispatchEvent(new CustomEvent('ship', { detail: { returnId: 'a02000000000001', carrier: 'DHL', tracking: 'J1' } }));
    await settled();
    expect(server.ship).toHaveBeenCalledWith({ returnId: 'a02000000000001', carrier: 'DHL', tracking: 'J1' });
    expect(findAll(element, 'c-prm-claim-return')).toHaveLength(1);
  });

  it('leads to the wizard: to change it, and to a claim from a pre-authorisation', async () => {
    const element = await shown(detail({ canUse: true }));
    find(element, '[data-action="edit"]').click();
    find(element, '[data-action="use"]').click();
    expect(went.map((reference) => (reference as { state: object }).state)).toEqual([{ claim: 'a01000000000001' }, { from: 'a01000000000001' }]);
  });

  it('says what to do without a claim, keeps the place while loading, and offers to try again', async () => {
    const element = mount('c-prm-claim-detail', PrmClaimDetail);
    await settled();
    expect(findAll(element, 'c-prm-ui-skeleton')).toHaveLength(1);
    wire.error({ message: 'Gone.' }, 404);
    await settled();
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Gone.');
    expect(findAll(element, 'h1')).toHaveLength(1);
    find(find(element, 'c-prm-ui-error'), '[data-action="retry"]').click();
    await settled();
    (CurrentPageReference as unknown as TestAdapter).emit({ type: 'comm__namedPage', attributes: { name: 'Claim__c' }, state: {} });
    await settled();
    expect(findAll(element, 'c-prm-ui-empty')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});

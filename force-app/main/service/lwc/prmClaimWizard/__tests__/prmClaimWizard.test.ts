import PrmClaimWizard from 'c/prmClaimWizard';
import checkSerial from '@salesforce/apex/PrmClaimWizardController.checkSerial';
import fromPreAuthorisation from '@salesforce/apex/PrmClaimWizardController.fromPreAuthorisation';
import getDraft from '@salesforce/apex/PrmClaimWizardController.getDraft';
import lineKinds from '@salesforce/apex/PrmClaimWizardController.lineKinds';
import saveDraft from '@salesforce/apex/PrmClaimWizardController.saveDraft';
import submitDraft from '@salesforce/apex/PrmClaimWizardController.submit';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { keep } from 'c/prmClaimDrafts';
import { toServer, type ClaimDraft } from 'c/prmClaimForm';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import { find, findAll, mount, press, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { TERMS, TYPED, WITH_PART } from '../../prmClaimForm/__tests__/data/drafts';

jest.mock('@salesforce/apex/PrmClaimWizardController.lineKinds', () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmProofsController.listProofs', () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmClaimWizardController.checkSerial', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmClaimWizardController.fromPreAuthorisation', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmClaimWizardController.getDraft', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmClaimWizardController.saveDraft', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmClaimWizardController.submit', () => ({ default: jest.fn() }), { virtual: true });

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const went: unknown[] = [];
Object.defineProperty(PrmClaimWizard.prototype, NavigationMixin.Navigate, { value: (reference: unknown) => went.push(reference) });

const FOUND = {
  ...TERMS,
  found: true,
  serial: 'SN-1',
  productName: 'Pump 500',
  currencyCode: 'EUR',
  nearSerials: [],
  entitlement: { covered: true, reason: 'Until May.' },
  faults: [{ value: 'a0F000000000001', label: 'F-1 · Leaks' }],
};

/** The server keeps what it is sent, a version a save. */
function serverKeeps(): void {
  let version = 0;
  mocked(saveDraft).mockImplementation(() => Promise.resolve({ claimId: 'a01', version: ++version, lineIds: [], problems: [] }));
}

const shown = async (state: Record<string, string> = {}): Promise<HTMLElement> => {
  const element = mount('c-prm-claim-wizard', PrmClaimWizard);
  (CurrentPageReference as unknown as TestAdapter).emit({ type: 'comm__namedPage', attributes: { name: 'File_Claim__c' }, state });
  (lineKinds as unknown as TestAdapter).emit([{ value: 'Part', label: 'Part' }]);
  await settled();
  await settled();
  return element;
};
const type = (element: HTMLElement, name: string, value: unknown): boolean => find(element, '[data-step-body]').dispatchEvent(new CustomEvent('draftchange', { detail: { name, value } }));
const heading = (element: HTMLElement): string => textOf(find(element, 'h2'));
const next = async (element: HTMLElement): Promise<void> => {
  find(element, '[data-action="next"]').click();
  await settled();
  await settled();
};
/** Goes on so often, and says where that led. */
async function headingsOf(element: HTMLElement, steps: number): Promise<string[]> {
  if (steps === 0) return [];
  await next(element);
  return [heading(element), ...(await headingsOf(element, steps - 1))];
}
const problems = (element: HTMLElement): readonly { field: string }[] => find<HTMLElement & { problems: readonly { field: string }[] }>(element, 'c-prm-claim-problems').problems;

beforeEach(() => {
  mocked(checkSerial).mockResolvedValue(FOUND);
  serverKeeps();
});

afterEach(() => {
  unmountAll();
  went.length = 0;
  window.localStorage.clear();
  window.history.replaceState({}, '', '/');
  jest.resetAllMocks();
});

describe('claim wizard', () => {
  it('begins with the serial, says at once what is known, and goes on by Enter', async () => {
    const element = await shown();
    expect(heading(element)).toBe('c.PRM_UI_CLAIM_Step_Serial');
    await expect(element).toBeAccessible();
    type(element, 'serial', 'SN-1');
    press(find(find(find(element, '[data-step-body]'), 'c-prm-ui-field'), 'input'), 'Enter');
    await settled();
    await settled();
    expect(heading(element)).toBe('c.PRM_UI_CLAIM_Step_Fault');
    expect(textOf(find(element, 'c-prm-entitlement-card'))).toContain('Until May.');
    expect(window.location.search).toBe('?claim=a01');
    await expect(element).toBeAccessible();
  });

  it('stops at a serial that nobody knows, and passes near ones on without taking one', async () => {
    mocked(checkSerial).mockResolvedValue({ ...FOUND, found: false, message: 'Did you mean SN-0?', nearSerials: ['SN-0'], entitlement: null });
    const element = await shown({ serial: 'SN-O' });
    await next(element);
    expect(heading(element)).toBe('c.PRM_UI_CLAIM_Step_Serial');
    expect(problems(element)).toEqual([{ field: 'serial', message: 'Did you mean SN-0?' }]);
    expect(find<HTMLElement & { nearSerials: string[]; draft: ClaimDraft }>(element, '[data-step-body]')).toMatchObject({ nearSerials: ['SN-0'], draft: { serial: 'SN-O' } });
  });

  it('sums up what is missing, leads to the field, and lets a mended field go', async () => {
    const element = await shown({ serial: 'SN-1' });
    await next(element);
    await next(element);
    expect(problems(element).map(({ field }) => field)).toContain('complaint');
    find(element, 'c-prm-claim-problems').dispatchEvent(new CustomEvent('problemopen', { detail: { problem: { field: 'complaint', message: 'x' } } }));
    expect((element.shadowRoot!.activeElement as HTMLElement).tagName).toBe('C-PRM-CLAIM-FAULT-STEP');
    type(element, 'complaint', 'It leaks');
    await settled();
    expect(problems(element).map(({ field }) => field)).not.toContain('complaint');
    await expect(element).toBeAccessible();
  });

  it('goes from draft to submitted claim, and forgets its copy', async () => {
    // GIVEN a draft of the server that is complete
    mocked(getDraft).mockResolvedValue(toServer({ ...WITH_PART, claimId: 'a01', version: 7 }));
    mocked(submitDraft).mockResolvedValue({ name: 'WC-1', problems: [] });
    const element = await shown({ claim: 'a01' });
    // WHEN one goes through all steps
    const headings = await headingsOf(element, 4);
    expect(headings).toEqual(['Fault', 'Lines', 'Proofs', 'Review'].map((step) => `c.PRM_UI_CLAIM_Step_${step}`));
    await expect(element).toBeAccessible();
    await next(element);
    // THEN it is submitted as it was seen, and its page opens
    expect(mocked(submitDraft)).toHaveBeenCalledWith({ claimId: 'a01', version: 7 });
    expect(mocked(saveDraft)).not.toHaveBeenCalled();
    expect(went).toEqual([{ type: 'comm__namedPage', attributes: { name: 'Claim__c' }, state: { claim: 'a01' } }]);
    expect(window.localStorage).toHaveLength(0);
  });

  it('brings problems of the server to their fields', async () => {
    mocked(getDraft).mockResolvedValue(toServer({ ...WITH_PART, claimId: 'a01', version: 7 }));
    mocked(submitDraft).mockResolvedValue({ name: 'WC-1', problems: [{ field: 'PRM_Part__c', line: 1, message: 'Foreign part.' }] });
    const element = await shown({ claim: 'a01' });
    await headingsOf(element, 5);
    expect(problems(element)).toEqual([{ field: 'partId', line: 1, message: 'Foreign part.' }]);
    find(element, 'c-prm-claim-problems').dispatchEvent(new CustomEvent('problemopen', { detail: { problem: problems(element)[0] } }));
    await settled();
    expect(heading(element)).toBe('c.PRM_UI_CLAIM_Step_Lines');
  });

  it('has again what was typed before the session was lost, though the server does not answer', async () => {
    keep({ draft: { ...TYPED, claimId: 'a01' }, step: 'fault', saved: false });
    mocked(getDraft).mockRejectedValue({ status: 401 });
    const element = await shown({ claim: 'a01' });
    expect(textOf(element)).toContain('Restored');
    expect(find<HTMLElement & { draft: ClaimDraft }>(element, '[data-step-body]').draft.complaint).toBe('It leaks');
  });

  it('goes on with the newer draft of the server where nothing was left unsaved here', async () => {
    keep({ draft: { ...TYPED, claimId: 'a01', complaint: 'Old' }, step: 'fault', saved: true });
    mocked(getDraft).mockResolvedValue(toServer({ ...TYPED, claimId: 'a01', version: 9, complaint: 'New' }));
    const element = await shown({ claim: 'a01' });
    expect(find<HTMLElement & { draft: ClaimDraft }>(element, '[data-step-body]').draft).toMatchObject({ complaint: 'New', version: 9 });
    expect(textOf(element)).not.toContain('Restored');
  });

  it('tells who saves second, keeps what was typed, and shows the other draft on demand', async () => {
    mocked(getDraft).mockResolvedValue(toServer({ ...TYPED, claimId: 'a01', version: 2 }));
    mocked(saveDraft).mockRejectedValue({ body: { message: 'Somebody saved meanwhile.' } });
    const element = await shown({ claim: 'a01' });
    await next(element);
    type(element, 'complaint', 'Mine');
    await next(element);
    expect(textOf(find(element, '.failure'))).toContain('Somebody saved meanwhile.');
    await expect(element).toBeAccessible();
    mocked(getDraft).mockResolvedValue(toServer({ ...TYPED, claimId: 'a01', version: 3, complaint: 'Theirs' }));
    find(element, '[data-action="show-saved"]').click();
    await settled();
    await settled();
    await next(element);
    expect(find<HTMLElement & { draft: ClaimDraft }>(element, '[data-step-body]').draft).toMatchObject({ complaint: 'Theirs', version: 3 });
  });

  it('begins from a pre-authorisation', async () => {
    mocked(fromPreAuthorisation).mockResolvedValue({ ...toServer(WITH_PART), preAuthorisationId: 'a09' });
    const element = await shown({ from: 'a09' });
    await next(element);
    expect(mocked(saveDraft).mock.calls[0][0].draft).toMatchObject({ claimId: null, preAuthorisationId: 'a09' });
  });

  it('asks on Escape whether to leave, saves, and leads to the list', async () => {
    const element = await shown({ serial: 'SN-1' });
    press(find(element, '.main'), 'Escape');
    await settled();
    await expect(element).toBeAccessible();
    find(element, '[data-action="stay"]').click();
    await settled();
    expect(went).toEqual([]);
    press(find(element, '.main'), 'Escape');
    await settled();
    find(element, '[data-action="leave"]').click();
    await settled();
    await settled();
    expect(mocked(saveDraft)).toHaveBeenCalledTimes(1);
    expect(went).toEqual([{ type: 'comm__namedPage', attributes: { name: 'Claims__c' } }]);
  });

  it('says why a draft cannot be opened, and tries again', async () => {
    mocked(getDraft).mockRejectedValueOnce({ body: { message: 'This claim is submitted.' } }).mockResolvedValueOnce(toServer({ ...TYPED, claimId: 'a01' }));
    const element = await shown({ claim: 'a01' });
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('This claim is submitted.');
    expect(findAll(element, '[data-step-body]')).toHaveLength(0);
    find(find(element, 'c-prm-ui-error'), '[data-action="retry"]').click();
    await settled();
    await settled();
    expect(findAll(element, '[data-step-body]')).toHaveLength(1);
  });
});

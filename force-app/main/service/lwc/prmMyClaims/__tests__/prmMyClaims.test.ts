import PrmMyClaims from 'c/prmMyClaims';
import { changed } from 'c/prmUiBus';
import { refreshApex } from '@salesforce/apex';
import listClaims from '@salesforce/apex/PrmMyClaimsController.listClaims';
import statuses from '@salesforce/apex/PrmMyClaimsController.statuses';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { NavigationMixin } from 'lightning/navigation';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { claim, pageOf } from '../../prmClaims/__tests__/data/claims';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmMyClaimsController.listClaims', () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmMyClaimsController.statuses', () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Count', () => ({ default: '({0})' }), { virtual: true });

const claimsWire = listClaims as unknown as TestAdapter;
const DRAFT = claim({ id: 'a01000000000002', claimNumber: 'C-101', status: 'Draft', statusLabel: 'Draft', waits: 'DRAFT' });
const went: unknown[] = [];
Object.defineProperty(PrmMyClaims.prototype, NavigationMixin.Navigate, { value: (reference: unknown) => went.push(reference) });

const shown = async (items = [claim(), DRAFT], total = items.length): Promise<HTMLElement> => {
  const element = mount('c-prm-my-claims', PrmMyClaims);
  claimsWire.emit(pageOf(items, total));
  (statuses as unknown as TestAdapter).emit([{ value: 'Draft', label: 'Draft' }]);
  await settled();
  return element;
};
const list = (element: HTMLElement): HTMLElement => find(element, 'c-prm-ui-list');

afterEach(() => {
  unmountAll();
  went.length = 0;
  window.history.replaceState({}, '', '/');
  jest.clearAllMocks();
});

describe('my claims', () => {
  it('lists claims in the order of the server with what waits and their number', async () => {
    const element = await shown(undefined, 30);
    expect(textOf(find(element, 'h1'))).toBe('c.PRM_UI_CLAIM_My_Claims (30)');
    expect(textOf(list(element))).toMatch(/C-100 .*Waits_Answer .*C-101 .*Waits_Draft/);
    await expect(element).toBeAccessible();
  });

  it('opens a claim on its page, a draft in the wizard, and a new one there too', async () => {
    const element = await shown();
    findAll(list(element), '[data-open]').forEach((row) => row.click());
    find(element, '[data-action="file"]').click();
    expect(went).toEqual([
      { type: 'comm__namedPage', attributes: { name: 'Claim__c' }, state: { claim: claim().id } },
      { type: 'comm__namedPage', attributes: { name: 'File_Claim__c' }, state: { claim: DRAFT.id } },
      { type: 'comm__namedPage', attributes: { name: 'File_Claim__c' }, state: {} },
    ]);
  });

  it('asks the server for a status and for words, and finds them again in the address', async () => {
    const element = await shown([claim()], 60);
    find(find(list(element), 'c-prm-ui-pager'), '[data-action="next"]').click();
    await settled();
    expect(claimsWire.getLastConfig()).toMatchObject({ pageNumber: 2 });
    find(element, 'c-prm-ui-filters').dispatchEvent(new CustomEvent('filter', { detail: { search: 'hansa', choice: 'Draft' } }));
    await settled();
    expect(claimsWire.getLastConfig()).toMatchObject({ pageNumber: 1, status: 'Draft', search: 'hansa' });
    claimsWire.emit(pageOf([]));
    await settled();
    expect(textOf(find(element, 'c-prm-ui-empty'))).toContain('No_Match ');
    unmountAll();
    mount('c-prm-my-claims', PrmMyClaims);
    await settled();
    expect(claimsWire.getLastConfig()).toMatchObject({ status: 'Draft', search: 'hansa' });
  });

  it('says what would be here, keeps the place while it loads, and offers to try again', async () => {
    const element = mount('c-prm-my-claims', PrmMyClaims);
    await settled();
    expect(findAll(element, 'c-prm-ui-skeleton')).toHaveLength(1);
    claimsWire.error({ message: 'Not now.' }, 500);
    await settled();
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Not now.');
    await expect(element).toBeAccessible();
    find(find(element, 'c-prm-ui-error'), '[data-action="retry"]').click();
    expect(refreshApex).toHaveBeenCalledTimes(1);
    claimsWire.emit(pageOf([]));
    await settled();
    expect(textOf(find(element, 'c-prm-ui-empty'))).toContain('No_Claims ');
    await expect(element).toBeAccessible();
  });

  it('is fresh after a claim changed elsewhere on the page', async () => {
    await shown();
    changed('service.claims');
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });
});

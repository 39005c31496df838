import PrmRequests from 'c/prmRequests';
import listRequests from '@salesforce/apex/PrmRequestsController.listRequests';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { CurrentPageReference } from 'lightning/navigation';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { pageOf, request } from '../../prmServiceRequests/__tests__/data/requests';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmRequestsController.listRequests',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/PrmRequestsController.choices',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/PrmRequestsController.getRequest',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmRequestsController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRequestsController.close', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRequestsController.reopen', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRequestsController.reply', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Count', () => ({ default: '({0})' }), { virtual: true });

const wired = listRequests as unknown as TestAdapter;
const OTHER = request({ id: '500000000000002AAA', subject: 'Wrong bill', waitingOn: 'Partner' });
const shown = async (items = [request(), OTHER], total = items.length): Promise<HTMLElement> => {
  const element = mount('c-prm-requests', PrmRequests);
  wired.emit(pageOf(items, total));
  await settled();
  return element;
};
const list = (element: HTMLElement): HTMLElement => find(element, 'c-prm-ui-list');

afterEach(() => {
  unmountAll();
  window.history.replaceState({}, '', '/');
  jest.clearAllMocks();
});

describe('service requests', () => {
  it('lists them with their number', async () => {
    const element = await shown([request(), OTHER], 30);
    expect(textOf(find(element, 'h1'))).toBe('c.PRM_UI_REQUEST_Title (30)');
    expect(findAll(list(element), '[data-open]').map(textOf)).toEqual(['Pump does not start', 'Wrong bill']);
    await expect(element).toBeAccessible();
  });

  it('opens one beside the list and gives the focus back to its row', async () => {
    const element = await shown();
    find(list(element), `[data-id="${OTHER.id}"]`).click();
    await settled();
    expect(find<HTMLElement & { recordId: string }>(element, 'c-prm-request-panel').recordId).toBe(OTHER.id);
    find(element, 'c-prm-ui-panel').dispatchEvent(new CustomEvent('close'));
    await settled();
    expect((list(element).shadowRoot!.activeElement as HTMLElement).dataset.id).toBe(OTHER.id);
  });

  it('opens the form, and the request that was sent with it', async () => {
    const element = await shown();
    find(element, '[data-action="new"]').click();
    await settled();
    find(element, 'c-prm-request-form').dispatchEvent(new CustomEvent('opened', { detail: { id: OTHER.id } }));
    await settled();
    expect(find<HTMLElement & { recordId: string }>(element, 'c-prm-request-panel').recordId).toBe(OTHER.id);
    await expect(element).toBeAccessible();
  });

  it('opens what the address names', async () => {
    const element = await shown();
    (CurrentPageReference as unknown as TestAdapter).emit({ state: { request: OTHER.id } });
    await settled();
    expect(find<HTMLElement & { recordId: string }>(element, 'c-prm-request-panel').recordId).toBe(OTHER.id);
  });

  it('keeps filter and search in the address', async () => {
    const element = await shown();
    find(element, 'c-prm-ui-filters').dispatchEvent(new CustomEvent('filter', { detail: { search: 'pump', choice: 'Closed' } }));
    await settled();
    expect(wired.getLastConfig()).toMatchObject({ search: 'pump', show: 'Closed', pageNumber: 1 });
    expect(window.location.search).toBe('?search=pump&show=Closed');
  });

  it('says what would be here when there is none, and what to do when none matches', async () => {
    const element = await shown([]);
    const empty = find<HTMLElement & { heading: string }>(element, 'c-prm-ui-empty');
    expect(empty.heading).toBe('c.PRM_UI_REQUEST_None');
    find(element, 'c-prm-ui-filters').dispatchEvent(new CustomEvent('filter', { detail: { search: 'x', choice: '' } }));
    await settled();
    expect(empty.heading).toBe('c.PRM_UI_REQUEST_No_Match');
    await expect(element).toBeAccessible();
  });

  it('offers to try again when they cannot be read', async () => {
    const element = mount('c-prm-requests', PrmRequests);
    wired.error();
    await settled();
    expect(find<HTMLElement & { retryable: boolean }>(element, 'c-prm-ui-error').retryable).toBe(true);
    await expect(element).toBeAccessible();
  });
});

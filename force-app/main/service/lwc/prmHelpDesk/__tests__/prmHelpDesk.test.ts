import PrmHelpDesk from 'c/prmHelpDesk';
import listQueue from '@salesforce/apex/PrmHelpDeskController.listQueue';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { pageOf, request } from '../../prmServiceRequests/__tests__/data/requests';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmHelpDeskController.listQueue',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/PrmHelpDeskController.getRequest',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmHelpDeskController.note', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmHelpDeskController.reply', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmHelpDeskController.take', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Count', () => ({ default: '({0})' }), { virtual: true });

const wired = listQueue as unknown as TestAdapter;
const shown = async (items = [request({ partnerName: 'Nordlicht', escalation: 1 })]): Promise<HTMLElement> => {
  const element = mount('c-prm-help-desk', PrmHelpDesk);
  wired.emit(pageOf(items));
  await settled();
  return element;
};

afterEach(() => {
  unmountAll();
  window.history.replaceState({}, '', '/');
});

describe('help desk', () => {
  it('lists requests with partner and mark of what is overdue', async () => {
    const element = await shown();
    expect(textOf(find(element, 'h1'))).toBe('c.PRM_UI_REQUEST_Desk_Title (1)');
    expect(textOf(find(element, 'c-prm-ui-list'))).toContain('Nordlicht');
    expect(textOf(find(element, 'c-prm-ui-list'))).toContain('c.PRM_UI_REQUEST_Escalated');
    await expect(element).toBeAccessible();
  });

  it('opens a request beside the queue and gives the focus back', async () => {
    const element = await shown();
    const queue = find(element, 'c-prm-ui-list');
    find(queue, '[data-open]').click();
    await settled();
    expect(findAll(element, 'c-prm-desk-request')).toHaveLength(1);
    find(element, 'c-prm-ui-panel').dispatchEvent(new CustomEvent('close'));
    await settled();
    expect((queue.shadowRoot!.activeElement as HTMLElement).dataset.id).toBe('500000000000001AAA');
  });

  it('asks the server for what the filter says', async () => {
    const element = await shown();
    find(element, 'c-prm-ui-filters').dispatchEvent(new CustomEvent('filter', { detail: { search: '', choice: 'Mine' } }));
    await settled();
    expect(wired.getLastConfig()).toMatchObject({ show: 'Mine' });
  });

  it('says that nothing waits', async () => {
    const element = await shown([]);
    expect(find<HTMLElement & { heading: string }>(element, 'c-prm-ui-empty').heading).toBe('c.PRM_UI_REQUEST_None');
    await expect(element).toBeAccessible();
  });
});

import PrmReturnsDesk from 'c/prmReturnsDesk';
import listReturns from '@salesforce/apex/PrmReturnsDeskController.listReturns';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { each, pageOf } from '../../prmReturnRows/__tests__/data/returns';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmReturnsDeskController.listReturns',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/PrmReturnsDeskController.getReturn',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmReturnsDeskController.receive', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmReturnsDeskController.waive', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Count', () => ({ default: '({0})' }), { virtual: true });

const wired = listReturns as unknown as TestAdapter;
const shown = async (items = [each()]): Promise<HTMLElement> => {
  const element = mount('c-prm-returns-desk', PrmReturnsDesk);
  wired.emit(pageOf(items));
  await settled();
  return element;
};

afterEach(() => {
  unmountAll();
  window.history.replaceState({}, '', '/');
});

describe('desk of returns', () => {
  it('lists what is expected and opens a return beside it', async () => {
    const element = await shown();
    expect(textOf(find(element, 'h1'))).toBe('c.PRM_UI_RETURN_Title (1)');
    const list = find(element, 'c-prm-ui-list');
    expect(textOf(list)).toContain('DHL T-1');
    await expect(element).toBeAccessible();
    find(list, '[data-open]').click();
    await settled();
    expect(findAll(element, 'c-prm-return-receipt')).toHaveLength(1);
    find(element, 'c-prm-ui-panel').dispatchEvent(new CustomEvent('close'));
    await settled();
    expect((list.shadowRoot!.activeElement as HTMLElement).dataset.id).toBe('a02000000000001AAA');
  });

  it('asks the server for what the filter says, and keeps it in the address', async () => {
    const element = await shown();
    find(element, 'c-prm-ui-filters').dispatchEvent(new CustomEvent('filter', { detail: { search: 'DHL', choice: 'Overdue' } }));
    await settled();
    expect(wired.getLastConfig()).toMatchObject({ show: 'Overdue', search: 'DHL', pageNumber: 1 });
    expect(window.location.search).toBe('?search=DHL&show=Overdue');
  });

  it('says that nothing is expected', async () => {
    const element = await shown([]);
    expect(find<HTMLElement & { heading: string }>(element, 'c-prm-ui-empty').heading).toBe('c.PRM_UI_RETURN_None');
    await expect(element).toBeAccessible();
  });
});

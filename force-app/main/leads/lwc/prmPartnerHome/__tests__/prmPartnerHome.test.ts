import PrmPartnerHome, { type Summary } from 'c/prmPartnerHome';
import { changed } from 'c/prmUiBus';
import { refreshApex } from '@salesforce/apex';
import summary from '@salesforce/apex/PrmPartnerHomeController.summary';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { NavigationMixin } from 'lightning/navigation';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { SUMMARY } from './data/summary';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmPartnerHomeController.summary',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/label/c.PRM_UI_Home_Title', () => ({ default: 'Hello, {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Tier', () => ({ default: 'Level: {0}' }), { virtual: true });

const went: unknown[] = [];
Object.defineProperty(PrmPartnerHome.prototype, NavigationMixin.Navigate, { value: (reference: unknown) => went.push(reference) });

const shown = async (data: Summary = SUMMARY, properties = {}): Promise<HTMLElement> => {
  const element = mount('c-prm-partner-home', PrmPartnerHome, properties);
  (summary as unknown as TestAdapter).emit(data);
  await settled();
  return element;
};

afterEach(() => {
  unmountAll();
  went.length = 0;
  jest.clearAllMocks();
});

describe('home of a partner', () => {
  it('greets, and shows at a glance where the partner stands', async () => {
    const element = await shown();
    expect(textOf(find(element, 'header'))).toBe('Hello, Saigon Systems Level: Gold');
    expect(findAll(element, '.tile__value').map(textOf)).toEqual(['4', '1', '12', '0', '3']);
    expect(findAll(element, '.tile_urgent')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('lists what waits in the order of the server, and goes there', async () => {
    // GIVEN an offer and a lead that wait
    const element = await shown();
    const lines = findAll(element, '.todo__line');
    expect(textOf(lines[0]!)).toContain('Mekong Trade');
    // WHEN both are pressed
    lines.forEach((line) => line.click());
    // THEN the offer leads to the offers, the lead to itself
    expect(went).toEqual([
      { type: 'comm__namedPage', attributes: { name: 'Offers__c' }, state: {} },
      { type: 'comm__namedPage', attributes: { name: 'My_Leads__c' }, state: { lead: 'a01000000000009' } },
    ]);
  });

  it('goes from a figure to the page behind it', async () => {
    const element = await shown();
    findAll(element, '.tile')[2]!.click();
    expect(went).toEqual([{ type: 'comm__namedPage', attributes: { name: 'My_Leads__c' }, state: {} }]);
  });

  it('says that nothing waits', async () => {
    const element = await shown({ ...SUMMARY, waiting: [] });
    expect(findAll(element, 'c-prm-ui-empty')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('leaves out offers where the page shows them itself, and the whole list when nothing else waits', async () => {
    const element = await shown(SUMMARY, { leadsOnly: true });
    expect(findAll(element, '.todo__line').map((line) => line.dataset.kind)).toEqual(['lead']);
    (summary as unknown as TestAdapter).emit({ ...SUMMARY, waiting: SUMMARY.waiting.slice(0, 1) });
    await settled();
    expect(findAll(element, '.todo, h2, c-prm-ui-empty')).toHaveLength(0);
  });

  it('keeps the place while it loads, and offers to try again when that fails', async () => {
    const element = mount('c-prm-partner-home', PrmPartnerHome);
    await settled();
    expect(findAll(element, 'c-prm-ui-skeleton')).toHaveLength(1);
    (summary as unknown as TestAdapter).error({ message: 'Not now.' }, 500);
    await settled();
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Not now.');
    await expect(element).toBeAccessible();
    find(find(element, 'c-prm-ui-error'), '[data-action="retry"]').click();
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('counts again when an offer was answered on the page', async () => {
    await shown();
    changed('leads.offers');
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });
});

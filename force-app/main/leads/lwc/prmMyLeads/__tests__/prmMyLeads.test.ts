import PrmMyLeads from 'c/prmMyLeads';
import { changed } from 'c/prmUiBus';
import { refreshApex } from '@salesforce/apex';
import listLeads from '@salesforce/apex/PrmMyLeadsController.listLeads';
import stages from '@salesforce/apex/PrmMyLeadsController.stages';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { CurrentPageReference } from 'lightning/navigation';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { lead, pageOf, STAGES } from '../../prmLeads/__tests__/data/leads';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmMyLeadsController.listLeads',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/PrmMyLeadsController.stages',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/PrmMyLeadsController.getLead',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/PrmMyLeadsController.outcomeReasons',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/label/c.PRM_UI_Count', () => ({ default: '({0})' }), { virtual: true });

const leadsWire = listLeads as unknown as TestAdapter;
const OTHER = lead({ id: 'a01000000000002', company: 'Mekong Trade', stale: true });

const shown = async (items = [lead(), OTHER], total = items.length): Promise<HTMLElement> => {
  const element = mount('c-prm-my-leads', PrmMyLeads);
  leadsWire.emit(pageOf(items, total));
  (stages as unknown as TestAdapter).emit(STAGES);
  await settled();
  return element;
};
const list = (element: HTMLElement): HTMLElement => find(element, 'c-prm-ui-list');

afterEach(() => {
  unmountAll();
  window.history.replaceState({}, '', '/');
  jest.clearAllMocks();
});

describe('my leads', () => {
  it('lists leads in the order of the server, with their number', async () => {
    const element = await shown([OTHER, lead()], 30);
    expect(textOf(find(element, 'h1'))).toBe('c.PRM_UI_My_Leads (30)');
    expect(findAll(list(element), '[data-open]').map(textOf)).toEqual(['Mekong Trade', 'Sông Hồng Foods']);
    await expect(element).toBeAccessible();
  });

  it('opens a lead beside the list and gives the focus back to its row', async () => {
    // GIVEN the second lead is opened
    const element = await shown();
    find(list(element), `[data-id="${OTHER.id}"]`).click();
    await settled();
    const panel = find<HTMLElement & { heading: string }>(element, 'c-prm-ui-panel');
    expect(panel.heading).toBe('Mekong Trade');
    expect(find<HTMLElement & { offerId: string }>(element, 'c-prm-lead-panel').offerId).toBe(OTHER.id);
    await expect(element).toBeAccessible();
    // WHEN it is closed
    panel.dispatchEvent(new CustomEvent('close'));
    await settled();
    // THEN the focus is where it was
    expect(findAll(element, 'c-prm-ui-panel')).toHaveLength(0);
    expect((list(element).shadowRoot!.activeElement as HTMLElement).dataset.id).toBe(OTHER.id);
  });

  it('keeps the name of the open lead when it leaves the list', async () => {
    const element = await shown();
    find(list(element), `[data-id="${OTHER.id}"]`).click();
    await settled();
    leadsWire.emit(pageOf([lead()]));
    await settled();
    expect(find<HTMLElement & { heading: string }>(element, 'c-prm-ui-panel').heading).toBe('Mekong Trade');
  });

  it('opens the lead that the address names', async () => {
    const element = await shown();
    (CurrentPageReference as unknown as TestAdapter).emit({ type: 'comm__namedPage', attributes: { name: 'My_Leads__c' }, state: { lead: OTHER.id } });
    await settled();
    expect(find<HTMLElement & { offerId: string }>(element, 'c-prm-lead-panel').offerId).toBe(OTHER.id);
  });

  it('asks the server for a stage and for words, from the first page on', async () => {
    const element = await shown([lead()], 60);
    find(find(list(element), 'c-prm-ui-pager'), '[data-action="next"]').click();
    await settled();
    expect(leadsWire.getLastConfig()).toMatchObject({ pageNumber: 2 });
    find(element, 'c-prm-ui-filters').dispatchEvent(new CustomEvent('filter', { detail: { search: 'hue', choice: 'Won' } }));
    await settled();
    expect(leadsWire.getLastConfig()).toMatchObject({ pageNumber: 1, stage: 'Won', search: 'hue' });
    leadsWire.emit(pageOf([]));
    await settled();
    expect(textOf(find(element, 'c-prm-ui-empty'))).toContain('c.PRM_UI_No_Match ');
  });

  it('says what would be here', async () => {
    const element = await shown([]);
    expect(textOf(find(element, 'c-prm-ui-empty'))).toContain('c.PRM_UI_No_Leads ');
    expect(findAll(element, 'c-prm-ui-list')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('keeps the rows it has when they cannot be loaded again', async () => {
    const element = await shown();
    leadsWire.error({ message: 'Not now.' }, 500);
    await settled();
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Not now.');
    expect(findAll(element, 'c-prm-ui-list')).toHaveLength(1);
    find(find(element, 'c-prm-ui-error'), '[data-action="retry"]').click();
    await settled();
    expect(refreshApex).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('is fresh after an offer was accepted elsewhere on the page, until it is gone', async () => {
    await shown();
    changed('leads.offers');
    expect(refreshApex).toHaveBeenCalledTimes(1);
    unmountAll();
    changed('leads.offers');
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('finds its filters again in the address after a reload', async () => {
    // GIVEN somebody searched and went to the second page
    const element = mount('c-prm-my-leads', PrmMyLeads);
    await settled();
    find(element, 'c-prm-ui-filters').dispatchEvent(new CustomEvent('filter', { detail: { search: 'hue', choice: 'Won' } }));
    await settled();
    // WHEN the page is loaded anew
    unmountAll();
    mount('c-prm-my-leads', PrmMyLeads);
    await settled();
    // THEN the same is asked for
    expect(leadsWire.getLastConfig()).toMatchObject({ search: 'hue', stage: 'Won', pageNumber: 1 });
  });
});

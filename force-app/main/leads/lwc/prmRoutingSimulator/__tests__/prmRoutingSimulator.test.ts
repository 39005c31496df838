import { createElement } from 'lwc';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import cards from '@salesforce/apex/PrmLeadBoardController.cards';
import simulate from '@salesforce/apex/PrmRoutingSimulatorController.simulate';
import PrmRoutingSimulator from 'c/prmRoutingSimulator';
import { column, explanation, queued } from '../../prmLeadBoard/__tests__/data/board';
import { one, settle } from '../../prmLeadBoard/__tests__/data/page';

jest.mock('@salesforce/apex/PrmLeadBoardController.cards', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmRoutingSimulatorController.simulate', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
const mockRefresh = jest.fn().mockResolvedValue(undefined);
jest.mock('@salesforce/apex', () => ({ refreshApex: (wired: unknown) => mockRefresh(wired) as unknown }), { virtual: true });

const [leads, results] = [cards as unknown as TestAdapter, simulate as unknown as TestAdapter];

async function show(properties: Record<string, string> = {}): Promise<HTMLElement> {
  const element: HTMLElement = Object.assign(createElement('c-prm-routing-simulator', { is: PrmRoutingSimulator }), properties);
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-prm-routing-simulator', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('takes a lead in and gives the ranking out', async () => {
    // GIVEN
    const element = await show();
    leads.emit(column('unrouted', [queued()]));
    await settle();
    expect(one(element, 'c-prm-ui-field')).toMatchObject({ options: [{ value: queued().leadId, label: 'Sông Hồng Foods · Lan Nguyen · VN · GTX Pro' }] });
    await expect(element).toBeAccessible();
    // WHEN
    one(element, 'c-prm-ui-field')?.dispatchEvent(new CustomEvent('valuechange', { detail: { value: queued().leadId } }));
    await settle();
    results.emit(explanation());
    await settle();
    // THEN
    expect(results.getLastConfig()).toEqual({ leadId: queued().leadId });
    expect(one(element, 'c-prm-routing-ranking')).toMatchObject({ explanation: { pickedName: 'Alpenland IT' } });
    await expect(element).toBeAccessible();
  });

  it('takes the lead of its page', async () => {
    // GIVEN
    const element = await show({ recordId: '00Q000000000001', objectApiName: 'Lead' });
    // WHEN
    results.emit(explanation());
    await settle();
    // THEN
    expect(results.getLastConfig()).toEqual({ leadId: '00Q000000000001' });
    expect(one(element, 'c-prm-ui-field')).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('chooses among leads on the page of a rule, and says when there is none', async () => {
    // GIVEN
    const element = await show({ recordId: 'a02000000000001', objectApiName: 'PRM_Routing_Rule__c' });
    // WHEN
    leads.emit(column('unrouted'));
    await settle();
    // THEN
    expect(leads.getLastConfig()).toEqual({ column: 'unrouted', pageNumber: 1, pageSize: 100 });
    expect(one(element, 'c-prm-ui-empty')).toMatchObject({ heading: 'c.PRM_UI_BOARD_No_Leads' });
    await expect(element).toBeAccessible();
  });

  it('runs again on request', async () => {
    // GIVEN
    const element = await show({ leadId: '00Q000000000001' });
    results.emit(explanation());
    await settle();
    // WHEN
    one(element, '[data-action="again"]')?.click();
    await settle();
    // THEN
    expect(mockRefresh).toHaveBeenCalled();
  });

  it('shows why it cannot be run', async () => {
    // GIVEN
    const element = await show({ leadId: '00Q000000000001' });
    // WHEN
    results.error({ message: 'You may not distribute leads.' });
    await settle();
    // THEN
    expect(one(element, 'c-prm-ui-error')?.shadowRoot?.textContent).toContain('You may not distribute leads.');
    await expect(element).toBeAccessible();
  });
});

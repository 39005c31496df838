import { createElement } from 'lwc';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import explain from '@salesforce/apex/PrmLeadBoardController.explain';
import { changed } from 'c/prmUiBus';
import PrmLeadExplanation from 'c/prmLeadExplanation';
import { explanation } from '../../prmLeadBoard/__tests__/data/board';
import { all, one, settle } from '../../prmLeadBoard/__tests__/data/page';

jest.mock('@salesforce/apex/PrmLeadBoardController.explain', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
const mockRefresh = jest.fn().mockResolvedValue(undefined);
jest.mock('@salesforce/apex', () => ({ refreshApex: (wired: unknown) => mockRefresh(wired) as unknown }), { virtual: true });

const wired = explain as unknown as TestAdapter;
const records = jest.requireActual<{ getRecord: TestAdapter }>('lightning/uiRecordApi').getRecord;

async function show(properties: Record<string, string>): Promise<HTMLElement> {
  const element: HTMLElement = Object.assign(createElement('c-prm-lead-explanation', { is: PrmLeadExplanation }), properties);
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-prm-lead-explanation', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('explains the lead of its page', async () => {
    // GIVEN
    const element = await show({ recordId: '00Q000000000001', objectApiName: 'Lead' });
    // WHEN
    wired.emit(explanation());
    await settle();
    // THEN
    expect(wired.getLastConfig()).toEqual({ leadId: '00Q000000000001' });
    expect(one(element, 'c-prm-routing-ranking')).toMatchObject({ explanation: { pickedName: 'Alpenland IT' } });
    expect(one(element, 'h2')?.textContent).toBe('c.PRM_UI_BOARD_Explanation');
    await expect(element).toBeAccessible();
  });

  it('explains the lead of the offer on whose page it stands', async () => {
    // GIVEN
    await show({ recordId: 'a01000000000002', objectApiName: 'PRM_Lead_Offer__c' });
    // WHEN
    records.emit({ id: 'a01000000000002', fields: { PRM_Lead__c: { value: '00Q000000000002' } } });
    await settle();
    // THEN
    expect(wired.getLastConfig()).toEqual({ leadId: '00Q000000000002' });
  });

  it('needs no heading in a panel, keeps the place while it loads, and asks again when leads change', async () => {
    // GIVEN
    const element = await show({ leadId: '00Q000000000001' });
    expect(all(element, 'c-prm-ui-skeleton')).toHaveLength(1);
    wired.emit(explanation());
    await settle();
    // WHEN
    changed('leads.offers');
    await settle();
    // THEN
    expect(one(element, 'h2')).toBeUndefined();
    expect(mockRefresh).toHaveBeenCalledTimes(1);
  });

  it('shows what the server says when it refuses, and tries again', async () => {
    // GIVEN
    const element = await show({ leadId: '00Q000000000001' });
    // WHEN
    wired.error({ message: 'This record does not exist or you cannot see it.' });
    await settle();
    // THEN
    expect(one(element, 'c-prm-ui-error')?.shadowRoot?.textContent).toContain('This record does not exist');
    await expect(element).toBeAccessible();
    // WHEN
    one(element, 'c-prm-ui-error')?.dispatchEvent(new CustomEvent('retry'));
    await settle();
    // THEN
    expect(mockRefresh).toHaveBeenCalledTimes(1);
  });
});

import { createElement } from 'lwc';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import partnersToChoose from '@salesforce/apex/PrmLeadBoardController.partnersToChoose';
import PrmHandOver from 'c/prmHandOver';
import { partner } from '../../prmLeadBoard/__tests__/data/board';
import { all, heard, one, settle } from '../../prmLeadBoard/__tests__/data/page';

jest.mock('@salesforce/apex/PrmLeadBoardController.partnersToChoose', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
const mockRefresh = jest.fn().mockResolvedValue(undefined);
jest.mock('@salesforce/apex', () => ({ refreshApex: (wired: unknown) => mockRefresh(wired) as unknown }), { virtual: true });

const wired = partnersToChoose as unknown as TestAdapter;
const full = partner({ id: '001000000000002', name: 'Rheinwerk', openLeads: 300, available: false, reason: 'At capacity' });

type HandOverElement = HTMLElement & { saved(): void };
async function show(properties: Record<string, unknown> = {}): Promise<HandOverElement> {
  const element = Object.assign(createElement('c-prm-hand-over', { is: PrmHandOver }), { leadId: '00Q000000000001', ...properties }) as unknown as HandOverElement;
  document.body.appendChild(element);
  await settle();
  return element;
}
const choices = (element: HTMLElement): unknown[] => heard(element, 'choose');
const type = (element: HTMLElement, value: string): boolean | undefined => one(element, 'c-prm-ui-field')?.dispatchEvent(new CustomEvent('valuechange', { detail: { name: 'note', value } }));

describe('c-prm-hand-over', () => {
  afterEach(() => {
    document.body.replaceChildren();
    window.localStorage.clear();
    jest.clearAllMocks();
  });

  it('shows partners with their open leads, and why one cannot be given more', async () => {
    // GIVEN
    const element = await show();
    // WHEN
    wired.emit([partner(), full]);
    await settle();
    // THEN
    const rows = all(element, 'li');
    expect(rows[0]?.textContent).toContain('Gold · c.PRM_UI_BOARD_Open_Of_Cap');
    expect(rows.map((row) => row.querySelector('button')?.disabled)).toEqual([false, true]);
    expect(one(element, 'c-prm-ui-state')).toMatchObject({ label: 'At capacity' });
    await expect(element).toBeAccessible();
  });

  it('does not offer a lead to the partner who has it', async () => {
    // GIVEN
    const element = await show({ holderId: partner().id });
    // WHEN
    wired.emit([partner()]);
    await settle();
    // THEN
    expect(one(element, 'button[data-partner]')).toHaveProperty('disabled', true);
    expect(one(element, 'c-prm-ui-state')).toMatchObject({ label: 'c.PRM_UI_BOARD_Has_It' });
    await expect(element).toBeAccessible();
  });

  it('hands over by button, with the words typed', async () => {
    // GIVEN
    const element = await show({ noted: true });
    wired.emit([partner(), full]);
    await settle();
    const chosen = choices(element);
    // WHEN
    type(element, ' They know the customer ');
    one(element, 'button[data-partner]')?.click();
    // THEN
    expect(chosen).toMatchObject([{ partner: { id: partner().id }, note: 'They know the customer' }]);
  });

  it('searches by name', async () => {
    // GIVEN
    const element = await show();
    // WHEN
    one(element, 'c-prm-ui-filters')?.dispatchEvent(new CustomEvent('filter', { detail: { search: 'alpen', choice: '' } }));
    await settle();
    wired.emit([]);
    await settle();
    // THEN
    expect(wired.getLastConfig()).toEqual({ leadId: '00Q000000000001', search: 'alpen' });
    expect(one(element, 'c-prm-ui-empty')).toMatchObject({ heading: 'c.PRM_UI_BOARD_No_Partners' });
    await expect(element).toBeAccessible();
  });

  it('keeps the words for another time until they are saved', async () => {
    // GIVEN
    const element = await show({ noted: true });
    type(element, 'They know the customer');
    // WHEN
    const again = await show({ noted: true });
    // THEN
    expect(one(again, 'c-prm-ui-field')).toMatchObject({ value: 'They know the customer' });
    // WHEN
    again.saved();
    // THEN
    expect(one(await show({ noted: true }), 'c-prm-ui-field')).toMatchObject({ value: '' });
  });

  it('takes a lead that is dropped on a partner who may have it', async () => {
    // GIVEN
    const element = await show({ tray: true });
    wired.emit([partner(), full]);
    await settle();
    const chosen = choices(element);
    const over = new CustomEvent('dragover', { cancelable: true });
    // WHEN
    all(element, 'li')[0]?.dispatchEvent(over);
    await settle();
    // THEN
    expect(over.defaultPrevented).toBe(true);
    expect(all(element, 'li')[0]?.className).toContain('partner_over');
    await expect(element).toBeAccessible();
    // WHEN
    all(element, 'li')[0]?.dispatchEvent(new CustomEvent('drop', { cancelable: true }));
    // THEN
    expect(chosen).toHaveLength(1);
  });

  it('is no place to drop a lead where the partner may not have it', async () => {
    // GIVEN
    const element = await show({ tray: true });
    wired.emit([full]);
    await settle();
    const chosen = choices(element);
    const over = new CustomEvent('dragover', { cancelable: true });
    // WHEN
    one(element, 'li')?.dispatchEvent(over);
    one(element, 'li')?.dispatchEvent(new CustomEvent('drop', { cancelable: true }));
    // THEN
    expect(over.defaultPrevented).toBe(false);
    expect(chosen).toHaveLength(0);
  });

  it('shows why partners cannot be had, and tries again', async () => {
    // GIVEN
    const element = await show();
    // WHEN
    wired.error({ message: 'You may not distribute leads.' });
    await settle();
    // THEN
    expect(one(element, 'c-prm-ui-error')?.shadowRoot?.textContent).toContain('You may not distribute leads.');
    await expect(element).toBeAccessible();
    // WHEN
    one(element, 'c-prm-ui-error')?.dispatchEvent(new CustomEvent('retry'));
    // THEN
    expect(mockRefresh).toHaveBeenCalledTimes(1);
  });
});

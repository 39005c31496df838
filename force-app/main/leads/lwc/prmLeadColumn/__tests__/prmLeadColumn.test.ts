import { createElement } from 'lwc';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import cards from '@salesforce/apex/PrmLeadBoardController.cards';
import PrmLeadColumn from 'c/prmLeadColumn';
import type { Column } from 'c/prmDistribution';
import { column, queued } from '../../prmLeadBoard/__tests__/data/board';
import { all, one, settle } from '../../prmLeadBoard/__tests__/data/page';

jest.mock('@salesforce/apex/PrmLeadBoardController.cards', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
const mockRefresh = jest.fn().mockResolvedValue(undefined);
jest.mock('@salesforce/apex', () => ({ refreshApex: (wired: unknown) => mockRefresh(wired) as unknown }), { virtual: true });

const wired = cards as unknown as TestAdapter;
const many = (count: number, total = count): Column => column('unrouted', Array.from({ length: count }, (_, index) => queued({ leadId: `00Q${String(index).padStart(12, '0')}` })), total);

type ColumnElement = HTMLElement & { column: Column; refresh(): Promise<void>; focusCard(leadId: string): boolean };
async function show(shown: Column): Promise<ColumnElement> {
  const element = Object.assign(createElement('c-prm-lead-column', { is: PrmLeadColumn }), { column: shown, step: 10 }) as unknown as ColumnElement;
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-prm-lead-column', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('says what would be here, and what brings it here', async () => {
    // GIVEN WHEN
    const element = await show(column('stale'));
    // THEN
    expect(element.shadowRoot?.textContent).toContain('c.PRM_UI_BOARD_Empty_Stale');
    expect(one(element, '[data-action="more"]')).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('shows more cards on request', async () => {
    // GIVEN
    const element = await show(many(10, 34));
    // WHEN
    one(element, '[data-action="more"]')?.click();
    await settle();
    // THEN
    expect(wired.getLastConfig()).toEqual({ column: 'unrouted', pageNumber: 1, pageSize: 20 });
    // WHEN
    wired.emit(many(20, 34));
    await settle();
    // THEN
    expect(all(element, 'c-prm-lead-card')).toHaveLength(20);
    await expect(element).toBeAccessible();
  });

  it('pages where there are more than the server answers at once, and says where that ends', async () => {
    // GIVEN
    const element = await show(many(95, 5000));
    // WHEN
    one(element, '[data-action="more"]')?.click();
    await settle();
    wired.emit(many(100, 5000));
    await settle();
    // THEN
    expect(one(element, '[data-action="more"]')).toBeUndefined();
    expect(one(element, 'c-prm-ui-pager')).toMatchObject({ pageSize: 100, total: 2100 });
    expect(element.shadowRoot?.textContent).toContain('c.PRM_UI_BOARD_Too_Many');
    // WHEN
    one(element, 'c-prm-ui-pager')?.dispatchEvent(new CustomEvent('page', { detail: { pageNumber: 2 } }));
    await settle();
    // THEN
    expect(wired.getLastConfig()).toEqual({ column: 'unrouted', pageNumber: 2, pageSize: 100 });
  });

  it('keeps its cards when more of them cannot be had, and tries again', async () => {
    // GIVEN
    const element = await show(many(10, 34));
    one(element, '[data-action="more"]')?.click();
    await settle();
    // WHEN
    wired.error({ message: 'No connection' });
    await settle();
    // THEN
    expect(all(element, 'c-prm-lead-card')).toHaveLength(10);
    expect(one(element, 'c-prm-ui-error')?.shadowRoot?.textContent).toContain('No connection');
    await expect(element).toBeAccessible();
    // WHEN
    one(element, 'c-prm-ui-error')?.dispatchEvent(new CustomEvent('retry'));
    await settle();
    // THEN
    expect(mockRefresh).toHaveBeenCalledTimes(1);
  });

  it('asks the server again only for what it fetched itself', async () => {
    // GIVEN
    const element = await show(many(3));
    // WHEN
    await element.refresh();
    // THEN
    expect(mockRefresh).not.toHaveBeenCalled();
  });

  it('gives the focus to the card of a lead', async () => {
    // GIVEN
    const element = await show(many(3));
    // WHEN THEN
    expect(element.focusCard('00Q000000000001')).toBe(true);
    expect(element.focusCard('00Q000000000077')).toBe(false);
    expect(all(element, 'c-prm-lead-card')[1]?.shadowRoot?.activeElement).not.toBeNull();
  });
});

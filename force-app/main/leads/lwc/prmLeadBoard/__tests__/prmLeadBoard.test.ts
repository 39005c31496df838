import { createElement, type LightningElement } from 'lwc';
import columns from '@salesforce/apex/PrmLeadBoardController.columns';
import routeAgain from '@salesforce/apex/PrmLeadBoardController.routeAgain';
import PrmLeadBoard from 'c/prmLeadBoard';
import { board, column, queued } from './data/board';

jest.mock('@salesforce/apex/PrmLeadBoardController.columns', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmLeadBoardController.cards', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmLeadBoardController.routeAgain', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/prmUiToast', () => ({ confirmDone: jest.fn() }));

interface Emitting {
  emit(data: unknown): void;
  emitError(body?: unknown): void;
}
const wired = columns as unknown as Emitting;
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

function show(): LightningElement & HTMLElement {
  const element = createElement('c-prm-lead-board', { is: PrmLeadBoard });
  document.body.appendChild(element);
  return element as LightningElement & HTMLElement;
}
const all = (element: HTMLElement, selector: string): HTMLElement[] => [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];

describe('c-prm-lead-board', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows the four columns with their counts and cards', async () => {
    // GIVEN
    const element = show();
    // WHEN
    wired.emit(board());
    await settle();
    // THEN
    const shown = all(element, 'c-prm-lead-column');
    expect(shown.map((each) => all(each, 'h2')[0]?.textContent)).toEqual(['Unrouted c.PRM_UI_Count', 'Offered c.PRM_UI_Count', 'Accepted c.PRM_UI_Count', 'Stale c.PRM_UI_Count']);
    expect(shown.map((each) => all(each, 'c-prm-lead-card').length)).toEqual([1, 1, 0, 1]);
    await expect(element).toBeAccessible();
  });

  it('says what would be here when a column is empty', async () => {
    // GIVEN
    const element = show();
    // WHEN
    wired.emit([column('unrouted')]);
    await settle();
    // THEN
    const only = all(element, 'c-prm-lead-column')[0] as HTMLElement;
    expect(only.shadowRoot?.textContent).toContain('c.PRM_UI_BOARD_Empty_Unrouted');
    await expect(element).toBeAccessible();
  });

  it('keeps what it showed when asking again fails', async () => {
    // GIVEN
    const element = show();
    wired.emit(board());
    // WHEN
    wired.emitError({ body: { message: 'Too many requests' } });
    await settle();
    // THEN
    expect(all(element, 'c-prm-lead-column')).toHaveLength(4);
    expect(all(element, 'c-prm-ui-error')[0]?.shadowRoot?.textContent).toContain('Too many requests');
    await expect(element).toBeAccessible();
  });

  it('sends a queued lead round again and shows the error of the server where that is refused', async () => {
    // GIVEN
    (routeAgain as unknown as jest.Mock).mockRejectedValue({ body: { message: 'The lead waits no more.' } });
    const element = show();
    wired.emit(board());
    await settle();
    // WHEN
    all(element, 'c-prm-lead-column')[0]?.dispatchEvent(new CustomEvent('act', { detail: { card: queued(), action: 'routeAgain' } }));
    await settle();
    // THEN
    expect(routeAgain).toHaveBeenCalledWith({ leadId: queued().leadId });
    expect(all(element, 'c-prm-ui-error')[0]?.shadowRoot?.textContent).toContain('The lead waits no more.');
  });
});

import { createElement } from 'lwc';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import columns from '@salesforce/apex/PrmLeadBoardController.columns';
import handOver from '@salesforce/apex/PrmLeadBoardController.handOver';
import recall from '@salesforce/apex/PrmLeadBoardController.recall';
import routeAgain from '@salesforce/apex/PrmLeadBoardController.routeAgain';
import { changed } from 'c/prmUiBus';
import { confirmDone } from 'c/prmUiToast';
import PrmLeadBoard from 'c/prmLeadBoard';
import { board, column, offered, partner, queued, stale } from './data/board';
import { all, one, settle } from './data/page';

jest.mock('@salesforce/apex/PrmLeadBoardController.columns', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmLeadBoardController.cards', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmLeadBoardController.explain', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmLeadBoardController.partnersToChoose', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmLeadBoardController.handOver', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmLeadBoardController.recall', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmLeadBoardController.routeAgain', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/prmUiToast', () => ({ confirmDone: jest.fn() }));
const mockRefresh = jest.fn().mockResolvedValue(undefined);
jest.mock('@salesforce/apex', () => ({ refreshApex: (wired: unknown) => mockRefresh(wired) as unknown }), { virtual: true });

const wired = columns as unknown as TestAdapter;

function show(): HTMLElement {
  const element: HTMLElement = createElement('c-prm-lead-board', { is: PrmLeadBoard });
  document.body.appendChild(element);
  return element;
}
const send = (element: Element | undefined, name: string, detail: unknown = {}): boolean | undefined => element?.dispatchEvent(new CustomEvent(name, { detail }));
const columnOf = (element: HTMLElement, key: string): HTMLElement | undefined => one(element, `c-prm-lead-column[data-column="${key}"]`);
const panelOf = (element: HTMLElement): HTMLElement | undefined => one(element, 'c-prm-board-panel');
const errorIn = (element: Element | undefined): string => one(element, 'c-prm-ui-error')?.shadowRoot?.textContent ?? '';

async function showBoard(): Promise<HTMLElement> {
  const element = show();
  wired.emit(board());
  await settle();
  return element;
}

describe('c-prm-lead-board', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
    jest.useRealTimers();
    window.localStorage.clear();
  });

  it('keeps the place of the cards while they load', async () => {
    // GIVEN nothing has come yet
    const element = show();
    // WHEN
    await settle();
    // THEN
    expect(all(element, 'c-prm-ui-skeleton')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('shows the four columns with their counts and cards', async () => {
    // GIVEN
    const element = show();
    // WHEN
    wired.emit(board());
    await settle();
    // THEN
    const shown = all(element, 'c-prm-lead-column');
    expect(shown.map((each) => one(each, 'h2')?.textContent)).toEqual(['Unrouted c.PRM_UI_Count', 'Offered c.PRM_UI_Count', 'Accepted c.PRM_UI_Count', 'Stale c.PRM_UI_Count']);
    expect(shown.map((each) => all(each, 'c-prm-lead-card').length)).toEqual([1, 1, 0, 1]);
    await expect(element).toBeAccessible();
  });

  it('lets a narrow screen choose the column', async () => {
    // GIVEN
    const element = await showBoard();
    // WHEN
    one(element, 'button[data-key="stale"]')?.click();
    await settle();
    // THEN
    expect(all(element, 'button[data-key]').map((each) => each.getAttribute('aria-pressed'))).toEqual(['false', 'false', 'false', 'true']);
    expect(columnOf(element, 'stale')?.className).toContain('selected');
    expect(columnOf(element, 'unrouted')?.className).not.toContain('selected');
  });

  it('keeps what it showed when asking again fails, and asks again on request', async () => {
    // GIVEN
    const element = await showBoard();
    // WHEN
    wired.error({ message: 'Too many requests' });
    await settle();
    // THEN
    expect(all(element, 'c-prm-lead-column')).toHaveLength(4);
    expect(errorIn(element)).toContain('Too many requests');
    await expect(element).toBeAccessible();
    // WHEN
    send(one(element, 'c-prm-ui-error'), 'retry');
    await settle();
    // THEN
    expect(mockRefresh).toHaveBeenCalled();
    expect(errorIn(element)).toBe('');
  });

  it('asks again when something on the page changed leads, and keeps the cards meanwhile', async () => {
    // GIVEN
    const element = await showBoard();
    const card = one(columnOf(element, 'unrouted'), 'c-prm-lead-card');
    // WHEN
    changed('leads.offers');
    wired.emit([column('unrouted', [queued(), queued({ leadId: '00Q000000000009', company: 'Newcomer' })]), ...board().slice(1)]);
    await settle();
    // THEN
    expect(mockRefresh).toHaveBeenCalledTimes(1);
    expect(all(columnOf(element, 'unrouted'), 'c-prm-lead-card')).toHaveLength(2);
    expect(one(columnOf(element, 'unrouted'), 'c-prm-lead-card')).toBe(card);
  });

  it('asks again by itself, but not while a lead is dragged', async () => {
    // GIVEN
    jest.useFakeTimers();
    const element = await showBoard();
    // WHEN
    jest.advanceTimersByTime(15_000);
    // THEN
    expect(mockRefresh).toHaveBeenCalledTimes(1);
    // WHEN
    send(columnOf(element, 'unrouted'), 'leaddrag', { card: queued() });
    jest.advanceTimersByTime(30_000);
    // THEN
    expect(mockRefresh).toHaveBeenCalledTimes(1);
  });

  it('sends a queued lead round again and says so', async () => {
    // GIVEN
    (routeAgain as unknown as jest.Mock).mockResolvedValue(queued({ status: 'New' }));
    const element = await showBoard();
    // WHEN
    send(columnOf(element, 'unrouted'), 'act', { card: queued(), action: 'routeAgain' });
    await settle();
    // THEN
    expect(routeAgain).toHaveBeenCalledWith({ leadId: queued().leadId });
    expect(confirmDone).toHaveBeenCalledWith(expect.anything(), 'c.PRM_UI_BOARD_Routed_Again');
    expect(mockRefresh).toHaveBeenCalled();
  });

  it('says above the board why an act without a panel failed', async () => {
    // GIVEN
    (routeAgain as unknown as jest.Mock).mockRejectedValue({ body: { message: 'The lead waits no more.' } });
    const element = await showBoard();
    // WHEN
    send(columnOf(element, 'unrouted'), 'act', { card: queued(), action: 'routeAgain' });
    await settle();
    // THEN
    expect(errorIn(element)).toContain('The lead waits no more.');
    expect(one(columnOf(element, 'unrouted'), 'c-prm-lead-card')?.shadowRoot?.activeElement).not.toBeNull();
    expect(confirmDone).not.toHaveBeenCalled();
  });

  it('opens the explanation of a card in the panel', async () => {
    // GIVEN
    const element = await showBoard();
    // WHEN
    send(columnOf(element, 'offered'), 'act', { card: offered(), action: 'explain' });
    await settle();
    // THEN
    expect(one(panelOf(element), 'c-prm-lead-explanation')).toMatchObject({ leadId: offered().leadId });
  });

  it('hands a lead over to the chosen partner, closes the panel and gives the focus back', async () => {
    // GIVEN
    (handOver as unknown as jest.Mock).mockResolvedValue(offered());
    const element = await showBoard();
    send(columnOf(element, 'unrouted'), 'act', { card: queued(), action: 'handOver' });
    await settle();
    // WHEN
    send(panelOf(element), 'handover', { partner: partner(), note: '' });
    await settle();
    // THEN
    expect(handOver).toHaveBeenCalledWith({ leadId: queued().leadId, partnerId: partner().id, note: '', seenOfferId: queued().offerId, seenStatus: queued().status });
    expect(panelOf(element)).toBeUndefined();
    expect(confirmDone).toHaveBeenCalledWith(expect.anything(), 'c.PRM_UI_BOARD_Handed_Over');
    expect(one(columnOf(element, 'unrouted'), 'c-prm-lead-card')?.shadowRoot?.activeElement).not.toBeNull();
  });

  it('keeps the panel open with the reason when the hand-over fails', async () => {
    // GIVEN
    (handOver as unknown as jest.Mock).mockRejectedValue({ body: { message: 'Alpenland IT has no agreement in force.' } });
    const element = await showBoard();
    send(columnOf(element, 'offered'), 'act', { card: offered(), action: 'handOver' });
    await settle();
    const panel = panelOf(element);
    // WHEN
    send(panel, 'handover', { partner: partner(), note: 'They asked for it' });
    await settle();
    // THEN
    expect(panelOf(element)).toBe(panel);
    expect(errorIn(panel)).toContain('Alpenland IT has no agreement in force.');
    expect(confirmDone).not.toHaveBeenCalled();
  });

  it('takes an offer back with the note', async () => {
    // GIVEN
    (recall as unknown as jest.Mock).mockResolvedValue(queued({ status: 'New' }));
    const element = await showBoard();
    send(columnOf(element, 'offered'), 'act', { card: offered(), action: 'recall' });
    await settle();
    // WHEN
    send(panelOf(element), 'recall', { note: 'Wrong region' });
    await settle();
    // THEN
    expect(recall).toHaveBeenCalledWith({ offerId: offered().offerId, seenStatus: offered().status, note: 'Wrong region' });
    expect(panelOf(element)).toBeUndefined();
  });

  it('offers a dragged lead to the partner on whom it is dropped', async () => {
    // GIVEN
    jest.useFakeTimers();
    (handOver as unknown as jest.Mock).mockResolvedValue(offered());
    const element = await showBoard();
    send(columnOf(element, 'unrouted'), 'leaddrag', { card: queued() });
    jest.runOnlyPendingTimers();
    await settle();
    expect(one(element, 'aside c-prm-hand-over')).toMatchObject({ leadId: queued().leadId, tray: true });
    // WHEN
    send(one(element, 'aside c-prm-hand-over'), 'choose', { partner: partner(), note: '' });
    await settle();
    // THEN
    expect(handOver).toHaveBeenCalledWith({ leadId: queued().leadId, partnerId: partner().id, note: '', seenOfferId: queued().offerId, seenStatus: queued().status });
    expect(one(element, 'aside')).toBeUndefined();
  });

  it('asks for a word before a lead is dragged away from a partner who works on it', async () => {
    // GIVEN
    jest.useFakeTimers();
    const element = await showBoard();
    send(columnOf(element, 'stale'), 'leaddrag', { card: stale() });
    jest.runOnlyPendingTimers();
    await settle();
    // WHEN
    send(one(element, 'aside c-prm-hand-over'), 'choose', { partner: partner(), note: '' });
    await settle();
    // THEN
    expect(handOver).not.toHaveBeenCalled();
    expect(panelOf(element)).toMatchObject({ action: 'handOver', search: partner().name });
  });

  it('puts the partners away when the lead is dropped elsewhere', async () => {
    // GIVEN
    jest.useFakeTimers();
    const element = await showBoard();
    send(columnOf(element, 'unrouted'), 'leaddrag', { card: queued() });
    jest.runOnlyPendingTimers();
    await settle();
    // WHEN
    send(columnOf(element, 'unrouted'), 'leaddrag', {});
    jest.runOnlyPendingTimers();
    await settle();
    // THEN
    expect(one(element, 'aside')).toBeUndefined();
    expect(handOver).not.toHaveBeenCalled();
  });
});

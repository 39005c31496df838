import { createElement } from 'lwc';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import ask from '@salesforce/apex/PrmAdjudicatorController.ask';
import assign from '@salesforce/apex/PrmAdjudicatorController.assign';
import claim from '@salesforce/apex/PrmAdjudicatorController.claim';
import decide from '@salesforce/apex/PrmAdjudicatorController.decide';
import queue from '@salesforce/apex/PrmAdjudicatorController.queue';
import settleFlag from '@salesforce/apex/PrmAdjudicatorController.settleFlag';
import type { ClaimFile, QueueItem } from 'c/prmAdjudication';
import PrmClaimQueue from 'c/prmClaimQueue';

jest.mock('@salesforce/apex/PrmAdjudicatorController.queue', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmAdjudicatorController.claim', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmAdjudicatorController.assign', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmAdjudicatorController.decide', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmAdjudicatorController.ask', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmAdjudicatorController.settleFlag', () => ({ default: jest.fn() }), { virtual: true });
const mockRefresh = jest.fn().mockResolvedValue(undefined);
jest.mock('@salesforce/apex', () => ({ refreshApex: (wired: unknown) => mockRefresh(wired) as unknown }), { virtual: true });

const [queues, files] = [queue as unknown as TestAdapter, claim as unknown as TestAdapter];
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const settle = (turns = 10): Promise<void> => (turns === 0 ? Promise.resolve() : Promise.resolve().then(() => settle(turns - 1)));
const one = (element: Element | undefined, selector: string): HTMLElement | undefined => element?.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;

const item = (id: string, more: Partial<QueueItem> = {}): QueueItem => ({ id, name: `WC-${id}`, partnerName: 'Alpenland', productName: 'Pump', claimed: 530, currencyCode: 'EUR', mine: false, ...more });
const line = (id: string, position: number, outcome: string, more: object = {}): ClaimFile['lines'][number] => ({ id, position, kindLabel: 'Part', subject: 'Seal', quantity: 1, unitPrice: 300, claimed: 300, outcome, outcomeLabel: outcome, approved: outcome === 'Approved' ? 300 : null, reasons: [{ code: 'OTHER', outcome: 'Review', sentence: 'High cost.', internal: position === 2 }], ...more });
const file = (id: string, more: Partial<ClaimFile> = {}): ClaimFile => ({
  item: item(id),
  status: 'Under Review',
  serial: 'SN-1',
  failureDate: '2026-05-01',
  proofs: 2,
  complaint: 'It leaks',
  lines: [line('l1', 1, 'Approved'), line('l2', 2, 'Review', { proposed: 120 }), line('l3', 3, 'Review')],
  history: [{ id: 'h1', day: '2026-01-01', title: 'Sell-Through', detail: 'Alpenland' }],
  flags: [{ id: 'f1', kind: 'REPEAT', detail: 'Repaired before.', state: 'Open', stateLabel: 'Open' }],
  ...more,
});

async function show(opened = file('1')): Promise<HTMLElement> {
  const element: HTMLElement = createElement('c-prm-claim-queue', { is: PrmClaimQueue });
  document.body.appendChild(element);
  queues.emit({ items: [item('1'), item('2', { flags: 2, appealed: true }), item('3')], total: 3, pageNumber: 1, pageSize: 50 });
  await settle();
  files.emit(opened);
  await settle();
  return element;
}

async function press(element: HTMLElement, key: string): Promise<void> {
  one(element, 'section')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
  await settle();
}

const decision = (element: HTMLElement): HTMLElement => one(element, 'c-prm-claim-decision') as HTMLElement;

async function type(element: HTMLElement, selector: string, name: string, value: string): Promise<void> {
  one(decision(element), selector)?.dispatchEvent(new CustomEvent('valuechange', { detail: { name, value } }));
  await settle();
}

describe('c-prm-claim-queue', () => {
  beforeEach(() => {
    for (const method of [assign, decide, ask, settleFlag]) mocked(method).mockReset().mockResolvedValue('Approved');
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows list, claim, history and flags', async () => {
    const element = await show();
    expect(queues.getLastConfig()).toEqual({ scope: 'all', pageNumber: 1 });
    expect(files.getLastConfig()).toEqual({ claimId: '1' });
    expect(element.shadowRoot?.querySelectorAll('[data-claim]')).toHaveLength(3);
    expect(one(element, '[data-claim="1"]')?.getAttribute('aria-current')).toBe('true');
    expect(one(one(element, 'c-prm-claim-signs'), 'ul')?.textContent).toContain('Repaired before.');
    await expect(element).toBeAccessible();
  });

  it('is worked by keyboard alone: arrows, approve, adjust with amount and reason', async () => {
    // GIVEN the second claim, chosen by an arrow
    const element = await show();
    await press(element, 'ArrowDown');
    expect(files.getLastConfig()).toEqual({ claimId: '2' });
    files.emit(file('2'));
    await settle();
    // WHEN the first waiting line is adjusted and the next approved
    await press(element, 'j');
    await type(element, '[data-amount="l2"]', 'l2', '99.5');
    await type(element, '[data-reason="l2"]', 'l2', ' Half of it. ');
    one(decision(element), '[data-line="l3"][data-act="approve"]')?.click();
    await settle();
    expect(one(decision(element), '[data-total]')?.textContent).toContain('699.50');
    await expect(element).toBeAccessible();
    one(decision(element), 'form')?.dispatchEvent(new CustomEvent('submit'));
    await settle();
    // THEN what was chosen is sent, the result is announced, and the next claim is open
    expect(decide).toHaveBeenCalledWith({
      claimId: '2',
      lines: [
        { lineId: 'l2', outcome: 'Adjusted', approved: 99.5, reason: 'Half of it.' },
        { lineId: 'l3', outcome: 'Approved', approved: null, reason: '' },
      ],
    });
    expect(one(element, '[data-announcement]')?.textContent).toBe('c.PRM_UI_ADJ_Decided');
    expect(files.getLastConfig()).toEqual({ claimId: '3' });
  });

  it('goes from line to line with a, and asks with i', async () => {
    const element = await show();
    await press(element, 'a');
    await press(element, 'A');
    one(decision(element), 'form')?.dispatchEvent(new CustomEvent('submit'));
    await settle();
    expect(mocked(decide).mock.calls[0][0].lines.map((each: { lineId: string }) => each.lineId)).toEqual(['l2', 'l3']);
    files.emit(file('2'));
    await settle();
    await press(element, 'i');
    const field = one(decision(element), '[data-question]') as HTMLElement & { value: string };
    field.value = 'Which crane?';
    field.dispatchEvent(new CustomEvent('valuechange', { detail: { name: 'question', value: 'Which crane?' } }));
    await settle();
    decision(element).shadowRoot?.querySelectorAll('form')[1]?.dispatchEvent(new CustomEvent('submit'));
    await settle();
    expect(ask).toHaveBeenCalledWith({ claimId: '2', question: 'Which crane?' });
  });

  it('says which line is undecided and which lacks a reason, and sends nothing', async () => {
    const element = await show();
    await press(element, 'r');
    one(decision(element), 'form')?.dispatchEvent(new CustomEvent('submit'));
    await settle();
    expect(one(decision(element), '[data-fault="l2"]')?.textContent).toBe('c.PRM_UI_ADJ_Reason_Fault');
    expect(one(decision(element), '[data-fault="l3"]')?.textContent).toBe('c.PRM_UI_ADJ_Undecided');
    expect(decide).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('keeps what was typed when the server refuses, and says why', async () => {
    mocked(decide).mockRejectedValue({ body: { message: 'Somebody else has taken this claim.' } });
    const element = await show();
    await press(element, 'r');
    await type(element, '[data-reason="l2"]', 'l2', 'Worn.');
    await press(element, 'ArrowLeft');
    one(decision(element), '[data-line="l3"][data-act="approve"]')?.click();
    await settle();
    one(decision(element), 'form')?.dispatchEvent(new CustomEvent('submit'));
    await settle();
    expect(one(element, 'c-prm-ui-error')?.shadowRoot?.textContent).toContain('Somebody else');
    expect(one(decision(element), '[data-reason="l2"]')).toMatchObject({ value: 'Worn.' });
    expect(files.getLastConfig()).toEqual({ claimId: '1' });
  });

  it('takes a claim, settles a flag, and leaves claims alone that the reader must not decide', async () => {
    const element = await show();
    one(element, '[data-action="assign"]')?.click();
    await settle();
    expect(assign).toHaveBeenCalledWith({ claimId: '1', mine: true });
    one(one(element, 'c-prm-claim-signs'), '[data-state="Cleared"]')?.click();
    await settle();
    expect(settleFlag).toHaveBeenCalledWith({ flagId: 'f1', state: 'Cleared' });
    files.emit(file('1', { item: item('1', { refusal: 'You filed it yourself.' }) }));
    await settle();
    expect(one(element, '[data-refusal]')?.textContent).toBe('You filed it yourself.');
    expect(one(decision(element), '[data-act]')).toBeUndefined();
    await press(element, 'a');
    expect(one(decision(element), '[aria-pressed="true"]')).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('says that nothing waits, and what went wrong', async () => {
    const element = await show();
    one(element, '[data-scope="all"]')?.click();
    await settle();
    expect(element.shadowRoot?.querySelectorAll('[data-claim]')).toHaveLength(3);
    one(element, '[data-scope="mine"]')?.click();
    await settle();
    expect(queues.getLastConfig()).toEqual({ scope: 'mine', pageNumber: 1 });
    queues.emit({ items: [], total: 0, pageNumber: 1, pageSize: 50 });
    await settle();
    expect(one(element, 'c-prm-ui-empty')).toMatchObject({ heading: 'c.PRM_UI_ADJ_Empty' });
    queues.error({ message: 'No.' });
    await settle();
    expect(one(element, 'c-prm-ui-error')).toBeDefined();
    await expect(element).toBeAccessible();
  });
});

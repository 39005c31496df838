import { createElement, type LightningElement } from 'lwc';
import PrmBoardPanel from 'c/prmBoardPanel';
import type { Card } from 'c/prmDistribution';
import { offered, queued, stale } from '../../prmLeadBoard/__tests__/data/board';
import { heard, one, settle } from '../../prmLeadBoard/__tests__/data/page';

jest.mock('@salesforce/apex/PrmLeadBoardController.explain', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmLeadBoardController.partnersToChoose', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmLeadBoardController.cards', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
jest.mock('@salesforce/apex/PrmRoutingSimulatorController.simulate', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });


type PanelElement = HTMLElement & { saved(): void };
async function show(card: Card, properties: Record<string, unknown> = {}): Promise<PanelElement> {
  const element = Object.assign(createElement('c-prm-board-panel', { is: PrmBoardPanel as unknown as typeof LightningElement }), { card, ...properties }) as unknown as PanelElement;
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-prm-board-panel', () => {
  afterEach(() => {
    document.body.replaceChildren();
    window.localStorage.clear();
  });

  it.each([
    ['explain', 'c-prm-lead-explanation'],
    ['handOver', 'c-prm-hand-over'],
    ['simulate', 'c-prm-routing-simulator'],
  ])('shows the part that is wanted: %s', async (action, part) => {
    // GIVEN WHEN
    const element = await show(queued(), { action });
    // THEN
    expect(one(element, part)).toMatchObject({ leadId: queued().leadId });
    expect(one(element, `[data-view="${action}"]`)?.getAttribute('aria-pressed')).toBe('true');
    await expect(element).toBeAccessible();
  });

  it('changes to another part', async () => {
    // GIVEN
    const element = await show(queued(), { action: 'explain' });
    const views = heard(element, 'view');
    // WHEN
    one(element, '[data-view="handOver"]')?.click();
    // THEN
    expect(views).toEqual([{ action: 'handOver' }]);
  });

  it('asks for words where somebody holds the lead', async () => {
    // GIVEN WHEN THEN
    expect(one(await show(offered(), { action: 'handOver' }), 'c-prm-hand-over')).toMatchObject({ noted: true });
    expect(one(await show(queued(), { action: 'handOver' }), 'c-prm-hand-over')).toMatchObject({ noted: false });
  });

  it('says what taking back means, and sends the words', async () => {
    // GIVEN
    const element = await show(stale(), { action: 'recall' });
    const recalls = heard(element, 'recall');
    expect(one(element, 'form')?.textContent).toContain('c.PRM_UI_BOARD_Recall_Accepted');
    // WHEN
    one(element, 'c-prm-ui-field')?.dispatchEvent(new CustomEvent('valuechange', { detail: { name: 'note', value: ' Nothing happened ' } }));
    one(element, 'form')?.dispatchEvent(new CustomEvent('submit', { cancelable: true }));
    // THEN
    expect(recalls).toEqual([{ note: 'Nothing happened' }]);
    await expect(element).toBeAccessible();
  });

  it('shows why an act failed and keeps what was typed, even when it is opened again', async () => {
    // GIVEN
    const element = await show(offered(), { action: 'recall' });
    one(element, 'c-prm-ui-field')?.dispatchEvent(new CustomEvent('valuechange', { detail: { name: 'note', value: 'Wrong region' } }));
    // WHEN
    Object.assign(element, { failure: { heading: 'This did not work', error: { body: { message: 'The offer was answered meanwhile.' } } } });
    await settle();
    // THEN
    expect(one(element, 'c-prm-ui-error')?.shadowRoot?.textContent).toContain('The offer was answered meanwhile.');
    await expect(element).toBeAccessible();
    // WHEN
    const again = await show(offered(), { action: 'recall' });
    // THEN
    expect(one(again, 'c-prm-ui-field')).toMatchObject({ value: 'Wrong region' });
  });

  it('sends a queued lead round again, and closes', async () => {
    // GIVEN
    const element = await show(queued());
    const [again, close] = [heard(element, 'routeagain'), heard(element, 'close')];
    // WHEN
    one(element, '[data-action="routeAgain"]')?.click();
    one(element, 'c-prm-ui-panel')?.dispatchEvent(new CustomEvent('close'));
    // THEN
    expect(again).toHaveLength(1);
    expect(close).toHaveLength(1);
  });
});

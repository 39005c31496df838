import { createElement } from 'lwc';
import PrmLeadCard from 'c/prmLeadCard';
import type { Card } from 'c/prmDistribution';
import { offered, queued, stale } from '../../prmLeadBoard/__tests__/data/board';
import { heard, one, settle } from '../../prmLeadBoard/__tests__/data/page';


/** What identifies the lead in events. */
const queuedLead = { leadId: queued().leadId };

async function show(card: Card, properties: { stale?: boolean; busy?: boolean } = {}): Promise<HTMLElement> {
  const element: HTMLElement = Object.assign(createElement('c-prm-lead-card', { is: PrmLeadCard }), { card, ...properties });
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-prm-lead-card', () => {
  afterEach(() => document.body.replaceChildren());

  it('says why a lead found nobody', async () => {
    // GIVEN WHEN
    const element = await show(queued());
    // THEN
    expect(one(element, 'c-prm-ui-state')).toMatchObject({ label: 'No agreement in force', tone: 'warning' });
    await expect(element).toBeAccessible();
  });

  it('says that a lead is on its way', async () => {
    // GIVEN WHEN
    const element = await show(queued({ status: 'New', reason: null, reasonLabel: null }));
    // THEN
    expect(one(element, 'c-prm-ui-state')).toMatchObject({ label: 'c.PRM_UI_BOARD_Being_Distributed', tone: 'info' });
    await expect(element).toBeAccessible();
  });

  it('counts the time down that the partner has', async () => {
    // GIVEN WHEN
    const card = offered();
    const element = await show(card);
    // THEN
    expect(one(element, 'c-prm-ui-countdown')).toMatchObject({ dueAt: card.dueAt, startedAt: card.offeredAt });
    expect(element.shadowRoot?.textContent).toContain('Alpenland IT');
    await expect(element).toBeAccessible();
  });

  it('marks work that lies still', async () => {
    // GIVEN WHEN
    const element = await show(stale(), { stale: true });
    // THEN
    expect(one(element, 'c-prm-ui-state')).toMatchObject({ label: 'Contacted', tone: 'warning' });
    expect(element.shadowRoot?.textContent).toContain('c.PRM_UI_BOARD_No_Activity_Since');
    await expect(element).toBeAccessible();
  });

  it('opens by its heading and acts by its menu', async () => {
    // GIVEN
    const element = await show(queued());
    const acts = heard(element, 'act');
    // WHEN
    one(element, '[data-action="explain"]')?.click();
    one(element, 'lightning-button-menu')?.dispatchEvent(new CustomEvent('select', { detail: { value: 'handOver' } }));
    // THEN
    expect(acts).toMatchObject([
      { card: queuedLead, action: 'explain' },
      { card: queuedLead, action: 'handOver' },
    ]);
  });

  it('tells when it is dragged and when that is over', async () => {
    // GIVEN
    const element = await show(queued());
    const drags = heard(element, 'leaddrag');
    // WHEN
    one(element, 'article')?.dispatchEvent(new CustomEvent('dragstart'));
    one(element, 'article')?.dispatchEvent(new CustomEvent('dragend'));
    // THEN
    expect(drags).toMatchObject([{ card: queuedLead }, {}]);
  });

  it('cannot be pressed or dragged while something is being done with it', async () => {
    // GIVEN WHEN
    const element = await show(queued(), { busy: true });
    // THEN
    expect(one(element, '[data-action="explain"]')).toHaveProperty('disabled', true);
    expect(one(element, 'article')?.getAttribute('draggable')).toBe('false');
    await expect(element).toBeAccessible();
  });
});

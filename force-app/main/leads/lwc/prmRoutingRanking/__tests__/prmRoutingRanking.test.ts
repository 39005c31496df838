import { createElement } from 'lwc';
import PrmRoutingRanking from 'c/prmRoutingRanking';
import type { Explanation } from 'c/prmDistribution';
import { explanation } from '../../prmLeadBoard/__tests__/data/board';
import { all, one, settle } from '../../prmLeadBoard/__tests__/data/page';

const rowsOf = (table: HTMLElement | undefined): string[][] => [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''));

async function show(shown: Explanation): Promise<HTMLElement> {
  const element: HTMLElement = Object.assign(createElement('c-prm-routing-ranking', { is: PrmRoutingRanking }), { explanation: shown });
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-prm-routing-ranking', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows who came into question with weight and score, and who did not and why', async () => {
    // GIVEN WHEN
    const element = await show(explanation());
    // THEN
    const [candidates, losers] = all(element, 'table');
    expect(rowsOf(candidates)).toEqual([['Alpenland IT', '2', '1.25'], ['Rheinwerk', '1.5', '0.8']]);
    expect(one(element, 'c-prm-ui-state')).toMatchObject({ label: 'c.PRM_UI_BOARD_Picked', tone: 'success' });
    expect(rowsOf(losers)).toEqual([['Mekong Soft', 'No partner in the territory']]);
    expect(one(element, '.ranking__summary')?.textContent).toBe('c.PRM_UI_BOARD_Way_Round_Robin');
    await expect(element).toBeAccessible();
  });

  it.each([
    ['NAMED', 'c.PRM_UI_BOARD_Way_Named'],
    ['BY_HAND', 'c.PRM_UI_BOARD_Way_By_Hand'],
  ])('says when it was not the turn of the partner: %s', async (way, sentence) => {
    // GIVEN WHEN
    const element = await show(explanation({ way }));
    // THEN
    expect(one(element, '.ranking__summary')?.textContent).toBe(sentence);
    await expect(element).toBeAccessible();
  });

  it('says of a dry run what would happen', async () => {
    // GIVEN WHEN
    const element = await show(explanation());
    Object.assign(element, { trial: true });
    await settle();
    // THEN
    expect(one(element, '.ranking__summary')?.textContent).toBe('c.PRM_UI_BOARD_Would_Go_To');
    expect(one(element, '.ranking__details')?.textContent).not.toContain('c.PRM_UI_BOARD_Decided');
    await expect(element).toBeAccessible();
  });

  it('says that nobody was found', async () => {
    // GIVEN WHEN
    const element = await show(explanation({ pickedName: null, way: null, reason: 'NO_RULE', reasonLabel: 'No rule for the country', rows: [] }));
    // THEN
    expect(one(element, '.ranking__summary')?.textContent).toBe('c.PRM_UI_BOARD_Nobody');
    expect(all(element, 'table')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('says that there is no decision yet', async () => {
    // GIVEN WHEN
    const element = await show({ leadId: '00Q000000000001', rows: [] });
    // THEN
    expect(one(element, 'c-prm-ui-empty')).toMatchObject({ heading: 'c.PRM_UI_BOARD_No_Decision' });
    await expect(element).toBeAccessible();
  });

  it('shows the first ten left out, and all of them on request', async () => {
    // GIVEN
    const rows = Array.from({ length: 25 }, (_, index) => ({ partnerId: String(index), partnerName: `Partner ${index}`, eligible: false, reasonLabel: 'At capacity' }));
    const element = await show(explanation({ rows }));
    expect(rowsOf(one(element, 'table'))).toHaveLength(10);
    // WHEN
    one(element, '[data-action="all"]')?.click();
    await settle();
    // THEN
    expect(rowsOf(one(element, 'table'))).toHaveLength(25);
    await expect(element).toBeAccessible();
  });
});

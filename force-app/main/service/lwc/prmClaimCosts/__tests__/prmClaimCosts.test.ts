import { createElement } from 'lwc';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import costs from '@salesforce/apex/PrmClaimCostController.costs';
import PrmClaimCosts from 'c/prmClaimCosts';

jest.mock('@salesforce/apex/PrmClaimCostController.costs', () => ({ default: jest.requireActual('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }), { virtual: true });
const mockRefresh = jest.fn().mockResolvedValue(undefined);
jest.mock('@salesforce/apex', () => ({ refreshApex: (wired: unknown) => mockRefresh(wired) as unknown }), { virtual: true });

const adapter = costs as unknown as TestAdapter;
const settle = (turns = 10): Promise<void> => (turns === 0 ? Promise.resolve() : Promise.resolve().then(() => settle(turns - 1)));
const row = (name: string, approved: number): object => ({ name, claims: 1, claimed: approved + 10, approved });

async function show(): Promise<HTMLElement> {
  const element: HTMLElement = createElement('c-prm-claim-costs', { is: PrmClaimCosts });
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-prm-claim-costs', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('draws a chart by product, partner and fault, the smallest ones as one', async () => {
    const element = await show();
    adapter.emit({ rows: Array.from({ length: 14 }, (_each, index) => row(`P${index}`, 100 - index)), currencyCode: 'EUR', complete: false });
    await settle();
    const charts = [...(element.shadowRoot?.querySelectorAll('c-prm-ui-chart') ?? [])] as (Element & { data: { labels: string[]; series: { values: number[] }[] } })[];
    expect(charts).toHaveLength(3);
    expect(charts[0]?.data.labels).toHaveLength(13);
    expect(charts[0]?.data.series[1]?.values.at(-1)).toBe(88 + 87);
    expect(element.shadowRoot?.textContent).toContain('c.PRM_UI_ADJ_Cost_Partly');
    await expect(element).toBeAccessible();
  });

  it('asks for a span of days', async () => {
    const element = await show();
    const [from, to] = element.shadowRoot?.querySelectorAll('c-prm-ui-field') ?? [];
    from?.dispatchEvent(new CustomEvent('valuechange', { detail: { name: 'fromDay', value: '2026-01-01' } }));
    to?.dispatchEvent(new CustomEvent('valuechange', { detail: { name: 'toDay', value: '2026-02-01' } }));
    await settle();
    expect(adapter.getLastConfig()).toEqual({ groupBy: 'fault', fromDay: '2026-01-01', toDay: '2026-02-01' });
  });

  it('shows why nothing is there, and tries again', async () => {
    const element = await show();
    adapter.error({ message: 'Not you.' });
    await settle();
    const panel = element.shadowRoot?.querySelector('c-prm-ui-error');
    expect(panel?.shadowRoot?.textContent).toContain('Not you.');
    panel?.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(mockRefresh).toHaveBeenCalledTimes(3);
    await expect(element).toBeAccessible();
  });
});

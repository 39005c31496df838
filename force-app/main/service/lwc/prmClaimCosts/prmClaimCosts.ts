import { LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import costs from '@salesforce/apex/PrmClaimCostController.costs';
import approvedLabel from '@salesforce/label/c.PRM_UI_ADJ_Cost_Approved';
import byFault from '@salesforce/label/c.PRM_UI_ADJ_Cost_Fault';
import byPartner from '@salesforce/label/c.PRM_UI_ADJ_Cost_Partner';
import byProduct from '@salesforce/label/c.PRM_UI_ADJ_Cost_Product';
import claimedLabel from '@salesforce/label/c.PRM_UI_ADJ_Cost_Claimed';
import fromLabel from '@salesforce/label/c.PRM_UI_ADJ_Cost_From';
import others from '@salesforce/label/c.PRM_UI_ADJ_Cost_Others';
import partly from '@salesforce/label/c.PRM_UI_ADJ_Cost_Partly';
import title from '@salesforce/label/c.PRM_UI_ADJ_Cost_Title';
import toLabel from '@salesforce/label/c.PRM_UI_ADJ_Cost_To';
import type { Cost, Costs } from 'c/prmAdjudication';
import type { ChartData } from 'c/prmUiChartModel';
import { fill } from 'c/prmUiText';

/** Bars that one can still tell apart; the rest is one more. */
const MOST_BARS = 12;

function chartOf(rows: readonly Cost[]): ChartData {
  const shown = rows.slice(0, MOST_BARS);
  const rest = rows.slice(MOST_BARS);
  const sum = (pick: (cost: Cost) => number): number => rest.reduce((total, cost) => total + pick(cost), 0);
  const all = rest.length ? [...shown, { name: fill(others, rest.length), claims: 0, claimed: sum((cost) => cost.claimed), approved: sum((cost) => cost.approved) }] : shown;
  return {
    labels: all.map((cost) => cost.name ?? ''),
    series: [
      { label: claimedLabel, values: all.map((cost) => cost.claimed) },
      { label: approvedLabel, values: all.map((cost) => cost.approved) },
    ],
  };
}

/** What claims cost, by product, partner and fault; each chart has its table behind it. */
export default class PrmClaimCosts extends LightningElement {
  labels = { fromLabel, partly, title, toLabel };
  horizontal = true;
  fromDay: string | null = null;
  toDay: string | null = null;
  product?: Wired<Costs>;
  partner?: Wired<Costs>;
  fault?: Wired<Costs>;

  @wire(costs, { groupBy: 'product', fromDay: '$fromDay', toDay: '$toDay' })
  wiredProduct(result: Wired<Costs>): void {
    this.product = result;
  }

  @wire(costs, { groupBy: 'partner', fromDay: '$fromDay', toDay: '$toDay' })
  wiredPartner(result: Wired<Costs>): void {
    this.partner = result;
  }

  @wire(costs, { groupBy: 'fault', fromDay: '$fromDay', toDay: '$toDay' })
  wiredFault(result: Wired<Costs>): void {
    this.fault = result;
  }

  private get wires(): (Wired<Costs> | undefined)[] {
    return [this.product, this.partner, this.fault];
  }

  get error(): unknown {
    return this.wires.find((each) => each?.error)?.error;
  }

  get loading(): boolean {
    return !this.error && this.wires.some((each) => !each?.data);
  }

  get incomplete(): boolean {
    return this.wires.some((each) => each?.data?.complete === false);
  }

  get charts(): { key: string; label: string; data: ChartData; axis: string }[] {
    return [
      { key: 'product', label: byProduct, costs: this.product?.data },
      { key: 'partner', label: byPartner, costs: this.partner?.data },
      { key: 'fault', label: byFault, costs: this.fault?.data },
    ].flatMap(({ key, label, costs: found }) => (found ? [{ key, label, axis: found.currencyCode, data: chartOf(found.rows) }] : []));
  }

  handleDay(event: CustomEvent<{ name: string; value: string }>): void {
    const { name, value } = event.detail;
    if (name === 'fromDay') this.fromDay = value || null;
    else this.toDay = value || null;
  }

  async handleRetry(): Promise<void> {
    await Promise.all(this.wires.map((each) => each && refreshApex(each)));
  }
}

import { LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import report from '@salesforce/apex/PrmRecoveriesController.report';
import chart from '@salesforce/label/c.PRM_UI_RECOVERY_Chart';
import from from '@salesforce/label/c.PRM_UI_RECOVERY_From';
import heading from '@salesforce/label/c.PRM_UI_RECOVERY_Report';
import hint from '@salesforce/label/c.PRM_UI_RECOVERY_Report_Hint';
import none from '@salesforce/label/c.PRM_UI_RECOVERY_No_Report';
import noneBody from '@salesforce/label/c.PRM_UI_RECOVERY_No_Report_Body';
import supplier from '@salesforce/label/c.PRM_UI_RECOVERY_Supplier';
import to from '@salesforce/label/c.PRM_UI_RECOVERY_To';
import { RECOVERIES_CHANGED, reportsOf, type CurrencyReport, type RecoverySum } from 'c/prmRecoveryRows';
import { onChanged } from 'c/prmUiBus';
import type { ValueFormat } from 'c/prmUiChartModel';
import { fill } from 'c/prmUiText';

/** What came back from suppliers, a chart with its table for each currency. */
export default class PrmRecoveryReport extends LightningElement {
  labels = { from, heading, hint, none, noneBody, supplier, to };
  fromDay: string | null = null;
  toDay: string | null = null;
  sums?: readonly RecoverySum[];
  loadError?: unknown;
  private provisioned?: Wired<RecoverySum[]>;
  private stopListening?: () => void;

  @wire(report, { fromDay: '$fromDay', toDay: '$toDay' })
  wiredReport(result: Wired<RecoverySum[]>): void {
    this.provisioned = result;
    if (result.data) this.sums = result.data;
    this.loadError = result.error;
  }

  connectedCallback(): void {
    this.stopListening = onChanged(RECOVERIES_CHANGED, () => refreshApex(this.provisioned));
  }

  disconnectedCallback(): void {
    this.stopListening?.();
  }

  get loading(): boolean {
    return !this.sums && !this.loadError;
  }

  get empty(): boolean {
    return this.sums?.length === 0;
  }

  get reports(): (CurrencyReport & { label: string; format: ValueFormat })[] {
    return reportsOf(this.sums ?? []).map((each) => ({
      ...each,
      label: fill(chart, each.currencyCode),
      format: { style: 'currency', currency: each.currencyCode },
    }));
  }

  handleDay({ detail: { name, value } }: CustomEvent<{ name: string; value: string }>): void {
    if (name === 'from') this.fromDay = value || null;
    else this.toDay = value || null;
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }
}

import accepted from '@salesforce/label/c.PRM_UI_RECOVERY_Accepted';
import asked from '@salesforce/label/c.PRM_UI_RECOVERY_Asked';
import deadlineOver from '@salesforce/label/c.PRM_UI_RECOVERY_Deadline_Over';
import lapsed from '@salesforce/label/c.PRM_UI_RECOVERY_Lapsed';
import recovered from '@salesforce/label/c.PRM_UI_RECOVERY_Recovered';
import refused from '@salesforce/label/c.PRM_UI_RECOVERY_Refused';
import { moneyText } from 'c/prmClaims';
import type { ChartData } from 'c/prmUiChartModel';
import type { Flag, Row } from 'c/prmUiList';
import type { Page } from 'c/prmUiPaging';
import type { Tone } from 'c/prmUiState';
import { joined } from 'c/prmUiText';

/** Kind of data on the page's bus. */
export const RECOVERIES_CHANGED = 'service.recoveries';

/** `PrmRecoveryView.Item`. */
export interface Recovery {
  readonly id: string;
  readonly name: string;
  readonly supplierName?: string | null;
  readonly partName?: string | null;
  readonly claimName?: string | null;
  readonly status: string;
  readonly statusLabel: string;
  readonly percent?: number | null;
  readonly amount: number;
  readonly currencyCode: string;
  readonly deadline?: string | null;
  /** Nobody was asked in time. */
  readonly overdue: boolean;
  readonly sentOn?: string | null;
  readonly note?: string | null;
  readonly recovered?: number | null;
  readonly recoveredOn?: string | null;
  /** Statuses to which people may move it. */
  readonly next: readonly string[];
}

/** `PrmRecoveryView.Page`. */
export type RecoveryPage = Page<Recovery>;

/** `PrmRecoveryReport.Row`: one supplier in one currency. */
export interface RecoverySum {
  readonly supplierId: string;
  readonly supplierName: string;
  readonly currencyCode: string;
  readonly count: number;
  readonly total: number;
  readonly notAsked: number;
  readonly waiting: number;
  readonly accepted: number;
  readonly refused: number;
  readonly lapsed: number;
  readonly recovered: number;
}

/** The chart of one currency. */
export interface CurrencyReport {
  readonly currencyCode: string;
  readonly data: ChartData;
}

const TONES: Readonly<Record<string, Tone>> = { Open: 'info', Sent: 'info', Accepted: 'success', Recovered: 'success', Refused: 'error', Lapsed: 'error' };

export const stateOf = ({ status, statusLabel, overdue }: Recovery): Flag => (overdue ? { label: deadlineOver, tone: 'error' } : { label: statusLabel, tone: TONES[status] ?? 'neutral' });

/** One line of the list. */
export function rowOf(recovery: Recovery): Row {
  return {
    id: recovery.id,
    secondary: joined(' · ', recovery.partName, recovery.claimName),
    cells: {
      supplier: recovery.supplierName ?? recovery.name,
      amount: moneyText(recovery.amount, recovery.currencyCode),
      deadline: recovery.deadline,
      state: stateOf(recovery),
      recovered: moneyText(recovery.recovered || null, recovery.currencyCode),
    },
  };
}

/** Bars of a chart, and what they stand for. */
const BARS: readonly { readonly label: string; value(sum: RecoverySum): number }[] = [
  { label: asked, value: ({ total, notAsked, lapsed: gone }) => total - notAsked - gone },
  { label: accepted, value: (sum) => sum.accepted },
  { label: recovered, value: (sum) => sum.recovered },
  { label: refused, value: (sum) => sum.refused },
  { label: lapsed, value: (sum) => sum.lapsed },
];

/** A chart for each currency: amounts of different ones never stand side by side. */
export function reportsOf(sums: readonly RecoverySum[]): CurrencyReport[] {
  const codes = [...new Set(sums.map(({ currencyCode }) => currencyCode))].sort();
  return codes.map((currencyCode) => {
    const rows = sums.filter((sum) => sum.currencyCode === currencyCode);
    return {
      currencyCode,
      data: { labels: rows.map(({ supplierName }) => supplierName), series: BARS.map(({ label, value }) => ({ label, values: rows.map(value) })) },
    };
  });
}

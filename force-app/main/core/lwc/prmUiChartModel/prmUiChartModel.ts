import type { ChartConfiguration, ChartDataset } from 'chart.js';
import locale from '@salesforce/i18n/locale';

export type ChartType = 'bar' | 'line';

/** One row of values, one value a label; null where there is none. */
export interface ChartSeries {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

export interface ChartData {
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** How values are written: options of Intl.NumberFormat. */
export type ValueFormat = Intl.NumberFormatOptions;

export interface TableRow {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly { readonly key: string; readonly text: string }[];
}

/** Fills that differ in lightness too, and dashes for lines: nothing is told by colour alone. */
const COLOURS = ['#0b5cab', '#fe9339', '#032d60', '#8a033e', '#2e844a', '#939393'];
const DASHES = [[], [6, 3], [2, 2], [10, 4, 2, 4], [1, 3], [12, 3]];

const cyclic = <Item>(list: readonly Item[], index: number): Item => list[index % list.length] as Item;

/** A value in the reader's language; what is missing is a dash. */
export function valueText(value: number | null | undefined, format: ValueFormat = {}): string {
  return value === null || value === undefined ? '–' : new Intl.NumberFormat(locale, format).format(value);
}

/** The same numbers as rows of a table, one a label. */
export function tableRows({ labels, series }: ChartData, format?: ValueFormat): TableRow[] {
  return labels.map((label, at) => ({
    key: String(at),
    label,
    cells: series.map((each, index) => ({ key: `${at}-${index}`, text: valueText(each.values[at], format) })),
  }));
}

/** Whether there is anything to draw. */
export function hasValues({ series }: ChartData): boolean {
  return series.some(({ values }) => values.some((value) => value !== null));
}

function dataset({ label, values }: ChartSeries, index: number, type: ChartType): ChartDataset<ChartType, (number | null)[]> {
  const colour = cyclic(COLOURS, index);
  const line = type === 'line' ? { borderDash: cyclic(DASHES, index), tension: 0, spanGaps: false } : {};
  return { label, data: [...values], backgroundColor: colour, borderColor: colour, borderWidth: type === 'line' ? 2 : 0, ...line };
}

export interface ChartLook {
  readonly type: ChartType;
  readonly format?: ValueFormat | undefined;
  /** Words below and beside the axes. */
  readonly labelAxis?: string | undefined;
  readonly valueAxis?: string | undefined;
  /** Bars that lie: for long labels. */
  readonly isHorizontal?: boolean | undefined;
  /** People who asked for less motion get none. */
  readonly isStill: boolean;
}

const title = (text: string | undefined): { display: boolean; text: string } => ({ display: Boolean(text), text: text ?? '' });

/** What Chart.js draws. */
export function chartConfig(data: ChartData, look: ChartLook): ChartConfiguration<ChartType, (number | null)[], string> {
  const write = (value: number | string): string => valueText(Number(value), look.format);
  const values = { beginAtZero: true, title: title(look.valueAxis), ticks: { callback: write } };
  const labels = { title: title(look.labelAxis) };
  return {
    type: look.type,
    data: { labels: [...data.labels], datasets: data.series.map((each, index) => dataset(each, index, look.type)) },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: look.isHorizontal ? 'y' : 'x',
      ...(look.isStill ? { animation: false as const } : {}),
      scales: look.isHorizontal ? { x: values, y: labels } : { x: labels, y: values },
      plugins: {
        legend: { display: data.series.length > 1, position: 'bottom' },
        tooltip: { callbacks: { label: ({ dataset: { label }, raw }) => `${label ?? ''}: ${valueText(raw as number | null, look.format)}` } },
      },
    },
  };
}

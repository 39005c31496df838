import type { Chart, ChartConfiguration } from 'chart.js';
import { api, LightningElement } from 'lwc';
import { loadScript } from 'lightning/platformResourceLoader';
import chartJs from '@salesforce/resourceUrl/PRM_ChartJs';
import empty from '@salesforce/label/c.PRM_UI_Chart_Empty';
import failed from '@salesforce/label/c.PRM_UI_Chart_Failed';
import hideTable from '@salesforce/label/c.PRM_UI_Chart_Hide_Table';
import showTable from '@salesforce/label/c.PRM_UI_Chart_Show_Table';
import { chartConfig, hasValues, tableRows, type ChartData, type ChartType, type TableRow, type ValueFormat } from 'c/prmUiChartModel';

type Charts = new (canvas: HTMLCanvasElement, config: ChartConfiguration<ChartType, (number | null)[], string>) => Chart;

const NOTHING: ChartData = { labels: [], series: [] };

/** Bars or lines of numbers. The table behind them is always there for screen readers, and for everybody at a click. */
export default class PrmUiChart extends LightningElement {
  /** What the numbers are: heading of the table, name of the picture. */
  @api label = '';
  @api type: ChartType = 'bar';
  /** Words below and beside the axes. */
  @api labelAxis?: string;
  @api valueAxis?: string;
  /** How values are written: options of Intl.NumberFormat. */
  @api format?: ValueFormat;
  @api isHorizontal = false;

  labels = { empty, failed };
  isOpen = false;
  hasFailed = false;
  private chart?: Chart;
  private isLoaded = false;
  private held: ChartData = NOTHING;

  /** `{labels, series: [{label, values}]}`: one value of each series a label. */
  @api
  get data(): ChartData {
    return this.held;
  }
  set data(data: ChartData | null | undefined) {
    this.held = data ?? NOTHING;
    this.isStale = true;
  }
  private isStale = true;

  get isEmpty(): boolean {
    return !hasValues(this.held);
  }

  get isDrawn(): boolean {
    return !this.isEmpty && !this.hasFailed;
  }

  get rows(): TableRow[] {
    return tableRows(this.held, this.format);
  }

  get columns(): { key: string; label: string }[] {
    return this.held.series.map(({ label }, index) => ({ key: String(index), label }));
  }

  get toggleLabel(): string {
    return this.isOpen ? hideTable : showTable;
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get tableClass(): string {
    return this.isOpen || this.hasFailed ? 'table' : 'slds-assistive-text';
  }

  connectedCallback(): void {
    void this.load();
  }

  renderedCallback(): void {
    this.draw();
  }

  disconnectedCallback(): void {
    this.chart?.destroy();
    this.chart = undefined;
    this.isStale = true;
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }

  private async load(): Promise<void> {
    try {
      await loadScript(this, chartJs);
      this.isLoaded = true;
      this.draw();
    } catch {
      // Without the picture the table says it all.
      this.hasFailed = true;
    }
  }

  /** Draws anew when there is something new to draw, on a canvas that Chart.js alone touches. */
  private draw(): void {
    const frame = this.template?.querySelector<HTMLElement>('[data-frame]');
    if (!this.isLoaded || !this.isStale || !frame) return;
    this.isStale = false;
    this.chart?.destroy();
    const canvas = document.createElement('canvas');
    frame.replaceChildren(canvas);
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const { type, format, labelAxis, valueAxis, isHorizontal } = this;
    const { Chart: Drawn } = window as unknown as { Chart: Charts };
    this.chart = new Drawn(canvas, chartConfig(this.held, { type, format, labelAxis, valueAxis, isHorizontal, isStill }));
  }
}

import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import columns from '@salesforce/apex/PrmLeadBoardController.columns';
import routeAgain from '@salesforce/apex/PrmLeadBoardController.routeAgain';
import columnsLabel from '@salesforce/label/c.PRM_UI_BOARD_Columns';
import failed from '@salesforce/label/c.PRM_UI_BOARD_Failed';
import refresh from '@salesforce/label/c.PRM_UI_BOARD_Refresh';
import routedAgain from '@salesforce/label/c.PRM_UI_BOARD_Routed_Again';
import title from '@salesforce/label/c.PRM_UI_BOARD_Title';
import count from '@salesforce/label/c.PRM_UI_Count';
import { type Action, type Card, type Column } from 'c/prmDistribution';
import { companyOf, OFFERS_CHANGED } from 'c/prmOffers';
import { changed, onChanged } from 'c/prmUiBus';
import { onTick } from 'c/prmUiClock';
import { fill } from 'c/prmUiText';
import { confirmDone } from 'c/prmUiToast';

/** What the panel shows: a lead and what is to be done with it. */
interface Opened {
  readonly card: Card;
  readonly action: Action;
}
interface Failure {
  readonly heading: string;
  readonly error: unknown;
}
interface ColumnElement extends HTMLElement {
  refresh(): Promise<void>;
  focusCard(key: string): boolean;
}

/** The distribution works in the background: a second look after it had time to finish. */
const SECOND_LOOK_MS = 4_000;

/** The channel manager's board of distribution. */
export default class PrmLeadBoard extends LightningElement {
  /** Cards shown of a column at first. */
  @api pageSize = 10;

  labels = { columnsLabel, refresh, title };
  columns?: readonly Column[];
  loadError?: unknown;
  failure?: Failure;
  /** The column that a narrow screen shows. */
  selected = 'unrouted';
  opened?: Opened;
  /** The lead that is being dragged. */
  dragged?: Card;
  busyIds: readonly string[] = [];
  private provisioned?: Wired<readonly Column[]>;
  private stops: readonly (() => void)[] = [];
  private focusKey?: string;

  @wire(columns, { pageSize: '$pageSize' })
  wiredColumns(result: Wired<readonly Column[]>): void {
    this.provisioned = result;
    if (result.data) {
      this.columns = result.data;
      this.loadError = undefined;
    } else if (result.error) {
      this.loadError = result.error;
    }
  }

  connectedCallback(): void {
    this.stops = [
      onChanged(OFFERS_CHANGED, () => void this.refresh()),
      // What nobody looks at, and what somebody is dragging, stays as it is.
      onTick(() => void (document.visibilityState === 'visible' && !this.dragged && this.refresh())),
    ];
  }

  disconnectedCallback(): void {
    for (const stop of this.stops) stop();
  }

  renderedCallback(): void {
    if (!this.focusKey || this.opened) return;
    const key = this.focusKey;
    this.focusKey = undefined;
    this.columnElements.some((column) => column.focusCard(key));
  }

  private get columnElements(): ColumnElement[] {
    return [...(this.template?.querySelectorAll<ColumnElement>('c-prm-lead-column') ?? [])];
  }

  get loading(): boolean {
    return !this.columns && !this.loadError;
  }

  get shownColumns(): { column: Column; classes: string; heading: string; pressed: string }[] {
    return (this.columns ?? []).map((column) => ({
      column,
      classes: column.key === this.selected ? 'board__column board__column_selected' : 'board__column',
      heading: `${column.label} ${fill(count, column.total)}`,
      pressed: String(column.key === this.selected),
    }));
  }

  handleSelect(event: Event): void {
    this.selected = (event.currentTarget as HTMLElement).dataset['key'] ?? this.selected;
  }

  handleRefresh(): Promise<void> {
    return this.refresh();
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return this.refresh();
  }

  handleDismiss(): void {
    this.failure = undefined;
  }

  handleAct(event: CustomEvent<{ card: Card; action: Action }>): Promise<void> | void {
    const { card, action } = event.detail;
    if (action === 'routeAgain') return this.routeAgain(card);
    this.opened = { card, action };
    return undefined;
  }

  handleLeadDrag(event: CustomEvent<{ card?: Card }>): void {
    this.dragged = event.detail.card;
  }

  private routeAgain(card: Card): Promise<void> {
    return this.work(card, async () => {
      await routeAgain({ leadId: card.leadId });
      confirmDone(this, fill(routedAgain, companyOf(card)));
      this.lookAgain();
    });
  }

  /** Does something with a lead. Whatever comes of it, the board is asked again: somebody else may have been first. */
  private async work(card: Card, act: () => Promise<void>): Promise<void> {
    if (this.busyIds.includes(card.leadId)) return;
    this.failure = undefined;
    this.busyIds = [...this.busyIds, card.leadId];
    try {
      await act();
    } catch (error) {
      this.failure = { heading: fill(failed, companyOf(card)), error };
    } finally {
      this.busyIds = this.busyIds.filter((id) => id !== card.leadId);
      changed(OFFERS_CHANGED);
    }
  }

  private lookAgain(): void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- once, and harmless after the board is gone
    setTimeout(() => this.isConnected && void this.refresh(), SECOND_LOOK_MS);
  }

  private async refresh(): Promise<void> {
    await Promise.all([this.provisioned && refreshApex(this.provisioned), ...this.columnElements.map((column) => column.refresh())]);
  }
}

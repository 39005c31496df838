import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import columns from '@salesforce/apex/PrmLeadBoardController.columns';
import handOver from '@salesforce/apex/PrmLeadBoardController.handOver';
import recall from '@salesforce/apex/PrmLeadBoardController.recall';
import routeAgain from '@salesforce/apex/PrmLeadBoardController.routeAgain';
import columnsLabel from '@salesforce/label/c.PRM_UI_BOARD_Columns';
import failed from '@salesforce/label/c.PRM_UI_BOARD_Failed';
import handOverLabel from '@salesforce/label/c.PRM_UI_BOARD_Hand_Over';
import handedOver from '@salesforce/label/c.PRM_UI_BOARD_Handed_Over';
import recalled from '@salesforce/label/c.PRM_UI_BOARD_Recalled';
import refresh from '@salesforce/label/c.PRM_UI_BOARD_Refresh';
import routedAgain from '@salesforce/label/c.PRM_UI_BOARD_Routed_Again';
import title from '@salesforce/label/c.PRM_UI_BOARD_Title';
import count from '@salesforce/label/c.PRM_UI_Count';
import type { Action, Card, Column, PartnerChoice } from 'c/prmDistribution';
import { companyOf, OFFERS_CHANGED } from 'c/prmOffers';
import { changed, onChanged } from 'c/prmUiBus';
import { onTick } from 'c/prmUiClock';
import { fill } from 'c/prmUiText';
import { confirmDone } from 'c/prmUiToast';

/** What the panel shows: a lead and what is to be done with it. */
interface Opened {
  readonly card: Card;
  readonly action: Action;
  /** Partner to look for at first in the hand-over. */
  readonly search: string;
}
interface HandOver {
  readonly partner: PartnerChoice;
  readonly note: string;
}
interface PanelElement extends HTMLElement {
  saved(): void;
}
interface Failure {
  readonly heading: string;
  readonly error: unknown;
}
interface ColumnElement extends HTMLElement {
  refresh(): Promise<void>;
  focusCard(leadId: string): boolean;
}

/** The distribution works in the background: a second look after it had time to finish. */
const SECOND_LOOK_MS = 4_000;

/** The channel manager's board of distribution. */
export default class PrmLeadBoard extends LightningElement {
  /** Cards shown of a column at first. */
  @api pageSize = 10;

  labels = { columnsLabel, handOverLabel, refresh, title };
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
  /** Lead whose card gets the focus back when the panel is gone. */
  private focusLead?: string;
  /** Lead with which something was done last. Fresh columns draw its card anew, and the focus on it is gone. */
  private actedLead?: string;

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
      onChanged(OFFERS_CHANGED, () => this.refresh()),
      onTick(() => this.refreshWhenIdle()),
    ];
  }

  disconnectedCallback(): void {
    for (const stop of this.stops) stop();
  }

  renderedCallback(): void {
    if (!this.focusLead || this.opened) return;
    this.focusOn(this.focusLead);
    this.focusLead = undefined;
  }

  /** The card where it is still shown, else the heading: the focus is never lost. */
  private focusOn(lead: string): void {
    if (!this.columnElements.some((column) => column.focusCard(lead))) this.template?.querySelector<HTMLElement>('[data-heading]')?.focus();
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
    this.selected = (event.currentTarget as HTMLElement).dataset.key ?? this.selected;
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
    this.open(card, action);
    return undefined;
  }

  get openedBusy(): boolean {
    return this.busyIds.includes(this.opened?.card.leadId ?? '');
  }

  /** Above the board only while the panel does not show it. */
  get boardFailure(): Failure | undefined {
    return this.opened ? undefined : this.failure;
  }

  handleView(event: CustomEvent<{ action: Action }>): void {
    if (this.opened) this.open(this.opened.card, event.detail.action);
  }

  handleClose(): void {
    this.failure = undefined;
    this.close();
  }

  handleHandOver(event: CustomEvent<HandOver>): Promise<void> {
    return this.opened ? this.handOver(this.opened.card, event.detail) : Promise.resolve();
  }

  async handleRecall(event: CustomEvent<{ note: string }>): Promise<void> {
    const card = this.opened?.card;
    if (!card?.offerId) return;
    const { offerId, status: seenStatus } = card;
    await this.work(card, fill(recalled, companyOf(card)), () => recall({ offerId, seenStatus, note: event.detail.note }));
  }

  async handleRouteAgain(): Promise<void> {
    if (this.opened) await this.routeAgain(this.opened.card);
  }

  handleLeadDrag(event: CustomEvent<{ card?: Card }>): void {
    const { card } = event.detail;
    // The browser takes its picture of the card first: a page that changes before ends the drag.
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- one turn
    setTimeout(() => {
      this.dragged = card;
    });
  }

  /** A lead dropped on a partner is offered at once; one that somebody works on is not taken away without a word. */
  async handleDrop(event: CustomEvent<HandOver>): Promise<void> {
    const card = this.dragged;
    this.dragged = undefined;
    if (!card) return;
    if (card.status === 'Accepted') this.open(card, 'handOver', event.detail.partner.name);
    else await this.handOver(card, event.detail);
  }

  private open(card: Card, action: Action, search = ''): void {
    if (card.leadId !== this.opened?.card.leadId) this.failure = undefined;
    this.opened = { card, action, search };
  }

  private close(): void {
    this.focusLead = this.opened?.card.leadId;
    this.opened = undefined;
  }

  /** Something worked: what was typed is with the server, the panel goes, the distribution may go on in the background. */
  private settle(message: string): void {
    this.template?.querySelector<PanelElement>('c-prm-board-panel')?.saved();
    this.close();
    confirmDone(this, message);
    this.lookAgain();
  }

  private handOver(card: Card, { partner, note }: HandOver): Promise<void> {
    return this.work(card, fill(handedOver, companyOf(card), partner.name), () => handOver({ leadId: card.leadId, partnerId: partner.id, note, seenOfferId: card.offerId, seenStatus: card.status }));
  }

  private routeAgain(card: Card): Promise<void> {
    return this.work(card, fill(routedAgain, companyOf(card)), () => routeAgain({ leadId: card.leadId }));
  }

  /** Does something with a lead. Whatever comes of it, the board is asked again: somebody else may have been first. */
  private async work(card: Card, done: string, act: () => Promise<unknown>): Promise<void> {
    if (this.busyIds.includes(card.leadId)) return;
    this.failure = undefined;
    this.busyIds = [...this.busyIds, card.leadId];
    try {
      await act();
    } catch (error) {
      this.failure = { heading: fill(failed, companyOf(card)), error };
    }
    this.busyIds = this.busyIds.filter((id) => id !== card.leadId);
    if (!this.failure) this.settle(done);
    // What was pressed could not keep the focus while it was busy.
    if (!this.opened) this.focusLead = card.leadId;
    this.actedLead = card.leadId;
    changed(OFFERS_CHANGED);
  }

  /** What nobody looks at, and what somebody is dragging, stays as it is. */
  private refreshWhenIdle(): Promise<void> {
    return document.visibilityState === 'visible' && !this.dragged && this.isConnected ? this.refresh() : Promise.resolve();
  }

  private lookAgain(): void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- once, and harmless after the board is gone
    setTimeout(async () => {
      await this.refreshWhenIdle();
      this.actedLead = undefined;
    }, SECOND_LOOK_MS);
  }

  private async refresh(): Promise<void> {
    await Promise.all([this.provisioned && refreshApex(this.provisioned), ...this.columnElements.map((column) => column.refresh())]);
    await Promise.resolve(); // the cards are drawn by then
    if (this.actedLead && !this.opened && document.activeElement === document.body) this.focusOn(this.actedLead);
  }
}

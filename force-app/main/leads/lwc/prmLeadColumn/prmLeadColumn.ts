import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import cards from '@salesforce/apex/PrmLeadBoardController.cards';
import emptyAccepted from '@salesforce/label/c.PRM_UI_BOARD_Empty_Accepted';
import emptyOffered from '@salesforce/label/c.PRM_UI_BOARD_Empty_Offered';
import emptyStale from '@salesforce/label/c.PRM_UI_BOARD_Empty_Stale';
import emptyUnrouted from '@salesforce/label/c.PRM_UI_BOARD_Empty_Unrouted';
import more from '@salesforce/label/c.PRM_UI_BOARD_Show_More';
import tooMany from '@salesforce/label/c.PRM_UI_BOARD_Too_Many';
import count from '@salesforce/label/c.PRM_UI_Count';
import { keyOf, type Card, type Column } from 'c/prmDistribution';
import { fill } from 'c/prmUiText';

/** What the server answers at once, and the furthest row it pages to. */
const LARGEST_PAGE = 100;
const FURTHEST = 2000;

const EMPTY: Readonly<Record<string, string>> = { unrouted: emptyUnrouted, offered: emptyOffered, accepted: emptyAccepted, stale: emptyStale };

interface CardElement extends HTMLElement {
  readonly card: Card;
}

/** One column: its first cards come from the board, more of them it asks for itself. */
export default class PrmLeadColumn extends LightningElement {
  /** The column as the board got it. */
  @api column!: Column;
  /** Cards shown at first, and added by "show more". */
  @api step = 10;
  /** Ids of leads with which something is being done. */
  @api busyIds: readonly string[] = [];

  pageNumber = 1;
  shown?: number;
  wiredKey?: string;
  further?: Column;
  error?: unknown;
  private provisioned?: Wired<Column>;

  @wire(cards, { column: '$wiredKey', pageNumber: '$pageNumber', pageSize: '$shown' })
  wiredCards(result: Wired<Column>): void {
    this.provisioned = result;
    if (result.data) {
      this.further = result.data;
      this.error = undefined;
    } else if (result.error) {
      this.error = result.error;
    }
  }

  /** Asks again for what the column fetched itself. */
  @api
  async refresh(): Promise<void> {
    if (this.wiredKey) await refreshApex(this.provisioned);
  }

  /** Puts the focus on the card of a lead; false where it is not shown any more. */
  @api
  focusCard(leadId: string): boolean {
    const found = [...(this.template?.querySelectorAll<CardElement>('c-prm-lead-card') ?? [])].find((each) => each.card.leadId === leadId);
    found?.focus();
    return found !== undefined;
  }

  private get current(): Column {
    return this.further ?? this.column;
  }

  get total(): number {
    return this.current.total;
  }

  get heading(): string {
    return `${this.column.label} ${fill(count, this.total)}`;
  }

  get cards(): { key: string; card: Card; busy: boolean }[] {
    return this.current.cards.map((card) => ({ key: keyOf(card), card, busy: this.busyIds.includes(card.leadId) }));
  }

  get stale(): boolean {
    return this.column.key === 'stale';
  }

  get empty(): boolean {
    return this.total === 0;
  }

  get emptyText(): string {
    return EMPTY[this.column.key] ?? '';
  }

  get paged(): boolean {
    return this.shown === LARGEST_PAGE && this.total > LARGEST_PAGE;
  }

  get growing(): boolean {
    return !this.paged && this.total > this.current.cards.length;
  }

  get moreLabel(): string {
    return fill(more, this.column.label, this.current.cards.length, this.total);
  }

  get pageSize(): number {
    return LARGEST_PAGE;
  }

  get reachable(): number {
    return Math.min(this.total, FURTHEST + LARGEST_PAGE);
  }

  get tooMany(): string {
    return this.total > this.reachable ? fill(tooMany, this.reachable, this.total) : '';
  }

  handleMore(): void {
    this.shown = Math.min(LARGEST_PAGE, this.current.cards.length + this.step);
    this.wiredKey = this.column.key;
  }

  handlePage(event: CustomEvent<{ pageNumber: number }>): void {
    this.pageNumber = event.detail.pageNumber;
  }

  handleRetry(): Promise<void> {
    this.error = undefined;
    return this.refresh();
  }

  handleAct(event: CustomEvent): void {
    this.dispatchEvent(new CustomEvent('act', { detail: event.detail }));
  }

  handleLeadDrag(event: CustomEvent): void {
    this.dispatchEvent(new CustomEvent('leaddrag', { detail: event.detail }));
  }
}

import { LightningElement } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import count from '@salesforce/label/c.PRM_UI_Count';
import { readAddress, writeAddress } from 'c/prmUiAddress';
import { onChanged } from 'c/prmUiBus';
import type { Option } from 'c/prmUiField';
import { pageWithin, type Page } from 'c/prmUiPaging';
import { fill } from 'c/prmUiText';

interface List extends HTMLElement {
  focusRow(id: string): void;
}

export interface ListTexts {
  readonly title: string;
  /** Nothing at all. */
  readonly none: string;
  readonly noneBody: string;
  /** Nothing that the filters let through. */
  readonly noMatch: string;
  readonly noMatchBody: string;
}

/**
 * A page that shows one list: filters and page number in the address, answers of the server, the panel beside the list.
 * A component of the package may extend it (Lightning Web Components Developer Guide, Composition: inheritance within a
 * namespace is allowed). It has no decorators: wires and public properties belong to the page, which hands what its wire
 * was given to `take`.
 */
export abstract class ListPage<Item extends { readonly id: string }> extends LightningElement {
  pageNumber = 1;
  /** The chosen filter; empty stands for what the page shows by itself. */
  show = '';
  search = '';
  /** What the server said last; stays while it is asked again. */
  answer?: Page<Item>;
  loadError?: unknown;
  /** What is open in the panel. */
  openId = '';
  private provisioned?: Wired<Page<Item>>;
  private stopListening?: () => void;
  private closedId?: string;

  protected abstract readonly texts: ListTexts;
  /** Kind of data on the page's bus whose change makes the list old. */
  protected abstract readonly dataKind: string;
  abstract readonly choices: readonly Option[];

  connectedCallback(): void {
    const { search, show, pageNumber } = readAddress();
    this.search = search;
    this.show = this.isChoice(show) ? show : '';
    this.pageNumber = pageNumber;
    this.stopListening = onChanged(this.dataKind, () => this.refresh());
  }

  disconnectedCallback(): void {
    this.stopListening?.();
  }

  renderedCallback(): void {
    if (this.closedId === undefined) return;
    this.giveFocusBack(this.closedId);
    this.closedId = undefined;
  }

  get items(): readonly Item[] {
    return this.answer?.items ?? [];
  }

  get heading(): string {
    return this.answer ? `${this.texts.title} ${fill(count, this.answer.total)}` : this.texts.title;
  }

  get loading(): boolean {
    return !this.answer && !this.loadError;
  }

  get hasRows(): boolean {
    return this.items.length > 0;
  }

  get empty(): boolean {
    return this.answer?.items.length === 0;
  }

  get emptyHeading(): string {
    return this.filtered ? this.texts.noMatch : this.texts.none;
  }

  get emptyBody(): string {
    return this.filtered ? this.texts.noMatchBody : this.texts.noneBody;
  }

  get total(): number {
    return this.answer?.total ?? 0;
  }

  handleFilter({ detail }: CustomEvent<{ search: string; choice: string }>): void {
    this.search = detail.search;
    this.show = detail.choice;
    this.backToFirst();
  }

  handlePage({ detail }: CustomEvent<{ pageNumber: number }>): void {
    this.pageNumber = detail.pageNumber;
    this.keepAddress();
  }

  handleOpen({ detail }: CustomEvent<{ id: string }>): void {
    this.openId = detail.id;
  }

  handleClose(): void {
    this.closedId = this.openId;
    this.openId = '';
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }

  /** Takes what the wire of the list was given. */
  protected take(result: Wired<Page<Item>>): void {
    this.provisioned = result;
    if (result.data) {
      this.answer = result.data;
      this.pageNumber = pageWithin(result.data, this.pageNumber);
    }
    this.loadError = result.error;
  }

  protected itemOf(id: string): Item | undefined {
    return this.items.find((item) => item.id === id);
  }

  /** Whether the address may ask for this. */
  protected isChoice(show: string): boolean {
    return this.choices.some(({ value }) => value === show);
  }

  /** Shows the first page of what is asked for now. */
  protected backToFirst(): void {
    this.pageNumber = 1;
    this.keepAddress();
  }

  /** Asks again after a change. */
  protected refresh(): Promise<void> {
    return refreshApex(this.provisioned);
  }

  /** Puts the focus on what opened the panel. */
  protected giveFocusBack(id: string): void {
    this.template?.querySelector<List>('c-prm-ui-list')?.focusRow(id);
  }

  private get filtered(): boolean {
    return this.search !== '' || this.show !== '';
  }

  private keepAddress(): void {
    writeAddress({ search: this.search, show: this.show, pageNumber: this.pageNumber });
  }
}

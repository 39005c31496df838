import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import listReturns from '@salesforce/apex/PrmReturnsDeskController.listReturns';
import claim from '@salesforce/label/c.PRM_UI_RETURN_Claim';
import count from '@salesforce/label/c.PRM_UI_Count';
import done from '@salesforce/label/c.PRM_UI_RETURN_Show_Done';
import due from '@salesforce/label/c.PRM_UI_RETURN_Due';
import mismatch from '@salesforce/label/c.PRM_UI_RETURN_Show_Mismatch';
import noMatch from '@salesforce/label/c.PRM_UI_RETURN_No_Match';
import noMatchBody from '@salesforce/label/c.PRM_UI_RETURN_No_Match_Body';
import none from '@salesforce/label/c.PRM_UI_RETURN_None';
import noneBody from '@salesforce/label/c.PRM_UI_RETURN_None_Body';
import overdue from '@salesforce/label/c.PRM_UI_RETURN_Show_Overdue';
import returnLabel from '@salesforce/label/c.PRM_UI_RETURN_Return';
import scrapped from '@salesforce/label/c.PRM_UI_RETURN_Show_Scrapped';
import search from '@salesforce/label/c.PRM_UI_RETURN_Search';
import shipment from '@salesforce/label/c.PRM_UI_RETURN_Shipment';
import shipped from '@salesforce/label/c.PRM_UI_RETURN_Show_Shipped';
import showOpen from '@salesforce/label/c.PRM_UI_RETURN_Show_Open';
import state from '@salesforce/label/c.PRM_UI_RETURN_State';
import title from '@salesforce/label/c.PRM_UI_RETURN_Title';
import { RETURNS_CHANGED, rowOf, type ReturnPage } from 'c/prmReturnRows';
import { readAddress, writeAddress } from 'c/prmUiAddress';
import { onChanged } from 'c/prmUiBus';
import type { Option } from 'c/prmUiField';
import type { Column, Row } from 'c/prmUiList';
import { pageWithin } from 'c/prmUiPaging';
import { fill } from 'c/prmUiText';

interface List extends HTMLElement {
  focusRow(id: string): void;
}

const COLUMNS: readonly Column[] = [
  { field: 'name', label: returnLabel },
  { field: 'claim', label: claim },
  { field: 'state', label: state, type: 'state' },
  { field: 'due', label: due, type: 'day' },
  { field: 'shipment', label: shipment },
];
/** What the desk may show; empty stands for all that is expected. */
const CHOICES: readonly Option[] = [
  { value: '', label: showOpen },
  { value: 'Shipped', label: shipped },
  { value: 'Overdue', label: overdue },
  { value: 'Mismatch', label: mismatch },
  { value: 'Done', label: done },
  { value: 'Scrapped', label: scrapped },
];

/** Returned parts: what is expected, on its way, came or was waived; a return opens beside the list. */
export default class PrmReturnsDesk extends LightningElement {
  @api pageSize = 25;

  labels = { search, title };
  columns = COLUMNS;
  choices = CHOICES;
  pageNumber = 1;
  show = '';
  search = '';
  returns?: ReturnPage;
  loadError?: unknown;
  openId = '';
  private provisioned?: Wired<ReturnPage>;
  private stopListening?: () => void;
  private focusRow?: string;

  @wire(listReturns, { pageNumber: '$pageNumber', pageSize: '$pageSize', show: '$show', search: '$search' })
  wiredReturns(result: Wired<ReturnPage>): void {
    this.provisioned = result;
    if (result.data) {
      this.returns = result.data;
      this.pageNumber = pageWithin(result.data, this.pageNumber);
    }
    this.loadError = result.error;
  }

  connectedCallback(): void {
    const address = readAddress();
    this.search = address.search;
    this.show = CHOICES.some(({ value }) => value === address.show) ? address.show : '';
    this.pageNumber = address.pageNumber;
    this.stopListening = onChanged(RETURNS_CHANGED, () => refreshApex(this.provisioned));
  }

  disconnectedCallback(): void {
    this.stopListening?.();
  }

  renderedCallback(): void {
    if (this.focusRow === undefined) return;
    this.template?.querySelector<List>('c-prm-ui-list')?.focusRow(this.focusRow);
    this.focusRow = undefined;
  }

  get heading(): string {
    return this.returns ? `${title} ${fill(count, this.returns.total)}` : title;
  }

  get loading(): boolean {
    return !this.returns && !this.loadError;
  }

  get rows(): Row[] {
    return (this.returns?.items ?? []).map(rowOf);
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get empty(): boolean {
    return this.returns?.items.length === 0;
  }

  get emptyHeading(): string {
    return this.search || this.show ? noMatch : none;
  }

  get emptyBody(): string {
    return this.search || this.show ? noMatchBody : noneBody;
  }

  get total(): number {
    return this.returns?.total ?? 0;
  }

  get panelHeading(): string {
    return this.returns?.items.find(({ id }) => id === this.openId)?.name ?? title;
  }

  handleFilter({ detail }: CustomEvent<{ search: string; choice: string }>): void {
    this.search = detail.search;
    this.show = detail.choice;
    this.pageNumber = 1;
    this.keepAddress();
  }

  handlePage({ detail }: CustomEvent<{ pageNumber: number }>): void {
    this.pageNumber = detail.pageNumber;
    this.keepAddress();
  }

  handleOpen({ detail }: CustomEvent<{ id: string }>): void {
    this.openId = detail.id;
  }

  handleClose(): void {
    this.focusRow = this.openId;
    this.openId = '';
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }

  private keepAddress(): void {
    writeAddress({ search: this.search, show: this.show, pageNumber: this.pageNumber });
  }
}

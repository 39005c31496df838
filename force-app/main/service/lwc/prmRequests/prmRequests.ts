import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import listRequests from '@salesforce/apex/PrmRequestsController.listRequests';
import count from '@salesforce/label/c.PRM_UI_Count';
import closed from '@salesforce/label/c.PRM_UI_REQUEST_Show_Closed';
import due from '@salesforce/label/c.PRM_UI_REQUEST_Due';
import lastMessage from '@salesforce/label/c.PRM_UI_REQUEST_Last_Message';
import newRequest from '@salesforce/label/c.PRM_UI_REQUEST_New';
import noMatch from '@salesforce/label/c.PRM_UI_REQUEST_No_Match';
import noMatchBody from '@salesforce/label/c.PRM_UI_REQUEST_No_Match_Body';
import none from '@salesforce/label/c.PRM_UI_REQUEST_None';
import noneBody from '@salesforce/label/c.PRM_UI_REQUEST_None_Body';
import openedToast from '@salesforce/label/c.PRM_UI_REQUEST_Opened_Toast';
import search from '@salesforce/label/c.PRM_UI_REQUEST_Search';
import severity from '@salesforce/label/c.PRM_UI_REQUEST_Severity_Short';
import showOpen from '@salesforce/label/c.PRM_UI_REQUEST_Show_Open';
import subject from '@salesforce/label/c.PRM_UI_REQUEST_Request';
import title from '@salesforce/label/c.PRM_UI_REQUEST_Title';
import turn from '@salesforce/label/c.PRM_UI_REQUEST_Turn';
import yours from '@salesforce/label/c.PRM_UI_REQUEST_Waits_For_You';
import { REQUESTS_CHANGED, rowOf, type RequestPage } from 'c/prmServiceRequests';
import { readAddress, writeAddress } from 'c/prmUiAddress';
import { changed, onChanged } from 'c/prmUiBus';
import type { Option } from 'c/prmUiField';
import type { Column, Row } from 'c/prmUiList';
import { pageWithin } from 'c/prmUiPaging';
import { fill } from 'c/prmUiText';
import { confirmDone } from 'c/prmUiToast';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';

interface List extends HTMLElement {
  focusRow(id: string): void;
}

const COLUMNS: readonly Column[] = [
  { field: 'subject', label: subject },
  { field: 'turn', label: turn, type: 'state' },
  { field: 'due', label: due, type: 'countdown' },
  { field: 'severity', label: severity, type: 'state' },
  { field: 'lastMessageAt', label: lastMessage, type: 'moment' },
];
/** What the list may show; empty stands for all that is open. */
const CHOICES: readonly Option[] = [
  { value: '', label: showOpen },
  { value: 'Answer', label: yours },
  { value: 'Closed', label: closed },
];
/** Stands for the form where the id of a request would be. */
const NEW = 'new';

/** Service requests of the partner; a request, or the form for a new one, opens beside the list. */
export default class PrmRequests extends LightningElement {
  @api pageSize = 25;

  labels = { newRequest, search, title };
  columns = COLUMNS;
  choices = CHOICES;
  pageNumber = 1;
  show = '';
  search = '';
  requests?: RequestPage;
  loadError?: unknown;
  openId = '';
  private provisioned?: Wired<RequestPage>;
  private stopListening?: () => void;
  private focusRow?: string;

  @wire(listRequests, { pageNumber: '$pageNumber', pageSize: '$pageSize', show: '$show', search: '$search' })
  wiredRequests(result: Wired<RequestPage>): void {
    this.provisioned = result;
    if (result.data) {
      this.requests = result.data;
      this.pageNumber = pageWithin(result.data, this.pageNumber);
    }
    this.loadError = result.error;
  }

  /** A page that links here may name the request to open, or `new`. */
  @wire(CurrentPageReference)
  wiredReference(reference: PageReference | undefined): void {
    const wanted = reference?.state?.request ?? reference?.state?.c__request;
    if (wanted) this.openId = wanted;
  }

  connectedCallback(): void {
    const address = readAddress();
    this.search = address.search;
    this.show = CHOICES.some(({ value }) => value === address.show) ? address.show : '';
    this.pageNumber = address.pageNumber;
    this.stopListening = onChanged(REQUESTS_CHANGED, () => refreshApex(this.provisioned));
  }

  disconnectedCallback(): void {
    this.stopListening?.();
  }

  renderedCallback(): void {
    if (this.focusRow === undefined) return;
    if (this.focusRow === NEW) this.template?.querySelector<HTMLElement>('[data-action="new"]')?.focus();
    else this.template?.querySelector<List>('c-prm-ui-list')?.focusRow(this.focusRow);
    this.focusRow = undefined;
  }

  get heading(): string {
    return this.requests ? `${title} ${fill(count, this.requests.total)}` : title;
  }

  get loading(): boolean {
    return !this.requests && !this.loadError;
  }

  get rows(): Row[] {
    return (this.requests?.items ?? []).map((request) => rowOf(request, 'partner'));
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get empty(): boolean {
    return this.requests?.items.length === 0;
  }

  get emptyHeading(): string {
    return this.search || this.show ? noMatch : none;
  }

  get emptyBody(): string {
    return this.search || this.show ? noMatchBody : noneBody;
  }

  get total(): number {
    return this.requests?.total ?? 0;
  }

  get formOpen(): boolean {
    return this.openId === NEW;
  }

  get panelHeading(): string {
    if (this.formOpen) return newRequest;
    return this.requests?.items.find(({ id }) => id === this.openId)?.subject ?? title;
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

  handleNew(): void {
    this.openId = NEW;
  }

  handleOpen({ detail }: CustomEvent<{ id: string }>): void {
    this.openId = detail.id;
  }

  handleOpened({ detail }: CustomEvent<{ id: string }>): void {
    confirmDone(this, openedToast);
    changed(REQUESTS_CHANGED);
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

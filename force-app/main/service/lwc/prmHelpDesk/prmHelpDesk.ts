import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import listQueue from '@salesforce/apex/PrmHelpDeskController.listQueue';
import count from '@salesforce/label/c.PRM_UI_Count';
import agent from '@salesforce/label/c.PRM_UI_REQUEST_Agent';
import closed from '@salesforce/label/c.PRM_UI_REQUEST_Show_Closed';
import deskTitle from '@salesforce/label/c.PRM_UI_REQUEST_Desk_Title';
import due from '@salesforce/label/c.PRM_UI_REQUEST_Due';
import escalated from '@salesforce/label/c.PRM_UI_REQUEST_Show_Escalated';
import mine from '@salesforce/label/c.PRM_UI_REQUEST_Show_Mine';
import noMatch from '@salesforce/label/c.PRM_UI_REQUEST_No_Match';
import noMatchBody from '@salesforce/label/c.PRM_UI_REQUEST_No_Match_Body';
import none from '@salesforce/label/c.PRM_UI_REQUEST_None';
import noneBody from '@salesforce/label/c.PRM_UI_REQUEST_Desk_None_Body';
import search from '@salesforce/label/c.PRM_UI_REQUEST_Desk_Search';
import severity from '@salesforce/label/c.PRM_UI_REQUEST_Severity_Short';
import showOpen from '@salesforce/label/c.PRM_UI_REQUEST_Show_Open';
import subject from '@salesforce/label/c.PRM_UI_REQUEST_Request';
import turn from '@salesforce/label/c.PRM_UI_REQUEST_Turn';
import unassigned from '@salesforce/label/c.PRM_UI_REQUEST_Show_Unassigned';
import waiting from '@salesforce/label/c.PRM_UI_REQUEST_Waits_For_Partner';
import { REQUESTS_CHANGED, rowOf, type RequestPage } from 'c/prmServiceRequests';
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
  { field: 'subject', label: subject },
  { field: 'severity', label: severity, type: 'state' },
  { field: 'turn', label: turn, type: 'state' },
  { field: 'due', label: due, type: 'countdown' },
  { field: 'agent', label: agent },
];
/** What the queue may show; empty stands for all that is open. */
const CHOICES: readonly Option[] = [
  { value: '', label: showOpen },
  { value: 'Unassigned', label: unassigned },
  { value: 'Mine', label: mine },
  { value: 'Escalated', label: escalated },
  { value: 'Waiting', label: waiting },
  { value: 'Closed', label: closed },
];

/** The help desk's queue: partners' requests by urgency; a request opens beside it. */
export default class PrmHelpDesk extends LightningElement {
  @api pageSize = 25;

  labels = { search, deskTitle };
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

  @wire(listQueue, { pageNumber: '$pageNumber', pageSize: '$pageSize', show: '$show', search: '$search' })
  wiredRequests(result: Wired<RequestPage>): void {
    this.provisioned = result;
    if (result.data) {
      this.requests = result.data;
      this.pageNumber = pageWithin(result.data, this.pageNumber);
    }
    this.loadError = result.error;
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
    this.template?.querySelector<List>('c-prm-ui-list')?.focusRow(this.focusRow);
    this.focusRow = undefined;
  }

  get heading(): string {
    return this.requests ? `${deskTitle} ${fill(count, this.requests.total)}` : deskTitle;
  }

  get loading(): boolean {
    return !this.requests && !this.loadError;
  }

  get rows(): Row[] {
    return (this.requests?.items ?? []).map((request) => rowOf(request, 'desk'));
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

  get panelHeading(): string {
    return this.requests?.items.find(({ id }) => id === this.openId)?.subject ?? deskTitle;
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

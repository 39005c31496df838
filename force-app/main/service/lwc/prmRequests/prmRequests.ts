import { api, wire } from 'lwc';
import type { Wired } from '@salesforce/apex';
import listRequests from '@salesforce/apex/PrmRequestsController.listRequests';
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
import { REQUESTS_CHANGED, rowOf, type RequestPage, type ServiceRequest } from 'c/prmServiceRequests';
import { changed } from 'c/prmUiBus';
import type { Option } from 'c/prmUiField';
import type { Column, Row } from 'c/prmUiList';
import { ListPage } from 'c/prmUiListPage';
import { confirmDone } from 'c/prmUiToast';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';

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
export default class PrmRequests extends ListPage<ServiceRequest> {
  @api pageSize = 25;

  labels = { newRequest, search, title };
  columns = COLUMNS;
  choices = CHOICES;
  dataKind = REQUESTS_CHANGED;
  texts = { title, none, noneBody, noMatch, noMatchBody };

  @wire(listRequests, { pageNumber: '$pageNumber', pageSize: '$pageSize', show: '$show', search: '$search' })
  wiredRequests(result: Wired<RequestPage>): void {
    this.take(result);
  }

  /** A page that links here may name the request to open, or `new`. */
  @wire(CurrentPageReference)
  wiredReference(reference: PageReference | undefined): void {
    const wanted = reference?.state?.request ?? reference?.state?.c__request;
    if (wanted) this.openId = wanted;
  }

  get rows(): Row[] {
    return this.items.map((request) => rowOf(request, 'partner'));
  }

  get formOpen(): boolean {
    return this.openId === NEW;
  }

  get panelHeading(): string {
    if (this.formOpen) return newRequest;
    return this.itemOf(this.openId)?.subject ?? title;
  }

  handleNew(): void {
    this.openId = NEW;
  }

  handleOpened({ detail }: CustomEvent<{ id: string }>): void {
    confirmDone(this, openedToast);
    changed(REQUESTS_CHANGED);
    this.openId = detail.id;
  }

  protected override giveFocusBack(id: string): void {
    if (id === NEW) this.template?.querySelector<HTMLElement>('[data-action="new"]')?.focus();
    else super.giveFocusBack(id);
  }
}

import { api, wire } from 'lwc';
import type { Wired } from '@salesforce/apex';
import listQueue from '@salesforce/apex/PrmHelpDeskController.listQueue';
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
import { REQUESTS_CHANGED, rowOf, type RequestPage, type ServiceRequest } from 'c/prmServiceRequests';
import type { Option } from 'c/prmUiField';
import type { Column, Row } from 'c/prmUiList';
import { ListPage } from 'c/prmUiListPage';

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
export default class PrmHelpDesk extends ListPage<ServiceRequest> {
  @api pageSize = 25;

  labels = { search, deskTitle };
  columns = COLUMNS;
  choices = CHOICES;
  dataKind = REQUESTS_CHANGED;
  texts = { title: deskTitle, none, noneBody, noMatch, noMatchBody };

  @wire(listQueue, { pageNumber: '$pageNumber', pageSize: '$pageSize', show: '$show', search: '$search' })
  wiredRequests(result: Wired<RequestPage>): void {
    this.take(result);
  }

  get rows(): Row[] {
    return this.items.map((request) => rowOf(request, 'desk'));
  }

  get panelHeading(): string {
    return this.itemOf(this.openId)?.subject ?? deskTitle;
  }
}

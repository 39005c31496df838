import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import listLeads from '@salesforce/apex/PrmMyLeadsController.listLeads';
import stages from '@salesforce/apex/PrmMyLeadsController.stages';
import allOpen from '@salesforce/label/c.PRM_UI_All_Open';
import company from '@salesforce/label/c.PRM_UI_Company';
import count from '@salesforce/label/c.PRM_UI_Count';
import lastActivity from '@salesforce/label/c.PRM_UI_Last_Activity';
import myLeads from '@salesforce/label/c.PRM_UI_My_Leads';
import nextStep from '@salesforce/label/c.PRM_UI_Next_Step';
import nextStepDate from '@salesforce/label/c.PRM_UI_Next_Step_Date';
import noLeads from '@salesforce/label/c.PRM_UI_No_Leads';
import noLeadsBody from '@salesforce/label/c.PRM_UI_No_Leads_Body';
import noMatch from '@salesforce/label/c.PRM_UI_No_Match';
import noMatchBody from '@salesforce/label/c.PRM_UI_No_Match_Body';
import searchLeads from '@salesforce/label/c.PRM_UI_Search_Leads';
import stageLabel from '@salesforce/label/c.PRM_UI_Stage';
import value from '@salesforce/label/c.PRM_UI_Value';
import { rowOf, type LeadPage } from 'c/prmLeads';
import { companyOf, OFFERS_CHANGED, type Choice } from 'c/prmOffers';
import { readAddress, writeAddress } from 'c/prmUiAddress';
import { onChanged } from 'c/prmUiBus';
import type { Column, Row } from 'c/prmUiList';
import { pageWithin } from 'c/prmUiPaging';
import { fill } from 'c/prmUiText';
import { today } from 'c/prmUiTime';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';

interface List extends HTMLElement {
  focusRow(id: string): void;
}

const COLUMNS: readonly Column[] = [
  { field: 'company', label: company },
  { field: 'stage', label: stageLabel, type: 'state' },
  { field: 'nextStep', label: nextStep },
  { field: 'nextStepDate', label: nextStepDate, type: 'day' },
  { field: 'value', label: value },
  { field: 'lastActivityAt', label: lastActivity, type: 'moment' },
];

/** Leads that the partner accepted; a lead opens beside the list. */
export default class PrmMyLeads extends LightningElement {
  @api pageSize = 25;

  labels = { myLeads, noLeads, searchLeads };
  columns = COLUMNS;
  pageNumber = 1;
  stage = '';
  search = '';
  leads?: LeadPage;
  loadError?: unknown;
  openId = '';
  stageChoices: readonly Choice[] = [];
  private provisioned?: Wired<LeadPage>;
  private stopListening?: () => void;
  private focusRow?: string;
  /** Company of the open lead, kept while the list behind changes. */
  private openCompany = '';

  @wire(listLeads, { pageNumber: '$pageNumber', pageSize: '$pageSize', stage: '$stage', search: '$search' })
  wiredLeads(result: Wired<LeadPage>): void {
    this.provisioned = result;
    if (result.data) {
      this.leads = result.data;
      this.pageNumber = pageWithin(result.data, this.pageNumber);
    }
    this.loadError = result.error;
  }

  @wire(stages)
  wiredStages({ data }: Wired<readonly Choice[]>): void {
    this.stageChoices = data ?? [];
  }

  /** A page that links here may name the lead to open. */
  @wire(CurrentPageReference)
  wiredReference(reference: PageReference | undefined): void {
    const wanted = reference?.state?.lead ?? reference?.state?.c__lead;
    if (wanted) this.openId = wanted;
  }

  connectedCallback(): void {
    const { search, show, pageNumber } = readAddress();
    this.search = search;
    this.stage = show;
    this.pageNumber = pageNumber;
    this.stopListening = onChanged(OFFERS_CHANGED, () => refreshApex(this.provisioned));
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
    return this.leads ? `${myLeads} ${fill(count, this.leads.total)}` : myLeads;
  }

  get loading(): boolean {
    return !this.leads && !this.loadError;
  }

  get rows(): Row[] {
    const day = today();
    return (this.leads?.items ?? []).map((lead) => rowOf(lead, day));
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get empty(): boolean {
    return this.leads?.items.length === 0;
  }

  get emptyHeading(): string {
    return this.search || this.stage ? noMatch : noLeads;
  }

  get emptyBody(): string {
    return this.search || this.stage ? noMatchBody : noLeadsBody;
  }

  get total(): number {
    return this.leads?.total ?? 0;
  }

  get choices(): Choice[] {
    return [{ value: '', label: allOpen }, ...this.stageChoices];
  }

  get panelHeading(): string {
    const lead = this.leads?.items.find(({ id }) => id === this.openId);
    return lead ? companyOf(lead) : this.openCompany || myLeads;
  }

  handleFilter({ detail }: CustomEvent<{ search: string; choice: string }>): void {
    this.search = detail.search;
    this.stage = detail.choice;
    this.pageNumber = 1;
    this.keepAddress();
  }

  handlePage({ detail }: CustomEvent<{ pageNumber: number }>): void {
    this.pageNumber = detail.pageNumber;
    this.keepAddress();
  }

  handleOpen({ detail }: CustomEvent<{ id: string }>): void {
    const lead = this.leads?.items.find(({ id }) => id === detail.id);
    this.openCompany = lead ? companyOf(lead) : '';
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
    writeAddress({ search: this.search, show: this.stage, pageNumber: this.pageNumber });
  }
}

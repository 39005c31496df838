import { api, wire } from 'lwc';
import type { Wired } from '@salesforce/apex';
import listLeads from '@salesforce/apex/PrmMyLeadsController.listLeads';
import stages from '@salesforce/apex/PrmMyLeadsController.stages';
import allOpen from '@salesforce/label/c.PRM_UI_All_Open';
import company from '@salesforce/label/c.PRM_UI_Company';
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
import { rowOf, type Lead, type LeadPage } from 'c/prmLeads';
import { companyOf, OFFERS_CHANGED, type Choice } from 'c/prmOffers';
import type { Column, Row } from 'c/prmUiList';
import { ListPage } from 'c/prmUiListPage';
import { today } from 'c/prmUiTime';
import { CurrentPageReference, type PageReference } from 'lightning/navigation';

const COLUMNS: readonly Column[] = [
  { field: 'company', label: company },
  { field: 'stage', label: stageLabel, type: 'state' },
  { field: 'nextStep', label: nextStep },
  { field: 'nextStepDate', label: nextStepDate, type: 'day' },
  { field: 'value', label: value },
  { field: 'lastActivityAt', label: lastActivity, type: 'moment' },
];

/** Leads that the partner accepted; a lead opens beside the list. */
export default class PrmMyLeads extends ListPage<Lead> {
  @api pageSize = 25;

  labels = { myLeads, noLeads, searchLeads };
  columns = COLUMNS;
  dataKind = OFFERS_CHANGED;
  texts = { title: myLeads, none: noLeads, noneBody: noLeadsBody, noMatch, noMatchBody };
  stageChoices: readonly Choice[] = [];
  /** Company of the open lead, kept while the list behind changes. */
  private openCompany = '';

  @wire(listLeads, { pageNumber: '$pageNumber', pageSize: '$pageSize', stage: '$show', search: '$search' })
  wiredLeads(result: Wired<LeadPage>): void {
    this.take(result);
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

  get rows(): Row[] {
    const day = today();
    return this.items.map((lead) => rowOf(lead, day));
  }

  get choices(): Choice[] {
    return [{ value: '', label: allOpen }, ...this.stageChoices];
  }

  get panelHeading(): string {
    const lead = this.itemOf(this.openId);
    return lead ? companyOf(lead) : this.openCompany || myLeads;
  }

  override handleOpen(event: CustomEvent<{ id: string }>): void {
    const lead = this.itemOf(event.detail.id);
    this.openCompany = lead ? companyOf(lead) : '';
    super.handleOpen(event);
  }

  /** The choices come from the server, after the address was read. */
  protected override isChoice(): boolean {
    return true;
  }
}

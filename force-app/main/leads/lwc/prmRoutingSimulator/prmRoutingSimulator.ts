import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import cards from '@salesforce/apex/PrmLeadBoardController.cards';
import simulate from '@salesforce/apex/PrmRoutingSimulatorController.simulate';
import again from '@salesforce/label/c.PRM_UI_BOARD_Simulate_Again';
import choose from '@salesforce/label/c.PRM_UI_BOARD_Choose_Lead';
import heading from '@salesforce/label/c.PRM_UI_BOARD_Simulate';
import hint from '@salesforce/label/c.PRM_UI_BOARD_Simulate_Hint';
import leadLabel from '@salesforce/label/c.PRM_UI_BOARD_Lead';
import noLeads from '@salesforce/label/c.PRM_UI_BOARD_No_Leads';
import noLeadsBody from '@salesforce/label/c.PRM_UI_BOARD_No_Leads_Body';
import type { Column, Explanation } from 'c/prmDistribution';
import { companyOf } from 'c/prmOffers';
import type { Option } from 'c/prmUiField';
import { joined } from 'c/prmUiText';

/** Leads to choose from: what the server answers at once. */
const CHOICES = 100;

/** What the distribution would do with a lead now. Nothing is saved. */
export default class PrmRoutingSimulator extends LightningElement {
  /** Record of the page; its lead where it is one. */
  @api
  get recordId(): string | undefined {
    return this.pageRecordId;
  }
  set recordId(value: string | undefined) {
    this.pageRecordId = value;
    this.aim();
  }
  @api
  get objectApiName(): string | undefined {
    return this.pageObject;
  }
  set objectApiName(value: string | undefined) {
    this.pageObject = value;
    this.aim();
  }
  /** The lead, inside another component that has a heading of its own. */
  @api
  get leadId(): string | undefined {
    return this.wantedLead;
  }
  set leadId(value: string | undefined) {
    this.wantedLead = value;
    this.inside = Boolean(value);
    this.aim();
  }

  labels = { again, choose, heading, hint, leadLabel, noLeads, noLeadsBody };
  wantedLead?: string;
  /** Names the column to choose from; nothing where the lead is given. */
  choiceColumn?: string;
  pageNumber = 1;
  pageSize = CHOICES;
  choices?: readonly Option[];
  result?: Explanation;
  error?: unknown;
  inside = false;
  private pageRecordId?: string;
  private pageObject?: string;
  private provisioned?: Wired<Explanation>;
  private provisionedLeads?: Wired<Column>;

  @wire(cards, { column: '$choiceColumn', pageNumber: '$pageNumber', pageSize: '$pageSize' })
  wiredLeads(result: Wired<Column>): void {
    this.provisionedLeads = result;
    if (result.data) this.choices = result.data.cards.map((card) => ({ value: card.leadId, label: joined(' · ', companyOf(card), card.name, card.countryCode, card.product) }));
    if (result.error) this.error = result.error;
  }

  @wire(simulate, { leadId: '$wantedLead' })
  wiredResult(result: Wired<Explanation>): void {
    this.provisioned = result;
    if (result.data) {
      this.result = result.data;
      this.error = undefined;
    } else if (result.error) {
      this.error = result.error;
    }
  }

  connectedCallback(): void {
    this.aim();
  }

  get classes(): string {
    return this.inside ? '' : 'slds-card slds-p-around_medium';
  }

  get choosing(): boolean {
    return this.choiceColumn !== undefined && this.choices !== undefined && this.choices.length > 0;
  }

  get nothingToChoose(): boolean {
    return this.choiceColumn !== undefined && this.choices?.length === 0;
  }

  get loading(): boolean {
    const waiting = this.wantedLead ? !this.result : this.choiceColumn !== undefined && !this.choices;
    return waiting && !this.error;
  }

  get ready(): boolean {
    return Boolean(this.wantedLead && this.result);
  }

  get showHeading(): boolean {
    return !this.inside;
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    this.result = undefined;
    this.error = undefined;
    this.wantedLead = event.detail.value || undefined;
  }

  async handleAgain(): Promise<void> {
    this.error = undefined;
    await Promise.all([this.provisioned && refreshApex(this.provisioned), this.provisionedLeads && refreshApex(this.provisionedLeads)]);
  }

  private aim(): void {
    const ofLead = this.pageObject === 'Lead';
    if (ofLead) this.wantedLead = this.pageRecordId;
    this.choiceColumn = ofLead || this.inside ? undefined : 'unrouted';
  }
}

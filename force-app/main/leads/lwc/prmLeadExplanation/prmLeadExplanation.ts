import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import explain from '@salesforce/apex/PrmLeadBoardController.explain';
import heading from '@salesforce/label/c.PRM_UI_BOARD_Explanation';
import LEAD_FIELD from '@salesforce/schema/PRM_Lead_Offer__c.PRM_Lead__c';
import { getFieldValue, getRecord, type WiredRecord } from 'lightning/uiRecordApi';
import type { Explanation } from 'c/prmDistribution';
import { OFFERS_CHANGED } from 'c/prmOffers';
import { onChanged } from 'c/prmUiBus';

/** Why a lead went where it went: on the page of a lead, of an offer, or in the panel of the board. */
export default class PrmLeadExplanation extends LightningElement {
  /** Record of the page: a lead, or an offer of one. */
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
  /** The lead, where there is no page of one. */
  @api
  get leadId(): string | undefined {
    return this.wantedLead;
  }
  set leadId(value: string | undefined) {
    this.wantedLead = value;
  }

  labels = { heading };
  offerFields = [LEAD_FIELD];
  offerId?: string;
  wantedLead?: string;
  explanation?: Explanation;
  error?: unknown;
  private pageRecordId?: string;
  private pageObject?: string;
  private provisioned?: Wired<Explanation>;
  private stopListening?: () => void;

  @wire(getRecord, { recordId: '$offerId', fields: '$offerFields' })
  wiredOffer({ data, error }: WiredRecord): void {
    if (data) this.wantedLead = getFieldValue(data, LEAD_FIELD) as string | undefined;
    if (error) this.error = error;
  }

  @wire(explain, { leadId: '$wantedLead' })
  wiredExplanation(result: Wired<Explanation>): void {
    this.provisioned = result;
    if (result.data) {
      this.explanation = result.data;
      this.error = undefined;
    } else if (result.error) {
      this.error = result.error;
    }
  }

  connectedCallback(): void {
    this.stopListening = onChanged(OFFERS_CHANGED, () => this.refresh());
  }

  disconnectedCallback(): void {
    this.stopListening?.();
  }

  /** On a page: it needs a heading of its own; in the panel it has one already. */
  get onPage(): boolean {
    return Boolean(this.pageRecordId);
  }

  get classes(): string {
    return this.onPage ? 'slds-card slds-p-around_medium' : '';
  }

  get loading(): boolean {
    return !this.explanation && !this.error;
  }

  handleRetry(): Promise<void> {
    this.error = undefined;
    return this.refresh();
  }

  private aim(): void {
    if (this.pageObject === LEAD_FIELD.objectApiName) this.offerId = this.pageRecordId;
    else if (this.pageObject) this.wantedLead = this.pageRecordId;
  }

  private async refresh(): Promise<void> {
    if (this.provisioned) await refreshApex(this.provisioned);
  }
}

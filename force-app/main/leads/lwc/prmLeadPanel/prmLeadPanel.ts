import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import getLead from '@salesforce/apex/PrmMyLeadsController.getLead';
import logProgress from '@salesforce/apex/PrmMyLeadsController.logProgress';
import moveStage from '@salesforce/apex/PrmMyLeadsController.moveStage';
import outcomeReasons from '@salesforce/apex/PrmMyLeadsController.outcomeReasons';
import setOutcome from '@salesforce/apex/PrmMyLeadsController.setOutcome';
import stages from '@salesforce/apex/PrmMyLeadsController.stages';
import history from '@salesforce/label/c.PRM_UI_History';
import logHeading from '@salesforce/label/c.PRM_UI_Log_Progress';
import loggedToast from '@salesforce/label/c.PRM_UI_Logged_Toast';
import movedToast from '@salesforce/label/c.PRM_UI_Moved_Toast';
import nextStep from '@salesforce/label/c.PRM_UI_Next_Step';
import noHistory from '@salesforce/label/c.PRM_UI_No_History';
import noPerson from '@salesforce/label/c.PRM_UI_No_Person';
import outcomeHeading from '@salesforce/label/c.PRM_UI_Outcome';
import outcomeToast from '@salesforce/label/c.PRM_UI_Outcome_Toast';
import path from '@salesforce/label/c.PRM_UI_Path';
import person from '@salesforce/label/c.PRM_UI_Person';
import { timelineOf, withoutOutcomes, type LeadDetail } from 'c/prmLeads';
import { OFFERS_CHANGED, placeOf, type Choice } from 'c/prmOffers';
import { changed } from 'c/prmUiBus';
import { fill, joined } from 'c/prmUiText';
import { dayText } from 'c/prmUiTime';
import type { TimelineItem } from 'c/prmUiTimeline';
import { confirmDone } from 'c/prmUiToast';

interface Form extends HTMLElement {
  saved(): void;
}

/** One lead of the partner: people, path, progress, outcome, history. What fails to save stays in its form. */
export default class PrmLeadPanel extends LightningElement {
  @api offerId = '';

  labels = { history, logHeading, nextStep, noHistory, noPerson, outcomeHeading, path, person };
  detail?: LeadDetail;
  loadError?: unknown;
  saveError?: unknown;
  busy = false;
  allStages: readonly Choice[] = [];
  reasons: readonly Choice[] = [];
  private provisioned?: Wired<LeadDetail>;

  @wire(getLead, { offerId: '$offerId' })
  wiredLead(result: Wired<LeadDetail>): void {
    this.provisioned = result;
    if (result.data) this.detail = result.data;
    this.loadError = result.error;
  }

  @wire(stages)
  wiredStages({ data }: Wired<readonly Choice[]>): void {
    this.allStages = data ?? [];
  }

  @wire(outcomeReasons)
  wiredReasons({ data }: Wired<readonly Choice[]>): void {
    this.reasons = data ?? [];
  }

  get loading(): boolean {
    return !this.detail && !this.loadError;
  }

  get open(): boolean {
    return this.detail?.lead.open !== false;
  }

  get facts(): string {
    const lead = this.detail?.lead;
    return lead ? joined(' · ', placeOf(lead), lead.product, lead.valueBandLabel) : '';
  }

  get nextStepText(): string {
    const lead = this.detail?.lead;
    return joined(' · ', lead?.nextStep, dayText(lead?.nextStepDate));
  }

  get hasPerson(): boolean {
    const lead = this.detail?.lead;
    return Boolean(lead?.contactName || lead?.contactEmail || lead?.contactPhone);
  }

  get mailTo(): string {
    return `mailto:${this.detail?.lead.contactEmail}`;
  }

  get telTo(): string {
    return `tel:${(this.detail?.lead.contactPhone ?? '').replace(/[^+\d]/g, '')}`;
  }

  get pathStages(): readonly Choice[] {
    const stage = this.detail?.lead.stage;
    const work = withoutOutcomes(this.allStages);
    const ended = this.allStages.find(({ value }) => value === stage && !work.some((each) => each.value === stage));
    return ended ? [...work, ended] : work;
  }

  get nextStages(): readonly Choice[] {
    return this.open ? withoutOutcomes(this.detail?.nextStages ?? []) : [];
  }

  get steps(): TimelineItem[] {
    return timelineOf(this.detail?.progress ?? [], this.allStages);
  }

  get hasSteps(): boolean {
    return this.steps.length > 0;
  }

  handleMove({ detail: { stage, label } }: CustomEvent<{ stage: string; label: string }>): Promise<void> {
    return this.save(() => moveStage({ offerId: this.offerId, stage, note: '' }), fill(movedToast, label));
  }

  handleLog({ detail: { note, nextStep: step, nextStepDate } }: CustomEvent<Record<'note' | 'nextStep' | 'nextStepDate', string>>): Promise<void> {
    return this.save(
      () => logProgress({ offerId: this.offerId, note, nextStep: step, nextStepDate: nextStepDate || null }),
      loggedToast,
      'c-prm-lead-progress'
    );
  }

  handleOutcome({ detail: { outcome, reason, wonValue, note } }: CustomEvent<Record<'outcome' | 'reason' | 'wonValue' | 'note', string>>): Promise<void> {
    const label = this.allStages.find(({ value }) => value === outcome)?.label ?? outcome;
    return this.save(
      () => setOutcome({ offerId: this.offerId, outcome, reason, wonValue: wonValue === '' ? null : Number(wonValue), note }),
      fill(outcomeToast, label),
      'c-prm-lead-outcome'
    );
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }

  handleDismiss(): void {
    this.saveError = undefined;
  }

  /** Saves, shows what the server answers, and empties the form only then. */
  private async save(send: () => Promise<LeadDetail>, done: string, form?: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.saveError = undefined;
    try {
      const detail = await send();
      if (form) this.template?.querySelector<Form>(form)?.saved();
      this.detail = detail;
      confirmDone(this, done);
      changed(OFFERS_CHANGED);
      await refreshApex(this.provisioned);
    } catch (error) {
      this.saveError = error;
    } finally {
      this.busy = false;
    }
  }
}

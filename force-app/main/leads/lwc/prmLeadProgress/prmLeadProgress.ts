import { api, LightningElement } from 'lwc';
import fixErrors from '@salesforce/label/c.PRM_UI_Fix_Errors';
import logProgress from '@salesforce/label/c.PRM_UI_Log_Progress';
import nextStep from '@salesforce/label/c.PRM_UI_Next_Step';
import nextStepDate from '@salesforce/label/c.PRM_UI_Next_Step_Date';
import whatHappened from '@salesforce/label/c.PRM_UI_What_Happened';
import { dropDraft, keepDraft, loadDraft } from 'c/prmUiDraft';
import type PrmUiField from 'c/prmUiField';

/** What the fields of `PRM_Lead_Progress__c` and `PRM_Lead_Offer__c` hold. */
const NOTE_LENGTH = 4000;
const NEXT_STEP_LENGTH = 255;
const EMPTY = { note: '', nextStep: '', nextStepDate: '' };

/**
 * Form: what happened and what comes next. Keeps a draft until its owner says that it is saved.
 * @fires PrmLeadProgress#save with `detail.note`, `nextStep`, `nextStepDate`
 */
export default class PrmLeadProgress extends LightningElement {
  /** The offer the progress belongs to. */
  @api offerId = '';
  @api busy = false;

  labels = { fixErrors, logProgress, nextStep, nextStepDate, whatHappened };
  limits = { note: NOTE_LENGTH, nextStep: NEXT_STEP_LENGTH };
  values: Record<string, string> = EMPTY;
  invalid = false;

  connectedCallback(): void {
    this.values = { ...EMPTY, ...loadDraft(this.draftName) };
  }

  /** Empties the form and forgets the draft. */
  @api
  saved(): void {
    dropDraft(this.draftName);
    this.values = EMPTY;
  }

  private get draftName(): string {
    return `progress.${this.offerId}`;
  }

  handleChange({ detail: { name, value } }: CustomEvent<{ name: string; value: string }>): void {
    this.values = { ...this.values, [name]: value };
    keepDraft(this.draftName, this.values);
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    const fields = [...(this.template?.querySelectorAll<HTMLElement & PrmUiField>('c-prm-ui-field') ?? [])];
    const wrong = fields.filter((field) => !field.validate());
    this.invalid = wrong.length > 0;
    if (wrong[0]) wrong[0].focus();
    else this.dispatchEvent(new CustomEvent('save', { detail: this.values }));
  }
}

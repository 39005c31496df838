import { api, LightningElement } from 'lwc';
import choose from '@salesforce/label/c.PRM_UI_Choose';
import fixErrors from '@salesforce/label/c.PRM_UI_Fix_Errors';
import lost from '@salesforce/label/c.PRM_UI_Lost';
import note from '@salesforce/label/c.PRM_UI_Note';
import outcome from '@salesforce/label/c.PRM_UI_Outcome';
import reason from '@salesforce/label/c.PRM_UI_Outcome_Reason';
import save from '@salesforce/label/c.PRM_UI_Save_Outcome';
import won from '@salesforce/label/c.PRM_UI_Won';
import wonValue from '@salesforce/label/c.PRM_UI_Won_Value';
import { LOST, WON } from 'c/prmLeads';
import type { Choice } from 'c/prmOffers';
import { dropDraft, keepDraft, loadDraft } from 'c/prmUiDraft';
import type PrmUiField from 'c/prmUiField';

const NOTE_LENGTH = 4000;
const EMPTY = { outcome: '', reason: '', wonValue: '', note: '' };

/**
 * Form: won or lost, and why. Keeps a draft until its owner says that it is saved.
 * @fires PrmLeadOutcome#save with `detail.outcome`, `reason`, `wonValue`, `note`
 */
export default class PrmLeadOutcome extends LightningElement {
  @api offerId = '';
  @api reasons: readonly Choice[] = [];
  @api busy = false;

  labels = { choose, fixErrors, lost, note, outcome, reason, save, won, wonValue };
  noteLength = NOTE_LENGTH;
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
    return `outcome.${this.offerId}`;
  }

  get chosen(): boolean {
    return this.values.outcome !== '';
  }

  get isWon(): boolean {
    return this.values.outcome === WON;
  }

  get choices(): { value: string; label: string; checked: boolean }[] {
    return [
      { value: WON, label: won },
      { value: LOST, label: lost },
    ].map((each) => ({ ...each, checked: each.value === this.values.outcome }));
  }

  handleOutcome(event: Event): void {
    this.set('outcome', (event.target as HTMLInputElement).value);
  }

  handleChange({ detail: { name, value } }: CustomEvent<{ name: string; value: string }>): void {
    this.set(name, value);
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    const fields = [...(this.template?.querySelectorAll<HTMLElement & PrmUiField>('c-prm-ui-field') ?? [])];
    const wrong = fields.filter((field) => !field.validate());
    this.invalid = wrong.length > 0;
    if (wrong[0]) wrong[0].focus();
    else this.dispatchEvent(new CustomEvent('save', { detail: { ...this.values, wonValue: this.isWon ? this.values.wonValue : '' } }));
  }

  private set(name: string, value: string): void {
    this.values = { ...this.values, [name]: value };
    keepDraft(this.draftName, this.values);
  }
}

import { api, LightningElement } from 'lwc';
import choose from '@salesforce/label/c.PRM_UI_CLAIM_Choose';
import goodwill from '@salesforce/label/c.PRM_UI_CLAIM_Goodwill';
import ownNumberHelp from '@salesforce/label/c.PRM_UI_CLAIM_Own_Number_Help';
import { FIELD_LABELS, messagesOf } from 'c/prmClaimFields';
import { CLAIM, EMPTY_DRAFT, type ClaimDraft, type Problem } from 'c/prmClaimForm';
import type { Choice } from 'c/prmClaims';

interface Field extends HTMLElement {
  focus(): void;
}

/**
 * What failed, when, and what was done about it.
 * @fires PrmClaimFaultStep#draftchange with `detail.name` and `detail.value`
 */
export default class PrmClaimFaultStep extends LightningElement {
  @api draft: ClaimDraft = EMPTY_DRAFT;
  @api problems: readonly Problem[] = [];
  @api faults: readonly Choice[] = [];
  @api parts: readonly Choice[] = [];
  /** Unit in which usage is counted, shown below its field. */
  @api usageUnit = '';

  labels = { ...FIELD_LABELS, choose, goodwill, ownNumberHelp };

  /** Puts the focus on a field. */
  @api
  focusField(name: string): void {
    this.template?.querySelector<Field>(`[data-field="${name}"]`)?.focus();
  }

  get messages(): Readonly<Record<string, string>> {
    return messagesOf(this.problems);
  }

  get repaired(): boolean {
    return this.draft.type === CLAIM;
  }

  handleChange({ detail: { name, value } }: CustomEvent<{ name: string; value: string }>): void {
    this.dispatchEvent(new CustomEvent('draftchange', { detail: { name, value } }));
  }

  handleGoodwill(event: Event): void {
    this.dispatchEvent(new CustomEvent('draftchange', { detail: { name: 'goodwill', value: (event.target as HTMLInputElement).checked } }));
  }
}

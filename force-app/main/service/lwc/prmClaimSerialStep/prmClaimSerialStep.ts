import { api, LightningElement } from 'lwc';
import near from '@salesforce/label/c.PRM_UI_CLAIM_Near';
import serial from '@salesforce/label/c.PRM_UI_CLAIM_Serial';
import serialHelp from '@salesforce/label/c.PRM_UI_CLAIM_Serial_Help';
import typeClaim from '@salesforce/label/c.PRM_UI_CLAIM_Type_Claim';
import typeLabel from '@salesforce/label/c.PRM_UI_CLAIM_Type';
import typePre from '@salesforce/label/c.PRM_UI_CLAIM_Type_Pre';
import use from '@salesforce/label/c.PRM_UI_CLAIM_Use_Serial';
import { CLAIM, EMPTY_DRAFT, PRE_AUTHORISATION, type ClaimDraft, type Problem } from 'c/prmClaimForm';
import { messagesOf } from 'c/prmClaimFields';
import { fill } from 'c/prmUiText';

interface Field extends HTMLElement {
  focus(): void;
}

/**
 * Serial and kind of the claim. Serials that are near to what was typed are proposed, never taken.
 * @fires PrmClaimSerialStep#draftchange with `detail.name` and `detail.value`
 */
export default class PrmClaimSerialStep extends LightningElement {
  @api draft: ClaimDraft = EMPTY_DRAFT;
  @api problems: readonly Problem[] = [];
  @api nearSerials: readonly string[] = [];

  labels = { near, serial, serialHelp, typeLabel };

  /** Puts the focus on a field. */
  @api
  focusField(name: string): void {
    this.template?.querySelector<Field>(`[data-field="${name}"]`)?.focus();
  }

  get messages(): Readonly<Record<string, string>> {
    return messagesOf(this.problems);
  }

  get types(): { value: string; label: string; checked: boolean }[] {
    return [
      { value: CLAIM, label: typeClaim },
      { value: PRE_AUTHORISATION, label: typePre },
    ].map((each) => ({ ...each, checked: each.value === this.draft.type }));
  }

  get proposals(): { serial: string; label: string }[] {
    return this.nearSerials.map((each) => ({ serial: each, label: fill(use, each) }));
  }

  get hasProposals(): boolean {
    return this.nearSerials.length > 0;
  }

  handleType(event: Event): void {
    this.tell('type', (event.target as HTMLInputElement).value);
  }

  handleChange({ detail }: CustomEvent<{ name: string; value: string }>): void {
    this.tell(detail.name, detail.value);
  }

  handleProposal(event: Event): void {
    this.tell('serial', (event.currentTarget as HTMLElement).dataset.serial ?? '');
    this.focusField('serial');
  }

  private tell(name: string, value: string): void {
    this.dispatchEvent(new CustomEvent('draftchange', { detail: { name, value } }));
  }
}

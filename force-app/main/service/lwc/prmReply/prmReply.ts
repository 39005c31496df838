import { api, LightningElement } from 'lwc';
import message from '@salesforce/label/c.PRM_UI_REQUEST_Message';
import { dropDraft, keepDraft, loadDraft } from 'c/prmUiDraft';
import type PrmUiField from 'c/prmUiField';

/** What a case comment holds. */
const LENGTH = 4000;

export interface ReplyAction {
  readonly name: string;
  readonly label: string;
  readonly brand?: boolean;
}

/**
 * A message to write, with the acts that may come with it. Keeps a draft until its owner says that it is saved.
 * @fires PrmReply#send with `detail.action` and `detail.body`
 */
export default class PrmReply extends LightningElement {
  /** The request written to; drafts are kept by it. */
  @api recordId = '';
  @api busy = false;
  @api label = message;
  /** What may be done with the message, the usual act first. */
  @api actions: readonly ReplyAction[] = [];

  limit = LENGTH;
  body = '';

  connectedCallback(): void {
    this.body = loadDraft(this.draftName).body ?? '';
  }

  /** Empties the form and forgets the draft. */
  @api
  saved(): void {
    dropDraft(this.draftName);
    this.body = '';
  }

  private get draftName(): string {
    return `reply.${this.recordId}`;
  }

  get buttons(): (ReplyAction & { classes: string })[] {
    return this.actions.map((action) => ({ ...action, classes: `slds-button slds-button_${action.brand ? 'brand' : 'neutral'} target` }));
  }

  handleChange({ detail }: CustomEvent<{ value: string }>): void {
    this.body = detail.value;
    keepDraft(this.draftName, { body: this.body });
  }

  handleSend(event: Event): void {
    const field = this.template?.querySelector<HTMLElement & PrmUiField>('c-prm-ui-field');
    if (!field?.validate()) {
      field?.focus();
      return;
    }
    const action = (event.currentTarget as HTMLElement).dataset.action;
    this.dispatchEvent(new CustomEvent('send', { detail: { action, body: this.body.trim() } }));
  }
}

import { api, LightningElement } from 'lwc';
import { dropDraft, keepDraft, loadDraft } from 'c/prmUiDraft';
import type PrmUiField from 'c/prmUiField';

const LENGTH = 4_000;

/**
 * Asks for a text and keeps a draft of it until its owner says that it is saved.
 * @fires PrmClaimReply#reply with `detail.text`
 */
export default class PrmClaimReply extends LightningElement {
  /** Name under which the draft is kept. */
  @api draftName = '';
  @api label = '';
  @api help = '';
  /** Text of the button. */
  @api action = '';
  @api busy = false;
  @api maxLength = LENGTH;

  text = '';

  connectedCallback(): void {
    this.text = loadDraft(this.draftName).text ?? '';
  }

  /** Empties the form and forgets the draft. */
  @api
  saved(): void {
    dropDraft(this.draftName);
    this.text = '';
  }

  handleChange({ detail: { value } }: CustomEvent<{ value: string }>): void {
    this.text = value;
    keepDraft(this.draftName, { text: value });
  }

  /** Enter writes a new line; with Control it sends. */
  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.send();
  }

  handleSend(): void {
    this.send();
  }

  private send(): void {
    const field = this.template?.querySelector<HTMLElement & PrmUiField>('c-prm-ui-field');
    if (this.busy || !field) return;
    if (field.validate()) this.dispatchEvent(new CustomEvent('reply', { detail: { text: this.text } }));
    else field.focus();
  }
}

/** Rich text that stands in a page's metadata; the server let only safe markup through. */
import { api, LightningElement } from 'lwc';

export default class PartRichText extends LightningElement {
  @api node: unknown;
  @api recordId?: string;
  @api objectApiName?: string;
  @api html = '';
  @api decorate = false;
  private shown?: string;

  get classes(): string { return this.decorate ? 'slds-rich-text-editor__output slds-box slds-theme_default' : 'slds-rich-text-editor__output'; }

  renderedCallback(): void {
    if (this.shown === this.html) return;
    this.shown = this.html;
    this.template.querySelector('div')!.innerHTML = this.html;
  }
}

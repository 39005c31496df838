/** https://developer.salesforce.com/docs/component-library/bundle/lightning-messages */
import { api, LightningElement } from 'lwc';
import { joinForm } from 'web/form';

export default class Messages extends LightningElement {
  messages: readonly string[] = [];
  private leave?: () => void;

  connectedCallback(): void {
    this.leave = joinForm(this, { receive: () => undefined, setMessages: (messages) => { this.messages = messages; } });
  }
  disconnectedCallback(): void { this.leave?.(); }

  @api setError(message: string): void { this.messages = message ? [message] : []; }
}

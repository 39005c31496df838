/** https://developer.salesforce.com/docs/component-library/bundle/lightning-output-field */
import { api, LightningElement } from 'lwc';
import { joinForm, type FormState } from 'web/form';
import type { FieldInfo, RecordData } from 'web/records';

export default class OutputField extends LightningElement {
  @api fieldClass?: string;
  @api variant?: string;
  state?: FormState;
  private name = '';
  private leave?: () => void;

  @api
  get fieldName(): string { return this.name; }
  set fieldName(value: string | { fieldApiName: string }) { this.name = typeof value === 'string' ? value : value.fieldApiName; }

  connectedCallback(): void { this.leave = joinForm(this, { fieldName: this.name, receive: (state) => { this.state = state; } }); }
  disconnectedCallback(): void { this.leave?.(); }

  get info(): FieldInfo | undefined { return this.state?.info?.fields[this.name]; }
  get record(): RecordData | undefined { return this.state?.record; }
  get labelClass(): string { return this.variant === 'label-hidden' ? 'slds-assistive-text' : 'slds-form-element__label'; }
}

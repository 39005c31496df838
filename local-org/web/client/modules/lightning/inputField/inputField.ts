/** https://developer.salesforce.com/docs/component-library/bundle/lightning-input-field */
import { api, LightningElement } from 'lwc';
import { joinForm, type FormPart, type FormState } from 'web/form';
import type { FieldInfo } from 'web/records';

interface Input extends HTMLElement { reportValidity(): boolean; setError(message: string): void; focus(): void }

const nameOf = (field: string | { fieldApiName: string }): string => (typeof field === 'string' ? field : field.fieldApiName);

export default class InputField extends LightningElement {
  @api required = false;
  @api disabled = false;
  @api readOnly = false;
  @api variant?: string;
  state?: FormState;
  private name = '';
  private preset: unknown;
  /** What the user entered: undefined until they did. */
  private typed: unknown;
  private leave?: () => void;

  @api
  get fieldName(): string { return this.name; }
  set fieldName(value: string | { fieldApiName: string }) { this.name = nameOf(value); }

  /** Value to start with: it stands in for the record's own and is saved. */
  @api
  get value(): unknown { return this.current; }
  set value(value: unknown) { this.preset = value; }

  connectedCallback(): void {
    const part: FormPart = {
      fieldName: this.name,
      receive: (state) => { this.state = state; },
      read: () => (this.isWritable ? (this.typed !== undefined ? this.typed : this.preset) : undefined),
      reportValidity: () => this.input?.reportValidity() ?? true,
      setError: (message) => this.input?.setError(message),
      reset: () => this.reset(),
    };
    this.leave = joinForm(this, part);
  }
  disconnectedCallback(): void { this.leave?.(); }

  private get input(): Input | null { return this.template.querySelector<Input>('web-field-input'); }
  private get isWritable(): boolean { return !this.readOnly && (this.state?.record ? this.info?.updateable : this.info?.createable) === true; }
  get info(): FieldInfo | undefined { return this.state?.info?.fields[this.name]; }
  get isDisabled(): boolean { return this.disabled || this.state?.disabled === true; }
  get current(): unknown {
    if (this.typed !== undefined) return this.typed;
    return this.preset !== undefined ? this.preset : this.state?.record?.fields[this.name]?.value;
  }

  handleChange(event: CustomEvent<{ value: unknown }>): void {
    event.stopPropagation();
    this.typed = event.detail.value;
    this.dispatchEvent(new CustomEvent('change', { detail: { value: this.typed } }));
  }

  @api reset(): void { this.typed = undefined; }
  @api clean(): void { this.typed = undefined; }
  @api focus(): void { this.input?.focus(); }
  @api reportValidity(): boolean { return this.input?.reportValidity() ?? true; }
}

import { api, LightningElement } from 'lwc';
import notANumber from '@salesforce/label/c.PRM_UI_Not_A_Number';
import requiredText from '@salesforce/label/c.PRM_UI_Required';
import tooLong from '@salesforce/label/c.PRM_UI_Too_Long';
import { fill } from 'c/prmUiText';

export interface Option {
  readonly value: string;
  readonly label: string;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * One form field.
 * @fires PrmUiField#valuechange with `detail.name` and `detail.value` at every change
 */
export default class PrmUiField extends LightningElement {
  @api name = '';
  @api label = '';
  /** One of text, search, number, date, textarea, select. */
  @api type = 'text';
  @api
  get value(): string {
    return this.current;
  }
  set value(value: string | null | undefined) {
    this.current = value ?? '';
    this.fillArea();
  }
  @api options: readonly Option[] = [];
  @api required = false;
  @api disabled = false;
  @api maxLength?: number;
  @api placeholder = '';
  @api help = '';
  /** What the owner, or the server, has against the value; shown until the owner takes it back. */
  @api problem = '';

  private ownError = '';
  private current = '';

  /** Marks the field when its value will not do; true when it will. */
  @api
  validate(): boolean {
    this.ownError = this.findError();
    return this.ownError === '';
  }

  /** Marks the field with what the server found wrong, until it is changed. */
  @api
  report(message: string): void {
    this.ownError = message;
  }

  @api
  focus(): void {
    this.control?.focus();
  }

  private get control(): Control | null | undefined {
    return this.template?.querySelector<Control>('[data-control]');
  }

  /** A text area takes its text as a property only, and a template can give it none. */
  private fillArea(): void {
    const { control } = this;
    if (control instanceof HTMLTextAreaElement && control.value !== this.current) control.value = this.current;
  }

  private findError(): string {
    const value = this.current.trim();
    if (value === '') return this.required ? requiredText : '';
    if (this.maxLength && value.length > this.maxLength) return fill(tooLong, this.maxLength);
    if (this.type === 'number' && !(Number(value) >= 0)) return notANumber;
    return '';
  }

  get error(): string {
    return this.ownError || this.problem;
  }

  get isSelect(): boolean {
    return this.type === 'select';
  }

  get isTextarea(): boolean {
    return this.type === 'textarea';
  }

  get controlId(): string {
    return this.isSelect ? 'choice' : this.isTextarea ? 'area' : 'input';
  }

  get inputMode(): string {
    return this.type === 'number' ? 'decimal' : this.type === 'search' ? 'search' : 'text';
  }

  get step(): string | undefined {
    return this.type === 'number' ? 'any' : undefined;
  }

  get choices(): (Option & { selected: boolean })[] {
    return this.options.map((option) => ({ ...option, selected: option.value === this.current }));
  }

  get invalid(): string {
    return String(this.error !== '');
  }

  get described(): string | undefined {
    return this.error ? 'error' : this.help ? 'help' : undefined;
  }

  get classes(): string {
    return this.error ? 'slds-form-element slds-has-error' : 'slds-form-element';
  }

  renderedCallback(): void {
    this.fillArea();
  }

  handleInput(event: Event): void {
    this.current = (event.target as Control).value;
    if (this.ownError) this.validate();
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { name: this.name, value: this.current } }));
  }
}

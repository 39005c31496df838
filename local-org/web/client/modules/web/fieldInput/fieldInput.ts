/** A field as people fill it in: the base component that suits its type. */
import { api, LightningElement } from 'lwc';
import { context } from 'web/context';
import { picklistsOf, type FieldInfo, type PicklistOption, type RecordData } from 'web/records';

interface Validating extends HTMLElement { reportValidity(): boolean; setCustomValidity?(message: string): void; focus(): void }

const INPUT: Readonly<Record<string, string>> = { Date: 'date', DateTime: 'datetime', Time: 'time', Email: 'email', Phone: 'tel', Url: 'url' };
const FORMATTER: Readonly<Record<string, string>> = { Currency: 'currency', Percent: 'percent-fixed' };

export default class FieldInput extends LightningElement {
  @api objectApiName!: string;
  /** Set on a record that exists. */
  @api record?: RecordData;
  @api value: unknown;
  @api required = false;
  @api disabled = false;
  @api readOnly = false;
  @api variant?: string;
  options: readonly PicklistOption[] = [];
  timeZone = context.timeZone;
  private held!: FieldInfo;

  @api
  get info(): FieldInfo { return this.held; }
  set info(info: FieldInfo) { this.held = info; }

  async connectedCallback(): Promise<void> {
    if (!this.isPicklist && !this.isMultiPicklist) return;
    const picklist = (await picklistsOf(this.objectApiName))[this.held.apiName];
    this.options = picklist?.values ?? [];
    // A new record starts with the picklist's default.
    if (!this.record && (this.value === undefined || this.value === null) && picklist?.defaultValue) this.emit(picklist.defaultValue.value);
  }

  private is(...types: string[]): boolean { return types.includes(this.held.dataType); }

  get isReadOnly(): boolean { return this.readOnly || !(this.record ? this.held.updateable : this.held.createable); }
  get isRequired(): boolean { return this.required || (this.held.required && !this.isBoolean); }
  get isPicklist(): boolean { return this.is('Picklist', 'ComboBox'); }
  get isMultiPicklist(): boolean { return this.is('MultiPicklist'); }
  get isTextArea(): boolean { return this.is('TextArea'); }
  get isReference(): boolean { return this.held.reference; }
  get isBoolean(): boolean { return this.is('Boolean'); }
  get isNumber(): boolean { return this.is('Double', 'Int', 'Long', 'Currency', 'Percent'); }
  get inputType(): string { return INPUT[this.held.dataType] ?? 'text'; }
  get formatter(): string { return FORMATTER[this.held.dataType] ?? 'decimal'; }
  get step(): string { return this.held.scale > 0 ? (10 ** -this.held.scale).toFixed(this.held.scale) : '1'; }
  get maxLength(): number | undefined { return this.held.length > 0 ? this.held.length : undefined; }
  get help(): string | undefined { return this.held.inlineHelpText ?? undefined; }
  get text(): string { return this.value === null || this.value === undefined ? '' : String(this.value); }
  get checked(): boolean { return this.value === true; }
  get list(): string[] { return this.text ? this.text.split(';') : []; }
  get target(): string { return this.held.referenceToInfos[0]?.apiName ?? ''; }
  get comboOptions(): { label: string; value: string }[] {
    const known = this.options.map(({ label, value }) => ({ label, value }));
    // A value that is no longer active stays visible on the record that has it.
    const own = this.text && !known.some(({ value }) => value === this.text) ? [{ label: this.text, value: this.text }] : [];
    return [...(this.isRequired ? [] : [{ label: '--None--', value: '' }]), ...known, ...own];
  }

  private emit(value: unknown): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('change', { detail: { value, field: this.held.apiName } }));
  }

  handleDetail(event: CustomEvent<{ value: string }>): void { this.take(event, event.detail.value === '' ? null : event.detail.value); }
  handleNumber(event: CustomEvent<{ value: string }>): void { this.take(event, event.detail.value === '' ? null : Number(event.detail.value)); }
  handleChecked(event: CustomEvent<{ checked: boolean }>): void { this.take(event, event.detail.checked); }
  handleList(event: CustomEvent<{ value: string[] }>): void { this.take(event, event.detail.value.length > 0 ? event.detail.value.join(';') : null); }
  handleReference(event: CustomEvent<{ recordId: string | null }>): void { this.take(event, event.detail.recordId); }

  private take(event: Event, value: unknown): void {
    event.stopPropagation();
    this.setError('');
    this.emit(value);
  }

  private get input(): Validating | null { return this.template.querySelector<Validating>('[data-input]'); }

  @api
  reportValidity(): boolean { return this.input?.reportValidity?.() ?? true; }

  /** Shows the server's refusal at the field. */
  @api
  setError(message: string): void {
    const { input } = this;
    if (!input?.setCustomValidity) return;
    input.setCustomValidity(message);
    if (message) input.reportValidity();
  }

  @api
  focus(): void { this.input?.focus(); }
}

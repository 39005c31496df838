/** https://developer.salesforce.com/docs/component-library/bundle/lightning-record-picker */
import { api, LightningElement } from 'lwc';
import { lookup, type Hit } from 'web/records';

/** Typing pauses this long before the server is asked. */
const PAUSE_MS = 200;

export default class RecordPicker extends LightningElement {
  @api label = '';
  @api objectApiName!: string;
  @api placeholder?: string;
  @api required = false;
  @api disabled = false;
  @api variant?: string;
  @api fieldLevelHelp?: string;
  inputText = '';
  hits: readonly Hit[] = [];
  isOpen = false;
  active = -1;
  errorText = '';
  private selected: Hit | null = null;
  private held: string | null = null;
  private timer?: ReturnType<typeof setTimeout>;

  @api
  get value(): string | null { return this.held; }
  set value(value: string | null) {
    this.held = value || null;
    void this.show();
  }

  connectedCallback(): void { void this.show(); }

  private async show(): Promise<void> {
    const id = this.held;
    if (!id) return this.select(null);
    if (this.selected?.id.slice(0, 15) === id.slice(0, 15) || !this.objectApiName) return;
    const [hit] = await lookup(this.objectApiName, { ids: id });
    if (this.held === id) this.select(hit ?? { id, name: id });
  }

  private select(hit: Hit | null): void {
    this.selected = hit;
    this.inputText = hit?.name ?? '';
    this.isOpen = false;
    this.active = -1;
  }

  get expanded(): string { return String(this.isOpen); }
  get invalid(): string { return String(this.errorText !== ''); }
  get activeId(): string | undefined { return this.isOpen ? this.hits[this.active]?.id : undefined; }
  get canClear(): boolean { return this.selected !== null && !this.disabled; }
  get isEmpty(): boolean { return this.hits.length === 0; }
  get placeholderText(): string { return this.placeholder ?? 'Search...'; }
  get formClass(): string { return `slds-form-element${this.errorText ? ' slds-has-error' : ''}`; }
  get labelClass(): string { return this.variant === 'label-hidden' ? 'slds-assistive-text' : 'slds-form-element__label'; }
  get comboClass(): string { return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click${this.isOpen ? ' slds-is-open' : ''}`; }
  get items(): { id: string; name: string; classes: string; selected: string }[] {
    return this.hits.map(({ id, name }, index) => ({ id, name, selected: String(index === this.active), classes: `slds-media slds-listbox__option slds-listbox__option_plain slds-media_small${index === this.active ? ' slds-has-focus' : ''}` }));
  }

  private search(query: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(query), PAUSE_MS);
  }

  private async ask(query: string): Promise<void> {
    const hits = await lookup(this.objectApiName, { q: query });
    if (this.inputText !== query && !(query === '' && this.selected)) return;
    this.hits = hits;
    this.active = -1;
    this.isOpen = true;
  }

  handleFocus(): void { if (!this.selected) this.search(''); }

  handleInput(event: Event): void {
    this.inputText = (event.target as HTMLInputElement).value;
    if (this.selected) this.choose(null, this.inputText);
    this.search(this.inputText);
  }

  /** What was typed but not chosen is no value. */
  handleBlur(): void {
    clearTimeout(this.timer);
    this.isOpen = false;
    this.inputText = this.selected?.name ?? '';
    this.reportValidity();
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.isOpen) { event.stopPropagation(); this.isOpen = false; return; }
    if (!this.isOpen || this.hits.length === 0) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.active = (this.active + (event.key === 'ArrowDown' ? 1 : this.hits.length - (this.active < 0 ? 0 : 1))) % this.hits.length;
    } else if (event.key === 'Enter' && this.active >= 0) {
      event.preventDefault();
      this.choose(this.hits[this.active]!);
    }
  }

  // mousedown comes before blur, which closes the list
  handleChoose(event: Event): void {
    event.preventDefault();
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.choose(this.hits.find((hit) => hit.id === id) ?? null);
  }

  handleClear(): void { this.choose(null); }

  private choose(hit: Hit | null, text = ''): void {
    this.held = hit?.id ?? null;
    this.select(hit);
    if (!hit) this.inputText = text;
    this.errorText = '';
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId: this.held } }));
  }

  @api clearSelection(): void { this.choose(null); }
  @api focus(): void { this.template.querySelector('input')?.focus(); }
  @api setCustomValidity(message: string): void { this.errorText = message; }
  @api checkValidity(): boolean { return !this.required || this.held !== null; }
  @api
  reportValidity(): boolean {
    const valid = this.checkValidity();
    if (!valid) this.errorText = 'Complete this field.';
    return valid && this.errorText === '';
  }
}

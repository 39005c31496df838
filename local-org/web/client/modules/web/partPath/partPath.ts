/** runtime_sales_pathassistant:pathAssistant: the steps of a picklist, and the way to the next. */
import { api, LightningElement } from 'lwc';
import { messagesOf, update, type ObjectInfo, type RecordData } from 'web/records';
import { watchRecord } from 'web/recordWatch';

interface Step { readonly value: string; readonly label: string; readonly info: string }
interface Path { readonly field: string; readonly label: string; readonly steps: readonly Step[] }

export default class PartPath extends LightningElement {
  @api node: unknown;
  @api recordId!: string;
  @api objectApiName!: string;
  @api path: Path | null = null;
  @api hideUpdateButton = false;
  record?: RecordData;
  info?: ObjectInfo;
  chosen?: string;
  isSaving = false;
  error = '';
  private stop?: () => void;

  connectedCallback(): void {
    if (!this.path) return;
    this.stop = watchRecord(this.objectApiName, this.recordId, [this.path.field], (watched, error) => {
      this.record = watched?.record;
      this.info = watched?.info;
      this.error = error ? messagesOf(error).join(' ') : '';
    });
  }
  disconnectedCallback(): void { this.stop?.(); }

  renderedCallback(): void {
    const place = this.template.querySelector('.web-guidance');
    if (place) place.innerHTML = this.step?.info ?? '';
  }

  private get current(): string | undefined { return this.record?.fields[this.path!.field]?.value as string | undefined; }
  get selectedStep(): string | undefined { return this.chosen ?? this.current; }
  get step(): Step | undefined { return this.path?.steps.find(({ value }) => value === this.selectedStep); }
  get canUpdate(): boolean { return !this.hideUpdateButton && this.chosen !== undefined && this.chosen !== this.current && this.info?.fields[this.path!.field]?.updateable === true; }

  handleStep(event: Event): void { this.chosen = (event.currentTarget as HTMLElement).dataset['value']; }

  async handleUpdate(): Promise<void> {
    this.isSaving = true;
    try {
      await update(this.recordId, { [this.path!.field]: this.chosen });
      this.chosen = undefined;
      this.error = '';
    } catch (error) {
      this.error = messagesOf(error).join(' ');
    } finally {
      this.isSaving = false;
    }
  }
}

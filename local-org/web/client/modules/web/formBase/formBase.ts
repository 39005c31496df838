/** What edit and view forms share: the parts inside, the object's description, the record. */
import { api, LightningElement } from 'lwc';
import { messagesOf } from 'web/records';
import { watchRecord } from 'web/recordWatch';
import { objectInfo, type ObjectInfo, type RecordData } from 'web/records';
import { REGISTER, type FormPart, type FormState } from 'web/form';

export default class FormBase extends LightningElement {
  @api formClass = '';
  @api density = 'auto';
  protected readonly parts = new Set<FormPart>();
  protected info: ObjectInfo | undefined;
  protected record: RecordData | undefined;
  protected disabled = false;
  private object = '';
  private id: string | null = null;
  private stop: (() => void) | undefined;
  private scheduled = false;

  @api
  get objectApiName(): string { return this.object; }
  set objectApiName(value: string | { objectApiName: string }) {
    this.object = typeof value === 'string' ? value : (value?.objectApiName ?? '');
    this.schedule();
  }

  @api
  get recordId(): string | null { return this.id; }
  set recordId(value: string | null) {
    this.id = value || null;
    this.record = undefined;
    this.schedule();
  }

  constructor() {
    super();
    this.addEventListener(REGISTER, (event) => {
      event.stopPropagation();
      const { part, accept } = (event as CustomEvent<{ part: FormPart; accept(stop: () => void): void }>).detail;
      this.parts.add(part);
      accept(() => this.parts.delete(part));
      part.receive(this.state);
      this.schedule();
    });
  }

  disconnectedCallback(): void {
    this.stop?.();
    this.stop = undefined;
  }

  protected get state(): FormState {
    return { objectApiName: this.object, disabled: this.disabled, density: this.density, ...(this.info ? { info: this.info } : {}), ...(this.record ? { record: this.record } : {}) };
  }

  protected publish(): void {
    for (const part of this.parts) part.receive(this.state);
  }

  protected showMessages(messages: readonly string[]): void {
    for (const part of this.parts) part.setMessages?.(messages);
  }

  /** Fields announce themselves one by one; the record is asked for once they all have. */
  protected schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    void Promise.resolve().then(() => {
      this.scheduled = false;
      void this.load();
    });
  }

  private async load(): Promise<void> {
    if (!this.object) return;
    try {
      this.info = await objectInfo(this.object);
      this.publish();
      const fields = [...new Set([...this.parts].flatMap(({ fieldName }) => (fieldName ? [fieldName] : [])))];
      this.stop?.();
      if (this.id && fields.length > 0) this.stop = watchRecord(this.object, this.id, fields, (watched, error) => (watched ? this.loaded(watched.record) : this.failed(error)));
      else if (!this.id) this.loaded(undefined);
    } catch (error) {
      this.failed(error);
    }
  }

  private loaded(record: RecordData | undefined): void {
    this.record = record;
    this.publish();
    const detail = { objectInfos: { [this.object]: this.info }, ...(record ? { records: { [record.id]: record } } : {}) };
    this.dispatchEvent(new CustomEvent('load', { detail }));
  }

  protected failed(error: unknown): void {
    this.showMessages(messagesOf(error));
    this.dispatchEvent(new CustomEvent('error', { detail: { message: messagesOf(error).join(' '), ...((error as { body?: object }).body ?? {}) } }));
  }
}

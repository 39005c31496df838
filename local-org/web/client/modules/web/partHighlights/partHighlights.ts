/** force:highlightsPanel */
import { api, LightningElement } from 'lwc';
import { urlOf } from 'web/links';
import { messagesOf, type FieldInfo, type ObjectInfo, type RecordData } from 'web/records';
import { currentResponse } from 'web/router';
import { watchRecord } from 'web/recordWatch';

export default class PartHighlights extends LightningElement {
  @api node: unknown;
  @api recordId!: string;
  @api objectApiName!: string;
  @api label!: string;
  @api collapsed = false;
  @api fields: readonly string[] = [];
  record?: RecordData;
  info?: ObjectInfo;
  error = '';
  private stop?: () => void;

  connectedCallback(): void {
    this.stop = watchRecord(this.objectApiName, this.recordId, this.fields, (watched, error) => {
      this.record = watched?.record;
      this.info = watched?.info;
      this.error = error ? messagesOf(error).join(' ') : '';
      if (this.title) document.title = this.title;
    });
  }

  disconnectedCallback(): void { this.stop?.(); }

  get title(): string {
    const name = this.info?.nameFields[0];
    const field = name ? this.record?.fields[name] : undefined;
    return String(field?.displayValue ?? field?.value ?? '');
  }

  /** The name stands as the title above. */
  get items(): { info: FieldInfo }[] {
    if (!this.info || this.collapsed) return [];
    return this.fields.flatMap((field) => (this.info!.nameFields.includes(field) ? [] : (this.info!.fields[field] ?? []))).map((info) => ({ info }));
  }

  get editUrl(): string | undefined {
    if (!this.info?.updateable || currentResponse().shell.kind !== 'console') return undefined;
    return urlOf({ type: 'standard__recordPage', attributes: { recordId: this.recordId, objectApiName: this.objectApiName, actionName: 'edit' }, state: {} });
  }
}

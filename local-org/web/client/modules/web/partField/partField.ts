/** A field placed on a page by itself. */
import { api, LightningElement } from 'lwc';
import type { FieldInfo, RecordData } from 'web/records';
import { watchRecord } from 'web/recordWatch';

export default class PartField extends LightningElement {
  @api node: unknown;
  @api recordId!: string;
  @api objectApiName!: string;
  @api field!: string;
  @api behavior = 'none';
  record?: RecordData;
  info?: FieldInfo;
  private stop?: () => void;

  connectedCallback(): void {
    this.stop = watchRecord(this.objectApiName, this.recordId, [this.field], (watched) => {
      this.record = watched?.record;
      this.info = watched?.info.fields[this.field];
    });
  }
  disconnectedCallback(): void { this.stop?.(); }
}

/** force:detailPanel: the fields of the page layout. */
import { api, LightningElement } from 'lwc';
import { messagesOf, type FieldInfo, type ObjectInfo, type RecordData } from 'web/records';
import { watchRecord } from 'web/recordWatch';

interface Section { readonly label: string; readonly columns: readonly (readonly string[])[] }
interface Row { key: string; label: string; columns: { key: string; items: FieldInfo[] }[] }

export default class PartDetail extends LightningElement {
  @api node: unknown;
  @api recordId!: string;
  @api objectApiName!: string;
  @api sections: readonly Section[] = [];
  record?: RecordData;
  info?: ObjectInfo;
  error = '';
  private stop?: () => void;

  connectedCallback(): void {
    const fields = [...new Set(this.sections.flatMap((section) => section.columns.flat()))];
    this.stop = watchRecord(this.objectApiName, this.recordId, fields, (watched, error) => {
      this.record = watched?.record;
      this.info = watched?.info;
      this.error = error ? messagesOf(error).join(' ') : '';
    });
  }

  disconnectedCallback(): void { this.stop?.(); }

  get rows(): Row[] {
    const { info } = this;
    if (!info) return [];
    return this.sections
      .map((section, index) => ({ key: `s${index}`, label: section.label, columns: section.columns.map((fields, at) => ({ key: `c${at}`, items: fields.flatMap((field) => info.fields[field] ?? []) })) }))
      .filter((section) => section.columns.some((column) => column.items.length > 0));
  }
}

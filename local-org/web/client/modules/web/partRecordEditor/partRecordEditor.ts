/** The form for a new record or an existing one: the layout's fields that the user may write. */
import { api, LightningElement } from 'lwc';
import { follow } from 'web/links';
import { objectInfo, type ObjectInfo, type RecordData } from 'web/records';

interface Section { readonly label: string; readonly columns: readonly (readonly string[])[] }
interface Item { readonly name: string; readonly value: unknown }

export default class PartRecordEditor extends LightningElement {
  @api node: unknown;
  @api recordId?: string;
  @api objectApiName?: string;
  @api formObject!: string;
  @api title = '';
  @api sections: readonly Section[] = [];
  @api defaults: Readonly<Record<string, string>> = {};
  info?: ObjectInfo;

  async connectedCallback(): Promise<void> { this.info = await objectInfo(this.formObject); }

  private isWritable(name: string): boolean {
    const field = this.info?.fields[name];
    // A new record belongs to who makes it.
    if (name === 'OwnerId' && !this.recordId) return false;
    return field !== undefined && !field.compound && (this.recordId ? field.updateable : field.createable);
  }

  get rows(): { key: string; label: string; columns: { key: string; items: Item[] }[] }[] {
    return this.sections
      .map((section, index) => ({ key: `s${index}`, label: section.label, columns: section.columns.map((fields, at) => ({ key: `c${at}`, items: fields.filter((name) => this.isWritable(name)).map((name) => ({ name, value: this.defaults[name] })) })) }))
      .filter((section) => section.columns.some((column) => column.items.length > 0));
  }

  handleSuccess(event: CustomEvent<RecordData>): void {
    void follow({ type: 'standard__recordPage', attributes: { recordId: event.detail.id, objectApiName: this.formObject, actionName: 'view' }, state: {} });
  }

  handleCancel(): void { window.history.back(); }
}

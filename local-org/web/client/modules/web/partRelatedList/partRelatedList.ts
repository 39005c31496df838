/** force:relatedListSingleContainer */
import { api, LightningElement } from 'lwc';
import { loadList } from 'web/lists';
import { messagesOf, onChange, type ObjectInfo, type RecordData } from 'web/records';

interface List { readonly name: string; readonly label: string; readonly object: string; readonly columns: readonly string[] }

export default class PartRelatedList extends LightningElement {
  @api node: unknown;
  @api recordId!: string;
  @api objectApiName!: string;
  @api list!: List;
  @api rows = 10;
  info?: ObjectInfo;
  records: readonly RecordData[] = [];
  error = '';
  private stop?: () => void;

  connectedCallback(): void {
    void this.load();
    this.stop = onChange(() => void this.load());
  }
  disconnectedCallback(): void { this.stop?.(); }

  private async load(): Promise<void> {
    try {
      // One more than is shown tells whether there are more.
      const { info, records } = await loadList.related(this.recordId, this.list.name, this.list.object, this.list.columns, this.rows + 1);
      this.info = info;
      this.records = records;
      this.error = '';
    } catch (error) {
      this.error = messagesOf(error).join(' ');
    }
  }

  get title(): string {
    if (!this.info) return this.list.label;
    return `${this.list.label} (${this.records.length > this.rows ? `${this.rows}+` : this.records.length})`;
  }
}

/** flexipage:filterListCard: the first rows of a list view. */
import { api, LightningElement } from 'lwc';
import { urlOf } from 'web/links';
import { loadList } from 'web/lists';
import { messagesOf, objectInfo, onChange, type ObjectInfo, type RecordData } from 'web/records';

export default class PartFilterList extends LightningElement {
  @api node: unknown;
  @api recordId?: string;
  @api objectApiName?: string;
  @api listObject!: string;
  @api listView!: string;
  @api label!: string;
  @api pageSize = 3;
  info?: ObjectInfo;
  records: readonly RecordData[] = [];
  columns: readonly string[] = [];
  error = '';
  private stop?: () => void;

  connectedCallback(): void {
    void this.load();
    this.stop = onChange(() => void this.load());
  }
  disconnectedCallback(): void { this.stop?.(); }

  private async load(): Promise<void> {
    try {
      const [info, page] = await Promise.all([objectInfo(this.listObject), loadList.records(this.listObject, this.listView, { pageSize: this.pageSize })]);
      this.columns = page.columns;
      this.records = page.records;
      this.info = info;
      this.error = '';
    } catch (error) {
      this.error = messagesOf(error).join(' ');
    }
  }

  get url(): string {
    return urlOf({ type: 'standard__objectPage', attributes: { objectApiName: this.listObject, actionName: 'list' }, state: { filterName: this.listView } });
  }
}

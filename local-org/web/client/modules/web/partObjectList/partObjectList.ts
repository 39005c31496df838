/** The list page of an object: its list views, sorted and paged by the server. */
import { api, LightningElement } from 'lwc';
import { urlOf } from 'web/links';
import { loadList, type ListPage } from 'web/lists';
import { messagesOf, objectInfo, onChange, type ObjectInfo, type RecordData } from 'web/records';
import { currentResponse, go } from 'web/router';

const PAGE = 50;

export default class PartObjectList extends LightningElement {
  @api node: unknown;
  @api recordId?: string;
  @api objectApiName?: string;
  @api listObject!: string;
  @api label!: string;
  @api singular!: string;
  @api listView?: string;
  views: readonly { readonly apiName: string; readonly label: string }[] = [];
  view = '';
  info?: ObjectInfo;
  columns: readonly string[] = [];
  records: readonly RecordData[] = [];
  nextToken: string | null = null;
  total = 0;
  sortedBy = '';
  direction: 'asc' | 'desc' = 'asc';
  isLoading = true;
  error = '';
  private stop?: () => void;
  private turn = 0;

  connectedCallback(): void {
    void this.start();
    this.stop = onChange(() => void this.load());
  }
  disconnectedCallback(): void { this.stop?.(); }

  private async start(): Promise<void> {
    try {
      const [info, page] = await Promise.all([objectInfo(this.listObject), loadList.views(this.listObject)]);
      this.info = info;
      this.views = page;
      this.view = page.find((each) => each.apiName === this.listView)?.apiName ?? page[0]?.apiName ?? '';
      await this.load();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.error = messagesOf(error).join(' ');
    this.isLoading = false;
  }

  private async load(more = false): Promise<void> {
    const mine = ++this.turn;
    this.isLoading = true;
    try {
      const sortBy = this.sortedBy ? `${this.direction === 'desc' ? '-' : ''}${this.sortedBy}` : undefined;
      const page: ListPage = await loadList.records(this.listObject, this.view, { pageSize: PAGE, pageToken: more ? (this.nextToken ?? undefined) : undefined, sortBy });
      if (mine !== this.turn) return;
      this.columns = page.columns;
      this.records = more ? [...this.records, ...page.records] : page.records;
      this.nextToken = page.nextPageToken;
      this.total = page.count;
      this.error = '';
      this.isLoading = false;
    } catch (error) {
      if (mine === this.turn) this.fail(error);
    }
  }

  get viewLabel(): string { return this.views.find((each) => each.apiName === this.view)?.label ?? this.label; }
  get hasViews(): boolean { return this.views.length > 1; }
  get viewOptions(): { label: string; value: string }[] { return this.views.map(({ apiName, label }) => ({ label, value: apiName })); }
  get countText(): string { return this.info ? `${this.records.length} of ${this.total} ${this.total === 1 ? this.singular : this.label}` : ''; }
  get newUrl(): string | undefined {
    if (!this.info?.createable || currentResponse().shell.kind !== 'console') return undefined;
    return urlOf({ type: 'standard__objectPage', attributes: { objectApiName: this.listObject, actionName: 'new' }, state: {} });
  }

  handleView(event: CustomEvent<{ value: string }>): void {
    this.view = event.detail.value;
    const query = new URLSearchParams(window.location.search);
    query.set('filterName', this.view);
    void go(`${window.location.pathname}?${query}`, { replace: true });
    void this.load();
  }

  handleSort(event: CustomEvent<{ field: string; direction: 'asc' | 'desc' }>): void {
    this.sortedBy = event.detail.field;
    this.direction = event.detail.direction;
    void this.load();
  }

  handleMore(): void { void this.load(true); }
}

import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import listRecoveries from '@salesforce/apex/PrmRecoveriesController.listRecoveries';
import accepted from '@salesforce/label/c.PRM_UI_RECOVERY_Show_Accepted';
import amount from '@salesforce/label/c.PRM_UI_RECOVERY_Amount';
import count from '@salesforce/label/c.PRM_UI_Count';
import deadline from '@salesforce/label/c.PRM_UI_RECOVERY_Deadline';
import lapsed from '@salesforce/label/c.PRM_UI_RECOVERY_Show_Lapsed';
import noMatch from '@salesforce/label/c.PRM_UI_RECOVERY_No_Match';
import noMatchBody from '@salesforce/label/c.PRM_UI_RECOVERY_No_Match_Body';
import none from '@salesforce/label/c.PRM_UI_RECOVERY_None';
import noneBody from '@salesforce/label/c.PRM_UI_RECOVERY_None_Body';
import open from '@salesforce/label/c.PRM_UI_RECOVERY_Show_Open';
import recovered from '@salesforce/label/c.PRM_UI_RECOVERY_Show_Recovered';
import recoveredAmount from '@salesforce/label/c.PRM_UI_RECOVERY_Recovered_Amount';
import refused from '@salesforce/label/c.PRM_UI_RECOVERY_Show_Refused';
import search from '@salesforce/label/c.PRM_UI_RECOVERY_Search';
import sent from '@salesforce/label/c.PRM_UI_RECOVERY_Show_Sent';
import state from '@salesforce/label/c.PRM_UI_RECOVERY_State';
import supplier from '@salesforce/label/c.PRM_UI_RECOVERY_Supplier';
import title from '@salesforce/label/c.PRM_UI_RECOVERY_Title';
import toDo from '@salesforce/label/c.PRM_UI_RECOVERY_Show_To_Do';
import { RECOVERIES_CHANGED, rowOf, type Recovery, type RecoveryPage } from 'c/prmRecoveryRows';
import { readAddress, writeAddress } from 'c/prmUiAddress';
import { onChanged } from 'c/prmUiBus';
import type { Option } from 'c/prmUiField';
import type { Column, Row } from 'c/prmUiList';
import { pageWithin } from 'c/prmUiPaging';
import { fill } from 'c/prmUiText';

interface List extends HTMLElement {
  focusRow(id: string): void;
}

const COLUMNS: readonly Column[] = [
  { field: 'supplier', label: supplier, sortable: true },
  { field: 'amount', label: amount },
  { field: 'deadline', label: deadline, type: 'day', sortable: true },
  { field: 'state', label: state, type: 'state' },
  { field: 'recovered', label: recoveredAmount },
];
/** What the page may show; empty stands for all that people must still do something about. */
const CHOICES: readonly Option[] = [
  { value: '', label: toDo },
  { value: 'Open', label: open },
  { value: 'Sent', label: sent },
  { value: 'Accepted', label: accepted },
  { value: 'Recovered', label: recovered },
  { value: 'Refused', label: refused },
  { value: 'Lapsed', label: lapsed },
];

/** Recoveries by deadline or supplier, the next steps of each beside the list, and what came back. */
export default class PrmRecoveries extends LightningElement {
  @api pageSize = 25;

  labels = { search, title };
  columns = COLUMNS;
  choices = CHOICES;
  pageNumber = 1;
  show = '';
  search = '';
  recoveries?: RecoveryPage;
  loadError?: unknown;
  openId = '';
  sortField = 'deadline';
  descending = false;
  private provisioned?: Wired<RecoveryPage>;
  private stopListening?: () => void;
  private focusRow?: string;
  private lastOpen?: Recovery;

  @wire(listRecoveries, { pageNumber: '$pageNumber', pageSize: '$pageSize', show: '$show', search: '$search', sortField: '$sortField', descending: '$descending' })
  wiredRecoveries(result: Wired<RecoveryPage>): void {
    this.provisioned = result;
    if (result.data) {
      this.recoveries = result.data;
      this.pageNumber = pageWithin(result.data, this.pageNumber);
    }
    this.loadError = result.error;
  }

  connectedCallback(): void {
    const address = readAddress();
    this.search = address.search;
    this.show = CHOICES.some(({ value }) => value === address.show) ? address.show : '';
    this.pageNumber = address.pageNumber;
    this.stopListening = onChanged(RECOVERIES_CHANGED, () => refreshApex(this.provisioned));
  }

  disconnectedCallback(): void {
    this.stopListening?.();
  }

  renderedCallback(): void {
    if (this.focusRow === undefined) return;
    this.template?.querySelector<List>('c-prm-ui-list')?.focusRow(this.focusRow);
    this.focusRow = undefined;
  }

  get heading(): string {
    return this.recoveries ? `${title} ${fill(count, this.recoveries.total)}` : title;
  }

  get loading(): boolean {
    return !this.recoveries && !this.loadError;
  }

  get rows(): Row[] {
    return (this.recoveries?.items ?? []).map(rowOf);
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get empty(): boolean {
    return this.recoveries?.items.length === 0;
  }

  get emptyHeading(): string {
    return this.search || this.show ? noMatch : none;
  }

  get emptyBody(): string {
    return this.search || this.show ? noMatchBody : noneBody;
  }

  get total(): number {
    return this.recoveries?.total ?? 0;
  }

  get sortDirection(): string {
    return this.descending ? 'desc' : 'asc';
  }

  get openRecovery(): Recovery | undefined {
    return this.recoveries?.items.find(({ id }) => id === this.openId) ?? this.lastOpen;
  }

  get panelHeading(): string {
    return this.openRecovery?.name ?? title;
  }

  handleSort({ detail }: CustomEvent<{ field: string; direction: string }>): void {
    this.sortField = detail.field;
    this.descending = detail.direction === 'desc';
    this.pageNumber = 1;
  }

  /** A recovery may leave what is shown by the very step that was taken; its panel stays. */
  handleStep({ detail }: CustomEvent<{ recovery: Recovery }>): void {
    this.lastOpen = detail.recovery;
  }

  handleFilter({ detail }: CustomEvent<{ search: string; choice: string }>): void {
    this.search = detail.search;
    this.show = detail.choice;
    this.pageNumber = 1;
    this.keepAddress();
  }

  handlePage({ detail }: CustomEvent<{ pageNumber: number }>): void {
    this.pageNumber = detail.pageNumber;
    this.keepAddress();
  }

  handleOpen({ detail }: CustomEvent<{ id: string }>): void {
    this.lastOpen = this.recoveries?.items.find(({ id }) => id === detail.id);
    this.openId = detail.id;
  }

  handleClose(): void {
    this.focusRow = this.openId;
    this.openId = '';
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }

  private keepAddress(): void {
    writeAddress({ search: this.search, show: this.show, pageNumber: this.pageNumber });
  }
}

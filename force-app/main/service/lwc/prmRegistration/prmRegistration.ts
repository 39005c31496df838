import { LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import listCoverages from '@salesforce/apex/PrmRegistrationController.listCoverages';
import count from '@salesforce/label/c.PRM_UI_Count';
import file from '@salesforce/label/c.PRM_COV_Way_File';
import from from '@salesforce/label/c.PRM_COV_From';
import heading from '@salesforce/label/c.PRM_COV_Registration';
import holder from '@salesforce/label/c.PRM_COV_Owner';
import listHeading from '@salesforce/label/c.PRM_COV_List';
import noMatch from '@salesforce/label/c.PRM_COV_No_Match';
import noMatchBody from '@salesforce/label/c.PRM_COV_No_Match_Body';
import none from '@salesforce/label/c.PRM_COV_None';
import noneBody from '@salesforce/label/c.PRM_COV_None_Body';
import one from '@salesforce/label/c.PRM_COV_Way_One';
import search from '@salesforce/label/c.PRM_COV_Search';
import serial from '@salesforce/label/c.PRM_COV_Serial';
import status from '@salesforce/label/c.PRM_COV_Status';
import until from '@salesforce/label/c.PRM_COV_Until';
import way from '@salesforce/label/c.PRM_COV_Way';
import { REGISTERED, rowOf, type Coverage, type CoveragePage } from 'c/prmCoverage';
import { onChanged } from 'c/prmUiBus';
import type { Column, Row } from 'c/prmUiList';
import { pageWithin } from 'c/prmUiPaging';
import { fill } from 'c/prmUiText';
import { dayText } from 'c/prmUiTime';

interface List extends HTMLElement {
  focusRow(id: string): void;
}

const COLUMNS: readonly Column[] = [
  { field: 'serial', label: serial },
  { field: 'holder', label: holder },
  { field: 'start', label: from, type: 'day' },
  { field: 'end', label: until, type: 'day' },
  { field: 'status', label: status, type: 'state' },
];
const ONE = 'one';
const FILE = 'file';

/** Registration of sold pieces, singly or by a file, above the list of what is registered. */
export default class PrmRegistration extends LightningElement {
  labels = { heading, listHeading, search, way };
  columns = COLUMNS;
  pageNumber = 1;
  pageSize = 25;
  searched = '';
  chosen = ONE;
  coverages?: CoveragePage;
  loadError?: unknown;
  open?: Coverage;
  private provisioned?: Wired<CoveragePage>;
  private stopListening?: () => void;
  private focusRow?: string;

  @wire(listCoverages, { pageNumber: '$pageNumber', pageSize: '$pageSize', search: '$searched' })
  wiredCoverages(result: Wired<CoveragePage>): void {
    this.provisioned = result;
    if (result.data) {
      this.coverages = result.data;
      this.pageNumber = pageWithin(result.data, this.pageNumber);
    }
    this.loadError = result.error;
  }

  connectedCallback(): void {
    this.stopListening = onChanged(REGISTERED, () => refreshApex(this.provisioned));
  }

  disconnectedCallback(): void {
    this.stopListening?.();
  }

  renderedCallback(): void {
    if (this.focusRow === undefined) return;
    this.template?.querySelector<List>('c-prm-ui-list')?.focusRow(this.focusRow);
    this.focusRow = undefined;
  }

  get ways(): { value: string; label: string; checked: boolean }[] {
    return [
      { value: ONE, label: one },
      { value: FILE, label: file },
    ].map((each) => ({ ...each, checked: each.value === this.chosen }));
  }

  get byForm(): boolean {
    return this.chosen === ONE;
  }

  get listTitle(): string {
    return this.coverages ? `${listHeading} ${fill(count, this.coverages.total)}` : listHeading;
  }

  get loading(): boolean {
    return !this.coverages && !this.loadError;
  }

  get rows(): Row[] {
    return (this.coverages?.items ?? []).map(rowOf);
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get empty(): boolean {
    return this.coverages?.items.length === 0;
  }

  get emptyHeading(): string {
    return this.searched ? noMatch : none;
  }

  get emptyBody(): string {
    return this.searched ? noMatchBody : noneBody;
  }

  get total(): number {
    return this.coverages?.total ?? 0;
  }

  get facts(): { label: string; text: string }[] {
    const { open } = this;
    if (!open) return [];
    return [
      { label: holder, text: open.holderName ?? '' },
      { label: from, text: dayText(open.startDate) },
      { label: until, text: dayText(open.endDate) },
      { label: status, text: open.statusLabel },
    ];
  }

  handleWay(event: Event): void {
    this.chosen = (event.target as HTMLInputElement).value;
  }

  handleFilter({ detail }: CustomEvent<{ search: string }>): void {
    this.searched = detail.search;
    this.pageNumber = 1;
  }

  handlePage({ detail }: CustomEvent<{ pageNumber: number }>): void {
    this.pageNumber = detail.pageNumber;
  }

  handleOpen({ detail }: CustomEvent<{ id: string }>): void {
    this.open = this.coverages?.items.find(({ id }) => id === detail.id);
  }

  handleClose(): void {
    this.focusRow = this.open?.id;
    this.open = undefined;
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }
}

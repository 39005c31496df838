import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import listClaims from '@salesforce/apex/PrmMyClaimsController.listClaims';
import statuses from '@salesforce/apex/PrmMyClaimsController.statuses';
import all from '@salesforce/label/c.PRM_UI_CLAIM_All';
import approved from '@salesforce/label/c.PRM_UI_CLAIM_Approved';
import claim from '@salesforce/label/c.PRM_UI_CLAIM_Claim';
import claimed from '@salesforce/label/c.PRM_UI_CLAIM_Claimed';
import count from '@salesforce/label/c.PRM_UI_Count';
import fileClaim from '@salesforce/label/c.PRM_UI_CLAIM_File_Claim';
import myClaims from '@salesforce/label/c.PRM_UI_CLAIM_My_Claims';
import noClaims from '@salesforce/label/c.PRM_UI_CLAIM_No_Claims';
import noClaimsBody from '@salesforce/label/c.PRM_UI_CLAIM_No_Claims_Body';
import noMatch from '@salesforce/label/c.PRM_UI_CLAIM_No_Match';
import noMatchBody from '@salesforce/label/c.PRM_UI_CLAIM_No_Match_Body';
import searchClaims from '@salesforce/label/c.PRM_UI_CLAIM_Search';
import statusLabel from '@salesforce/label/c.PRM_UI_CLAIM_Status';
import submittedAt from '@salesforce/label/c.PRM_UI_CLAIM_Submitted_At';
import { CLAIMS_CHANGED, rowOf, type Choice, type ClaimPage } from 'c/prmClaims';
import { readAddress, writeAddress } from 'c/prmUiAddress';
import { onChanged } from 'c/prmUiBus';
import type { Column, Row } from 'c/prmUiList';
import { pageWithin } from 'c/prmUiPaging';
import { fill } from 'c/prmUiText';
import { NavigationMixin, type PageReference } from 'lightning/navigation';

const COLUMNS: readonly Column[] = [
  { field: 'title', label: claim },
  { field: 'status', label: statusLabel, type: 'state' },
  { field: 'claimed', label: claimed },
  { field: 'approved', label: approved },
  { field: 'submittedAt', label: submittedAt, type: 'moment' },
];

/** Claims of the partner; a draft opens in the wizard, any other on its own page. */
export default class PrmMyClaims extends NavigationMixin(LightningElement) {
  @api pageSize = 25;
  @api claimPage = 'Claim__c';
  @api filePage = 'File_Claim__c';

  labels = { fileClaim, myClaims, searchClaims, statusLabel };
  columns = COLUMNS;
  pageNumber = 1;
  status = '';
  search = '';
  claims?: ClaimPage;
  loadError?: unknown;
  statusChoices: readonly Choice[] = [];
  private provisioned?: Wired<ClaimPage>;
  private stopListening?: () => void;

  @wire(listClaims, { pageNumber: '$pageNumber', pageSize: '$pageSize', status: '$status', search: '$search' })
  wiredClaims(result: Wired<ClaimPage>): void {
    this.provisioned = result;
    if (result.data) {
      this.claims = result.data;
      this.pageNumber = pageWithin(result.data, this.pageNumber);
    }
    this.loadError = result.error;
  }

  @wire(statuses)
  wiredStatuses({ data }: Wired<readonly Choice[]>): void {
    this.statusChoices = data ?? [];
  }

  connectedCallback(): void {
    const { search, show, pageNumber } = readAddress();
    this.search = search;
    this.status = show;
    this.pageNumber = pageNumber;
    this.stopListening = onChanged(CLAIMS_CHANGED, () => refreshApex(this.provisioned));
  }

  disconnectedCallback(): void {
    this.stopListening?.();
  }

  get heading(): string {
    return this.claims ? `${myClaims} ${fill(count, this.claims.total)}` : myClaims;
  }

  get loading(): boolean {
    return !this.claims && !this.loadError;
  }

  get rows(): Row[] {
    return (this.claims?.items ?? []).map(rowOf);
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get empty(): boolean {
    return this.claims?.items.length === 0;
  }

  get emptyHeading(): string {
    return this.search || this.status ? noMatch : noClaims;
  }

  get emptyBody(): string {
    return this.search || this.status ? noMatchBody : noClaimsBody;
  }

  get total(): number {
    return this.claims?.total ?? 0;
  }

  get choices(): Choice[] {
    return [{ value: '', label: all }, ...this.statusChoices];
  }

  handleFilter({ detail }: CustomEvent<{ search: string; choice: string }>): void {
    this.search = detail.search;
    this.status = detail.choice;
    this.pageNumber = 1;
    this.keepAddress();
  }

  handlePage({ detail }: CustomEvent<{ pageNumber: number }>): void {
    this.pageNumber = detail.pageNumber;
    this.keepAddress();
  }

  handleOpen({ detail }: CustomEvent<{ id: string }>): void {
    const isDraft = this.claims?.items.find(({ id }) => id === detail.id)?.status === 'Draft';
    this.go(isDraft ? this.filePage : this.claimPage, { claim: detail.id });
  }

  handleFile(): void {
    this.go(this.filePage);
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }

  private go(name: string, state: PageReference['state'] = {}): void {
    this[NavigationMixin.Navigate]({ type: 'comm__namedPage', attributes: { name }, state });
  }

  private keepAddress(): void {
    writeAddress({ search: this.search, show: this.status, pageNumber: this.pageNumber });
  }
}

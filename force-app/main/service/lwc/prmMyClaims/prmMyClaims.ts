import { api, wire } from 'lwc';
import type { Wired } from '@salesforce/apex';
import listClaims from '@salesforce/apex/PrmMyClaimsController.listClaims';
import statuses from '@salesforce/apex/PrmMyClaimsController.statuses';
import all from '@salesforce/label/c.PRM_UI_CLAIM_All';
import approved from '@salesforce/label/c.PRM_UI_CLAIM_Approved';
import claim from '@salesforce/label/c.PRM_UI_CLAIM_Claim';
import claimed from '@salesforce/label/c.PRM_UI_CLAIM_Claimed';
import fileClaim from '@salesforce/label/c.PRM_UI_CLAIM_File_Claim';
import myClaims from '@salesforce/label/c.PRM_UI_CLAIM_My_Claims';
import noClaims from '@salesforce/label/c.PRM_UI_CLAIM_No_Claims';
import noClaimsBody from '@salesforce/label/c.PRM_UI_CLAIM_No_Claims_Body';
import noMatch from '@salesforce/label/c.PRM_UI_CLAIM_No_Match';
import noMatchBody from '@salesforce/label/c.PRM_UI_CLAIM_No_Match_Body';
import searchClaims from '@salesforce/label/c.PRM_UI_CLAIM_Search';
import statusLabel from '@salesforce/label/c.PRM_UI_CLAIM_Status';
import submittedAt from '@salesforce/label/c.PRM_UI_CLAIM_Submitted_At';
import { CLAIMS_CHANGED, rowOf, type Choice, type Claim, type ClaimPage } from 'c/prmClaims';
import type { Column, Row } from 'c/prmUiList';
import { ListPage } from 'c/prmUiListPage';
import { NavigationMixin, type PageReference } from 'lightning/navigation';

const COLUMNS: readonly Column[] = [
  { field: 'title', label: claim },
  { field: 'status', label: statusLabel, type: 'state' },
  { field: 'claimed', label: claimed },
  { field: 'approved', label: approved },
  { field: 'submittedAt', label: submittedAt, type: 'moment' },
];

/** Claims of the partner; a draft opens in the wizard, any other on its own page. */
export default class PrmMyClaims extends NavigationMixin(ListPage<Claim>) {
  @api pageSize = 25;
  @api claimPage = 'Claim__c';
  @api filePage = 'File_Claim__c';

  labels = { fileClaim, myClaims, searchClaims, statusLabel };
  columns = COLUMNS;
  dataKind = CLAIMS_CHANGED;
  texts = { title: myClaims, none: noClaims, noneBody: noClaimsBody, noMatch, noMatchBody };
  statusChoices: readonly Choice[] = [];

  @wire(listClaims, { pageNumber: '$pageNumber', pageSize: '$pageSize', status: '$show', search: '$search' })
  wiredClaims(result: Wired<ClaimPage>): void {
    this.take(result);
  }

  @wire(statuses)
  wiredStatuses({ data }: Wired<readonly Choice[]>): void {
    this.statusChoices = data ?? [];
  }

  get rows(): Row[] {
    return this.items.map(rowOf);
  }

  get choices(): Choice[] {
    return [{ value: '', label: all }, ...this.statusChoices];
  }

  override handleOpen({ detail }: CustomEvent<{ id: string }>): void {
    const isDraft = this.itemOf(detail.id)?.status === 'Draft';
    this.go(isDraft ? this.filePage : this.claimPage, { claim: detail.id });
  }

  handleFile(): void {
    this.go(this.filePage);
  }

  /** The choices come from the server, after the address was read. */
  protected override isChoice(): boolean {
    return true;
  }

  private go(name: string, state: PageReference['state'] = {}): void {
    this[NavigationMixin.Navigate]({ type: 'comm__namedPage', attributes: { name }, state });
  }
}

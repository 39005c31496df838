import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import loadSummary from '@salesforce/apex/PrmMyClaimsController.summary';
import claims from '@salesforce/label/c.PRM_UI_CLAIM_My_Claims';
import fileClaim from '@salesforce/label/c.PRM_UI_CLAIM_File_Claim';
import moneyOn from '@salesforce/label/c.PRM_UI_CLAIM_Money_On_Way';
import none from '@salesforce/label/c.PRM_UI_CLAIM_No_Money_On_Way';
import tileAnswer from '@salesforce/label/c.PRM_UI_CLAIM_Tile_Answer';
import tileDrafts from '@salesforce/label/c.PRM_UI_CLAIM_Tile_Drafts';
import tileReview from '@salesforce/label/c.PRM_UI_CLAIM_Tile_Review';
import tileShip from '@salesforce/label/c.PRM_UI_CLAIM_Tile_Ship';
import { CLAIMS_CHANGED, moneyText, titleOf, waitsFlag, type ClaimSummary } from 'c/prmClaims';
import { onChanged } from 'c/prmUiBus';
import type { Flag } from 'c/prmUiList';
import { joined } from 'c/prmUiText';
import { NavigationMixin, type PageReference } from 'lightning/navigation';

interface Line {
  readonly id: string;
  readonly waits: string;
  readonly title: string;
  readonly detail: string;
  readonly dueAt?: string | null;
  readonly flag?: Flag;
}

/** Claims on the home page: what to answer and to ship, drafts, and what is approved and not yet paid. */
export default class PrmClaimsHome extends NavigationMixin(LightningElement) {
  @api claimsPage = 'Claims__c';
  @api claimPage = 'Claim__c';
  @api filePage = 'File_Claim__c';

  labels = { claims, fileClaim };
  summary?: ClaimSummary;
  loadError?: unknown;
  private provisioned?: Wired<ClaimSummary>;
  private stopListening?: () => void;

  @wire(loadSummary)
  wiredSummary(result: Wired<ClaimSummary>): void {
    this.provisioned = result;
    if (result.data) this.summary = result.data;
    this.loadError = result.error;
  }

  connectedCallback(): void {
    this.stopListening = onChanged(CLAIMS_CHANGED, () => refreshApex(this.provisioned));
  }

  disconnectedCallback(): void {
    this.stopListening?.();
  }

  get loading(): boolean {
    return !this.summary && !this.loadError;
  }

  get tiles(): { label: string; value: number; show: string; classes: string }[] {
    if (!this.summary) return [];
    const { toAnswer, toShip, drafts, underReview } = this.summary;
    const tile = (label: string, value: number, show: string, urgent = false) => ({ label, value, show, classes: urgent && value > 0 ? 'tile tile_urgent' : 'tile' });
    return [
      tile(tileAnswer, toAnswer, 'Information Requested', true),
      tile(tileShip, toShip, '', true),
      tile(tileDrafts, drafts, 'Draft'),
      tile(tileReview, underReview, 'Under Review'),
    ];
  }

  get moneyText(): string {
    const amounts = (this.summary?.onItsWay ?? []).map(({ amount, currencyCode }) => moneyText(amount, currencyCode));
    return amounts.length > 0 ? `${moneyOn}: ${amounts.join(' · ')}` : none;
  }

  get lines(): Line[] {
    return (this.summary?.waiting ?? []).map((claim) => ({
      id: claim.id,
      waits: claim.waits ?? '',
      title: titleOf(claim),
      detail: joined(' · ', claim.productName, claim.serial, claim.customerName),
      dueAt: claim.waits === 'ANSWER' ? claim.answerDueAt : undefined,
      flag: waitsFlag(claim.waits),
    }));
  }

  handleTile(event: Event): void {
    const { show } = (event.currentTarget as HTMLElement).dataset;
    this.go(this.claimsPage, show ? { show } : {});
  }

  handleLine(event: Event): void {
    const { id, waits } = (event.currentTarget as HTMLElement).dataset;
    this.go(waits === 'DRAFT' ? this.filePage : this.claimPage, { claim: id });
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
}

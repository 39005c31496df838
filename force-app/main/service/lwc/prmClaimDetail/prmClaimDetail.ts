import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import answerClaim from '@salesforce/apex/PrmMyClaimsController.answer';
import acceptClaim from '@salesforce/apex/PrmMyClaimsController.accept';
import appealClaim from '@salesforce/apex/PrmMyClaimsController.appeal';
import cancelClaim from '@salesforce/apex/PrmMyClaimsController.cancel';
import getClaim from '@salesforce/apex/PrmMyClaimsController.getClaim';
import shipReturn from '@salesforce/apex/PrmMyClaimsController.ship';
import answer from '@salesforce/label/c.PRM_UI_CLAIM_Answer';
import answerDue from '@salesforce/label/c.PRM_UI_CLAIM_Answer_Due';
import answerSend from '@salesforce/label/c.PRM_UI_CLAIM_Answer_Send';
import answeredToast from '@salesforce/label/c.PRM_UI_CLAIM_Answered_Toast';
import accept from '@salesforce/label/c.PRM_UI_CLAIM_Accept';
import acceptHelp from '@salesforce/label/c.PRM_UI_CLAIM_Accept_Help';
import acceptedToast from '@salesforce/label/c.PRM_UI_CLAIM_Accepted_Toast';
import appeal from '@salesforce/label/c.PRM_UI_CLAIM_Appeal';
import appealHelp from '@salesforce/label/c.PRM_UI_CLAIM_Appeal_Help';
import appealReason from '@salesforce/label/c.PRM_UI_CLAIM_Appeal_Reason';
import appealSend from '@salesforce/label/c.PRM_UI_CLAIM_Appeal_Send';
import appealedToast from '@salesforce/label/c.PRM_UI_CLAIM_Appealed_Toast';
import cancel from '@salesforce/label/c.PRM_UI_CLAIM_Cancel';
import cancelAsk from '@salesforce/label/c.PRM_UI_CLAIM_Cancel_Ask';
import cancelBody from '@salesforce/label/c.PRM_UI_CLAIM_Cancel_Body';
import cancelledToast from '@salesforce/label/c.PRM_UI_CLAIM_Cancelled_Toast';
import claimTitle from '@salesforce/label/c.PRM_UI_CLAIM_Claim';
import edit from '@salesforce/label/c.PRM_UI_CLAIM_Edit';
import facts from '@salesforce/label/c.PRM_UI_CLAIM_What_Failed';
import keepIt from '@salesforce/label/c.PRM_UI_CLAIM_Keep';
import lines from '@salesforce/label/c.PRM_UI_CLAIM_Lines';
import money from '@salesforce/label/c.PRM_UI_CLAIM_Money';
import noClaim from '@salesforce/label/c.PRM_UI_CLAIM_None_Chosen';
import ourDecision from '@salesforce/label/c.PRM_UI_CLAIM_Decision_Due';
import proofs from '@salesforce/label/c.PRM_UI_CLAIM_Proofs';
import question from '@salesforce/label/c.PRM_UI_CLAIM_Question';
import returns from '@salesforce/label/c.PRM_UI_CLAIM_Returns';
import shippedToast from '@salesforce/label/c.PRM_UI_CLAIM_Shipped_Toast';
import use from '@salesforce/label/c.PRM_UI_CLAIM_Use';
import { factsOf, noticesOf } from 'c/prmClaimFacts';
import { CLAIMS_CHANGED, titleOf, type ClaimDetail, type ReturnSlip } from 'c/prmClaims';
import { changed } from 'c/prmUiBus';
import { fill } from 'c/prmUiText';
import { dayText } from 'c/prmUiTime';
import { confirmDone } from 'c/prmUiToast';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';

interface Form extends HTMLElement {
  saved(): void;
}

/** Statuses in which the decision is ours to make. */
const OURS: readonly string[] = ['Submitted', 'Under Review', 'Appealed'];

/** One claim; the address names it. What fails to save stays in its form. */
export default class PrmClaimDetail extends NavigationMixin(LightningElement) {
  @api filePage = 'File_Claim__c';

  labels = {
    answer,
    answerDue,
    answerSend,
    accept,
    acceptHelp,
    appeal,
    appealReason,
    appealSend,
    cancel,
    cancelAsk,
    cancelBody,
    claimTitle,
    edit,
    facts,
    keepIt,
    lines,
    money,
    noClaim,
    ourDecision,
    proofs,
    question,
    returns,
    use,
  };
  claimId = '';
  named = true;
  detail?: ClaimDetail;
  loadError?: unknown;
  saveError?: unknown;
  busy = false;
  cancelling = false;
  /** The return whose slip is printed alone. */
  printed = '';
  private provisioned?: Wired<ClaimDetail>;

  @wire(CurrentPageReference)
  wiredReference(reference: PageReference | undefined): void {
    if (!reference) return;
    this.claimId = reference.state?.claim ?? reference.state?.c__claim ?? '';
    this.named = this.claimId !== '';
  }

  @wire(getClaim, { claimId: '$wiredId' })
  wiredClaim(result: Wired<ClaimDetail>): void {
    this.provisioned = result;
    if (result.data) this.detail = result.data;
    this.loadError = result.error;
  }

  renderedCallback(): void {
    if (!this.printed) return;
    window.print();
    this.printed = '';
  }

  /** A wire asks nothing while this is undefined. */
  get wiredId(): string | undefined {
    return this.claimId || undefined;
  }

  get unnamed(): boolean {
    return !this.named;
  }

  get loading(): boolean {
    return this.named && !this.detail && !this.loadError;
  }

  get heading(): string {
    return this.detail ? `${this.detail.claim.typeLabel} ${this.title}` : '';
  }

  get title(): string {
    return this.detail ? titleOf(this.detail.claim) : '';
  }

  get subtitle(): string {
    return this.detail?.claim.claimNumber ? this.detail.claim.name : '';
  }

  get decisionDue(): string | undefined {
    const claim = this.detail?.claim;
    return claim && OURS.includes(claim.status) ? (claim.reviewDueAt ?? undefined) : undefined;
  }

  get notices(): string[] {
    return this.detail ? noticesOf(this.detail) : [];
  }

  get facts(): { label: string; text: string }[] {
    return this.detail ? factsOf(this.detail) : [];
  }

  get currencyCode(): string {
    return this.detail?.claim.currencyCode ?? '';
  }

  get appealHelp(): string {
    return fill(appealHelp, dayText(this.detail?.appealUntil));
  }

  get answerDraft(): string {
    return `claim.answer.${this.claimId}`;
  }

  get appealDraft(): string {
    return `claim.appeal.${this.claimId}`;
  }

  get hasReturns(): boolean {
    return (this.detail?.returns.length ?? 0) > 0;
  }

  get slips(): { slip: ReturnSlip; classes: string }[] {
    return (this.detail?.returns ?? []).map((slip) => ({ slip, classes: this.printed && this.printed !== slip.id ? 'slip slip_other' : 'slip' }));
  }

  get bodyClasses(): string {
    return this.printed ? 'detail detail_slip' : 'detail';
  }

  handleAnswer({ detail: { text } }: CustomEvent<{ text: string }>): Promise<void> {
    return this.save(() => answerClaim({ claimId: this.claimId, text }), answeredToast, '[data-form="answer"]');
  }

  handleAppeal({ detail: { text } }: CustomEvent<{ text: string }>): Promise<void> {
    return this.save(() => appealClaim({ claimId: this.claimId, reason: text }), appealedToast, '[data-form="appeal"]');
  }

  handleAccept(): Promise<void> {
    return this.save(() => acceptClaim({ claimId: this.claimId }), acceptedToast);
  }

  handleShip({ detail }: CustomEvent<{ returnId: string; carrier: string; tracking: string }>): Promise<void> {
    return this.save(() => shipReturn(detail), shippedToast, `[data-form="${detail.returnId}"]`);
  }

  handleCancel(): void {
    this.cancelling = true;
  }

  handleKeep(): void {
    this.cancelling = false;
    this.template?.querySelector<HTMLElement>('[data-action="cancel"]')?.focus();
  }

  handleCancelled(): Promise<void> {
    this.cancelling = false;
    return this.save(() => cancelClaim({ claimId: this.claimId }), fill(cancelledToast, this.title));
  }

  handleEdit(): void {
    this.file({ claim: this.claimId });
  }

  handleUse(): void {
    this.file({ from: this.claimId });
  }

  handlePrint({ detail }: CustomEvent<{ returnId: string }>): void {
    this.printed = detail.returnId;
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }

  handleDismiss(): void {
    this.saveError = undefined;
  }

  private file(state: PageReference['state']): void {
    this[NavigationMixin.Navigate]({ type: 'comm__namedPage', attributes: { name: this.filePage }, state });
  }

  /** Saves, shows what the server answers, and empties the form only then. */
  private async save(send: () => Promise<ClaimDetail>, done: string, form?: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.saveError = undefined;
    try {
      const detail = await send();
      if (form) this.template?.querySelector<Form>(form)?.saved();
      this.detail = detail;
      confirmDone(this, done);
      changed(CLAIMS_CHANGED);
      await refreshApex(this.provisioned);
    } catch (error) {
      this.saveError = error;
    } finally {
      this.busy = false;
    }
  }
}

import { api, LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import approveClawback from '@salesforce/apex/PrmPaymentDeskController.approveClawback';
import askClawback from '@salesforce/apex/PrmPaymentDeskController.askClawback';
import getClaim from '@salesforce/apex/PrmPaymentDeskController.getClaim';
import refuseClawback from '@salesforce/apex/PrmPaymentDeskController.refuseClawback';
import approve from '@salesforce/label/c.PRM_UI_PAY_Clawback_Approve';
import approvedToast from '@salesforce/label/c.PRM_UI_PAY_Clawback_Approved_Toast';
import ask from '@salesforce/label/c.PRM_UI_PAY_Clawback_Ask';
import askedBy from '@salesforce/label/c.PRM_UI_PAY_Clawback_Asked_By';
import askedToast from '@salesforce/label/c.PRM_UI_PAY_Clawback_Asked_Toast';
import clawback from '@salesforce/label/c.PRM_UI_PAY_Clawback';
import dueLabel from '@salesforce/label/c.PRM_UI_PAY_Due';
import amountLabel from '@salesforce/label/c.PRM_UI_PAY_Amount';
import hint from '@salesforce/label/c.PRM_UI_PAY_Clawback_Hint';
import lines from '@salesforce/label/c.PRM_UI_PAY_Lines';
import money from '@salesforce/label/c.PRM_UI_PAY_Money';
import paidAt from '@salesforce/label/c.PRM_UI_PAY_Paid_At';
import partner from '@salesforce/label/c.PRM_UI_PAY_Partner';
import reason from '@salesforce/label/c.PRM_UI_PAY_Clawback_Reason';
import reference from '@salesforce/label/c.PRM_UI_PAY_Reference';
import refuse from '@salesforce/label/c.PRM_UI_PAY_Clawback_Refuse';
import refusedToast from '@salesforce/label/c.PRM_UI_PAY_Clawback_Refused_Toast';
import second from '@salesforce/label/c.PRM_Claim_Clawback_Second';
import type PrmClaimReply from 'c/prmClaimReply';
import { CLAIMS_CHANGED, moneyText } from 'c/prmClaims';
import type { Fact } from 'c/prmDeskFacts';
import { stateOf, type PaymentDetail } from 'c/prmPaymentRows';
import { changed } from 'c/prmUiBus';
import type { Flag } from 'c/prmUiList';
import { fill } from 'c/prmUiText';
import { dayText, momentText } from 'c/prmUiTime';
import { confirmDone } from 'c/prmUiToast';

const REASON_LENGTH = 255;

/** One claim for whoever pays it: lines, the way of its money, and taking its payment back by two people. */
export default class PrmPaymentClaim extends LightningElement {
  @api recordId = '';

  labels = { approve, ask, clawback, hint, lines, money, reason, refuse, second };
  reasonLength = REASON_LENGTH;
  detail?: PaymentDetail;
  loadError?: unknown;
  failure?: unknown;
  busy = false;
  private provisioned?: Wired<PaymentDetail>;

  @wire(getClaim, { claimId: '$recordId' })
  wiredClaim(result: Wired<PaymentDetail>): void {
    this.provisioned = result;
    if (result.data) this.detail = result.data;
    this.loadError = result.error;
  }

  get loading(): boolean {
    return !this.detail && !this.loadError;
  }

  get state(): Flag | undefined {
    return this.detail && stateOf(this.detail.payment);
  }

  get facts(): Fact[] {
    const payment = this.detail?.payment;
    if (!payment) return [];
    return [
      { label: partner, value: payment.partnerName },
      { label: amountLabel, value: moneyText(payment.amount, payment.currencyCode) },
      { label: dueLabel, value: dayText(payment.payDueOn) },
      { label: paidAt, value: momentText(payment.paidAt) },
      { label: reference, value: payment.reference },
    ];
  }

  get isPaid(): boolean {
    return this.detail?.payment.status === 'Paid';
  }

  get isAsked(): boolean {
    return this.isPaid && Boolean(this.detail?.payment.clawbackReason);
  }

  get mayAsk(): boolean {
    return this.isPaid && !this.isAsked;
  }

  /** Whoever asked leaves the decision to another. */
  get mayDecide(): boolean {
    return this.isAsked && !this.detail?.payment.clawbackMine;
  }

  get isMine(): boolean {
    return this.isAsked && !this.mayDecide;
  }

  get askedText(): string {
    const payment = this.detail?.payment;
    return fill(askedBy, payment?.clawbackAskedBy ?? '', momentText(payment?.clawbackAskedAt));
  }

  get draftName(): string {
    return `clawback.${this.recordId}`;
  }

  handleAsk({ detail: { text } }: CustomEvent<{ text: string }>): Promise<void> {
    return this.act(askedToast, async () => {
      this.detail = await askClawback({ claimId: this.recordId, reason: text });
      this.template?.querySelector<HTMLElement & PrmClaimReply>('c-prm-claim-reply')?.saved();
    });
  }

  handleApprove(): Promise<void> {
    return this.act(approvedToast, async () => {
      this.detail = await approveClawback({ claimId: this.recordId });
    });
  }

  handleRefuse(): Promise<void> {
    return this.act(refusedToast, async () => {
      this.detail = await refuseClawback({ claimId: this.recordId });
    });
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }

  private async act(toast: string, work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = undefined;
    try {
      await work();
      confirmDone(this, toast);
      changed(CLAIMS_CHANGED);
      await refreshApex(this.provisioned);
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }
}

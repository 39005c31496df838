import { api, LightningElement } from 'lwc';
import change from '@salesforce/label/c.PRM_UI_CLAIM_Change';
import goodwill from '@salesforce/label/c.PRM_UI_CLAIM_Goodwill';
import noProof from '@salesforce/label/c.PRM_UI_CLAIM_Review_No_Proof';
import notCovered from '@salesforce/label/c.PRM_UI_CLAIM_Review_Not_Covered';
import overCaps from '@salesforce/label/c.PRM_UI_CLAIM_Review_Over';
import proofCount from '@salesforce/label/c.PRM_UI_CLAIM_Review_Proofs';
import stepFault from '@salesforce/label/c.PRM_UI_CLAIM_Step_Fault';
import stepLines from '@salesforce/label/c.PRM_UI_CLAIM_Step_Lines';
import stepProofs from '@salesforce/label/c.PRM_UI_CLAIM_Step_Proofs';
import stepSerial from '@salesforce/label/c.PRM_UI_CLAIM_Step_Serial';
import total from '@salesforce/label/c.PRM_UI_CLAIM_Total';
import { capOfClaim, capsOf, type Terms } from 'c/prmClaimCaps';
import { FIELD_LABELS } from 'c/prmClaimFields';
import { amountOf, EMPTY_DRAFT, totalOf, type ClaimDraft, type DraftLine, type Step } from 'c/prmClaimForm';
import { moneyText, type Choice } from 'c/prmClaims';
import { fill, joined } from 'c/prmUiText';
import { dayText } from 'c/prmUiTime';

interface Fact {
  readonly label: string;
  readonly text: string;
}

/**
 * What will be sent, and what may stand in its way.
 * @fires PrmClaimReview#stepchange with `detail.step`
 */
export default class PrmClaimReview extends LightningElement {
  @api draft: ClaimDraft = EMPTY_DRAFT;
  @api terms!: Terms;
  @api faults: readonly Choice[] = [];
  @api kinds: readonly Choice[] = [];
  @api productName = '';
  @api currencyCode = '';
  @api proofCount = 0;
  /** Whether the piece is under warranty; nothing while that is not known. */
  @api covered?: boolean;

  labels = { change, total };

  get warnings(): string[] {
    const { draft, terms } = this;
    const over = draft.lines.some((line) => capsOf(line, terms).some((cap) => cap.over)) || capOfClaim(draft, terms.limits)?.over;
    return [this.covered === false && !draft.goodwill ? notCovered : '', over ? overCaps : '', this.proofCount === 0 ? noProof : ''].filter(Boolean);
  }

  get parts(): { step: Step; heading: string; changeLabel: string; facts: Fact[] }[] {
    const part = (step: Step, heading: string, facts: Fact[]) => ({ step, heading, changeLabel: `${change}: ${heading}`, facts: facts.filter(({ text }) => text !== '') });
    return [
      part('serial', stepSerial, [{ label: FIELD_LABELS.serial!, text: joined(' · ', this.draft.serial, this.productName) }]),
      part('fault', stepFault, this.faultFacts),
      part('lines', stepLines, this.lineFacts),
      part('proofs', stepProofs, [{ label: stepProofs, text: fill(proofCount, this.proofCount) }]),
    ];
  }

  get totalText(): string {
    return moneyText(totalOf(this.draft.lines), this.currencyCode);
  }

  private get faultFacts(): Fact[] {
    const { draft } = this;
    const fact = (name: keyof ClaimDraft, text: string): Fact => ({ label: FIELD_LABELS[name]!, text });
    return [
      fact('failureDate', dayText(draft.failureDate)),
      fact('repairDate', dayText(draft.repairDate)),
      fact('usage', draft.usage),
      fact('faultCodeId', this.faults.find(({ value }) => value === draft.faultCodeId)?.label ?? ''),
      fact('causalPartId', this.partName(draft.causalPartId)),
      fact('complaint', draft.complaint),
      fact('correction', draft.correction),
      fact('customerName', draft.customerName),
      fact('claimNumber', draft.claimNumber),
      { label: goodwill, text: draft.goodwill ? draft.goodwillReason : '' },
    ];
  }

  private get lineFacts(): Fact[] {
    return this.draft.lines.map((line, index) => ({
      label: `${index + 1}. ${this.kinds.find(({ value }) => value === line.kind)?.label ?? line.kind}`,
      text: joined(' · ', this.whatOf(line), `${line.quantity} × ${line.unitPrice}`, moneyText(amountOf(line), this.currencyCode)),
    }));
  }

  private whatOf(line: DraftLine): string {
    return this.partName(line.partId) || (this.terms.labours.find(({ id }) => id === line.labourCodeId)?.name ?? line.description);
  }

  private partName(partId: string): string {
    return this.terms.parts.find(({ id }) => id === partId)?.name ?? '';
  }

  handleChange(event: Event): void {
    this.dispatchEvent(new CustomEvent('stepchange', { detail: { step: (event.currentTarget as HTMLElement).dataset.step } }));
  }
}

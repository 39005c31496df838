import { api, LightningElement } from 'lwc';
import approved from '@salesforce/label/c.PRM_UI_CLAIM_Approved';
import claimed from '@salesforce/label/c.PRM_UI_CLAIM_Claimed';
import lines from '@salesforce/label/c.PRM_UI_CLAIM_Lines';
import total from '@salesforce/label/c.PRM_UI_CLAIM_Total';
import { moneyText, outcomeTone, type ClaimLine } from 'c/prmClaims';
import type { Tone } from 'c/prmUiState';
import { joined } from 'c/prmUiText';

interface Shown extends ClaimLine {
  readonly heading: string;
  readonly measure: string;
  readonly claimedText: string;
  readonly approvedText: string;
  readonly tone: Tone;
  readonly decided: boolean;
}

/** Each line with its outcome and the reason in a sentence. */
export default class PrmClaimLines extends LightningElement {
  @api lines: readonly ClaimLine[] = [];
  @api currencyCode = '';

  labels = { approved, claimed, lines, total };

  get rows(): Shown[] {
    return this.lines.map((line) => ({
      ...line,
      heading: joined(' · ', `${line.position}. ${line.kindLabel}`, line.what, line.description),
      measure: `${line.quantity} × ${moneyText(line.unitPrice, this.currencyCode)}`,
      claimedText: moneyText(line.claimed, this.currencyCode),
      approvedText: moneyText(line.approved, this.currencyCode),
      tone: outcomeTone(line.outcome),
      decided: line.outcome !== 'Open',
    }));
  }
}

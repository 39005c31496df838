import { api, LightningElement } from 'lwc';
import covered from '@salesforce/label/c.PRM_UI_CLAIM_Covered';
import goodwill from '@salesforce/label/c.PRM_UI_CLAIM_Goodwill_Possible';
import heading from '@salesforce/label/c.PRM_UI_CLAIM_Entitlement';
import hint from '@salesforce/label/c.PRM_UI_CLAIM_Entitlement_Hint';
import notCovered from '@salesforce/label/c.PRM_UI_CLAIM_Not_Covered';
import term from '@salesforce/label/c.PRM_UI_CLAIM_Term';
import until from '@salesforce/label/c.PRM_UI_CLAIM_Until';
import usageLimit from '@salesforce/label/c.PRM_UI_CLAIM_Usage_Limit';
import type { Tone } from 'c/prmUiState';
import { fill, joined } from 'c/prmUiText';
import { dayText } from 'c/prmUiTime';

/** `PrmClaimWizardController.Entitlement`. */
export interface Entitlement {
  readonly covered: boolean;
  readonly reason?: string | null;
  readonly startDate?: string | null;
  readonly until?: string | null;
  readonly usageLimit?: number | null;
  readonly usageUnit?: string | null;
  readonly termName?: string | null;
  readonly goodwillPossible?: boolean | null;
  readonly goodwillShare?: number | null;
}

/** The answer to "is this piece under warranty", beside what is being typed. */
export default class PrmEntitlementCard extends LightningElement {
  @api serial = '';
  @api productName = '';
  /** Nothing while no piece is found. */
  @api entitlement?: Entitlement | null;
  /** The answer is being asked for. */
  @api busy = false;

  labels = { heading, hint };

  get state(): { label: string; tone: Tone } {
    return this.entitlement?.covered ? { label: covered, tone: 'success' } : { label: notCovered, tone: 'error' };
  }

  get product(): string {
    return joined(' · ', this.productName, this.serial);
  }

  get facts(): string[] {
    const found = this.entitlement;
    if (!found) return [];
    return [
      found.until ? fill(until, dayText(found.until)) : '',
      found.usageLimit ? fill(usageLimit, found.usageLimit, found.usageUnit ?? '') : '',
      found.termName ? fill(term, found.termName) : '',
      !found.covered && found.goodwillPossible ? fill(goodwill, found.goodwillShare ?? 0) : '',
    ].filter(Boolean);
  }
}

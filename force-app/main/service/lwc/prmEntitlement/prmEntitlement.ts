import { api, LightningElement } from 'lwc';
import covered from '@salesforce/label/c.PRM_COV_Covered';
import from from '@salesforce/label/c.PRM_COV_From';
import goodwill from '@salesforce/label/c.PRM_COV_Goodwill';
import goodwillShare from '@salesforce/label/c.PRM_COV_Goodwill_Share';
import limit from '@salesforce/label/c.PRM_COV_Usage_Limit';
import notCovered from '@salesforce/label/c.PRM_COV_Not_Covered';
import term from '@salesforce/label/c.PRM_COV_Term';
import until from '@salesforce/label/c.PRM_COV_Until';
import type { Entitlement } from 'c/prmCoverage';
import type { Tone } from 'c/prmUiState';
import { fill, joined } from 'c/prmUiText';
import { dayText } from 'c/prmUiTime';

/** Yes or no, why, until when, by which term. */
export default class PrmEntitlement extends LightningElement {
  @api answer?: Entitlement | null;

  get state(): string {
    return this.answer?.covered ? covered : notCovered;
  }

  get tone(): Tone {
    return this.answer?.covered ? 'success' : this.answer?.goodwillPossible ? 'warning' : 'error';
  }

  get goodwillText(): string {
    if (!this.answer?.goodwillPossible) return '';
    const share = this.answer.goodwillShare;
    return typeof share === 'number' ? fill(goodwillShare, share) : goodwill;
  }

  get facts(): { label: string; text: string }[] {
    const { answer } = this;
    if (!answer?.termName) return [];
    return [
      { label: term, text: answer.termName },
      { label: from, text: dayText(answer.startDate) },
      { label: until, text: dayText(answer.until) },
      { label: limit, text: typeof answer.usageLimit === 'number' ? joined(' ', String(answer.usageLimit), answer.usageUnit) : '' },
    ].filter(({ text }) => text !== '');
  }

  get hasFacts(): boolean {
    return this.facts.length > 0;
  }
}

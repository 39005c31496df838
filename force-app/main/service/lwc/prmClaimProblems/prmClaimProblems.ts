import { api, LightningElement } from 'lwc';
import fix from '@salesforce/label/c.PRM_UI_Fix_Errors';
import { sentenceOf } from 'c/prmClaimFields';
import type { Problem } from 'c/prmClaimForm';

/**
 * All problems of a form at its top; nothing without any.
 * @fires PrmClaimProblems#problemopen with `detail.problem`
 */
export default class PrmClaimProblems extends LightningElement {
  @api problems: readonly Problem[] = [];

  labels = { fix };

  /** Puts the focus on the summary. */
  @api
  focus(): void {
    this.template?.querySelector<HTMLElement>('[data-summary]')?.focus();
  }

  get shown(): boolean {
    return this.problems.length > 0;
  }

  get lines(): { key: string; text: string; index: number }[] {
    return this.problems.map((problem, index) => ({ key: String(index), text: sentenceOf(problem), index }));
  }

  handleOpen(event: Event): void {
    const problem = this.problems[Number((event.currentTarget as HTMLElement).dataset.index)];
    this.dispatchEvent(new CustomEvent('problemopen', { detail: { problem } }));
  }
}

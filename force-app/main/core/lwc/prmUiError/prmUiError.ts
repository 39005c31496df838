import { api, LightningElement } from 'lwc';
import close from '@salesforce/label/c.PRM_UI_Close';
import retry from '@salesforce/label/c.PRM_UI_Retry';
import title from '@salesforce/label/c.PRM_UI_Error_Title';
import { reduceErrors } from 'c/prmUiErrors';

/**
 * The one panel in which errors appear.
 * @fires PrmUiError#retry
 * @fires PrmUiError#dismiss
 */
export default class PrmUiError extends LightningElement {
  /** Whatever was thrown; nothing is shown without it. */
  @api error?: unknown;
  @api heading = title;
  /** Offers to try again. */
  @api retryable = false;
  /** Offers to put the panel away. */
  @api dismissible = false;

  labels = { close, retry };

  get shown(): boolean {
    return this.error !== undefined && this.error !== null;
  }

  get messages(): string[] {
    return reduceErrors(this.error);
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  handleDismiss(): void {
    this.dispatchEvent(new CustomEvent('dismiss'));
  }
}

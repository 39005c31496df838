import { api, LightningElement } from 'lwc';
import close from '@salesforce/label/c.PRM_UI_Close';

/**
 * Side panel; the whole screen where it is narrow. Takes the focus when it opens; its owner gives it back to the row.
 * @fires PrmUiPanel#close on Escape, on the button and on a click beside the panel
 */
export default class PrmUiPanel extends LightningElement {
  @api heading = '';

  labels = { close };
  private focused = false;

  renderedCallback(): void {
    if (this.focused) return;
    this.focused = true;
    this.focusHeading();
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.handleClose();
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  /** Tab past either end comes back to the heading: the page behind is out of reach. */
  handleEdge(): void {
    this.focusHeading();
  }

  private focusHeading(): void {
    this.template?.querySelector<HTMLElement>('[data-heading]')?.focus();
  }
}

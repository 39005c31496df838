import { api, LightningElement } from 'lwc';

/** What would be here, and what to do. */
export default class PrmUiEmpty extends LightningElement {
  @api heading = '';
  @api body = '';
  @api icon = 'utility:check';
}

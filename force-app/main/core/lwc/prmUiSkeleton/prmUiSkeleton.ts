import { api, LightningElement } from 'lwc';
import loading from '@salesforce/label/c.PRM_UI_Loading';

/** Grey rows that keep the place of rows to come. */
export default class PrmUiSkeleton extends LightningElement {
  @api rows = 3;

  labels = { loading };

  get lines(): number[] {
    return Array.from({ length: this.rows }, (_, index) => index);
  }
}

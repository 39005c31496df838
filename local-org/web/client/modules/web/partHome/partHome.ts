/** Home page of an app that ships none: ways to its tabs. */
import { api, LightningElement } from 'lwc';

export default class PartHome extends LightningElement {
  @api node: unknown;
  @api recordId?: string;
  @api objectApiName?: string;
  @api label = '';
  @api items: readonly { readonly label: string; readonly icon: string; readonly url: string }[] = [];
}

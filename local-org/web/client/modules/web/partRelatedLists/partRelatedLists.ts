/** force:relatedListContainer */
import { api, LightningElement } from 'lwc';

export default class PartRelatedLists extends LightningElement {
  @api node: unknown;
  @api recordId!: string;
  @api objectApiName!: string;
  @api lists: readonly { readonly name: string }[] = [];
  get isEmpty(): boolean { return this.lists.length === 0; }
}

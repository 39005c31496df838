/** community_layout:section: columns side by side, stacked on narrow screens. */
import { api, LightningElement } from 'lwc';
import type { PageNode } from '../../../../pages/types';

export default class PartSection extends LightningElement {
  @api node!: PageNode;
  @api recordId?: string;
  @api objectApiName?: string;
  @api columns: readonly { readonly name: string; readonly width: number }[] = [];

  get cells(): { name: string; classes: string; nodes: readonly PageNode[] }[] {
    return this.columns.map(({ name, width }) => ({ name, nodes: this.node.slots?.[name] ?? [], classes: `slds-col slds-size_1-of-1 slds-large-size_${width}-of-12 web-section__column` }));
  }
}

/** flexipage:column: components one below the other. */
import { api, LightningElement } from 'lwc';
import type { PageNode } from '../../../../pages/types';

export default class PartStack extends LightningElement {
  @api node!: PageNode;
  @api recordId?: string;
  @api objectApiName?: string;
  get nodes(): readonly PageNode[] { return this.node.slots?.['body'] ?? []; }
}

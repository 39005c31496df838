/** flexipage:fieldSection */
import { api, LightningElement } from 'lwc';
import type { PageNode } from '../../../../pages/types';

export default class PartFields extends LightningElement {
  @api node!: PageNode;
  @api recordId?: string;
  @api objectApiName?: string;
  @api label = '';
  get columns(): readonly PageNode[] { return this.node.slots?.['columns'] ?? []; }
}

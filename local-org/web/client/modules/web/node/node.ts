/** Draws one component of the page tree: a custom one by loading it, a standard part from the table. */
import { api, LightningElement } from 'lwc';
import components from 'web/components';
import { partOf } from 'web/parts';
import type { PageNode } from '../../../../pages/types';

type Constructor = new () => LightningElement;

export default class Node extends LightningElement {
  @api recordId?: string;
  @api objectApiName?: string;
  componentType?: Constructor;
  private value?: PageNode;

  @api
  get node(): PageNode | undefined {
    return this.value;
  }
  set node(node: PageNode | undefined) {
    this.value = node;
    void this.resolve(node);
  }

  private async resolve(node: PageNode | undefined): Promise<void> {
    if (!node) return;
    const load = components[node.name];
    const found = load ? (await load()).default : partOf(node.name);
    if (this.value === node) this.componentType = found;
  }

  get shown(): boolean {
    return this.componentType !== undefined;
  }

  get isCustom(): boolean {
    return this.value!.name.startsWith('c/');
  }

  /** A record page gives its components the record; a standard part also gets its own node, to draw the slots. */
  get childProps(): Record<string, unknown> {
    const props: Record<string, unknown> = { ...this.value!.props };
    if (!this.isCustom) return { ...props, node: this.value, recordId: this.recordId, objectApiName: this.objectApiName };
    const accepts = this.componentType!.prototype as object;
    if (this.recordId && 'recordId' in accepts) props.recordId ??= this.recordId;
    if (this.objectApiName && 'objectApiName' in accepts) props.objectApiName ??= this.objectApiName;
    return props;
  }
}

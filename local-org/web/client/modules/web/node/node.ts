/** Draws one component of the page tree: a custom one by loading it, a standard part from the table. */
import { api, LightningElement } from 'lwc';
import components from 'web/components';
import { parts } from 'web/parts';
import { watchVisibility } from 'web/visibility';
import type { PageNode } from '../../../../pages/types';

type Constructor = new () => LightningElement;

export default class Node extends LightningElement {
  @api recordId?: string;
  @api objectApiName?: string;
  componentType?: Constructor;
  failure = '';
  isVisible = false;
  private value?: PageNode;
  private stopWatching?: () => void;

  @api
  get node(): PageNode | undefined {
    return this.value;
  }
  set node(node: PageNode | undefined) {
    if (node === this.value) return;
    this.value = node;
    void this.resolve(node);
  }

  connectedCallback(): void {
    this.stopWatching = watchVisibility(this.value?.visibility, this.recordId, this.objectApiName, (visible) => { this.isVisible = visible; });
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }

  private async resolve(node: PageNode | undefined): Promise<void> {
    if (!node) return;
    try {
      const load = components[node.name] ?? parts[node.name];
      if (!load) throw new Error(`No component draws ${node.name}.`);
      const { default: found } = await load();
      if (this.value === node) this.componentType = found;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  /** A component that throws while it is drawn is replaced by its name and the error; the rest of the page stays. */
  errorCallback(error: Error): void {
    this.failure = error.message;
    console.error(error);
  }

  get shown(): boolean {
    return this.componentType !== undefined && this.isVisible;
  }

  /** A record page gives its components the record; a standard part also gets its own node, to draw the slots. */
  get childProps(): Record<string, unknown> {
    const props: Record<string, unknown> = { ...this.value!.props };
    if (!this.value!.name.startsWith('c/')) return { ...props, node: this.value, recordId: this.recordId, objectApiName: this.objectApiName };
    const accepts = this.componentType!.prototype as object;
    if (this.recordId && 'recordId' in accepts) props['recordId'] ??= this.recordId;
    if (this.objectApiName && 'objectApiName' in accepts) props['objectApiName'] ??= this.objectApiName;
    return props;
  }
}

/** flexipage:tabset with its tabs. */
import { api, LightningElement } from 'lwc';
import type { PageNode } from '../../../../pages/types';

export default class PartTabset extends LightningElement {
  @api node!: PageNode;
  @api recordId?: string;
  @api objectApiName?: string;
  @api label = '';

  get tabs(): { id: string; title: string; nodes: readonly PageNode[] }[] {
    return (this.node.slots?.['tabs'] ?? []).map((tab) => ({ id: tab.id, title: String(tab.props['title'] ?? ''), nodes: tab.slots?.['body'] ?? [] }));
  }

  get activeTab(): string | undefined {
    const tabs = this.node.slots?.['tabs'] ?? [];
    return (tabs.find((tab) => tab.props['active'] === true) ?? tabs[0])?.id;
  }
}

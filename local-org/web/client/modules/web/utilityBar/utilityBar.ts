/** Utility bar of a Lightning app. */
import { api, LightningElement } from 'lwc';
import type { UtilityItem } from '../../../../pages/types';

export default class UtilityBar extends LightningElement {
  @api items: readonly UtilityItem[] = [];
  openId = '';

  get entries(): (UtilityItem & { isOpen: boolean; pressed: string; panelClass: string; style: string })[] {
    return this.items.map((item) => {
      const isOpen = item.id === this.openId;
      return { ...item, isOpen, pressed: String(isOpen), panelClass: 'slds-utility-panel slds-grid slds-grid_vertical slds-is-open', style: `width:min(${item.width}px,100vw);height:min(${item.height}px,80vh)` };
    });
  }

  handleToggle(event: Event): void {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    this.openId = this.openId === id ? '' : id;
  }
}

/** Lays the regions of a page out as its template does. */
import { api, LightningElement } from 'lwc';
import type { PageNode, PageTree } from '../../../../pages/types';

/** Share of twelve columns each region takes on a wide screen; narrow screens stack them. */
const TEMPLATES: Readonly<Record<string, readonly (readonly [region: string, columns: number])[]>> = {
  'flexipage:defaultAppHomeTemplate': [['main', 12]],
  'flexipage:recordHomeTemplateDesktop': [['header', 12], ['main', 8], ['sidebar', 4]],
  'flexipage:recordHomeWithSubheaderTemplateDesktop': [['header', 12], ['subheader', 12], ['main', 8], ['sidebar', 4]],
  'flexipage:appHomeTemplateHeaderTwoColumnsLeftSidebar': [['region1', 12], ['region2', 4], ['region3', 8]],
  'community_layout:sldsFlexibleLayout': [['content', 12]],
  'home:desktopTemplate': [['top', 12], ['bottomLeft', 6], ['bottomRight', 6], ['sidebar', 12]],
};

/** Sections of a site keep their own distances. */
const SITE = 'community_layout:sldsFlexibleLayout';

export default class Page extends LightningElement {
  @api page!: PageTree;

  get gridClass(): string { return this.page.template === SITE ? '' : 'slds-grid slds-wrap slds-gutters_small'; }
  get nodeClass(): string { return this.page.template === SITE ? 'slds-show' : 'slds-show slds-m-bottom_small'; }

  get rows(): { name: string; classes: string; nodes: readonly PageNode[] }[] {
    const layout = TEMPLATES[this.page.template];
    if (!layout) throw new Error(`No layout for the template ${this.page.template}.`);
    return layout
      .map(([name, columns]) => ({ name, nodes: this.page.regions[name] ?? [], classes: `slds-col slds-size_1-of-1 slds-large-size_${columns}-of-12` }))
      .filter((row) => row.nodes.length > 0);
  }
}

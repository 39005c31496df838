/** dxp_content_layout:siteLogo: pictures lie in the org's CMS, so the site's name stands in for them. */
import { api, LightningElement } from 'lwc';
import { currentResponse } from 'web/router';
import type { SiteShell } from '../../../../pages/types';

export default class PartLogo extends LightningElement {
  @api node: unknown;
  @api recordId?: string;
  @api objectApiName?: string;
  private get shell(): SiteShell { return currentResponse().shell as SiteShell; }
  get label(): string { return this.shell.label; }
  get url(): string { return `${this.shell.basePath}/`; }
}

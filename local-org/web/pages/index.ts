/** Pages of a project: from an address and a viewer to the tree of components the client draws. */
import { PlatformError, type OrgModel } from '../../schema';
import { ConsolePages, type Answer, type PageRequest } from './console/console';
import { readSites, type Site } from './site/site';
import { answerSite } from './site/resolve';
import type { Viewer } from './viewer';

export type { Answer, PageRequest } from './console/console';
export type { BootData, PageContext, PageNode, PageResponse, PageTree } from './types';
export type { Viewer } from './viewer';

export class Pages {
  readonly sites: readonly Site[];
  private readonly console: ConsolePages;

  /** Reads all pages of the project; what is wrong in them is thrown here, at its place. */
  constructor(private readonly org: OrgModel) {
    this.console = new ConsolePages(org);
    this.sites = readSites(org);
  }

  /** Icons of tabs and utilities. */
  get icons(): string[] {
    return this.console.icons;
  }

  /** The site an address belongs to. */
  siteOf(path: string): Site | undefined {
    return this.sites.find(({ basePath }) => path === basePath || path.startsWith(`${basePath}/`));
  }

  answer(request: PageRequest): Answer {
    const site = this.siteOf(request.path);
    if (site) return answerSite(this.org, site, request);
    if (request.viewer.external) throw new PlatformError('NOT_FOUND', "This page isn't available. You may have used an old or incorrect link, or don't have access.");
    return this.console.answer(request);
  }

  /** Where a user goes after logging in: external users to the first site they are members of, others to their first app. */
  landing(viewer: Viewer): string | undefined {
    if (!viewer.external) return this.console.landing(viewer);
    const site = this.sites.find((each) => viewer.isMember(each));
    return site && `${site.basePath}/`;
  }
}

/** What the server tells the client to draw: a tree of named components, resolved from the org's metadata. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One condition of a component's visibility. */
export interface VisibilityCriterion { readonly left: string; readonly operator: string; readonly right: string; }
export interface Visibility { readonly criteria: readonly VisibilityCriterion[]; /** `1 AND (2 OR 3)`; all when absent. */ readonly booleanFilter?: string; }

export interface PageNode {
  /** Unique on its page. */
  readonly id: string;
  /** `c/shipmentBoard`, or a standard part's own name: `force:highlightsPanel`. */
  readonly name: string;
  readonly props: Readonly<Record<string, Json>>;
  /** Child components by the name of the region or facet. */
  readonly slots?: Readonly<Record<string, readonly PageNode[]>>;
  readonly visibility?: Visibility;
}

export interface PageTree {
  readonly title: string;
  /** Page template: `flexipage:recordHomeTemplateDesktop`; it says where the regions lie. */
  readonly template: string;
  readonly regions: Readonly<Record<string, readonly PageNode[]>>;
  readonly recordId?: string;
  readonly objectApiName?: string;
}

export interface NavItem { readonly name: string; readonly label: string; readonly url: string; readonly icon?: string; /** Set for object tabs. */ readonly objectApiName?: string; }
export interface UtilityItem { readonly id: string; readonly label: string; readonly icon: string; readonly node: PageNode; readonly width: number; readonly height: number; }

export interface ConsoleShell {
  readonly kind: 'console';
  readonly app: { readonly name: string; readonly label: string; readonly color?: string };
  readonly apps: readonly { readonly name: string; readonly label: string; readonly url: string }[];
  readonly tabs: readonly NavItem[];
  /** Name of the tab the page belongs to. */
  readonly activeTab?: string;
  readonly utilities: readonly UtilityItem[];
}

export interface SiteShell {
  readonly kind: 'site';
  readonly name: string;
  readonly label: string;
  /** `/partners` */
  readonly basePath: string;
  readonly routes: readonly SiteRoute[];
  /** The theme layout around the page. */
  readonly header: readonly PageNode[];
  readonly footer: readonly PageNode[];
}

/** A route as navigation needs it: name of comm__namedPage, object pages by object. */
export interface SiteRoute { readonly name: string; readonly routeType: string; readonly urlPrefix: string; readonly objectApiName?: string; }

/** A page reference, as lightning/navigation documents it. */
export interface PageReference { readonly type: string; readonly attributes: Readonly<Record<string, Json>>; readonly state: Readonly<Record<string, string>>; }

export interface PageResponse {
  readonly shell: ConsoleShell | SiteShell;
  readonly page: PageTree;
  readonly reference: PageReference;
}

/** What the page carries of user, language and org: read once when it loads. */
export interface PageContext {
  readonly apiVersion: string;
  readonly user: { readonly Id: string; readonly isGuest: boolean; readonly name: string; readonly email: string };
  /** `en-US`, `de`, `vi` */
  readonly lang: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
  readonly resources: Readonly<Record<string, string>>;
  readonly community: { readonly Id: string; readonly basePath: string };
  readonly site: { readonly Id: string };
}

/** Everything in the first document. */
export interface BootData { readonly context: PageContext; readonly response: PageResponse; }

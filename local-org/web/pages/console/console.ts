/** Console addresses to pages: app, tab, record, list, component. */
import { NotModelledError, PlatformError, type ObjectModel, type OrgModel } from '../../../schema';
import type { ConsoleShell, Json, NavItem, PageReference, PageResponse, PageTree } from '../types';
import type { Viewer } from '../viewer';
import { readApps, type AppModel } from './apps';
import { readFlexiPage, type FlexiPage } from './flexipage';
import { listPage, newPage, recordPage } from './object-pages';
import type { TabModel } from './tabs';

export interface PageRequest { readonly path: string; readonly query: URLSearchParams; readonly viewer: Viewer; /** App the user was in. */ readonly app?: string | undefined; }
export type Answer = PageResponse | { readonly redirect: string };

interface Place { readonly app: AppModel; readonly tabs: readonly TabModel[]; readonly request: PageRequest }
type Handler = (parts: Readonly<Record<string, string>>, place: Place) => Answer;

const notFound = (): PlatformError => new PlatformError('NOT_FOUND', "This page isn't available. You may have used an old or incorrect link, or don't have access.");

const stateOf = (query: URLSearchParams): Record<string, string> => Object.fromEntries(query);
const reference = (type: string, attributes: Record<string, Json>, query: URLSearchParams): PageReference => ({ type, attributes, state: stateOf(query) });

export class ConsolePages {
  private readonly apps: readonly AppModel[];
  private readonly pages: ReadonlyMap<string, FlexiPage>;

  /** Reads every app, tab and page once: what is wrong in them is thrown here, at its place. */
  constructor(private readonly org: OrgModel) {
    this.pages = new Map([...(org.components.get('FlexiPage')?.values() ?? [])].map((component) => [component.fullName, readFlexiPage(org, component)]));
    this.apps = readApps(org);
  }

  get icons(): string[] {
    return this.apps.flatMap((app) => [...app.tabs.map(({ icon }) => icon), ...app.utilities.map(({ icon }) => icon)]);
  }

  private visibleApps(viewer: Viewer): AppModel[] {
    return this.apps.filter((app) => viewer.canSeeApp(app.name));
  }

  /** Address of the first app the user may see. */
  landing(viewer: Viewer): string | undefined {
    const app = this.visibleApps(viewer)[0];
    return app && `/lightning/app/${app.name}`;
  }

  answer(request: PageRequest): Answer {
    const apps = this.visibleApps(request.viewer);
    const named = /^\/lightning\/app\/([^/]+)/.exec(request.path)?.[1];
    const app = named ? apps.find((each) => each.name.toLowerCase() === decodeURIComponent(named).toLowerCase()) : (apps.find((each) => each.name === request.app) ?? apps[0]);
    if (!app) throw notFound();
    const place: Place = { app, tabs: app.tabs.filter((tab) => this.canSeeTab(tab, request.viewer)), request };
    for (const [pattern, handler] of this.routes) {
      const found = pattern.exec(request.path);
      if (found) return handler(Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value ?? '')])), place);
    }
    throw notFound();
  }

  private canSeeTab(tab: TabModel, viewer: Viewer): boolean {
    if (tab.target.kind === 'home') return true;
    return viewer.canSeeTab(tab.name) && (tab.target.kind !== 'object' || viewer.canReadObject(tab.target.object));
  }

  /** Addresses of the Lightning Experience, most specific first. */
  private readonly routes: readonly (readonly [RegExp, Handler])[] = [
    [/^\/lightning\/app\/[^/]+\/?$/, (_parts, place) => this.firstTab(place)],
    [/^\/lightning\/app\/[^/]+\/(?<tab>[^/]+)\/?$/, ({ tab }, place) => this.tab(tab!, place)],
    [/^\/lightning\/n\/(?<tab>[^/]+)\/?$/, ({ tab }, place) => this.tab(tab!, place)],
    [/^\/lightning\/page\/(?<page>home)\/?$/, (_parts, place) => this.tab('standard-home', place)],
    [/^\/lightning\/o\/(?<object>[^/]+)\/(?:list|home)\/?$/, ({ object }, place) => this.list(this.object(object!, place), place)],
    [/^\/lightning\/o\/(?<object>[^/]+)\/new\/?$/, ({ object }, place) => this.create(this.object(object!, place), place)],
    [/^\/lightning\/r\/(?:(?<object>[^/]+)\/)?(?<id>[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?)\/(?<action>view|edit)\/?$/, ({ id, action }, place) => this.record(id!, action!, place)],
    [/^\/lightning\/cmp\/c__(?<component>\w+)\/?$/, ({ component }, place) => this.component(component!, place)],
  ];

  private object(name: string, { request }: Place): ObjectModel {
    const object = this.org.object(name);
    if (!object || !request.viewer.canReadObject(object.name)) throw notFound();
    return object;
  }

  private urlOf(app: AppModel, tab: TabModel): string {
    return `/lightning/app/${app.name}/${tab.name}`;
  }

  private shell({ app, tabs, request }: Place, activeTab?: string): ConsoleShell {
    const items = tabs.map((tab): NavItem => ({ name: tab.name, label: tab.label, icon: tab.icon, url: this.urlOf(app, tab), ...(tab.target.kind === 'object' ? { objectApiName: tab.target.object } : {}) }));
    const apps = this.visibleApps(request.viewer).map(({ name, label }) => ({ name, label, url: `/lightning/app/${name}` }));
    return { kind: 'console', app: { name: app.name, label: app.label, ...(app.color ? { color: app.color } : {}) }, apps, tabs: items, utilities: app.utilities, ...(activeTab ? { activeTab } : {}) };
  }

  private respond(page: PageTree, pageReference: PageReference, place: Place, activeTab?: string): PageResponse {
    return { shell: this.shell(place, activeTab), page, reference: pageReference };
  }

  private firstTab(place: Place): Answer {
    const tab = place.tabs[0];
    if (!tab) throw new PlatformError('INSUFFICIENT_ACCESS', `You see no tab of the app ${place.app.label}.`);
    return { redirect: this.urlOf(place.app, tab) };
  }

  private tab(name: string, place: Place): Answer {
    const tab = place.tabs.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!tab) throw notFound();
    const item = reference('standard__navItemPage', { apiName: tab.name }, place.request.query);
    switch (tab.target.kind) {
      case 'object': return this.list(this.object(tab.target.object, place), place, tab.name);
      case 'flexipage': return this.respond({ ...this.pages.get(tab.target.page)!.tree, title: tab.label }, item, place, tab.name);
      case 'component': return this.respond(single(tab.label, `c/${tab.target.component}`), item, place, tab.name);
      case 'home': return this.respond(this.home(place), reference('standard__namedPage', { pageName: 'home' }, place.request.query), place, tab.name);
      case 'refused': throw new NotModelledError(tab.target.feature);
    }
  }

  /** The app's own home page, else one that leads to its tabs. */
  private home({ app, tabs }: Place): PageTree {
    const override = app.overrides.find((each) => each.object === 'standard-home');
    if (override) return this.pages.get(override.page)!.tree;
    const items = tabs.filter((tab) => tab.target.kind !== 'home').map((tab) => ({ label: tab.label, icon: tab.icon, url: this.urlOf(app, tab) }));
    return single('Home', 'web:home', { label: app.label, items });
  }

  private objectTab(object: ObjectModel, place: Place): string | undefined {
    return place.tabs.find((tab) => tab.target.kind === 'object' && tab.target.object === object.name)?.name;
  }

  private list(object: ObjectModel, place: Place, tab = this.objectTab(object, place)): Answer {
    return this.respond(listPage(object, place.request.query.get('filterName') ?? undefined), reference('standard__objectPage', { objectApiName: object.name, actionName: 'list' }, place.request.query), place, tab);
  }

  private create(object: ObjectModel, place: Place): Answer {
    return this.respond(newPage(this.org, object, place.request.query), reference('standard__objectPage', { objectApiName: object.name, actionName: 'new' }, place.request.query), place, this.objectTab(object, place));
  }

  private record(id: string, action: string, place: Place): Answer {
    const object = this.org.objectOfId(id);
    if (!object || !place.request.viewer.canReadObject(object.name)) throw notFound();
    const tree = action === 'edit' ? newPage(this.org, object, place.request.query, id) : this.recordTree(object, place.app);
    return this.respond({ ...tree, recordId: id, objectApiName: object.name }, reference('standard__recordPage', { recordId: id, objectApiName: object.name, actionName: action }, place.request.query), place, this.objectTab(object, place));
  }

  /** The app's page for the object, else the object's own, else one made from its layout. */
  private recordTree(object: ObjectModel, app: AppModel): PageTree {
    const name = app.overrides.find((each) => each.action === 'View' && each.object === object.name)?.page
      ?? object.actionOverrides.find((each) => each.action === 'View' && each.type === 'Flexipage' && (each.formFactor ?? 'Large') === 'Large')?.content;
    return (name ? this.pages.get(name)?.tree : undefined) ?? recordPage(this.org, object);
  }

  private component(name: string, place: Place): Answer {
    const bundle = this.org.lwc.get(name);
    if (!bundle?.isExposed || !bundle.targets.includes('lightning__UrlAddressable')) throw notFound();
    return this.respond(single(bundle.label ?? name, `c/${name}`), reference('standard__component', { componentName: `c__${name}` }, place.request.query), place);
  }
}

function single(title: string, name: string, props: Record<string, Json> = {}): PageTree {
  return { title, template: 'flexipage:defaultAppHomeTemplate', regions: { main: [{ id: 'main1', name, props }] } };
}

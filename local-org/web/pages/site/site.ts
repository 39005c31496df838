/** Experience sites of the project: routes, views, theme layouts. */
import { SourceError, type MetadataComponent, type OrgModel } from '../../../schema';
import type { Json, PageNode } from '../types';
import { readContents, textOf, type Content, type RegionJson } from './content';
import { findComponent, rootOf, TreeReader } from './tree';

export interface View { readonly name: string; readonly title: string; readonly viewType: string; readonly layoutType: string; readonly nodes: readonly PageNode[]; readonly refused?: string }
export interface Layout { readonly header: readonly PageNode[]; readonly footer: readonly PageNode[] }
export interface Route { readonly name: string; readonly routeType: string; readonly urlPrefix: string; readonly view: View; /** Object of a detail, list or related list page. */ readonly objectApiName?: string; readonly public: boolean }
export interface LoginTexts { readonly usernameLabel?: string; readonly passwordLabel?: string; readonly submitLabel?: string }

export interface Site {
  readonly name: string;
  readonly label: string;
  /** `/partners`: where the site's pages lie. */
  readonly basePath: string;
  readonly logoutPath: string;
  readonly routes: readonly Route[];
  readonly layouts: ReadonlyMap<string, Layout>;
  readonly login: LoginTexts;
  readonly members: { readonly profiles: readonly string[]; readonly permissionSets: readonly string[] };
}

function readView(org: OrgModel, content: Content): View {
  const root = rootOf(content, ['community_layout:sldsFlexibleLayout']);
  const reader = new TreeReader(org, content);
  const nodes = (root.children ?? []).filter(({ name }) => name === 'content').flatMap((region: RegionJson) => reader.region(region));
  const seoTitle = findComponent(root, 'community_builder:seoAssistant')?.attributes?.['pageTitle'];
  const title = typeof seoTitle === 'string' && seoTitle !== '' && !seoTitle.includes('{!') ? seoTitle : content.title;
  return { name: content.name, title, viewType: textOf(content, 'viewType'), layoutType: textOf(content, 'themeLayoutType'), nodes, ...(reader.refused ? { refused: reader.refused } : {}) };
}

function readLayout(org: OrgModel, content: Content): Layout {
  const root = rootOf(content, ['community_byo:scopedHeaderAndFooter', 'community_layout:simpleThemeLayout']);
  const reader = new TreeReader(org, content);
  const nodes = (name: string): PageNode[] => (root.children ?? []).filter((region) => region.name === name).flatMap((region) => reader.region(region));
  return { header: nodes('header'), footer: nodes('footer') };
}

/** `detail-Shipment__c`, `list-001`: a custom object by name, a standard one by its key prefix. */
function objectOfRoute(org: OrgModel, routeType: string, content: Content): string | undefined {
  const found = /^(?:detail|list|relatedlist)-(.+)$/.exec(routeType)?.[1];
  if (!found) return undefined;
  const object = org.object(found) ?? (found.length === 3 ? org.objectOfId(`${found}000000000000`) : undefined);
  if (!object) throw new SourceError(`The route's object "${found}" does not exist.`, content.at(`"${routeType}"`));
  return object.name;
}

function readRoute(org: OrgModel, content: Content, views: ReadonlyMap<string, View>): Route {
  const viewName = textOf(content, 'activeViewId');
  const view = views.get(viewName);
  if (!view) throw new SourceError(`The route's view "${viewName}" does not exist.`, content.at(`"${viewName}"`));
  const routeType = textOf(content, 'routeType');
  if (view.viewType !== routeType) throw new SourceError(`The route's type "${routeType}" is not its view's "${view.viewType}".`, content.at(`"${routeType}"`));
  const objectApiName = objectOfRoute(org, routeType, content);
  return { name: content.name, routeType, urlPrefix: textOf(content, 'urlPrefix'), view, public: content.body['pageAccess'] === 'Public', ...(objectApiName ? { objectApiName } : {}) };
}

/** Layout types of the active theme to its layouts. */
function readLayouts(org: OrgModel, read: (type: string) => Content[]): Map<string, Layout> {
  const layouts = new Map(read('themeLayout').map((content) => [content.name, readLayout(org, content)]));
  const appPage = read('appPage')[0];
  if (!appPage) throw new SourceError('One piece of content with the contentType sfdc_cms__appPage is required.');
  const themeName = textOf(appPage, 'currentThemeId');
  const theme = read('theme').find(({ name }) => name === themeName);
  if (!theme) throw new SourceError(`The theme "${themeName}" does not exist.`, appPage.at(`"${themeName}"`));
  const entries = theme.body['layouts'] as readonly { layoutId: string; layoutType: string }[] | undefined;
  return new Map((entries ?? []).map(({ layoutId, layoutType }) => {
    const layout = layouts.get(layoutId);
    if (!layout) throw new SourceError(`The theme layout "${layoutId}" does not exist.`, theme.at(`"${layoutId}"`));
    return [layoutType, layout];
  }));
}

const texts = (value: Json | undefined): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function loginTexts(contents: readonly Content[]): LoginTexts {
  const login = contents.find((content) => content.body['viewType'] === 'login-main');
  const attributes = login && findComponent(rootOf(login, ['community_layout:sldsFlexibleLayout']), 'community_login:loginForm')?.attributes;
  const [usernameLabel, passwordLabel, submitLabel] = ['usernameLabel', 'passwordLabel', 'loginButtonLabel'].map((name) => texts(attributes?.[name]));
  return { ...(usernameLabel ? { usernameLabel } : {}), ...(passwordLabel ? { passwordLabel } : {}), ...(submitLabel ? { submitLabel } : {}) };
}

function configOf(org: OrgModel, name: string): MetadataComponent {
  const config = [...(org.components.get('DigitalExperienceConfig')?.values() ?? [])].find(({ root }) => root.value('space') === `site/${name}`);
  if (!config) throw new SourceError(`The site "${name}" has no DigitalExperienceConfig with <space>site/${name}</space>.`);
  return config;
}

function checkRoutes(routes: readonly Route[], layouts: ReadonlyMap<string, Layout>, name: string): void {
  const types = new Set<string>();
  for (const { routeType, view } of routes) {
    if (types.has(routeType)) throw new SourceError(`The site "${name}" has two routes of type "${routeType}".`);
    types.add(routeType);
    if (!layouts.has(view.layoutType)) throw new SourceError(`The view "${view.name}" names the theme layout type "${view.layoutType}", which the theme has not.`);
  }
  for (const needed of ['home', 'login-main', 'error', 'service-not-available']) {
    if (!types.has(needed)) throw new SourceError(`Your site needs a route with route type ${needed} (site "${name}").`);
  }
}

function readSite(org: OrgModel, { name, folder }: { readonly name: string; readonly folder: string }): Site {
  const read = (type: string): Content[] => readContents(org.projectDir, folder, type);
  const { root } = configOf(org, name);
  const viewContents = read('view');
  const views = new Map(viewContents.map((content) => [content.name, readView(org, content)]));
  const layouts = readLayouts(org, read);
  const routes = read('route').map((content) => readRoute(org, content, views));
  checkRoutes(routes, layouts, name);
  const network = [...(org.components.get('Network')?.values() ?? [])].find((component) => component.root.value('picassoSite') === name);
  const groups = network?.root.child('networkMemberGroups');
  const basePath = `/${root.child('site')?.value('urlPathPrefix') ?? ''}`;
  if (basePath === '/') throw new SourceError(`The site "${name}" needs <urlPathPrefix>.`, root.position);
  return {
    name, basePath, layouts, routes,
    label: root.value('label') ?? name,
    logoutPath: `/${network?.root.value('urlPathPrefix') ?? `${basePath.slice(1)}vforcesite`}/secur/logout.jsp`,
    login: loginTexts(viewContents),
    members: { profiles: (groups?.all('profile') ?? []).map(({ text }) => text.toLowerCase()), permissionSets: (groups?.all('permissionSet') ?? []).map(({ text }) => text) },
  };
}

export const readSites = (org: OrgModel): Site[] => org.sites.map((site) => readSite(org, site));

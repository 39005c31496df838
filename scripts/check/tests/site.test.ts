/** The site gate is fed a fault of each kind. */
import { site } from '../gates/site';
import { META, project, type Files } from './project';

const BASE = 'force-app/portal/main/default/digitalExperiences/site/Shop1';
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function item(type: string, name: string, path: string, contentBody: unknown, meta: Record<string, unknown> = {}): Files {
  const folder = `${BASE}/sfdc_cms__${type}/${name}`;
  return { [`${folder}/_meta.json`]: JSON.stringify({ apiName: name, type: `sfdc_cms__${type}`, path, ...meta }), [`${folder}/content.json`]: JSON.stringify({ type: `sfdc_cms__${type}`, title: name, urlName: name, contentBody }) };
}

const section = (widths: readonly string[], uuid = id(3)): unknown => ({
  type: 'component', definition: 'community_layout:section', id: id(3),
  attributes: { sectionConfig: JSON.stringify({ UUID: uuid, columns: widths.map((columnWidth, index) => ({ UUID: id(10 + index), columnKey: `col${index + 1}`, columnName: 'c', columnWidth })) }) },
  children: widths.map((_width, index) => ({ type: 'region', name: `col${index + 1}`, id: id(10 + index), children: index === 0 ? [{ type: 'component', definition: 'c:shopList', id: id(20), attributes: { pageSize: 5 } }] : [] })),
});

const view = (body: Record<string, unknown> = {}, inner: unknown = section(['8', '4'])): Files =>
  item('view', 'home', 'views', { viewType: 'home', themeLayoutType: 'Inner', dataProviders: [], component: { type: 'component', definition: 'community_layout:sldsFlexibleLayout', id: id(1), children: [{ type: 'region', name: 'content', id: id(2), children: [inner] }] }, ...body });

const LIST_META = META('LightningComponentBundle', '<apiVersion>66.0</apiVersion><isExposed>true</isExposed><targets><target>lightningCommunity__Page</target><target>lightningCommunity__Default</target></targets><targetConfigs><targetConfig targets="lightningCommunity__Default"><property name="pageSize" type="Integer"/></targetConfig></targetConfigs>');

const SHOP: Files = {
  ...item('site', 'Shop1', '', { authenticationType: 'AUTHENTICATED' }),
  ...item('appPage', 'mainAppPage', '', { currentThemeId: 'Theme' }),
  ...item('theme', 'Theme', 'themes', { activeBrandingSetId: 'Brand', layouts: [{ layoutId: 'inner', layoutType: 'Inner' }] }),
  ...item('brandingSet', 'Brand', 'brandingSets', {}),
  ...item('themeLayout', 'inner', 'themeLayouts', {}),
  ...item('route', 'Home', 'routes', { activeViewId: 'home', routeType: 'home', pageAccess: 'UseParent', urlPrefix: '' }),
  ...view(),
  'force-app/main/core/lwc/shopList/shopList.js-meta.xml': LIST_META,
  'force-app/portal/main/default/digitalExperienceConfigs/Shop1.digitalExperienceConfig-meta.xml': META('DigitalExperienceConfig', '<site><urlPathPrefix>shop</urlPathPrefix></site>'),
  'force-app/portal/main/default/networks/Shop.network-meta.xml': META('Network', '<urlPathPrefix>shopvforcesite</urlPathPrefix>'),
  'force-app/portal/main/default/sites/Shop.site-meta.xml': META('CustomSite', '<urlPathPrefix>shopvforcesite</urlPathPrefix>'),
};

const run = (files: Files): string => (site.run(project(files)) as readonly string[]).join('\n');

describe('the site gate', () => {
  it('GIVEN a sound site WHEN it runs THEN it finds nothing', () => {
    expect(run(SHOP)).toBe('');
  });

  const faults: readonly (readonly [string, Files, RegExp])[] = [
    ['an item without content', Object.fromEntries(Object.entries(SHOP).filter(([path]) => !path.endsWith('view/home/content.json'))), /has no content\.json/],
    ['broken JSON', { ...SHOP, [`${BASE}/sfdc_cms__view/home/content.json`]: '{' }, /content\.json:/],
    ['a wrong apiName', { ...SHOP, ...item('route', 'Home', 'routes', { activeViewId: 'home', routeType: 'home', pageAccess: 'UseParent' }, { apiName: 'Start' }) }, /apiName is Start/],
    ['an invented content type', { ...SHOP, ...item('wrong', 'x', '', {}) }, /no such content type/],
    ['a route to no view', { ...SHOP, ...item('route', 'Home', 'routes', { activeViewId: 'none', routeType: 'home', pageAccess: 'UseParent' }) }, /names no view/],
    ['a route of another type than its view', { ...SHOP, ...item('route', 'Home', 'routes', { activeViewId: 'home', routeType: 'custom-x', pageAccess: 'UseParent' }) }, /is not the viewType/],
    ['a public route', { ...SHOP, ...item('route', 'Home', 'routes', { activeViewId: 'home', routeType: 'home', pageAccess: 'Public' }) }, /pageAccess must be UseParent/],
    ['a public site', { ...SHOP, ...item('site', 'Shop1', '', { authenticationType: 'AUTHENTICATED_WITH_PUBLIC_ACCESS_ENABLED' }) }, /must be AUTHENTICATED/],
    ['an id that is no UUID', { ...SHOP, ...view({}, { type: 'component', definition: 'community_builder:htmlEditor', id: 'abc' }) }, /is no UUID/],
    ['an id used twice', { ...SHOP, ...view({}, { type: 'component', definition: 'community_builder:htmlEditor', id: id(1) }) }, /stands in .* too/],
    ['column widths that do not sum to 12', { ...SHOP, ...view({}, section(['8', '3'])) }, /do not sum to 12/],
    ['a section config of another section', { ...SHOP, ...view({}, section(['8', '4'], id(99))) }, /is not the section's id/],
    ['a component that does not exist', { ...SHOP, 'force-app/main/core/lwc/shopList/shopList.js-meta.xml': '' , ...view({}, { type: 'component', definition: 'c:gone', id: id(30) }) }, /c:gone does not exist/],
    ['a component that is not exposed', { ...SHOP, 'force-app/main/core/lwc/shopList/shopList.js-meta.xml': LIST_META.replace('true', 'false') }, /is not exposed to sites/],
    ['an attribute that is not declared', { ...SHOP, 'force-app/main/core/lwc/shopList/shopList.js-meta.xml': LIST_META.replace('name="pageSize"', 'name="size"') }, /declares no property pageSize/],
    ['prefixes that differ', { ...SHOP, 'force-app/portal/main/default/sites/Shop.site-meta.xml': META('CustomSite', '<urlPathPrefix>shop</urlPathPrefix>') }, /must be shopvforcesite/],
    ['a value of one org', { ...SHOP, 'force-app/portal/main/default/sites/Shop.site-meta.xml': META('CustomSite', '<siteAdmin>a@b.example</siteAdmin><urlPathPrefix>shopvforcesite</urlPathPrefix>') }, /belongs to one org/],
  ];

  it.each(faults)('GIVEN %s WHEN it runs THEN it says so', (_what, files, expected) => {
    expect(run(files)).toMatch(expected);
  });
});

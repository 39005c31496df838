/** The partner site: folders, cross-references, ids, sections and access of an LWR site written by hand. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesBelow, textOf } from './files';
import type { Gate } from './gate';

const ROOT = 'force-app/portal/main/default';
/** `path` of `_meta.json` by content type. */
const PATHS: Readonly<Record<string, string>> = { site: '', appPage: '', trustedSites: '', route: 'routes', view: 'views', theme: 'themes', themeLayout: 'themeLayouts', brandingSet: 'brandingSets', languageSettings: '_settings', mobilePublisherConfig: '_settings' };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Item { readonly type: string; readonly name: string; readonly folder: string; readonly body: Record<string, unknown>; }
interface Node { readonly id?: string; readonly type?: string; readonly name?: string; readonly definition?: string; readonly attributes?: Record<string, unknown>; readonly children?: readonly Node[]; }

function readItems(root: string, workspace: string, findings: string[]): Item[] {
  const items: Item[] = [];
  for (const typeFolder of readdirSync(join(root, workspace), { withFileTypes: true }).filter((each) => each.isDirectory())) {
    const type = typeFolder.name.replace('sfdc_cms__', '');
    if (!(type in PATHS)) findings.push(`${workspace}/${typeFolder.name}: no such content type`);
    for (const entry of readdirSync(join(root, workspace, typeFolder.name))) {
      const folder = `${workspace}/${typeFolder.name}/${entry}`;
      const parsed: Record<string, Record<string, unknown>> = {};
      for (const file of ['_meta.json', 'content.json']) {
        if (!existsSync(join(root, folder, file))) findings.push(`${folder}: has no ${file}`);
        else {
          try {
            parsed[file] = JSON.parse(textOf(root, `${folder}/${file}`)) as Record<string, unknown>;
          } catch (failure) {
            findings.push(`${folder}/${file}: ${(failure as Error).message}`);
          }
        }
      }
      const [meta, content] = [parsed['_meta.json'], parsed['content.json']];
      if (!meta || !content) continue;
      if (meta['apiName'] !== entry) findings.push(`${folder}/_meta.json: apiName is ${String(meta['apiName'])}, the folder ${entry}`);
      if (meta['type'] !== typeFolder.name || content['type'] !== typeFolder.name) findings.push(`${folder}: type must be ${typeFolder.name}`);
      if (PATHS[type] !== undefined && meta['path'] !== PATHS[type]) findings.push(`${folder}/_meta.json: path must be "${PATHS[type]}"`);
      items.push({ type, name: entry, folder, body: (content['contentBody'] ?? {}) as Record<string, unknown> });
    }
  }
  return items;
}

function references(items: readonly Item[], findings: string[]): void {
  const of = (type: string): readonly Item[] => items.filter((item) => item.type === type);
  const named = (type: string, name: unknown): Item | undefined => of(type).find((item) => item.name === name);
  for (const type of ['site', 'appPage', 'theme', 'brandingSet']) if (of(type).length !== 1) findings.push(`the workspace needs exactly one ${type}, it has ${of(type).length}`);
  for (const page of of('appPage')) if (!named('theme', page.body['currentThemeId'])) findings.push(`${page.folder}: currentThemeId names no theme`);
  const layoutTypes = new Set<unknown>();
  for (const theme of of('theme')) {
    if (!named('brandingSet', theme.body['activeBrandingSetId'])) findings.push(`${theme.folder}: activeBrandingSetId names no branding set`);
    for (const layout of (theme.body['layouts'] ?? []) as { layoutId: string; layoutType: string }[]) {
      if (!named('themeLayout', layout.layoutId)) findings.push(`${theme.folder}: layoutId ${layout.layoutId} names no theme layout`);
      layoutTypes.add(layout.layoutType);
    }
  }
  const routeTypes = new Set<unknown>();
  const viewTypes = new Set<unknown>();
  for (const route of of('route')) {
    const view = named('view', route.body['activeViewId']);
    if (!view) findings.push(`${route.folder}: activeViewId ${String(route.body['activeViewId'])} names no view`);
    else if (view.body['viewType'] !== route.body['routeType']) findings.push(`${route.folder}: routeType ${String(route.body['routeType'])} is not the viewType of ${view.name}`);
    if (routeTypes.has(route.body['routeType'])) findings.push(`${route.folder}: routeType ${String(route.body['routeType'])} is taken`);
    routeTypes.add(route.body['routeType']);
    if (route.body['pageAccess'] !== 'UseParent') findings.push(`${route.folder}: pageAccess must be UseParent`);
  }
  for (const view of of('view')) {
    if (viewTypes.has(view.body['viewType'])) findings.push(`${view.folder}: viewType ${String(view.body['viewType'])} is taken`);
    viewTypes.add(view.body['viewType']);
    if (!layoutTypes.has(view.body['themeLayoutType'])) findings.push(`${view.folder}: themeLayoutType ${String(view.body['themeLayoutType'])} is in no theme`);
  }
  for (const site of of('site')) if (site.body['authenticationType'] !== 'AUTHENTICATED') findings.push(`${site.folder}: authenticationType must be AUTHENTICATED`);
}

function trees(root: string, items: readonly Item[], findings: string[]): void {
  const seen = new Map<string, string>();
  const bundles = new Map(filesBelow(root, 'force-app', (path) => path.endsWith('.js-meta.xml')).map((file) => [basename(file, '.js-meta.xml'), textOf(root, file)] as const));
  const visit = (node: Node, item: Item): void => {
    if (node.id !== undefined) {
      if (!UUID.test(node.id)) findings.push(`${item.folder}: ${node.id} is no UUID`);
      else if (seen.has(node.id)) findings.push(`${item.folder}: the id ${node.id} stands in ${seen.get(node.id)} too`);
      seen.set(node.id, item.folder);
    }
    if (node.definition === 'community_layout:section') section(node, item, findings);
    const own = /^c:(\w+)$/.exec(node.definition ?? '')?.[1];
    if (own) {
      const meta = bundles.get(own);
      if (!meta) findings.push(`${item.folder}: c:${own} does not exist`);
      else {
        if (!/<isExposed>true<\/isExposed>/.test(meta) || !meta.includes('lightningCommunity__Page') || !meta.includes('lightningCommunity__Default')) findings.push(`${item.folder}: c:${own} is not exposed to sites`);
        const declared = [...(/<targetConfig targets="(?:[\w,\s]*,\s*)?lightningCommunity__Default(?:,[\w,\s]*)?">([\s\S]*?)<\/targetConfig>/.exec(meta)?.[1] ?? '').matchAll(/<property[^>]*\bname="(\w+)"/g)].map((each) => each[1]);
        for (const attribute of Object.keys(node.attributes ?? {})) if (!declared.includes(attribute)) findings.push(`${item.folder}: c:${own} declares no property ${attribute}`);
      }
    }
    node.children?.forEach((child) => visit(child, item));
  };
  for (const item of items) if (item.body['component']) visit(item.body['component'] as Node, item);
}

function section(node: Node, item: Item, findings: string[]): void {
  let config: { UUID?: string; columns?: { UUID: string; columnKey: string; columnWidth: string }[] };
  try {
    config = JSON.parse(String(node.attributes?.['sectionConfig'] ?? '')) as typeof config;
  } catch {
    findings.push(`${item.folder}: sectionConfig is not JSON`);
    return;
  }
  if (config.UUID !== node.id) findings.push(`${item.folder}: sectionConfig.UUID is not the section's id ${node.id}`);
  const columns = config.columns ?? [];
  if (columns.reduce((sum, column) => sum + Number(column.columnWidth), 0) !== 12) findings.push(`${item.folder}: column widths of ${node.id} do not sum to 12`);
  const regions = node.children ?? [];
  columns.forEach((column, index) => {
    if (regions[index]?.id !== column.UUID || regions[index]?.name !== column.columnKey) findings.push(`${item.folder}: column ${column.columnKey} of ${node.id} does not mirror its region`);
  });
  if (columns.length !== regions.length) findings.push(`${item.folder}: section ${node.id} has ${columns.length} columns and ${regions.length} regions`);
}

function prefixes(root: string, findings: string[]): void {
  const value = (suffix: string, element: string): string[] => filesBelow(root, ROOT, (path) => path.endsWith(suffix)).map((file) => new RegExp(`<${element}>([^<]*)</${element}>`).exec(textOf(root, file))?.[1] ?? '');
  const [publicPrefix = ''] = value('.digitalExperienceConfig-meta.xml', 'urlPathPrefix');
  for (const other of [...value('.network-meta.xml', 'urlPathPrefix'), ...value('.site-meta.xml', 'urlPathPrefix')]) if (other !== `${publicPrefix}vforcesite`) findings.push(`${ROOT}: urlPathPrefix ${other} must be ${publicPrefix}vforcesite`);
  for (const file of filesBelow(root, ROOT, (path) => path.endsWith('.site-meta.xml'))) for (const key of ['siteAdmin', 'subdomain', 'siteGuestRecordDefaultOwner', 'guestProfile']) if (textOf(root, file).includes(`<${key}>`)) findings.push(`${file}: ${key} belongs to one org`);
}

export const site: Gate = {
  name: 'the partner site holds together',
  run(root) {
    const findings: string[] = [];
    const base = `${ROOT}/digitalExperiences/site`;
    if (!existsSync(join(root, base))) return [`${base}: there is no site`];
    for (const workspace of readdirSync(join(root, base))) {
      const items = readItems(root, `${base}/${workspace}`, findings);
      references(items, findings);
      trees(root, items, findings);
    }
    prefixes(root, findings);
    return findings;
  },
};

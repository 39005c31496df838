/** Site addresses to pages. */
import { NotModelledError, PlatformError, type OrgModel } from '../../../schema';
import type { Answer, PageRequest } from '../console/console';
import type { Json, PageNode, PageReference, PageResponse, SiteShell } from '../types';
import type { Route, Site } from './site';
import { RECORD_ID } from './tree';

interface Found { readonly route: Route; readonly recordId?: string; readonly relatedList?: string }

const RECORD = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;

/** `/deal/<id>[/<name>]` is the detail, `/deal/related/<id>/<list>` a related list, `/deal` and `/deal/<list view>` the list. */
function objectRoute(routes: readonly Route[], rest: readonly string[]): Found | undefined {
  const byKind = (kind: string): Route | undefined => routes.find((route) => route.routeType.startsWith(`${kind}-`));
  const [first, second, third] = rest;
  if (first === 'related' && second && RECORD.test(second) && third) {
    const route = byKind('relatedlist');
    return route && { route, recordId: second, relatedList: third };
  }
  const detail = first && RECORD.test(first) ? byKind('detail') : undefined;
  if (detail) return { route: detail, recordId: first! };
  const list = byKind('list');
  return list && { route: list };
}

/** The route of a path below the site's prefix. */
export function findRoute(site: Site, path: string): Found | undefined {
  const [prefix = '', ...rest] = path.slice(site.basePath.length).split('/').filter(Boolean).map(decodeURIComponent);
  const routes = site.routes.filter((route) => route.urlPrefix.toLowerCase() === prefix.toLowerCase());
  const objects = routes.filter((route) => route.objectApiName);
  if (objects.length > 0) return objectRoute(objects, rest);
  return rest.length === 0 && routes[0] ? { route: routes[0] } : undefined;
}

function fill(value: Json, recordId: string): Json {
  if (typeof value === 'string') return value === RECORD_ID ? recordId : value.replaceAll(RECORD_ID, recordId);
  return value;
}

function fillNode(node: PageNode, recordId: string): PageNode {
  return {
    ...node,
    props: Object.fromEntries(Object.entries(node.props).map(([name, value]) => [name, fill(value, recordId)])),
    ...(node.slots ? { slots: Object.fromEntries(Object.entries(node.slots).map(([name, nodes]) => [name, nodes.map((each) => fillNode(each, recordId))])) } : {}),
  };
}

function referenceOf({ route, recordId, relatedList }: Found, query: URLSearchParams): PageReference {
  const state = Object.fromEntries(query);
  const { objectApiName } = route;
  if (relatedList) return { type: 'standard__recordRelationshipPage', attributes: { recordId: recordId!, objectApiName: objectApiName!, relationshipApiName: relatedList, actionName: 'view' }, state };
  if (recordId) return { type: 'standard__recordPage', attributes: { recordId, objectApiName: objectApiName!, actionName: 'view' }, state };
  if (objectApiName) return { type: 'standard__objectPage', attributes: { objectApiName, actionName: 'list' }, state };
  return { type: 'comm__namedPage', attributes: { name: route.name }, state };
}

function shellOf(site: Site, route: Route, recordId: string): SiteShell {
  const layout = site.layouts.get(route.view.layoutType)!;
  return {
    kind: 'site', name: site.name, label: site.label, basePath: site.basePath,
    routes: site.routes.map(({ name, routeType, urlPrefix, objectApiName }) => ({ name, routeType, urlPrefix, ...(objectApiName ? { objectApiName } : {}) })),
    header: layout.header.map((node) => fillNode(node, recordId)),
    footer: layout.footer.map((node) => fillNode(node, recordId)),
  };
}

/** Resolves an address of the site for somebody who is logged in. */
export function answerSite(org: OrgModel, site: Site, request: PageRequest): Answer {
  if (!request.viewer.isMember(site)) throw new PlatformError('INSUFFICIENT_ACCESS', `You are no member of ${site.label}.`);
  const found = findRoute(site, request.path) ?? { route: site.routes.find(({ routeType }) => routeType === 'error')! };
  const { route, recordId = '' } = found;
  if (route.view.refused) throw new NotModelledError(route.view.refused);
  if (recordId && org.objectOfId(recordId)?.name !== route.objectApiName) throw new PlatformError('NOT_FOUND', "This page isn't available.");
  const response: PageResponse = {
    shell: shellOf(site, route, recordId),
    page: {
      title: `${route.view.title} | ${site.label}`,
      template: 'community_layout:sldsFlexibleLayout',
      regions: { content: route.view.nodes.map((node) => fillNode(node, recordId)) },
      ...(recordId ? { recordId, objectApiName: route.objectApiName! } : {}),
    },
    reference: referenceOf(found, request.query),
  };
  return response;
}

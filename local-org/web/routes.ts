/** Addresses the web floor answers, as one table. */
import type { OrgModel } from '../schema';
import type { Route } from '../server';
import { developerRoutes } from './developer/routes';
import { callApex } from './http/apex';
import { bundleAsset, designSystemFile, staticResource } from './http/assets';
import { login, loginPage, logout } from './http/login';
import { download, upload } from './http/files';
import { lookup } from './http/lookup';
import { pageDocument, pageTree, type PageServer } from './http/pages';

export interface WebServer extends PageServer { /** Folder of the built assets. */ readonly dir: string; readonly org: OrgModel; }

/** Where the platform hands out files; in a site below its address. */
const SHEPHERD = '/sfc/servlet.shepherd';

function siteRoutes(server: WebServer): Route[] {
  return server.pages.sites.flatMap(({ basePath, logoutPath }): Route[] => [
    { method: 'GET', pattern: `${basePath}/login`, access: 'none', handle: (request, platform) => loginPage(server, request, platform, basePath.slice(1)) },
    { method: 'GET', pattern: logoutPath, access: 'none', handle: (request, platform) => logout(server, request, platform) },
    { method: 'GET', pattern: `${basePath}${SHEPHERD}/:kind/download/:id`, access: 'cookie', handle: download },
    { method: 'GET', pattern: basePath, access: 'none', handle: (request, platform) => pageDocument(server, request, platform) },
    { method: 'GET', pattern: `${basePath}/*rest`, access: 'none', handle: (request, platform) => pageDocument(server, request, platform) },
  ]);
}

/** All routes. Documents are open and look for the session themselves: without one they lead to the log-in page. */
export function webRoutes(server: WebServer): Route[] {
  return [
    { method: 'GET', pattern: '/', access: 'none', handle: (request, platform) => loginPage(server, request, platform) },
    { method: 'POST', pattern: '/login', access: 'none', handle: (request, platform) => login(server, request, platform) },
    { method: 'GET', pattern: '/logout', access: 'none', handle: (request, platform) => logout(server, request, platform) },
    { method: 'GET', pattern: '/secur/logout.jsp', access: 'none', handle: (request, platform) => logout(server, request, platform) },
    { method: 'GET', pattern: '/web/assets/:name', access: 'none', handle: (request) => bundleAsset(server.dir, request) },
    { method: 'GET', pattern: '/assets/icons/*rest', access: 'none', handle: (request) => designSystemFile('icons', request) },
    { method: 'GET', pattern: '/assets/images/*rest', access: 'none', handle: (request) => designSystemFile('images', request) },
    { method: 'GET', pattern: '/web/page', access: 'cookie', handle: (request, platform) => pageTree(server, request, platform) },
    { method: 'POST', pattern: '/web/apex/:class/:method', access: 'cookie', handle: (request, platform) => callApex(request, platform, server.log) },
    { method: 'POST', pattern: '/web/file', access: 'cookie', handle: upload },
    { method: 'GET', pattern: `${SHEPHERD}/:kind/download/:id`, access: 'cookie', handle: download },
    { method: 'GET', pattern: '/web/lookup/:object', access: 'cookie', handle: lookup },
    { method: 'GET', pattern: '/resource/:version/:name', access: 'cookie', handle: (request) => staticResource(server.org, request) },
    { method: 'GET', pattern: '/resource/:version/:name/*rest', access: 'cookie', handle: (request) => staticResource(server.org, request) },
    ...developerRoutes({ styles: server.manifest.styles, log: (message) => server.log(message) }),
    { method: 'GET', pattern: '/lightning/*rest', access: 'none', handle: (request, platform) => pageDocument(server, request, platform) },
    ...siteRoutes(server),
  ];
}

/** The developer's pages: objects, a query, the log. For those who may customize the application. */
import { PlatformError } from '../../schema';
import { apiErrorOf, type OrgRequest, type OrgResponse, type Platform, type Route } from '../../server';
import { messageDocument, PAGE_HEADERS } from '../http/html';
import { sessionToken, userOf } from '../http/session';
import { DEVELOPER, developerDocument, type Markup } from './layout';
import { logPage } from './log';
import { fieldList, objectList, objectNamed } from './objects';
import { queryPage } from './query';

interface Part { readonly path: string; readonly tab: string; title(request: OrgRequest, platform: Platform): string; draw(request: OrgRequest, platform: Platform): Markup; }

const PARTS: readonly Part[] = [
  { path: 'objects', tab: 'objects', title: () => 'Objects', draw: objectList },
  { path: 'objects/:object', tab: 'objects', title: objectNamed, draw: fieldList },
  { path: 'query', tab: 'query', title: () => 'Query', draw: queryPage },
  { path: 'log', tab: 'log', title: () => 'Log', draw: logPage },
];

export interface DeveloperServer { readonly styles: readonly string[]; log(message: string): void; }

const page = (body: string, status = 200): OrgResponse => ({ status, headers: PAGE_HEADERS, body });
const redirect = (location: string): OrgResponse => ({ status: 303, headers: { Location: location, 'Cache-Control': 'no-store' }, body: '' });

export function developerRoutes(server: DeveloperServer): Route[] {
  return [
    { method: 'GET', pattern: DEVELOPER, access: 'none', handle: () => redirect(`${DEVELOPER}/objects`) },
    ...PARTS.map((part): Route => ({ method: 'GET', pattern: `${DEVELOPER}/${part.path}`, access: 'none', handle: (request, platform) => answer(server, part, request, platform) })),
  ];
}

function answer(server: DeveloperServer, part: Part, request: OrgRequest, platform: Platform): OrgResponse {
  const user = userOf(request, platform);
  if (!user) return redirect(`/?${new URLSearchParams({ startURL: request.path + (request.query.size ? `?${request.query.toString()}` : '') }).toString()}`);
  try {
    if (!platform.security.hasSystemPermission(user.id, 'CustomizeApplication')) throw new PlatformError('INSUFFICIENT_ACCESS', 'These pages are for administrators: they need the permission Customize Application.');
    const asked: OrgRequest = { ...request, userId: user.id, token: sessionToken(request) ?? '' };
    return page(developerDocument(part.title(asked, platform), part.tab, server.styles, part.draw(asked, platform)));
  } catch (failure) {
    const { errorCode, message } = apiErrorOf(failure, server.log);
    const status = errorCode === 'INSUFFICIENT_ACCESS' ? 403 : errorCode === 'NOT_FOUND' ? 404 : 500;
    return page(messageDocument(status === 403 ? 'No access' : status === 404 ? 'Page not found' : 'Error', message, server.styles), status);
  }
}

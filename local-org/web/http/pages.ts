/** Page documents and page trees. */
import { PlatformError } from '../../schema';
import { apiErrorOf, type OrgRequest, type OrgResponse, type Platform } from '../../server';
import type { UserInfo } from '../../security';
import type { Manifest } from '../build';
import type { Answer, Pages } from '../pages';
import { contextOf } from './context';
import { document, jsonForScript, messageDocument, PAGE_HEADERS } from './html';
import { appCookie, lastApp, localPath, userOf } from './session';
import { viewerOf } from './viewer';

export interface PageServer {
  readonly pages: Pages;
  readonly manifest: Manifest;
  log(message: string): void;
}

const redirect = (location: string): OrgResponse => ({ status: 303, headers: { Location: location, 'Cache-Control': 'no-store' }, body: '' });

export const html = (body: string, status = 200, headers: Readonly<Record<string, string>> = {}): OrgResponse => ({ status, headers: { ...PAGE_HEADERS, ...headers }, body });

function answerFor(server: PageServer, platform: Platform, user: UserInfo, path: string, query: URLSearchParams, app: string | undefined): Answer {
  return server.pages.answer({ path, query, viewer: viewerOf(platform, user), ...(app ? { app } : {}) });
}

/** Where the browser goes without a session: the site's own log-in page, or the org's. */
const loginPath = (server: PageServer, path: string, full: string): string => {
  const site = server.pages.siteOf(path);
  return `${site ? `${site.basePath}/login` : '/'}?${new URLSearchParams({ startURL: full })}`;
};

function failure(error: unknown, server: PageServer): OrgResponse {
  const { errorCode, message } = apiErrorOf(error, server.log);
  const [status, title] = errorCode === 'NOT_FOUND' ? [404, 'Page not found'] : errorCode === 'NOT_IMPLEMENTED' ? [501, 'Not modelled'] : errorCode === 'INSUFFICIENT_ACCESS' ? [403, 'No access'] : [500, 'Error'];
  return html(messageDocument(title as string, message, server.manifest.styles), status as number);
}

/** The document of a console or site address. */
export function pageDocument(server: PageServer, request: OrgRequest, platform: Platform): OrgResponse {
  const full = request.path + (request.query.size > 0 ? `?${request.query}` : '');
  const user = userOf(request, platform);
  if (!user) return redirect(loginPath(server, request.path, full));
  try {
    const answer = answerFor(server, platform, user, request.path, request.query, lastApp(request));
    if ('redirect' in answer) return redirect(answer.redirect);
    const site = answer.shell.kind === 'site' ? answer.shell : undefined;
    const context = contextOf(platform, user, server.manifest.names, site?.basePath ?? '', site?.name ?? '');
    const body = `<div id="app"></div>\n<script id="boot" type="application/json">${jsonForScript({ context, response: answer })}</script>`;
    const headers: Record<string, string> = answer.shell.kind === 'console' ? { 'Set-Cookie': appCookie(answer.shell.app.name) } : {};
    return html(document({ title: answer.page.title, lang: context.lang, styles: server.manifest.styles, scripts: server.manifest.scripts, body }), 200, headers);
  } catch (error) {
    return failure(error, server);
  }
}

/** The tree of another page, for a browser that already has the client. */
export function pageTree(server: PageServer, request: OrgRequest, platform: Platform): OrgResponse {
  const target = localPath(request.query.get('path'));
  if (!target) throw new PlatformError('INVALID_INPUT', 'Name a path of this server.');
  const url = new URL(target, request.origin);
  const user = platform.security.user(request.userId);
  return { status: 200, json: answerFor(server, platform, user, url.pathname, url.searchParams, request.query.get('app') ?? undefined) };
}

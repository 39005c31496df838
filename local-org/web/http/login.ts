/** Logging in and out. */
import type { OrgRequest, OrgResponse, Platform } from '../../server';
import { loginDocument, type LoginForm } from './html';
import { html, type PageServer } from './pages';
import { endedSessionCookie, localPath, requireSameSite, sessionCookie, sessionToken, userOf } from './session';
import { viewerOf } from './viewer';

const TEXTS = { title: 'Log in', heading: 'Log in', usernameLabel: 'Username', passwordLabel: 'Password', submitLabel: 'Log in' };

const ERROR = 'Check your username and password, and try again.';

const redirect = (location: string, headers: Record<string, string> = {}): OrgResponse => ({ status: 303, headers: { Location: location, 'Cache-Control': 'no-store', ...headers }, body: '' });

/** The form's texts: a site's log-in page has its own. */
function formOf(server: PageServer, site: string | undefined): Pick<LoginForm, 'title' | 'heading' | 'usernameLabel' | 'passwordLabel' | 'submitLabel' | 'site'> {
  const model = site ? server.pages.siteOf(`/${site}`) : undefined;
  return model ? { ...TEXTS, ...model.login, title: model.label, heading: model.label, site: model.basePath.slice(1) } : TEXTS;
}

function landing(server: PageServer, platform: Platform, userId: string): string | undefined {
  return server.pages.landing(viewerOf(platform, platform.security.user(userId)));
}

/** GET of the log-in page; who is logged in already goes on. */
export function loginPage(server: PageServer, request: OrgRequest, platform: Platform, site?: string): OrgResponse {
  const user = userOf(request, platform);
  const startUrl = localPath(request.query.get('startURL'));
  const onward = user && (startUrl ?? landing(server, platform, user.id));
  if (onward) return redirect(onward);
  return html(loginDocument({ ...formOf(server, site), ...(startUrl ? { startUrl } : {}) }, server.manifest.styles));
}

/** POST /login: a plain form. The answer to a wrong name and a wrong password is the same. */
export function login(server: PageServer, request: OrgRequest, platform: Platform): OrgResponse {
  requireSameSite(request);
  const form = new URLSearchParams(request.body.toString('utf8'));
  const username = form.get('username') ?? '';
  const startUrl = localPath(form.get('startURL'));
  const again = (error: string, status: number): OrgResponse => html(loginDocument({ ...formOf(server, form.get('site') ?? undefined), username, error, ...(startUrl ? { startUrl } : {}) }, server.manifest.styles), status);
  const userId = platform.security.authenticate(username.trim(), form.get('password') ?? '');
  if (!userId) return again(ERROR, 401);
  const target = startUrl ?? landing(server, platform, userId);
  if (!target) return again('You have no app to work in. Ask your administrator.', 403);
  return redirect(target, { 'Set-Cookie': sessionCookie(platform.security.createSession(userId)) });
}

export function logout(server: PageServer, request: OrgRequest, platform: Platform): OrgResponse {
  const token = sessionToken(request);
  const user = userOf(request, platform);
  const site = user && server.pages.siteOf(landing(server, platform, user.id) ?? '/');
  if (token) platform.security.endSession(token);
  return redirect(site ? `${site.basePath}/login` : '/', { 'Set-Cookie': endedSessionCookie });
}

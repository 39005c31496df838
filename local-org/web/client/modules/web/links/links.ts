/** Page references to addresses: of the console, or of the site the user is in. */
import { currentResponse, go } from 'web/router';
import type { ConsoleShell, PageReference, SiteShell } from '../../../../pages/types';

type Attributes = Readonly<Record<string, unknown>>;
type ToPath = (attributes: Attributes, shell: never) => string;

const text = (attributes: Attributes, name: string): string => {
  const value = attributes[name];
  if (typeof value !== 'string' || value === '') throw new Error(`The page reference needs the attribute ${name}.`);
  return encodeURIComponent(value);
};

const refuse = (what: string): never => {
  throw new Error(`The local org does not model ${what}. See docs/local-org-gaps.md.`);
};

const CONSOLE: Readonly<Record<string, (attributes: Attributes, shell: ConsoleShell) => string>> = {
  standard__recordPage: (attributes) => `/lightning/r/${attributes['objectApiName'] ? `${text(attributes, 'objectApiName')}/` : ''}${text(attributes, 'recordId')}/${attributes['actionName'] === 'edit' ? 'edit' : 'view'}`,
  standard__objectPage: (attributes) => `/lightning/o/${text(attributes, 'objectApiName')}/${attributes['actionName'] === 'new' ? 'new' : 'list'}`,
  standard__navItemPage: (attributes, shell) => `/lightning/app/${shell.app.name}/${text(attributes, 'apiName')}`,
  standard__namedPage: (attributes) => (attributes['pageName'] === 'home' ? '/lightning/page/home' : refuse(`the named page ${String(attributes['pageName'])}`)),
  standard__component: (attributes) => `/lightning/cmp/${text(attributes, 'componentName')}`,
  standard__app: (attributes) => `/lightning/app/${text(attributes, 'appTarget').replace(/^(c|standard)__/, '')}`,
  standard__webPage: (attributes) => String(attributes['url']),
};

const route = (shell: SiteShell, find: (route: SiteShell['routes'][number]) => boolean, what: string): string => {
  const found = shell.routes.find(find);
  if (!found) throw new Error(`The site has no page for ${what}.`);
  return `${shell.basePath}/${found.urlPrefix}`;
};

/** Names of a site's own pages in page references, by route type. */
const NAMED: Readonly<Record<string, string>> = { Home: 'home', Login: 'login-main', Error: 'error', Register: 'self-register', Forgot_Password: 'forgot-password', Check_Password: 'check-password' };

const SITE: Readonly<Record<string, (attributes: Attributes, shell: SiteShell) => string>> = {
  standard__recordPage: (attributes, shell) => `${route(shell, (each) => each.routeType.startsWith('detail-') && each.objectApiName === attributes['objectApiName'], String(attributes['objectApiName']))}/${text(attributes, 'recordId')}`,
  standard__objectPage: (attributes, shell) => route(shell, (each) => each.routeType.startsWith('list-') && each.objectApiName === attributes['objectApiName'], `the list of ${String(attributes['objectApiName'])}`),
  comm__namedPage: (attributes, shell) => {
    const name = String(attributes['name'] ?? attributes['pageName']);
    return route(shell, (each) => each.name === name || each.routeType === NAMED[name] || each.routeType === name, name);
  },
  comm__loginPage: (attributes, shell) => (attributes['actionName'] === 'logout' ? '/logout' : `${shell.basePath}/login`),
  standard__namedPage: (attributes, shell) => (attributes['pageName'] === 'home' ? `${shell.basePath}/` : refuse(`the named page ${String(attributes['pageName'])}`)),
  standard__webPage: (attributes) => String(attributes['url']),
};

/** Only what a person may be sent to: this server's paths and addresses of the web. */
function safe(url: string): string {
  const { protocol } = new URL(url, window.location.origin);
  if (!['http:', 'https:', 'mailto:', 'tel:'].includes(protocol)) throw new Error(`Addresses of kind ${protocol} are not followed.`);
  return url;
}

/** Address of a page reference. */
export function urlOf({ type, attributes = {}, state = {} }: PageReference): string {
  const { shell } = currentResponse();
  const table = (shell.kind === 'console' ? CONSOLE : SITE) as Readonly<Record<string, ToPath>>;
  const toPath = Object.hasOwn(table, type) ? table[type] : undefined;
  if (!toPath) return refuse(`page references of type ${type} ${shell.kind === 'console' ? 'in Lightning apps' : 'in sites'}`);
  const path = safe(toPath(attributes, shell as never));
  const query = new URLSearchParams(Object.entries(state).filter(([, value]) => value !== undefined && value !== null));
  return query.size > 0 ? `${path}${path.includes('?') ? '&' : '?'}${query}` : path;
}

/** Addresses that this client draws itself; all others are a new document. */
export function isInternal(url: string): boolean {
  const { shell } = currentResponse();
  const { origin, pathname } = new URL(url, window.location.origin);
  if (origin !== window.location.origin) return false;
  return shell.kind === 'console' ? pathname.startsWith('/lightning/') : (pathname === shell.basePath || pathname.startsWith(`${shell.basePath}/`)) && pathname !== `${shell.basePath}/login`;
}

/** Goes where a page reference points. Web pages outside open in a tab of their own, as on the platform. */
export async function follow(reference: PageReference, replace = false): Promise<void> {
  const url = urlOf(reference);
  if (isInternal(url)) {
    const { pathname, search } = new URL(url, window.location.origin);
    await go(pathname + search, { replace });
  } else if (reference.type === 'standard__webPage' && !url.startsWith('/')) window.open(url, '_blank', 'noopener');
  else window.location.assign(url);
}

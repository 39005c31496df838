/** The documents the server writes itself: everything else is drawn by the client. */

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

/** JSON that may stand inside a script element: nothing in it can end the element or open a comment. */
export const jsonForScript = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c').replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029');

/**
 * Scripts come from this server alone and never from the page's text. Styles may stand in the page:
 * synthetic shadow writes them there, and components bind `style`.
 */
const POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self'",
  "media-src 'self' blob:", "worker-src 'self' blob:", "manifest-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-src 'self'", "frame-ancestors 'none'", "object-src 'none'",
].join('; ');

export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': POLICY,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

interface Document { readonly title: string; readonly lang: string; readonly styles: readonly string[]; readonly scripts?: readonly string[]; readonly bodyClass?: string; readonly body: string; }

const asset = (name: string): string => `/web/assets/${name}`;

export function document({ title, lang, styles, scripts = [], bodyClass = '', body }: Document): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
${styles.map((name) => `<link rel="stylesheet" href="${asset(name)}">`).join('\n')}
${scripts.map((name) => `<script type="module" src="${asset(name)}"></script>`).join('\n')}
</head>
<body class="slds-scope ${bodyClass}">
${body}
</body>
</html>
`;
}

export interface LoginForm {
  readonly title: string;
  readonly heading: string;
  readonly usernameLabel: string;
  readonly passwordLabel: string;
  readonly submitLabel: string;
  readonly username?: string;
  readonly error?: string;
  /** Path to go to after logging in. */
  readonly startUrl?: string;
  /** Set on a site's own log-in page. */
  readonly site?: string;
}

function field(name: string, label: string, type: string, attributes: string): string {
  return `<div class="slds-form-element slds-m-bottom_medium">
<label class="slds-form-element__label" for="${name}">${escapeHtml(label)}</label>
<div class="slds-form-element__control"><input class="slds-input" id="${name}" name="${name}" type="${type}" required ${attributes}></div>
</div>`;
}

const hidden = (name: string, value: string | undefined): string => (value ? `<input type="hidden" name="${name}" value="${escapeHtml(value)}">` : '');

/** The log-in page: a plain form that works without any script. */
export function loginDocument(form: LoginForm, styles: readonly string[]): string {
  const error = form.error
    ? `<div class="slds-notify slds-notify_alert slds-alert_error slds-m-bottom_medium" role="alert" id="login-error">${escapeHtml(form.error)}</div>`
    : '';
  const describedBy = form.error ? 'aria-describedby="login-error"' : '';
  const body = `<main class="web-login">
<div class="web-login__box slds-box slds-theme_default">
<h1 class="slds-text-heading_medium slds-m-bottom_medium">${escapeHtml(form.heading)}</h1>
${error}
<form method="post" action="/login">
${hidden('startURL', form.startUrl)}${hidden('site', form.site)}
${field('username', form.usernameLabel, 'text', `autocomplete="username" autocapitalize="none" spellcheck="false" value="${escapeHtml(form.username ?? '')}" ${describedBy}${form.username ? '' : ' autofocus'}`)}
${field('password', form.passwordLabel, 'password', `autocomplete="current-password"${form.username ? ' autofocus' : ''}`)}
<button class="slds-button slds-button_brand slds-button_stretch" type="submit">${escapeHtml(form.submitLabel)}</button>
</form>
</div>
</main>`;
  return document({ title: form.title, lang: 'en', styles, body, bodyClass: 'web-login-page' });
}

/** A page that only says something: an unknown address, a refusal. */
export function messageDocument(title: string, message: string, styles: readonly string[]): string {
  const body = `<main class="web-login"><div class="web-login__box slds-box slds-theme_default"><h1 class="slds-text-heading_medium slds-m-bottom_small">${escapeHtml(title)}</h1><p class="slds-m-bottom_medium">${escapeHtml(message)}</p><a href="/">Start page</a></div></main>`;
  return document({ title, lang: 'en', styles, body, bodyClass: 'web-login-page' });
}

/** Who asks, by the cookie; and whether the request comes from a page of this server. */
import { PlatformError } from '../../schema';
import type { UserInfo } from '../../security';
import type { OrgRequest, Platform } from '../../server';

const SID = 'sid';

function cookie(request: OrgRequest, name: string): string | undefined {
  const found = (request.headers['cookie'] ?? '').split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1));
}

export const sessionToken = (request: OrgRequest): string | undefined => cookie(request, SID);
/** App the user was in last: record and list addresses do not name one. */
export const lastApp = (request: OrgRequest): string | undefined => cookie(request, 'app');

/** The logged-in user of a page request, or undefined. */
export function userOf(request: OrgRequest, platform: Platform): UserInfo | undefined {
  const token = sessionToken(request);
  const userId = token ? platform.security.sessionUser(token) : undefined;
  return userId ? platform.security.user(userId) : undefined;
}

/** `Secure` is left out: the server is on loopback without TLS. */
export const sessionCookie = (token: string): string => `${SID}=${encodeURIComponent(token)}; Path=/; HttpOnly; SameSite=Strict`;
export const endedSessionCookie = `${SID}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;
export const appCookie = (name: string): string => `app=${encodeURIComponent(name)}; Path=/; HttpOnly; SameSite=Strict`;

/**
 * Refuses a write that another site caused. Browsers send Sec-Fetch-Site on every request and Origin on every POST;
 * a request with neither does not come from a page.
 */
export function requireSameSite(request: OrgRequest): void {
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers['origin'];
  if ((site !== undefined && site !== 'same-origin') || (origin !== undefined && origin !== request.origin)) {
    throw new PlatformError('INSUFFICIENT_ACCESS', 'This request comes from another site and was refused.');
  }
}

/** A path on this server, whatever a form or query claims: never another host, never a scheme. */
export function localPath(path: string | null | undefined): string | undefined {
  if (!path || !/^\/(?![/\\])/.test(path) || /[\x00-\x1f\\]/.test(path)) return undefined;
  return path;
}

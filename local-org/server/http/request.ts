/** From the head of a request to its route and its user: what every way in shares, HTTP and callers in the same process alike. */
import { PlatformError } from '../../schema';
import type { OrgRequest, OrgResponse, Platform, Route } from '../types';
import { errorResponse } from './errors';
import { Router } from './router';

/** A body of JSON, files in base64 included (https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_sobject_insert_update_blob.htm). */
const MAX_JSON_BYTES = 50 * 1024 * 1024;

export interface RequestHead {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** A request whose route is found and whose session is known; its body is handed over when it has come. */
export interface OpenedRequest {
  /** Empty on routes that need no session. */
  readonly userId: string;
  answer(body: Buffer, platform: Platform): OrgResponse | Promise<OrgResponse>;
}

/** Throws where there is no such resource, or the session is no session. */
export function openRequest(platform: Platform, router: Router, head: RequestHead, origin: string): OpenedRequest {
  // Clients were seen to send `//services/...`; the first slashes count once. A backslash is a slash to URL, and two name a host.
  const url = new URL(head.url.replace(/^[/\\]+/, '/'), origin);
  const { method, headers } = head;
  const { match, otherMethods } = router.match(method, url.pathname);
  if (!match) {
    if (otherMethods.length) throw new PlatformError('METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are ${[...new Set(otherMethods)].join(', ')}`);
    throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
  }
  const token = match.route.access === 'none' ? '' : tokenOf(headers, match.route.access);
  const userId = match.route.access === 'none' ? '' : platform.security.sessionUser(token);
  if (userId === undefined) throw new PlatformError('INVALID_SESSION_ID', 'Session expired or invalid');
  if (match.route.access === 'cookie' && !headers['authorization']) refuseOtherSites(method, headers);
  const version = /^\/services\/data\/v(\d+)/i.exec(url.pathname)?.[1];
  return {
    userId,
    answer: (body, handled) => {
      const request: OrgRequest = {
        method, path: url.pathname, params: match.params, query: url.searchParams, headers, body,
        json: () => parseJson(body),
        userId, token, apiVersion: version ? Number(version) : platform.org.apiVersion, origin,
      };
      return match.route.handle(request, handled);
    },
  };
}

/**
 * Answers requests of the same process without a server, through the same routes and checks. `platform` of a call may be the one
 * inside a running transaction (`insideTransaction`). Resources that take time are refused.
 */
export function directRequests(routes: readonly Route[], log: (message: string) => void): (platform: Platform, head: RequestHead, body?: string) => OrgResponse {
  const router = new Router(routes);
  return (platform, head, body = '') => {
    try {
      const answer = openRequest(platform, router, head, 'http://127.0.0.1').answer(Buffer.from(body), platform);
      if (answer instanceof Promise) throw new Error(`${head.url} takes time: ask it over HTTP`);
      return answer;
    } catch (failure) {
      return errorResponse(failure, log);
    }
  };
}

/** Session id from `Authorization: Bearer|OAuth ...`, or for pages from the cookie `sid`. */
function tokenOf(headers: RequestHead['headers'], access: Route['access']): string {
  const header = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(headers['authorization'] ?? '')?.[1];
  if (header) return header.trim();
  if (access !== 'cookie') return '';
  const cookie = /(?:^|;\s*)sid=([^;]+)/.exec(headers['cookie'] ?? '')?.[1];
  return cookie ? decodeURIComponent(cookie) : '';
}

/** A cookie travels with requests that other sites cause; a write by cookie must come from our own pages. */
function refuseOtherSites(method: string, headers: RequestHead['headers']): void {
  const site = headers['sec-fetch-site'];
  if (method !== 'GET' && method !== 'HEAD' && site !== undefined && site !== 'same-origin') throw new PlatformError('INSUFFICIENT_ACCESS', 'This request comes from another site and was refused.');
}

function parseJson(body: Buffer): unknown {
  if (body.length > MAX_JSON_BYTES) throw new PlatformError('JSON_PARSER_ERROR', `Maximum size of request reached. Maximum size of request is ${MAX_JSON_BYTES} bytes`);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (failure) {
    throw new PlatformError('JSON_PARSER_ERROR', `The request body is not JSON: ${(failure as Error).message}`);
  }
}

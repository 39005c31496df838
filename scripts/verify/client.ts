/** The org's REST API as the verification asks it: one place that sends, and that explains what came back. */

/** A sentence for the person at the keyboard: what the org refused and what to do. */
export class VerifyError extends Error {}

export interface OrgClient {
  readonly instanceUrl: string;
  readonly accessToken: string;
  /** `67.0` */
  readonly version: string;
}

export interface Reply { readonly status: number; readonly json: unknown; }

/** What to do about an error code that a set-up causes. */
const ADVICE: Readonly<Record<string, string>> = {
  INVALID_SESSION_ID: 'Log in again: sf org login web --alias ALIAS.',
  API_DISABLED_FOR_ORG: 'This edition has no API. Use a scratch org, a sandbox or a Developer Edition org.',
  INSUFFICIENT_ACCESS: 'Log in as a System Administrator: deploying needs Modify Metadata, running tests needs Author Apex.',
  FUNCTIONALITY_NOT_ENABLED: 'Switch the feature on in Set-up, or use a scratch org made from config/project-scratch-def.json.',
  REQUEST_LIMIT_EXCEEDED: 'The daily API requests of this org are used up. Try again tomorrow, or use another org.',
  ALREADY_IN_PROCESS: 'A test run with one of these classes is under way in the org. Wait for it, or abort it under Set-up, Apex Test Execution.',
};

/** Sends one request; every status is answered, only a missing org throws. */
export async function send(client: Pick<OrgClient, 'instanceUrl'> & { accessToken: string | null }, method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const form = body instanceof FormData;
  const init: RequestInit = {
    method,
    headers: { ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }), ...headers, ...(client.accessToken ? { Authorization: `Bearer ${client.accessToken}` } : {}) },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  };
  const response = await fetched(client.instanceUrl, path, init);
  const text = await response.text();
  return { status: response.status, json: text === '' ? undefined : parsed(text) };
}

/** What a connection that breaks is called. */
const BROKEN = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET']);
const ATTEMPTS = 4;

/** A connection that breaks while an org is asked is tried again; what writes is sent once, for it may have arrived. */
async function fetched(instanceUrl: string, path: string, init: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetch(`${instanceUrl}${path}`, init);
    } catch (failure) {
      if (init.method === 'GET' && attempt < ATTEMPTS && BROKEN.has(reason(failure))) continue;
      throw new VerifyError(`${instanceUrl} does not answer: ${reason(failure)}. Check the address and the network.`);
    }
  }
}

function reason(failure: unknown): string {
  const cause = (failure as { cause?: { code?: string } }).cause?.code;
  return cause ?? (failure instanceof Error ? failure.message : String(failure));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A request that must go well. `doing` is what was wanted, in words. */
export async function ask<T>(client: OrgClient, doing: string, method: string, path: string, body?: unknown): Promise<T> {
  const { status, json } = await send(client, method, path.startsWith('/') ? path : `/services/data/v${client.version}/${path}`, body);
  if (status < 300) return json as T;
  const error = Array.isArray(json) ? (json[0] as { errorCode?: string; message?: string } | undefined) : (json as { errorCode?: string; message?: string } | undefined);
  const advice = ADVICE[error?.errorCode ?? ''];
  throw new VerifyError(`The org refused to ${doing} (${status} ${error?.errorCode ?? ''}): ${error?.message ?? String(json)}${advice ? ` ${advice}` : ''}`);
}

/** All records of a query, page by page. */
export async function queryAll<T>(client: OrgClient, doing: string, soql: string, api: 'tooling/query' | 'query' = 'query'): Promise<T[]> {
  interface Page { readonly records: T[]; readonly done: boolean; readonly nextRecordsUrl?: string; }
  let page = await ask<Page>(client, doing, 'GET', `${api}?q=${encodeURIComponent(soql)}`);
  const records = [...page.records];
  while (!page.done && page.nextRecordsUrl) {
    page = await ask<Page>(client, doing, 'GET', page.nextRecordsUrl);
    records.push(...page.records);
  }
  return records;
}

/** Asks again, at growing intervals, until there is an answer. Throws when `seconds` are over. */
export async function until<T>(what: string, seconds: number, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (let wait = 50; ; wait = Math.min(5000, wait * 1.4)) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new VerifyError(`${what} was not over after ${Math.round(seconds / 60)} minutes. Look at it in Set-up, then run the command again.`);
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
  }
}

/**
 * Several requests in one: `composite`, where later requests name results of earlier ones, and `composite/batch`.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm
 */
import { NotModelledError, PlatformError } from '../../schema';
import { errorResponse } from '../http/errors';
import { Router } from '../http/router';
import type { OrgRequest, OrgResponse, Platform, Route } from '../types';
import { bodyObject } from './records';

const MAX_REQUESTS = 25;
const ROOT = '/services/data/:version/composite';

interface Part { readonly method: string; readonly url: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>>; readonly referenceId: string; }
type Sent = Pick<Part, 'method' | 'url' | 'body' | 'headers'>;

class Halted extends Error {}

/** The resources that a request inside another may name. */
function isAllowed(path: string): boolean {
  return /^\/services\/data\/v\d+\.0\/(sobjects|query|queryAll|composite\/sobjects|composite\/tree|limits|ui-api)(\/|$)/i.test(path) || /^\/services\/apexrest\//i.test(path);
}

export function compositeRoutes(routes: () => readonly Route[]): readonly Route[] {
  let router: Router | undefined;
  const dispatch = (request: OrgRequest, platform: Platform, part: Sent): OrgResponse => {
    try {
      const url = new URL(part.url, request.origin);
      if (!isAllowed(url.pathname)) throw new PlatformError('INVALID_INPUT', `The resource ${url.pathname} cannot be part of a composite request.`);
      const method = part.method.toUpperCase();
      const { match, otherMethods } = (router ??= new Router(routes())).match(method, url.pathname);
      if (!match) throw otherMethods.length ? new PlatformError('METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are ${[...new Set(otherMethods)].join(', ')}`) : new PlatformError('NOT_FOUND', 'The requested resource does not exist');
      const body = Buffer.from(part.body === undefined ? '' : JSON.stringify(part.body));
      const version = /^\/services\/data\/v(\d+)/i.exec(url.pathname)?.[1];
      const inner: OrgRequest = {
        ...request, method, path: url.pathname, params: match.params, query: url.searchParams, body, apiVersion: version ? Number(version) : request.apiVersion,
        headers: { ...request.headers, ...part.headers },
        json: () => {
          if (part.body === undefined) throw new PlatformError('JSON_PARSER_ERROR', 'The request has no body.');
          return part.body;
        },
      };
      const answer = match.route.handle(inner, platform);
      if (answer instanceof Promise) throw new NotModelledError(`${url.pathname} inside a composite request`);
      return answer;
    } catch (failure) {
      return errorResponse(failure, () => undefined);
    }
  };
  return [
    { method: 'POST', pattern: ROOT, access: 'token', handle: (request, platform) => composite(request, platform, dispatch) },
    { method: 'POST', pattern: `${ROOT}/batch`, access: 'token', handle: (request, platform) => batch(request, platform, dispatch) },
  ];
}

type Dispatch = (request: OrgRequest, platform: Platform, part: Sent) => OrgResponse;

function partsOf(body: Record<string, unknown>, name: string): Record<string, unknown>[] {
  const parts = body[name];
  if (!Array.isArray(parts) || !parts.every((part): part is Record<string, unknown> => part !== null && typeof part === 'object')) throw new PlatformError('JSON_PARSER_ERROR', `The body must hold a list named ${name}.`);
  if (parts.length > MAX_REQUESTS) throw new PlatformError('LIMIT_EXCEEDED', `The limit of requests in one call is ${MAX_REQUESTS}.`);
  return parts;
}

function headersOf(given: unknown): Record<string, string> {
  return given !== null && typeof given === 'object' ? Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), String(value)])) : {};
}

interface PartAnswer { readonly body: unknown; readonly httpHeaders: Readonly<Record<string, string>>; readonly httpStatusCode: number; readonly referenceId: string; }

function composite(request: OrgRequest, platform: Platform, dispatch: Dispatch): OrgResponse {
  const body = bodyObject(request);
  const seen = new Set<string>();
  const parts = partsOf(body, 'compositeRequest').map((part): Part => {
    const { method, url, referenceId } = part;
    if (typeof method !== 'string' || typeof url !== 'string' || typeof referenceId !== 'string' || !/^[A-Za-z]\w*$/.test(referenceId)) throw new PlatformError('INVALID_INPUT', 'Each request needs method, url and a referenceId of letters, digits and underscores.');
    if (seen.has(referenceId)) throw new PlatformError('INVALID_INPUT', `The referenceId ${referenceId} is used twice.`);
    seen.add(referenceId);
    return { method, url, referenceId, headers: headersOf(part['httpHeaders']), ...(part['body'] === undefined ? {} : { body: part['body'] }) };
  });
  if (body['allOrNone'] !== true) return { status: 200, json: { compositeResponse: runAll(parts, (part) => dispatch(request, platform, part)) } };
  let answers: PartAnswer[] = [];
  try {
    platform.database.transaction(() => {
      answers = runAll(parts, (part) => dispatch(request, insideTransaction(platform), part), true);
      if (answers.some((answer) => answer.httpStatusCode >= 400)) throw new Halted();
    });
  } catch (failure) {
    if (!(failure instanceof Halted)) throw failure;
    answers = parts.map((part, index) => {
      const answer = answers[index];
      return answer && answer.httpStatusCode >= 400 ? answer : halted(part, 'The transaction was rolled back since another operation in the same transaction failed.');
    });
  }
  return { status: 200, json: { compositeResponse: answers } };
}

function halted(part: Part, message: string): PartAnswer {
  return { body: [{ errorCode: 'PROCESSING_HALTED', message }], httpHeaders: {}, httpStatusCode: 400, referenceId: part.referenceId };
}

/** Runs the parts in order; with `stop`, none after the first that failed. */
function runAll(parts: readonly Part[], dispatch: (part: Part) => OrgResponse, stop = false): PartAnswer[] {
  const results = new Map<string, unknown>();
  const answers: PartAnswer[] = [];
  for (const part of parts) {
    let filled: Part;
    try {
      filled = { ...part, url: fillText(part.url, results, encodeURIComponent), ...(part.body === undefined ? {} : { body: fill(part.body, results) }) };
    } catch (failure) {
      if (!(failure instanceof UnknownReference)) throw failure;
      answers.push(halted(part, failure.message));
      if (stop) break;
      continue;
    }
    const { status, json, body, headers } = dispatch(filled);
    const answer: PartAnswer = { body: json ?? (body ? String(body) : null), httpHeaders: { ...headers }, httpStatusCode: status, referenceId: part.referenceId };
    if (status < 400) results.set(part.referenceId, answer.body);
    answers.push(answer);
    if (stop && status >= 400) break;
  }
  return answers;
}

class UnknownReference extends Error {}

/** `@{reference.path[0].name}` in texts of the body. A text that is one reference becomes the value as it is. */
function fill(value: unknown, results: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string') {
    const only = /^@\{([^}]+)\}$/.exec(value)?.[1];
    return only ? lookUp(only, results) : fillText(value, results, (text) => text);
  }
  if (Array.isArray(value)) return value.map((each) => fill(each, results));
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each, results)]));
  return value;
}

function fillText(text: string, results: ReadonlyMap<string, unknown>, encode: (text: string) => string): string {
  return text.replace(/@\{([^}]+)\}/g, (_all, path: string) => encode(String(lookUp(path, results))));
}

function lookUp(path: string, results: ReadonlyMap<string, unknown>): unknown {
  const [reference = '', ...steps] = path.split(/[.[\]]+/).filter(Boolean);
  let value: unknown = results.get(reference);
  for (const step of steps) value = value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[step] : undefined;
  if (value === undefined || value === null) throw new UnknownReference(`Invalid reference specified. No value for ${path} found in ${reference}`);
  return value;
}

/** The platform as a part sees it that runs inside the transaction of all parts: its own follow each other in that one. */
function insideTransaction(platform: Platform): Platform {
  const database = new Proxy(platform.database, {
    get: (target, name) => {
      if (name === 'transaction') return (work: () => unknown) => target.successive(work);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return Object.create(platform, { database: { value: database } }) as Platform;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_batch.htm */
function batch(request: OrgRequest, platform: Platform, dispatch: Dispatch): OrgResponse {
  const body = bodyObject(request);
  const results: { statusCode: number; result: unknown }[] = [];
  let stopped = false;
  for (const part of partsOf(body, 'batchRequests')) {
    const { method, url } = part;
    if (typeof method !== 'string' || typeof url !== 'string') throw new PlatformError('INVALID_INPUT', 'Each request needs method and url.');
    if (stopped) {
      results.push({ statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }] });
      continue;
    }
    const { status, json } = dispatch(request, platform, { method, url: url.startsWith('/') ? url : `/services/data/${url}`, ...(part['richInput'] === undefined ? {} : { body: part['richInput'] }) });
    results.push({ statusCode: status, result: json ?? null });
    stopped = status >= 400 && body['haltOnError'] === true;
  }
  return { status: 200, json: { hasErrors: results.some((result) => result.statusCode >= 400), results } };
}

/**
 * `composite`: up to 25 requests in one call, each of which may name results of earlier ones as `@{referenceId.path}`.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm
 */
import { NotModelledError, PlatformError, SourceError } from '../../schema';
import { errorResponse } from '../http/errors';
import { Router } from '../http/router';
import type { OrgRequest, OrgResponse, Platform, Route } from '../types';
import { collectionRoutes } from './collections';
import { queryRoutes } from './query';
import { sobjectRoutes } from './sobjects';

const MAX_REQUESTS = 25;

interface SubRequest { readonly method: string; readonly url: string; readonly referenceId: string; readonly body?: unknown; readonly httpHeaders?: Record<string, string>; }
interface SubResponse { readonly body: unknown; readonly httpHeaders: Record<string, string>; readonly httpStatusCode: number; readonly referenceId: string; }

/** Resources that may be asked inside; the platform allows a few more. */
const router = new Router([...queryRoutes, ...collectionRoutes, ...sobjectRoutes]);

/** Leaves the transaction that holds all requests, when one of them failed. */
class Halted extends Error {}

function composite(request: OrgRequest, platform: Platform): OrgResponse {
  const { allOrNone, requests } = bodyOf(request);
  if (!allOrNone) return { status: 200, json: { compositeResponse: runAll(request, platform, requests, false) } };
  let responses: SubResponse[] = [];
  try {
    platform.database.transaction(() => {
      responses = runAll(request, within(platform), requests, true);
      if (responses.some(failed)) throw new Halted();
    });
  } catch (failure) {
    if (!(failure instanceof Halted)) throw failure;
    responses = responses.map((each) => (failed(each) ? each : halted(each.referenceId, 'The transaction was rolled back since another operation in the same transaction failed.')));
  }
  return { status: 200, json: { compositeResponse: responses } };
}

function bodyOf(request: OrgRequest): { allOrNone: boolean; requests: readonly SubRequest[] } {
  const body = request.json() as { allOrNone?: unknown; compositeRequest?: unknown } | null;
  if (body === null || typeof body !== 'object' || !Array.isArray(body.compositeRequest)) throw new PlatformError('JSON_PARSER_ERROR', 'The body must hold a list named compositeRequest.');
  const requests = body.compositeRequest as SubRequest[];
  if (requests.length > MAX_REQUESTS) throw new PlatformError('LIMIT_EXCEEDED', `Limit exceeded for operations in a composite request. Found ${requests.length}, the limit is ${MAX_REQUESTS}`);
  const seen = new Set<string>();
  for (const each of requests) {
    if (typeof each?.method !== 'string' || typeof each.url !== 'string' || typeof each.referenceId !== 'string') throw new PlatformError('INVALID_INPUT', 'Each request needs method, url and referenceId.');
    if (seen.has(each.referenceId)) throw new PlatformError('INVALID_INPUT', `Duplicate referenceId: ${each.referenceId}`);
    seen.add(each.referenceId);
  }
  return { allOrNone: body.allOrNone === true, requests };
}

const failed = (response: SubResponse): boolean => response.httpStatusCode >= 400;
const halted = (referenceId: string, message: string): SubResponse => ({ body: [{ errorCode: 'PROCESSING_HALTED', message }], httpHeaders: {}, httpStatusCode: 400, referenceId });

/** With `stop` the requests after a failed one are not run: all will be undone. */
function runAll(request: OrgRequest, platform: Platform, requests: readonly SubRequest[], stop: boolean): SubResponse[] {
  const responses: SubResponse[] = [];
  for (const each of requests) {
    responses.push(stop && responses.some(failed) ? { ...halted(each.referenceId, ''), httpStatusCode: 200 } : answer(request, platform, each, responses));
  }
  return responses;
}

function answer(request: OrgRequest, platform: Platform, asked: SubRequest, earlier: readonly SubResponse[]): SubResponse {
  const { referenceId } = asked;
  try {
    const resolve = (text: string): string => resolved(text, earlier);
    const url = new URL(resolve(asked.url), request.origin);
    const body = asked.body === undefined ? undefined : (JSON.parse(JSON.stringify(asked.body), (_key, value: unknown) => (typeof value === 'string' ? resolve(value) : value)) as unknown);
    const { match } = router.match(asked.method.toUpperCase(), url.pathname);
    if (!match) throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
    const headers = Object.fromEntries(Object.entries(asked.httpHeaders ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
    const response = match.route.handle({ ...request, method: asked.method.toUpperCase(), path: url.pathname, params: match.params, query: url.searchParams, headers: { ...request.headers, ...headers }, body: Buffer.from(body === undefined ? '' : JSON.stringify(body)), json: () => body ?? null }, platform);
    if (response instanceof Promise) throw new NotModelledError(`${url.pathname} inside a composite request`);
    return { body: response.json ?? null, httpHeaders: { ...response.headers }, httpStatusCode: response.status, referenceId };
  } catch (failure) {
    if (!(failure instanceof PlatformError) && !(failure instanceof SourceError)) throw failure;
    const { status, json } = errorResponse(failure, () => undefined);
    return { body: json, httpHeaders: {}, httpStatusCode: status, referenceId };
  }
}

/** `@{crate.id}` and `@{rows.records[0].Id}` become the values of earlier answers. */
function resolved(text: string, earlier: readonly SubResponse[]): string {
  return text.replace(/@\{(\w+)((?:\.\w+|\[\d+\])*)\}/g, (whole, reference: string, path: string) => {
    const source = earlier.find((each) => each.referenceId === reference);
    if (!source || failed(source)) throw new PlatformError('PROCESSING_HALTED', `Invalid reference specified. No value for ${whole.slice(2, -1)} found in ${reference}`);
    const steps = path.match(/\w+/g) ?? [];
    const value = steps.reduce<unknown>((found, step) => (typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[step] : undefined), source.body);
    if (value === undefined || value === null || typeof value === 'object') throw new PlatformError('PROCESSING_HALTED', `Invalid reference specified. No value for ${whole.slice(2, -1)} found in ${reference}`);
    return String(value);
  });
}

/** The platform inside one transaction: what would be a transaction of its own is a part of it that can fail alone. */
function within(platform: Platform): Platform {
  const { database } = platform;
  const transaction = <T>(work: () => T): T => {
    const savepoint = database.savepoint();
    try {
      return work();
    } catch (failure) {
      database.rollbackTo(savepoint);
      throw failure;
    }
  };
  return { ...platform, database: Object.create(database, { transaction: { value: transaction } }) as typeof database };
}

export const compositeRoutes: readonly Route[] = [{ method: 'POST', pattern: '/services/data/:version/composite', access: 'token', handle: composite }];

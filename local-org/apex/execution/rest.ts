/** Apex REST: classes with @RestResource, found by their URL mapping. */
import { PlatformError } from '../../schema';
import { RestRequestValue, RestResponseValue, parseJson, readJson, restOf, writeJson, type Json } from '../library';
import type { CompiledMethod } from '../runtime/types';
import { ApexBlob } from '../runtime/values';
import type { Environment } from './environment';
import { runTransaction, uncaught, type Transaction } from './transaction';

export interface RestCall { readonly method: string; readonly path: string; readonly query: URLSearchParams; readonly headers: Record<string, string>; readonly body: Uint8Array; }
export interface RestAnswer { readonly status: number; readonly headers: Record<string, string>; readonly body: Uint8Array | string; }

const ANNOTATION: Readonly<Record<string, string>> = { GET: 'httpget', POST: 'httppost', PUT: 'httpput', PATCH: 'httppatch', DELETE: 'httpdelete' };

function mappingOf(annotations: readonly { readonly name: string; readonly parameters: Readonly<Record<string, string>> }[]): string | undefined {
  const found = annotations.find((each) => each.name.toLowerCase() === 'restresource');
  return found && Object.entries(found.parameters).find(([name]) => name.toLowerCase() === 'urlmapping')?.[1]?.replace(/^'|'$/g, '');
}

/** An exact mapping wins over one with a star, a longer over a shorter. */
function fits(mapping: string, path: string): number {
  if (!mapping.endsWith('*')) return mapping.toLowerCase() === path.toLowerCase() ? mapping.length + 1000 : -1;
  const stem = mapping.slice(0, -1);
  return path.toLowerCase().startsWith(stem.toLowerCase()) || path.toLowerCase() === stem.replace(/\/$/, '').toLowerCase() ? stem.length : -1;
}

export function callRest(environment: Environment, userId: string, call: RestCall): RestAnswer | undefined {
  const best = environment.program().classes.map((each) => ({ each, mapping: mappingOf(each.annotations) })).filter((found) => found.mapping !== undefined).map(({ each, mapping }) => ({ each, mapping: mapping as string, rank: fits(mapping as string, call.path) })).filter(({ rank }) => rank >= 0).sort((a, b) => b.rank - a.rank)[0];
  if (!best) return undefined;
  if (!environment.security.canRunClass(userId, best.each.name)) throw new PlatformError('FORBIDDEN', `You do not have access to the Apex class named: ${best.each.name}`);
  const method = best.each.methods.find((each) => each.static && each.annotations.some(({ name }) => name.toLowerCase() === ANNOTATION[call.method]));
  if (!method) throw new PlatformError('METHOD_NOT_ALLOWED', `HTTP Method '${call.method}' not allowed.`);
  try {
    return runTransaction(environment, { kind: 'rest', userId, name: `${best.each.name}.${method.name}` }, (x) => answer(x, best.each.name, method, call, best.mapping));
  } catch (failure) {
    const { exception, message, stack } = uncaught(failure);
    if (!exception) throw failure;
    return { status: 500, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify([{ errorCode: 'APEX_ERROR', message: stack ? `${message}\n\n${stack}` : message }]) };
  }
}

function answer(x: Transaction, className: string, method: CompiledMethod, call: RestCall, mapping: string): RestAnswer {
  const request = new RestRequestValue();
  request.httpMethod = call.method;
  request.requestURI = call.path;
  request.resourcePath = `/services/apexrest${mapping}`;
  request.requestBody = new ApexBlob(call.body);
  for (const [name, value] of Object.entries(call.headers)) request.headers.put(name, value);
  for (const [name, value] of call.query) request.params.put(name, value);
  const response = new RestResponseValue();
  const state = restOf(x);
  state.request = request;
  state.response = response;
  const text = Buffer.from(call.body).toString('utf8');
  const body: Json = method.parameters.length && text.trim() ? parseJson(text) : {};
  const named = new Map(Object.entries((body ?? {}) as Record<string, Json>).map(([name, value]) => [name.toLowerCase(), value]));
  const values = method.parameters.map((parameter) => readJson(x, named.get(parameter.name.toLowerCase()) ?? null, parameter.type));
  const result = x.runtime.invokeStatic(x, className, method.name, values);
  const headers: Record<string, string> = {};
  for (const entry of response.headers.entries.values()) headers[String(entry.key)] = String(entry.value);
  const status = response.statusCode ?? 200;
  if (method.returnType === 'void') return { status, headers, body: response.responseBody ? response.responseBody.bytes : '' };
  return { status, headers: { 'Content-Type': 'application/json;charset=UTF-8', ...headers }, body: writeJson(x, result ?? null) };
}

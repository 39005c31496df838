/** Apex methods as components call them. */
import { apiErrorOf, type OrgRequest, type OrgResponse, type Platform } from '../../server';
import { requireSameSite } from './session';

/** Status that the platform gives a failed Apex action, by error code; 500 is AuraHandledException's. */
const STATUS: Readonly<Record<string, number>> = { NOT_FOUND: 404, INSUFFICIENT_ACCESS: 403, JSON_PARSER_ERROR: 400, INVALID_INPUT: 400 };

function argumentsOf(request: OrgRequest): Record<string, unknown> | undefined {
  if (request.body.length === 0) return {};
  const body = request.json();
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : undefined;
}

/** Answers `{returnValue}`, or an error whose `message` is what the component may show. */
export function callApex(request: OrgRequest, platform: Platform, log: (message: string) => void): OrgResponse {
  try {
    requireSameSite(request);
    const { class: className = '', method = '' } = request.params;
    const found = platform.apex.auraMethod(className, method);
    if (!found) return { status: 404, json: { message: `Unable to find Apex action method ${className}.${method}.` } };
    const cacheableOnly = request.query.get('cacheable') === 'true';
    if (cacheableOnly && !found.cacheable) return { status: 400, json: { message: `Apex method ${className}.${method} is not @AuraEnabled(cacheable=true).` } };
    const args = argumentsOf(request);
    if (!args) return { status: 400, json: { message: 'The arguments of an Apex method are a JSON object.' } };
    return { status: 200, json: { returnValue: platform.apex.callAura(request.userId, className, method, args, { cacheableOnly }) ?? null } };
  } catch (failure) {
    const error = apiErrorOf(failure, log);
    return { status: STATUS[error.errorCode] ?? 500, json: { message: error.message, errorCode: error.errorCode } };
  }
}

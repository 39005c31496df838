/** Every failure becomes Salesforce's own error form: `[{errorCode, message, fields?}]`, never a stack trace. */
import { NotModelledError, PlatformError, SourceError } from '../../schema';
import type { OrgResponse } from '../types';

/**
 * Status codes of the REST API by error code; 400 where none is listed.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
const STATUS: Readonly<Record<string, number>> = {
  INVALID_SESSION_ID: 401,
  INVALID_AUTH_HEADER: 401,
  REQUEST_LIMIT_EXCEEDED: 403,
  INSUFFICIENT_ACCESS: 403,
  INSUFFICIENT_ACCESS_OR_READONLY: 403,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 403,
  FUNCTIONALITY_NOT_ENABLED: 403,
  API_DISABLED_FOR_ORG: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  ENTITY_IS_DELETED: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  REQUEST_ENTITY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNKNOWN_EXCEPTION: 500,
  NOT_IMPLEMENTED: 501,
};

export interface ApiError {
  readonly errorCode: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

/** The error form of anything thrown. An unexpected failure keeps its text in the log and out of the answer. */
export function apiErrorOf(failure: unknown, log: (message: string) => void): ApiError {
  if (failure instanceof PlatformError) {
    return failure.fields.length
      ? { errorCode: failure.code, message: failure.message, fields: failure.fields }
      : { errorCode: failure.code, message: failure.message };
  }
  if (failure instanceof NotModelledError) return { errorCode: 'NOT_IMPLEMENTED', message: failure.message };
  if (failure instanceof SourceError) return { errorCode: codeOf(failure), message: failure.message };
  const text = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  log(`Unexpected failure: ${text}`);
  return { errorCode: 'UNKNOWN_EXCEPTION', message: 'An unexpected error occurred. The server log has the details.' };
}

function codeOf(failure: SourceError): string {
  const code = (failure as { code?: unknown }).code;
  return typeof code === 'string' ? code : 'MALFORMED_QUERY';
}

export function statusOf(errorCode: string): number {
  return STATUS[errorCode] ?? 400;
}

export function errorResponse(failure: unknown, log: (message: string) => void): OrgResponse {
  const error = apiErrorOf(failure, log);
  return { status: statusOf(error.errorCode), json: [error] };
}

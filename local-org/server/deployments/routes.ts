/**
 * Deployments over REST.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_rest_deploy.htm
 */
import { unzipSync } from 'fflate';
import { NotModelledError, PlatformError } from '../../schema';
import { inBackground } from '../background';
import { apiErrorOf } from '../http/errors';
import { partsOfBody } from '../http/multipart';
import { basePath, bodyObject } from '../rest/records';
import type { OrgRequest, OrgResponse, Platform, Route } from '../types';
import { deploy } from './deploy';
import { readOptions } from './options';
import { isDone, newRequest, requestJson, requestOf, stamp, type DeployRequest } from './request';

/** A deployment holds 10,000 files at most. */
const MOST_FILES = 10_000;

function mayDeploy(request: OrgRequest, platform: Platform): void {
  if (!['ModifyMetadata', 'ModifyAllData'].some((name) => platform.security.hasSystemPermission(request.userId, name))) throw new PlatformError('INSUFFICIENT_ACCESS', 'You need the Modify Metadata Through Metadata API Functions permission to deploy.');
}

function start(request: OrgRequest, platform: Platform): OrgResponse {
  mayDeploy(request, platform);
  const parts = partsOfBody(request);
  if (!parts) {
    const { validatedDeployRequestId } = bodyObject(request);
    if (validatedDeployRequestId !== undefined) throw new NotModelledError('the deployment of a recently validated component set (quick deploy)');
    throw new PlatformError('INVALID_REQUEST', 'Send multipart/form-data with a part json and a part file.');
  }
  // Clients name the first part `json` or, as the REST API's blob uploads do, `entity_content`.
  const json = parts.find((each) => each.name === 'json' || each.name === 'entity_content');
  const file = parts.find((each) => each.name === 'file');
  if (!json || !file) throw new PlatformError('INVALID_REQUEST', `The multipart body has no part named ${json ? 'file' : 'json'}.`);
  const options = readOptions(parsed(json.bytes));
  const entries = filesOf(file.bytes);
  const asked = newRequest(platform, request.userId, options);
  inBackground(platform, () => attempt(platform, asked, entries));
  return { status: 201, json: requestJson(platform, asked, url(request, asked), false) };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (failure) {
    throw new PlatformError('JSON_PARSER_ERROR', `The part json is not JSON: ${(failure as Error).message}`);
  }
}

function filesOf(zip: Buffer): Map<string, Uint8Array> {
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(new Uint8Array(zip));
  } catch (failure) {
    throw new PlatformError('INVALID_REQUEST', `The part file is not a zip file: ${(failure as Error).message}`);
  }
  const names = Object.keys(entries);
  if (names.length > MOST_FILES) throw new PlatformError('LIMIT_EXCEEDED', `Maximum number of files exceeded: ${names.length} of ${MOST_FILES}`);
  const outside = names.find((name) => name.startsWith('/') || name.split(/[\\/]/).includes('..'));
  if (outside) throw new PlatformError('INVALID_REQUEST', `The zip file has an entry outside its folders: ${outside}`);
  return new Map(Object.entries(entries));
}

/** A defect of this program fails the deployment, and nothing else. */
async function attempt(platform: Platform, asked: DeployRequest, entries: ReadonlyMap<string, Uint8Array>): Promise<void> {
  try {
    await deploy(platform, asked, entries);
  } catch (failure) {
    const error = apiErrorOf(failure, (message) => process.stderr.write(`${message}\n`));
    Object.assign(asked, { status: 'Failed', errorStatusCode: error.errorCode, errorMessage: error.message });
  }
}

function url(request: OrgRequest, asked: DeployRequest): string {
  return `${request.origin}${basePath(request)}/metadata/deployRequest/${asked.id}`;
}

function found(request: OrgRequest, platform: Platform): DeployRequest {
  mayDeploy(request, platform);
  const asked = requestOf(platform, request.params['id'] ?? '');
  if (!asked) throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
  return asked;
}

function status(request: OrgRequest, platform: Platform): OrgResponse {
  const asked = found(request, platform);
  return { status: 200, json: requestJson(platform, asked, url(request, asked), request.query.get('includeDetails') === 'true') };
}

/** One that waits is cancelled at once; one that runs cannot be stopped here. */
function cancel(request: OrgRequest, platform: Platform): OrgResponse {
  const asked = found(request, platform);
  const wanted = (request.json() as { deployResult?: { status?: unknown } } | null)?.deployResult?.status;
  if (wanted !== 'Canceling') throw new PlatformError('INVALID_REQUEST', 'A deployment is cancelled with {"deployResult": {"status": "Canceling"}}');
  if (isDone(asked)) throw new PlatformError('INVALID_ID_FIELD', 'Deployment already completed');
  if (asked.status !== 'Pending') throw new NotModelledError('the cancellation of a deployment that is in progress');
  Object.assign(asked, { status: 'Canceled', completedDate: stamp(platform) });
  return { status: 202, json: requestJson(platform, asked, url(request, asked), false) };
}

const PATTERN = '/services/data/:version/metadata/deployRequest';

export const deploymentRoutes: readonly Route[] = [
  { method: 'POST', pattern: PATTERN, access: 'token', handle: start },
  { method: 'GET', pattern: `${PATTERN}/:id`, access: 'token', handle: status },
  { method: 'PATCH', pattern: `${PATTERN}/:id`, access: 'token', handle: cancel },
];

/** Versions, the resource list, limits and Apex REST. */
import { NotModelledError, PlatformError } from '../../schema';
import type { OrgRequest, OrgResponse, Platform, Route } from '../types';
import { basePath } from './records';

const OLDEST = 31;

/** Resources of the REST API that are refused by name. */
const NOT_MODELLED: Readonly<Record<string, string>> = {
  search: 'search (SOSL)', parameterizedSearch: 'parameterized search', recent: 'recently viewed records', theme: 'themes', tabs: 'tabs', quickActions: 'quick actions', actions: 'invocable actions', process: 'approval processes and process rules',
  analytics: 'reports and dashboards', chatter: 'Connect REST resources', 'jobs/query': 'bulk queries', 'composite/graph': 'composite graphs', appMenu: 'the app menu', licensing: 'licensing', eventSchema: 'event schemas', knowledgeManagement: 'knowledge',
};

/** Names of what is refused, for the list of what is supported. */
export const refusedResources: readonly string[] = Object.values(NOT_MODELLED);

function versions(platform: Platform): { version: string; label: string; url: string }[] {
  const out = [];
  for (let number = OLDEST; number <= Math.max(67, platform.org.apiVersion); number++) out.push({ version: `${number}.0`, label: `API ${number}.0`, url: `/services/data/v${number}.0` });
  return out;
}

/** The resources of a version; `identity` is absolute, which clients rely on. */
function resources(request: OrgRequest, platform: Platform): Record<string, string> {
  const base = basePath(request);
  const identity = `${request.origin}/id/${platform.security.organizationId}/${request.userId}`;
  return Object.fromEntries([['identity', identity], ...['sobjects', 'query', 'queryAll', 'composite', 'limits', 'tooling', 'metadata', 'jobs', 'ui-api'].map((name) => [name, `${base}/${name}`])]);
}

/** Daily limits of a developer org; nothing here is metered across requests, so what remains is the maximum. */
function limits(): Record<string, { Max: number; Remaining: number }> {
  const of = (max: number): { Max: number; Remaining: number } => ({ Max: max, Remaining: max });
  return { DailyApiRequests: of(15000), DailyAsyncApexExecutions: of(250000), DailyBulkV2QueryJobs: of(10000), DataStorageMB: of(5), FileStorageMB: of(20), HourlyTimeBasedWorkflow: of(1000), SingleEmail: of(15) };
}

function apexRest(request: OrgRequest, platform: Platform): OrgResponse {
  const headers = Object.fromEntries(Object.entries(request.headers).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const response = platform.apex.callRest(request.userId, { method: request.method, path: request.path.replace(/^\/services\/apexrest/i, ''), query: request.query, headers, body: request.body });
  if (!response) throw new PlatformError('NOT_FOUND', 'Could not find a match for URL');
  return { status: response.status, headers: response.headers, body: response.body };
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export const resourceRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/services/data', access: 'none', handle: (_request, platform) => ({ status: 200, json: versions(platform) }) },
  { method: 'GET', pattern: '/services/data/:version', access: 'token', handle: (request, platform) => ({ status: 200, json: resources(request, platform) }) },
  { method: 'GET', pattern: '/services/data/:version/limits', access: 'token', handle: () => ({ status: 200, json: limits() }) },
  ...METHODS.map((method): Route => ({ method, pattern: '/services/apexrest/*path', access: 'token', handle: apexRest })),
];

/** Tried last: what the REST API has and the local org has not. */
export const refusedRoutes: readonly Route[] = METHODS.flatMap((method) =>
  Object.entries(NOT_MODELLED).flatMap(([name, shown]) =>
    ['', '/*rest'].map((rest): Route => ({
      method, pattern: `/services/data/:version/${name}${rest}`, access: 'token', refuses: true,
      handle: () => {
        throw new NotModelledError(`REST resource ${shown}`);
      },
    }))
  )
);

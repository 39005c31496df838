/** The last requests and queued work: who asked, how long it took, what Apex used and wrote to its log. */
import { requestsOf, type ApexRun, type LoggedRequest, type OrgRequest, type Platform } from '../../server';
import { count, markup, table, type Markup, type Piece } from './layout';

/** Work that no request waits for. */
const QUEUED: ReadonlySet<string> = new Set(['queueable', 'batch', 'scheduled', 'future', 'event']);
const LIMITS = ['Queries', 'Query rows', 'DML', 'DML rows', 'Statements'] as const;

const used = ({ limits }: ApexRun): number[] => [limits.queries, limits.queryRows, limits.dmlStatements, limits.dmlRows, limits.statements];
const sum = (runs: readonly ApexRun[]): number[] => runs.map(used).reduce((total, each) => total.map((value, at) => value + (each[at] ?? 0)), LIMITS.map(() => 0));

export function logPage(_request: OrgRequest, platform: Platform): Markup {
  const requests = requestsOf(platform);
  const nameOf = (userId: string): string => (userId ? platform.security.user(userId).username : 'nobody');
  const jobs = platform.apex.recent.filter((run) => QUEUED.has(run.kind));
  return markup`<h2 class="slds-text-heading_medium slds-m-bottom_small">Requests</h2>${requests.length ? table('Requests', ['Request', 'Time', 'User', 'Status', 'ms', ...LIMITS, 'Details'], requests.map((each) => requestRow(each, nameOf))) : markup`<p>No request so far.</p>`}
<h2 class="slds-text-heading_medium slds-m-vertical_small">Queued work</h2>${jobs.length ? table('Queued work', ['Job', 'User', ...LIMITS, 'Details'], jobs.map((run) => [`${run.kind} ${run.name}`, nameOf(run.userId), ...used(run), details(run)])) : markup`<p>No queued work so far.</p>`}`;
}

function requestRow({ at, method, path, userId, status, ms, runs }: LoggedRequest, nameOf: (userId: string) => string): Piece[] {
  const own = runs.filter((run) => !QUEUED.has(run.kind));
  return [`${method} ${shortened(path)}`, new Date(at).toISOString().slice(11, 19), nameOf(userId), status, Math.round(ms), ...sum(own), own.length ? markup`${own.map(details)}` : ''];
}

const shortened = (path: string): string => (path.length > 120 ? `${path.slice(0, 117)}...` : path);

/** The debug log and the error of one transaction, behind a line that opens it. */
function details(run: ApexRun): Piece {
  if (!run.log.length && !run.error) return markup`<p>${run.name}</p>`;
  return markup`<details${run.error ? markup` open` : ''}><summary>${run.name}: ${run.error ? 'failed' : count(run.log.length, 'log line')}</summary>${run.error ? markup`<pre class="web-developer__pre web-developer__failure">${run.error}</pre>` : ''}${run.log.length ? markup`<pre class="web-developer__pre">${run.log.join('\n')}</pre>` : ''}</details>`;
}

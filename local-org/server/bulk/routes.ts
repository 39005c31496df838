/**
 * Bulk API 2.0 ingest: create, upload, close, poll, results.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/datasets_prepare_csv.htm
 */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { PlatformError } from '../../schema';
import type { OrgRequest, OrgResponse, Platform, Route } from '../types';
import { allOrNoneTransaction, bodyObject, visibleObject, write } from '../rest/records';
import { JobStore, type IngestJob } from './store';

const ROOT = '/services/data/:version/jobs/ingest';
const OPERATIONS = ['insert', 'update', 'upsert', 'delete'] as const;
const DELIMITERS: Readonly<Record<string, string>> = { COMMA: ',', SEMICOLON: ';', TAB: '\t', PIPE: '|', CARET: '^', BACKQUOTE: '`' };
/** The platform works a job off in chunks of 10,000 records, each saved in batches of 200. */
const BATCH = 200;

const store = new JobStore();

function jobJson(job: IngestJob, platform: Platform): Record<string, unknown> {
  return {
    id: job.id, operation: job.operation, object: job.object, createdById: job.userId, createdDate: new Date(job.createdAt).toISOString().replace('Z', '+0000'), systemModstamp: new Date(platform.clock.now()).toISOString().replace('Z', '+0000'),
    state: job.state, externalIdFieldName: job.externalIdFieldName, concurrencyMode: 'Parallel', contentType: 'CSV', apiVersion: platform.org.apiVersion, jobType: 'V2Ingest', lineEnding: job.lineEnding, columnDelimiter: job.columnDelimiter,
    contentUrl: `services/data/v${platform.org.apiVersion}.0/jobs/ingest/${job.id}/batches`, numberRecordsProcessed: job.successes.length + job.failures.length, numberRecordsFailed: job.failures.length, retries: 0, totalProcessingTime: 0, apiActiveProcessingTime: 0, apexProcessingTime: 0, errorMessage: job.errorMessage,
  };
}

function job(request: OrgRequest): IngestJob {
  const found = store.find(request.params['job'] ?? '', request.userId);
  if (!found) throw new PlatformError('NOT_FOUND', 'The requested resource does not exist');
  return found;
}

function create(request: OrgRequest, platform: Platform): OrgResponse {
  const body = bodyObject(request);
  const object = visibleObject(platform, request.userId, String(body['object'] ?? ''));
  const operation = OPERATIONS.find((each) => each === body['operation']);
  if (!operation) throw new PlatformError('INVALIDJOB', `Operation ${String(body['operation'])} is not supported here; use ${OPERATIONS.join(', ')}.`);
  const delimiter = String(body['columnDelimiter'] ?? 'COMMA');
  if (!DELIMITERS[delimiter]) throw new PlatformError('INVALIDJOB', `Unknown columnDelimiter ${delimiter}.`);
  const externalIdFieldName = body['externalIdFieldName'] ? String(body['externalIdFieldName']) : null;
  if (operation === 'upsert' && !externalIdFieldName) throw new PlatformError('INVALIDJOB', 'An upsert needs externalIdFieldName.');
  const made = store.create({ userId: request.userId, object: object.name, operation, externalIdFieldName, lineEnding: body['lineEnding'] === 'CRLF' ? 'CRLF' : 'LF', columnDelimiter: delimiter, createdAt: platform.clock.now() });
  return { status: 200, json: jobJson(made, platform) };
}

function upload(request: OrgRequest): OrgResponse {
  const target = job(request);
  if (target.state !== 'Open') throw new PlatformError('INVALIDJOBSTATE', `Job ${target.id} is ${target.state}; data can be uploaded while it is Open.`);
  target.csv = request.body.toString('utf8');
  return { status: 201, body: '' };
}

function close(request: OrgRequest, platform: Platform): OrgResponse {
  const target = job(request);
  const { state } = bodyObject(request);
  if (state === 'Aborted') target.state = 'Aborted';
  else if (state === 'UploadComplete' && target.state === 'Open') {
    target.state = 'UploadComplete';
    // The platform queues the job; here it runs as soon as this answer is on its way.
    setImmediate(() => begin(target, platform));
  } else throw new PlatformError('INVALIDJOBSTATE', `Job ${target.id} is ${target.state} and cannot become ${String(state)}.`);
  return { status: 200, json: jobJson(target, platform) };
}

function begin(target: IngestJob, platform: Platform): void {
  target.state = 'InProgress';
  try {
    const rows = parse(target.csv, { delimiter: DELIMITERS[target.columnDelimiter] ?? ',', bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][];
    target.header = rows.shift() ?? [];
    target.unprocessed = rows;
    next(target, platform);
  } catch (failure) {
    fail(target, failure);
  }
}

/** One batch, then a pause in which other requests are answered. An aborted job stops here; what was saved stays. */
function next(target: IngestJob, platform: Platform): void {
  try {
    if (target.state !== 'InProgress') return;
    const slice = target.unprocessed.slice(0, BATCH);
    if (slice.length === 0) {
      target.state = 'JobComplete';
      return;
    }
    save(target, platform, slice);
    target.unprocessed = target.unprocessed.slice(BATCH);
    setImmediate(() => next(target, platform));
  } catch (failure) {
    fail(target, failure);
  }
}

function save(target: IngestJob, platform: Platform, slice: readonly string[][]): void {
  const object = visibleObject(platform, target.userId, target.object);
  const records = slice.map((cells) => ({ object, json: nested(target.header, cells) }));
  const results = allOrNoneTransaction(platform, false, () => write(platform, target.userId, target.operation, records, { allOrNone: false, ...(target.externalIdFieldName ? { externalIdField: target.externalIdFieldName } : {}) }));
  results.forEach((result, index) => {
    const cells = slice[index] ?? [];
    if (result.success) target.successes.push([result.id ?? '', String(result.created), ...cells]);
    else target.failures.push([result.id ?? '', result.errors.map((error) => `${error.code}:${error.message}:${error.fields.join(',')} --`).join(';'), ...cells]);
  });
}

function fail(target: IngestJob, failure: unknown): void {
  target.state = 'Failed';
  target.errorMessage = failure instanceof PlatformError ? `${failure.code} : ${failure.message}` : 'InternalServerError : the job could not be processed.';
}

/** `Account.Key__c` names a parent by its external id; `#N/A` empties a field; an empty cell leaves it alone. */
function nested(header: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  header.forEach((name, index) => {
    const cell = cells[index] ?? '';
    if (cell === '') return;
    const value = cell === '#N/A' ? null : cell;
    const dot = name.indexOf('.');
    if (dot < 0) out[name] = value;
    else out[name.slice(0, dot)] = { [name.slice(dot + 1)]: value };
  });
  return out;
}

function csv(target: IngestJob, lead: readonly string[], rows: readonly string[][]): OrgResponse {
  const delimiter = DELIMITERS[target.columnDelimiter] ?? ',';
  return { status: 200, headers: { 'Content-Type': 'text/csv' }, body: stringify([[...lead, ...target.header], ...rows], { delimiter }) };
}

export const bulkRoutes: readonly Route[] = [
  { method: 'POST', pattern: ROOT, access: 'token', handle: create },
  { method: 'GET', pattern: ROOT, access: 'token', handle: (request, platform) => ({ status: 200, json: { done: true, records: store.ofUser(request.userId).map((each) => jobJson(each, platform)), nextRecordsUrl: null } }) },
  { method: 'GET', pattern: `${ROOT}/:job`, access: 'token', handle: (request, platform) => ({ status: 200, json: jobJson(job(request), platform) }) },
  { method: 'PUT', pattern: `${ROOT}/:job/batches`, access: 'token', handle: upload },
  { method: 'PATCH', pattern: `${ROOT}/:job`, access: 'token', handle: close },
  { method: 'DELETE', pattern: `${ROOT}/:job`, access: 'token', handle: (request) => { store.delete(job(request).id); return { status: 204 }; } },
  { method: 'GET', pattern: `${ROOT}/:job/successfulResults`, access: 'token', handle: (request) => { const target = job(request); return csv(target, ['sf__Id', 'sf__Created'], target.successes); } },
  { method: 'GET', pattern: `${ROOT}/:job/failedResults`, access: 'token', handle: (request) => { const target = job(request); return csv(target, ['sf__Id', 'sf__Error'], target.failures); } },
  { method: 'GET', pattern: `${ROOT}/:job/unprocessedrecords`, access: 'token', handle: (request) => { const target = job(request); return csv(target, [], target.unprocessed); } },
];

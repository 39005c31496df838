/** One piece of queued work, and the row that shows it. */
import type { DatabaseEngine } from '../../database';
import type { ObjectModel } from '../../schema';
import type { JobRequest, RunningJob } from '../runtime/services';
import type { ApexValue, Execution } from '../runtime/types';
import { ApexEnumValue, ApexException } from '../runtime/values';
import { CronSchedule } from './cron';

export interface Job {
  readonly id: string;
  readonly request: JobRequest;
  readonly userId: string;
  readonly name: string;
  /** Milliseconds since 1970 from which it may run. */
  dueAt: number;
  readonly depth: number;
  readonly maximumDepth: number;
  readonly signature?: string;
  readonly cron?: CronSchedule;
  hasRow(database: DatabaseEngine): boolean;
}

/** Deepest chain of queueables; without an explicit maximum there is none (Apex Developer Guide, "Queueable Apex", AsyncOptions). */
const NO_MAXIMUM = Number.MAX_SAFE_INTEGER;

const JOB_TYPES: Readonly<Record<JobRequest['kind'], string>> = { queueable: 'Queueable', batch: 'BatchApex', future: 'Future', scheduled: 'ScheduledApex', scheduledBatch: 'ScheduledApex' };

/** Checks a request and writes its row; the caller queues the job when its transaction commits. */
export function startsWithin(x: Execution, request: JobRequest, parent: RunningJob | undefined): Job {
  const now = x.services.now();
  const name = request.kind === 'future' ? request.className : x.runtime.typeOf(request.target);
  const depth = request.kind === 'queueable' && parent ? parent.depth + 1 : 1;
  const maximumDepth = (request.kind === 'queueable' ? request.maximumDepth : undefined) ?? parent?.maximumDepth ?? NO_MAXIMUM;
  if (depth > maximumDepth) throw new ApexException('AsyncException', 'Maximum stack depth has been reached.');
  // Apex Developer Guide, "Testing Queueable Chaining": jobs cannot be chained in a test.
  if (x.test && parent && request.kind === 'queueable') throw new ApexException('AsyncException', 'Maximum stack depth has been reached.');
  if (request.kind === 'future' && x.asynchronous && x.kind !== 'queueable') throw new ApexException('AsyncException', 'Future method cannot be called from a future or batch method');
  const cron = request.kind === 'scheduled' ? new CronSchedule(request.cron, x.services.timeZone) : undefined;
  const dueAt = cron ? cron.next(now) : now + (request.kind === 'queueable' ? request.delayMinutes : request.kind === 'scheduledBatch' ? request.minutes : 0) * 60_000;
  if (dueAt === undefined) throw new ApexException('AsyncException', `Based on configured schedule, the given trigger will never fire.`);
  const table = request.kind === 'scheduled' || request.kind === 'scheduledBatch' ? 'CronTrigger' : 'AsyncApexJob';
  const id = table === 'CronTrigger' ? cronRow(x, request as { name: string }, name, cron?.expression ?? '', dueAt) : jobRow(x, request.kind, name);
  return {
    id, request, userId: x.userId, name, dueAt, depth, maximumDepth,
    ...(request.kind === 'queueable' && request.signature ? { signature: request.signature } : {}),
    ...(cron ? { cron } : {}),
    hasRow: (database) => database.sql.all(`SELECT 1 AS "there" FROM "${table}" WHERE "Id" = ?`, [id]).length > 0,
  };
}

export function objectNamed(x: Pick<Execution, 'org'>, name: string): ObjectModel {
  const object = x.org.object(name);
  if (!object) throw new Error(`The object ${name} is not in the model.`);
  return object;
}

export function iso(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}.000Z`;
}

/** Writes the AsyncApexJob row of a job. */
export function jobRow(x: Execution, kind: JobRequest['kind'], className: string, method: string | null = null): string {
  const classId = x.database.sql.all('SELECT "Id" FROM "ApexClass" WHERE "Name" = ?', [className.split('.')[0] ?? className])[0]?.['Id'] ?? null;
  const now = iso(x.services.now());
  const [id] = x.database.seed(objectNamed(x, 'AsyncApexJob'), [
    { JobType: JOB_TYPES[kind], Status: 'Queued', ApexClassId: classId as string | null, MethodName: method, JobItemsProcessed: 0, TotalJobItems: 0, NumberOfErrors: 0, CreatedById: x.userId, CreatedDate: now },
  ]);
  return id as string;
}

function cronRow(x: Execution, request: { name: string }, className: string, expression: string, dueAt: number): string {
  const taken = x.database.sql.all('SELECT t."Id" FROM "CronTrigger" t JOIN "CronJobDetail" d ON d."Id" = t."CronJobDetailId" WHERE d."Name" = ?', [request.name]).length > 0;
  if (taken) throw new ApexException('AsyncException', `The Apex job named "${request.name}" is already scheduled for execution.`);
  const [detail] = x.database.seed(objectNamed(x, 'CronJobDetail'), [{ Name: request.name, JobType: '7' }]);
  const [id] = x.database.seed(objectNamed(x, 'CronTrigger'), [{ CronJobDetailId: detail as string, CronExpression: expression, State: 'WAITING', NextFireTime: iso(dueAt), TimesTriggered: 0, StartTime: iso(x.services.now()), TimeZoneSidKey: x.services.timeZone, OwnerId: x.userId, CreatedById: x.userId, CreatedDate: iso(x.services.now()) }]);
  jobRow(x, 'scheduled', className);
  return id as string;
}

export function enumOf(type: string, name: string, ordinal: number): ApexValue {
  return ApexEnumValue.of(type, name, ordinal);
}

/**
 * Queued work in the database: written in the transaction that submits it, gone in the transaction that does it. So a process
 * that is killed loses no work and does none twice.
 * Apex Developer Guide, "Future Methods": what executes when the service stops is rolled back and restarted when it is available again.
 */
import type { DatabaseEngine } from '../../database';
import type { Environment } from '../execution/environment';
import type { JobRequest } from '../runtime/services';
import { ApexException } from '../runtime/values';
import { CronSchedule } from './cron';
import { iso, type Job } from './job';
import { NotSerializable, readState, writeState } from './state';

/** A job without what only memory can hold. */
interface KeptJob {
  readonly userId: string;
  readonly name: string;
  readonly depth: number;
  readonly maximumDepth: number;
  readonly signature?: string;
  readonly cron?: { readonly expression: string; readonly timeZone: string };
  /** The request; its objects and arguments are texts of their state. */
  readonly request: Readonly<Record<string, unknown>>;
  /** Why the state could not be kept. */
  readonly lost?: string;
}

export function prepareKept(database: DatabaseEngine): void {
  database.sql.run('CREATE TABLE IF NOT EXISTS _job (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, due INTEGER NOT NULL, body TEXT NOT NULL)');
}

/** Keeps a job that the running transaction submitted. */
export function keep(environment: Environment, job: Job): void {
  const { userId, name, depth, maximumDepth, signature, cron, request } = job;
  const kept: KeptJob = { userId, name, depth, maximumDepth, ...(signature ? { signature } : {}), ...(cron ? { cron: { expression: cron.expression, timeZone: cron.timeZone } } : {}), ...coded(environment, request) };
  environment.database.sql.run('INSERT INTO _job (id, due, body) VALUES (?, ?, ?)', [job.id, job.dueAt, JSON.stringify(kept)]);
}

/** The work is done, or will not be done any more. */
export function forget(environment: Environment, id: string): void {
  environment.database.sql.run('DELETE FROM _job WHERE id = ?', [id]);
}

/** A schedule waits for its next moment. */
export function postpone(environment: Environment, id: string, due: number): void {
  environment.database.sql.run('UPDATE _job SET due = ? WHERE id = ?', [due, id]);
}

/** Queues what waited when the org was last open, and settles the rows of jobs that were running then. */
export function restoreKept(environment: Environment): void {
  const { database } = environment;
  database.transaction(() => {
    const running = new Map(database.sql.all(`SELECT "Id", "JobType", "TotalJobItems", "JobItemsProcessed" FROM "AsyncApexJob" WHERE "Status" = 'Processing'`).map((row) => [String(row['Id']), row]));
    for (const row of database.sql.all('SELECT id, due, body FROM _job ORDER BY seq')) {
      const id = String(row['id']);
      const interrupted = running.get(id);
      // A batch whose chunks had begun cannot be taken up in the middle: the records that were left are not known any more.
      if (interrupted && Number(interrupted['TotalJobItems']) > 0) {
        forget(environment, id);
        continue;
      }
      if (interrupted) database.sql.run(`UPDATE "AsyncApexJob" SET "Status" = 'Queued' WHERE "Id" = ?`, [id]);
      running.delete(id);
      environment.queue.add(restored(environment, id, Number(row['due']), JSON.parse(String(row['body'])) as KeptJob));
    }
    const waiting = `"Status" IN ('Queued', 'Holding', 'Preparing', 'Processing') AND "JobType" <> 'ScheduledApex' AND "Id" NOT IN (SELECT id FROM _job)`;
    database.sql.run(`UPDATE "AsyncApexJob" SET "Status" = 'Failed', "CompletedDate" = ?, "NumberOfErrors" = "NumberOfErrors" + 1, "ExtendedStatus" = 'The org was stopped while this job ran; ' || "JobItemsProcessed" || ' of ' || "TotalJobItems" || ' batches had been processed.' WHERE ${waiting}`, [iso(environment.clock.now())]);
  });
}

function restored(environment: Environment, id: string, dueAt: number, kept: KeptJob): Job {
  const { userId, name, depth, maximumDepth, signature, cron } = kept;
  let request: JobRequest | undefined;
  return {
    id, userId, name, depth, maximumDepth, dueAt, ...(signature ? { signature } : {}), ...(cron ? { cron: new CronSchedule(cron.expression, cron.timeZone) } : {}),
    /** Objects are made when they are asked for: the Apex of the org may not be compiled before. */
    get request(): JobRequest {
      return (request ??= decoded(environment, kept));
    },
    hasRow: () => true,
  };
}

function coded(environment: Environment, request: JobRequest): Pick<KeptJob, 'request' | 'lost'> {
  const program = environment.program();
  try {
    if (request.kind === 'future') return { request: { ...request, args: request.args.map((value) => writeState(program, value)) } };
    return { request: { ...request, target: writeState(program, request.target) } };
  } catch (failure) {
    if (!(failure instanceof NotSerializable)) throw failure;
    return { request: { kind: request.kind }, lost: failure.message };
  }
}

function decoded(environment: Environment, kept: KeptJob): JobRequest {
  if (kept.lost) throw new ApexException('SerializationException', kept.lost);
  const { request } = kept;
  const state = (text: unknown): unknown => readState(environment.program(), environment.org, String(text));
  if (request['kind'] === 'future') return { ...request, args: (request['args'] as string[]).map(state) } as unknown as JobRequest;
  return { ...request, target: state(request['target']) } as unknown as JobRequest;
}

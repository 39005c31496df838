/** What the library asks around one transaction: jobs, events, mail, the clock of a test. */
import type { Row } from '../../database';
import { PlatformError, type ObjectModel } from '../../schema';
import { deliver } from '../async/events';
import { startsWithin, type Job } from '../async/job';
import { forget, keep } from '../async/kept';
import { runJobsOfTest } from '../async/run';
import { freshCounters, use } from '../runtime/data';
import type { JobRequest, RunningJob, SentMail, Services } from '../runtime/services';
import type { ApexValue, LimitCounters, TestState } from '../runtime/types';
import { ApexEnumValue, ApexException, type SObjectValue } from '../runtime/values';
import type { Environment } from './environment';
import type { Transaction } from './transaction';

export class TransactionServices implements Services {
  readonly security;
  readonly formula;
  readonly library;
  /** Jobs of this transaction, queued when it commits. */
  private readonly jobs: Job[] = [];
  /** Jobs that leave the queue when this transaction commits. */
  private readonly aborted: string[] = [];
  private readonly events: { object: ObjectModel; rows: readonly Row[] }[] = [];
  private readonly mails: SentMail[] = [];
  /** Records of the triggers that run, innermost last. */
  readonly triggerRecords: ReadonlyMap<string, SObjectValue>[] = [];
  private beforeTest?: LimitCounters;
  finalizer?: ApexValue;

  constructor(private readonly x: Transaction, private readonly environment: Environment, readonly caps: Readonly<LimitCounters>, readonly job?: RunningJob) {
    this.security = environment.security;
    this.formula = environment.formula;
    this.library = environment.library;
  }

  get timeZone(): string {
    return this.security.user(this.x.userId).timeZone;
  }
  get locale(): string {
    return this.security.user(this.x.userId).locale;
  }
  now(): number {
    return this.environment.clock.now();
  }

  submit(request: JobRequest): string {
    if (request.kind === 'queueable') use(this.x, 'queueableJobs');
    if (request.kind === 'future') use(this.x, 'futureCalls');
    const signature = request.kind === 'queueable' ? request.signature : undefined;
    const twin = signature && [...this.jobs, ...((this.x.test?.jobs ?? []) as Job[]), ...this.environment.queue.waiting].some((each) => each.signature === signature);
    // https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_QueueableDuplicateSignature_Builder.htm
    if (twin) throw new ApexException('DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
    const job = startsWithin(this.x, request, this.job);
    if (this.x.test) (this.x.test.jobs as Job[]).push(job);
    else {
      keep(this.environment, job);
      this.jobs.push(job);
    }
    return job.id;
  }
  abort(jobId: string): void {
    const own = [this.jobs, (this.x.test?.jobs ?? []) as Job[]];
    if (!this.environment.queue.has(jobId) && !own.some((jobs) => jobs.some((job) => job.id === jobId))) throw new ApexException('StringException', `Invalid id: ${jobId}`);
    for (const jobs of own) {
      const at = jobs.findIndex((job) => job.id === jobId);
      if (at >= 0) jobs.splice(at, 1);
    }
    this.aborted.push(jobId);
    this.environment.database.sql.run('UPDATE "AsyncApexJob" SET "Status" = ? WHERE "Id" = ?', ['Aborted', jobId]);
    this.environment.database.sql.run('DELETE FROM "CronTrigger" WHERE "Id" = ?', [jobId]);
    forget(this.environment, jobId);
  }
  attachFinalizer(target: ApexValue): void {
    if (!this.job) throw new ApexException('HandledException', 'System.attachFinalizer(Finalizer) is not allowed in this context');
    if (this.finalizer) throw new ApexException('HandledException', 'System.attachFinalizer(Finalizer) can be called only once per Queueable');
    this.finalizer = target;
  }

  publish(object: ObjectModel, rows: readonly Row[]): void {
    if (object.publishBehavior === 'PublishImmediately' && !this.x.test) this.environment.events.push({ object, rows, userId: this.x.userId });
    else this.events.push({ object, rows });
  }
  deliverEvents(): void {
    while (this.events.length) {
      const event = this.events.shift();
      if (event) deliver(this.environment, { ...event, userId: this.x.userId }, this.x.test);
    }
  }
  mail(message: SentMail): void {
    this.mails.push(message);
  }
  notify(message: SentMail): void {
    this.mails.push(message);
  }

  startTest(): void {
    const test = this.testState();
    if (test.started) throw new ApexException('FinalException', 'Test.startTest() already called');
    test.started = true;
    this.beforeTest = { ...this.x.limits };
    this.x.limits = freshCounters(this.now());
    test.jobs.length = 0;
  }
  stopTest(): void {
    const test = this.testState();
    if (!test.started || test.stopped) throw new ApexException('FinalException', test.stopped ? 'Test.stopTest() already called' : 'Test.startTest() must be called before Test.stopTest()');
    test.stopped = true;
    runJobsOfTest(this.environment, test);
    this.deliverEvents();
    if (this.beforeTest) this.x.limits = this.beforeTest;
  }
  private testState(): TestState {
    if (!this.x.test) throw new ApexException('FinalException', 'Test.startTest() and Test.stopTest() are for tests');
    return this.x.test;
  }

  triggerRecord(id: string): SObjectValue | undefined {
    return this.triggerRecords.at(-1)?.get(id);
  }
  enumValue(type: string, name: string): ApexEnumValue {
    const values = this.library.get(type.toLowerCase())?.values ?? [];
    const ordinal = values.indexOf(name);
    if (ordinal < 0) throw new Error(`The platform enum ${type} has no value ${name}.`);
    return ApexEnumValue.of(type, name, ordinal);
  }

  /** After the commit: jobs are queued, events and mail leave. Jobs enqueued behind a savepoint that was rolled back have no row any more. */
  commit(): void {
    if (!this.x.test) for (const id of this.aborted) this.environment.queue.remove(id);
    for (const job of this.jobs) if (job.hasRow(this.environment.database)) this.environment.queue.add(job);
    for (const event of this.events) if (!this.x.test) this.environment.events.push({ ...event, userId: this.x.userId });
    this.environment.outbox.push(...this.mails);
  }
  rollback(): void {
    this.jobs.length = 0;
    this.events.length = 0;
    this.mails.length = 0;
  }
}

/** Errors of jobs that cannot be started are those of the caller. */
export function refuseAsync(message: string): never {
  throw new ApexException('AsyncException', message);
}
export { PlatformError };

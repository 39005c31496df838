/** What the library asks of the platform around one execution. */
import type { FormulaCompiler } from '../../formula';
import type { Row } from '../../database';
import type { ObjectModel } from '../../schema';
import type { Security } from '../../security';
import type { ApexEnumValue } from './values/enums';
import type { SObjectValue } from './values/sobject';
import type { ApexValue, LimitCounters, PlatformClass } from './types';

/** A job as `System.enqueueJob` and its kin hand it over. */
export type JobRequest =
  | { readonly kind: 'queueable'; readonly target: ApexValue; readonly delayMinutes: number; readonly maximumDepth?: number; readonly signature?: string }
  | { readonly kind: 'batch'; readonly target: ApexValue; readonly scope: number }
  | { readonly kind: 'future'; readonly className: string; readonly method: string; readonly args: readonly ApexValue[] }
  | { readonly kind: 'scheduled'; readonly target: ApexValue; readonly name: string; readonly cron: string }
  | { readonly kind: 'scheduledBatch'; readonly target: ApexValue; readonly scope: number; readonly name: string; readonly minutes: number };

export interface SentMail { readonly to: readonly string[]; readonly subject: string; readonly body: string; }

/** The asynchronous job a transaction runs as. */
export interface RunningJob {
  readonly id: string;
  readonly depth: number;
  readonly maximumDepth: number;
  readonly finalizer?: ApexValue;
}

export interface Services {
  readonly security: Security;
  readonly formula: FormulaCompiler;
  /** IANA zone and locale of the running user. */
  readonly timeZone: string;
  readonly locale: string;
  readonly library: ReadonlyMap<string, PlatformClass>;
  /** Caps of this transaction. */
  readonly caps: Readonly<LimitCounters>;
  /** Names the caps do not hold: rows by getQueryLocator, heap, CPU milliseconds. */
  readonly job?: RunningJob;
  /** Milliseconds since 1970: now. */
  now(): number;
  /** Takes a job; it is queued when the transaction commits. Answers its id (AsyncApexJob or CronTrigger). */
  submit(request: JobRequest): string;
  abort(jobId: string): void;
  attachFinalizer(target: ApexValue): void;
  /** Publishes events: after commit or at once, as each object says. */
  publish(object: ObjectModel, rows: readonly Row[]): void;
  /** Delivers the events published so far (Test.getEventBus().deliver()). */
  deliverEvents(): void;
  mail(message: SentMail): void;
  notify(message: SentMail): void;
  startTest(): void;
  stopTest(): void;
  /** The record of this id in the trigger that runs, for Id.addError. */
  triggerRecord(id: string): SObjectValue | undefined;
  /** Where an instance of a platform enum is: `enumValue('LoggingLevel', 'DEBUG')`. */
  enumValue(type: string, name: string): ApexEnumValue;
}

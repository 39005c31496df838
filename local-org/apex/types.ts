/** The face of the Apex floor. */
import type { EventSink, TriggerHost, Value } from '../database';
import type { SourceError } from '../schema';
import type { LimitCounters } from './runtime/types';

export interface ApexTestResult {
  readonly class: string;
  readonly method: string;
  readonly outcome: 'Pass' | 'Fail' | 'CompileFail' | 'Skip';
  readonly message: string | null;
  readonly stack: string | null;
  readonly timeMs: number;
  readonly limits: Readonly<LimitCounters>;
}
export interface CoverageOfClass { readonly name: string; readonly file: string; readonly covered: readonly number[]; readonly uncovered: readonly number[]; }
export interface ApexTestRun { readonly results: readonly ApexTestResult[]; readonly coverage: readonly CoverageOfClass[]; }

export interface ApexPlatform extends TriggerHost, EventSink {
  /** Compiles everything; all errors found, one line each. Empty when the org compiles. */
  compile(): readonly SourceError[];
  /** Names of the classes that have test methods. */
  readonly testClasses: readonly string[];
  runTests(options: { classes?: readonly string[]; methods?: readonly string[]; coverage?: boolean; onResult?: (result: ApexTestResult) => void }): ApexTestRun;
  /** An @AuraEnabled method called by a component. Arguments and result are JSON values. Throws PlatformError with the AuraHandledException's message. */
  callAura(userId: string, className: string, method: string, args: Record<string, unknown>, options: { cacheableOnly: boolean }): unknown;
  /** True when the method exists and is @AuraEnabled(cacheable=true). */
  auraMethod(className: string, method: string): { readonly cacheable: boolean } | undefined;
  /** Apex REST; undefined when no @RestResource matches. */
  callRest(userId: string, request: { method: string; path: string; query: URLSearchParams; headers: Record<string, string>; body: Uint8Array }): { status: number; headers: Record<string, string>; body: Uint8Array | string } | undefined;
  executeAnonymous(userId: string, text: string): { compiled: boolean; compileProblem: string | null; line: number; column: number; success: boolean; exceptionMessage: string | null; exceptionStackTrace: string | null; logs: string };
  /** Runs queued asynchronous work that is due (queueables, batches, futures, platform events, schedules). Returns how many ran. */
  runDueJobs(limit?: number): number;
  readonly pendingJobs: number;
  /** When the next schedule is due, epoch milliseconds. */
  readonly nextDue: number | undefined;
  /** E-mails and callouts captured so far. */
  readonly outbox: readonly { readonly to: readonly string[]; readonly subject: string; readonly body: string }[];
  /** Limits and log of the last transactions, newest first. */
  readonly recent: readonly { readonly kind: string; readonly userId: string; readonly name: string; readonly limits: Readonly<LimitCounters>; readonly log: readonly string[]; readonly error: string | null }[];
}
export type { Value };

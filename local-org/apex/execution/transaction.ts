/** One transaction of Apex: made, run, ended. */
import type { Caller } from '../../database';
import { PlatformError } from '../../schema';
import { within } from '../runtime/current';
import { capsOf, freshCounters } from '../runtime/data';
import { apexError } from '../runtime/ops';
import type { RunningJob } from '../runtime/services';
import type { ApexValue, Execution, Frame, LimitCounters, TestState } from '../runtime/types';
import { ApexException } from '../runtime/values';
import { remember, type Environment } from './environment';
import { TransactionServices } from './services';

export interface TransactionOptions {
  readonly kind: Execution['kind'];
  readonly userId: string;
  /** For the log: class and method, trigger, job. */
  readonly name: string;
  readonly asynchronous?: boolean;
  readonly job?: RunningJob;
  readonly test?: TestState;
  /** Code that runs inside another transaction's test shares its mocks. */
  readonly limits?: LimitCounters;
}

/** Lines of the debug log that are kept. */
const LOG_LINES = 2000;

export class Transaction implements Execution {
  readonly org;
  readonly database;
  readonly runtime;
  readonly kind;
  readonly name: string;
  readonly asynchronous: boolean;
  readonly statics = new Map<string, Record<string, ApexValue>>();
  readonly services: TransactionServices;
  readonly lines: string[] = [];
  userId: string;
  limits: LimitCounters;
  test?: TestState;
  frame?: Frame;

  constructor(readonly environment: Environment, options: TransactionOptions) {
    this.org = environment.org;
    this.database = environment.database;
    this.runtime = environment.program();
    this.kind = options.kind;
    this.name = options.name;
    this.userId = options.userId;
    this.asynchronous = options.asynchronous ?? ['queueable', 'batch', 'future', 'scheduled', 'event'].includes(options.kind);
    this.limits = options.limits ?? freshCounters(environment.clock.now());
    if (options.test) this.test = options.test;
    this.services = new TransactionServices(this, environment, capsOf(options.kind, this.asynchronous), options.job);
  }

  readonly log = (level: string, message: string): void => {
    if (this.lines.length < LOG_LINES) this.lines.push(`${level}|${message}`);
  };

  /** API 67 made user mode the default of classes; before it, and in triggers, it was system mode. */
  caller(mode: 'user' | 'system' | undefined, sharing: boolean, apiVersion: number): Caller {
    const chosen = mode ?? (apiVersion >= 67 ? 'user' : 'system');
    return { userId: this.userId, mode: chosen, sharing: chosen === 'user' || sharing };
  }
}

/** An exception nobody caught, as the platform words it outside Apex. */
export function uncaught(failure: unknown): { message: string; stack: string; exception: ApexException | undefined } {
  const error = apexError(failure);
  if (error instanceof ApexException) return { message: error.toString(), stack: error.stackText, exception: error };
  return { message: error instanceof Error ? error.message : String(error), stack: '', exception: undefined };
}

/**
 * Runs `work` in a transaction of its own: commits when it returns, rolls back when it throws. Inside a running transaction of
 * the database (a test, a request with several steps) it takes part in that one.
 */
export function runTransaction<T>(environment: Environment, options: TransactionOptions, work: (x: Transaction) => T): T {
  const x = new Transaction(environment, options);
  const entry = (error: string | null): void => remember(environment, { kind: x.kind, userId: options.userId, name: x.name, limits: { ...x.limits }, log: x.lines, error });
  try {
    const body = (): T => within(x, () => work(x));
    const result = environment.database.inTransaction ? environment.database.successive(body) : environment.database.transaction(body);
    x.services.commit();
    entry(null);
    return result;
  } catch (failure) {
    x.services.rollback();
    const { message, stack } = uncaught(failure);
    entry(stack ? `${message}\n${stack}` : message);
    throw apexError(failure);
  }
}

/** The failure of Apex that answers a request from outside. */
export function asPlatformError(failure: unknown): unknown {
  const { exception, message, stack } = uncaught(failure);
  return exception ? new PlatformError('APEX_ERROR', stack ? `${message}\n\n${stack}` : message) : failure;
}

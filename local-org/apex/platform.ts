/** The Apex floor put together. */
import { join } from 'node:path';
import type { Clock, DatabaseEngine, Row, TriggerCall, TriggerEvent } from '../database';
import type { FormulaCompiler } from '../formula';
import type { ObjectModel, OrgModel, SourceError } from '../schema';
import type { Security } from '../security';
import { prepareKept, restoreKept } from './async/kept';
import { runDue } from './async/run';
import { JobQueue } from './async/queue';
import { compileOrg, type Compilation, type Program } from './compiler';
import { auraMethod, callAura } from './execution/aura';
import { executeAnonymous } from './execution/anonymous';
import type { Environment } from './execution/environment';
import { callRest, type RestCall } from './execution/rest';
import { Triggers } from './execution/triggers';
import { platformClasses } from './library';
import { currentExecution } from './runtime/current';
import { coverageOf } from './testing/coverage';
import { runTests } from './testing/runner';
import type { ApexPlatform, ApexTestRun } from './types';

export interface ApexOptions {
  /** Folder in which compiled Apex is kept by content; none is kept when absent. */
  readonly cacheDir?: string;
  /** The org as it was before its sources changed: what it has in memory goes on. */
  readonly succeeds?: ApexPlatform;
}

class ApexFloor implements ApexPlatform {
  private compilation?: Compilation;
  readonly environment: Environment;
  private readonly triggers: Triggers;

  constructor(org: OrgModel, database: DatabaseEngine, security: Security, formula: FormulaCompiler, clock: Clock, private readonly options: ApexOptions) {
    this.environment = { org, database, security, formula, clock, library: platformClasses, program: () => this.compiled().program, queue: new JobQueue(), ...inherited(options.succeeds, org) };
    this.triggers = new Triggers(this.environment);
    prepareKept(database);
    restoreKept(this.environment);
  }

  private compiled(): Compilation {
    const { org, database, library } = this.environment;
    return (this.compilation ??= compileOrg(org, database, library, { cacheDir: this.options.cacheDir ? join(this.options.cacheDir, 'apex') : null }));
  }
  private program(): Program {
    return this.compiled().program;
  }

  compile(): readonly SourceError[] {
    return this.compiled().errors;
  }
  hasTriggers(object: ObjectModel, event: TriggerEvent): boolean {
    return this.triggers.has(object, event);
  }
  fire(call: TriggerCall): void {
    this.triggers.fire(call);
  }
  /** Events inserted through the API, or by Apex when its transaction hands them on. */
  publish(object: ObjectModel, rows: readonly Row[]): void {
    const x = currentExecution();
    if (x) x.services.publish(object, rows);
    else this.environment.events.push({ object, rows, userId: this.environment.security.adminUserId });
  }
  get testClasses(): readonly string[] {
    return this.program().classes.filter((each) => each.isTest && !each.name.includes('.') && each.methods.some((method) => method.isTest)).map((each) => each.name);
  }
  runTests(options: { classes?: readonly string[]; methods?: readonly string[]; coverage?: boolean; onResult?: Parameters<ApexPlatform['runTests']>[0]['onResult'] }): ApexTestRun {
    if (options.coverage) this.program().resetCoverage();
    const results = runTests(this.environment, options);
    return { results, coverage: options.coverage ? coverageOf(this.program()) : [] };
  }
  callAura(userId: string, className: string, method: string, args: Record<string, unknown>, options: { cacheableOnly: boolean }): unknown {
    return callAura(this.environment, userId, className, method, args, options);
  }
  auraMethod(className: string, method: string): { readonly cacheable: boolean } | undefined {
    const found = auraMethod(this.environment, className, method);
    return found && { cacheable: found.cacheable };
  }
  callRest(userId: string, request: RestCall): ReturnType<ApexPlatform['callRest']> {
    return callRest(this.environment, userId, request);
  }
  executeAnonymous(userId: string, text: string): ReturnType<ApexPlatform['executeAnonymous']> {
    return executeAnonymous(this.environment, this.compiled(), userId, text);
  }
  runDueJobs(limit = Number.MAX_SAFE_INTEGER): number {
    return runDue(this.environment, limit);
  }
  get pendingJobs(): number {
    const now = this.environment.clock.now();
    return this.environment.events.length + this.environment.queue.waiting.filter((job) => job.dueAt <= now).length;
  }
  get nextDue(): number | undefined {
    return this.environment.events.length ? this.environment.clock.now() : this.environment.queue.nextDue;
  }
  get outbox(): ApexPlatform['outbox'] {
    return this.environment.outbox;
  }
  get recent(): ApexPlatform['recent'] {
    return this.environment.recent;
  }
}

/** Mail sent, transactions remembered and events not yet delivered. An event whose object is no more goes undelivered, as its subscriber would. */
function inherited(before: ApexPlatform | undefined, org: OrgModel): Pick<Environment, 'outbox' | 'recent' | 'events'> {
  if (!(before instanceof ApexFloor)) return { outbox: [], recent: [], events: [] };
  const { outbox, recent, events } = before.environment;
  return { outbox, recent, events: events.flatMap((each) => (org.object(each.object.name) ? [{ ...each, object: org.object(each.object.name) as ObjectModel }] : [])) };
}

/** Builds the Apex floor over the floors below it. Compiles when first asked. */
export function createApex(org: OrgModel, database: DatabaseEngine, security: Security, formula: FormulaCompiler, clock: Clock, options: ApexOptions = {}): ApexPlatform {
  return new ApexFloor(org, database, security, formula, clock, options);
}

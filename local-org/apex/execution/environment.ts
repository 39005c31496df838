/** What all transactions of one org share. */
import type { Clock, DatabaseEngine, Row } from '../../database';
import type { FormulaCompiler } from '../../formula';
import type { ObjectModel, OrgModel } from '../../schema';
import type { Security } from '../../security';
import type { SentMail } from '../runtime/services';
import type { LimitCounters, PlatformClass } from '../runtime/types';
import type { JobQueue } from '../async/queue';
import type { Program } from '../compiler';

export interface Recent { readonly kind: string; readonly userId: string; readonly name: string; readonly limits: Readonly<LimitCounters>; readonly log: readonly string[]; readonly error: string | null; }

export interface PublishedEvents { readonly object: ObjectModel; readonly rows: readonly Row[]; readonly userId: string; }

export interface Environment {
  readonly org: OrgModel;
  readonly database: DatabaseEngine;
  readonly security: Security;
  readonly formula: FormulaCompiler;
  readonly clock: Clock;
  readonly library: ReadonlyMap<string, PlatformClass>;
  readonly program: () => Program;
  readonly queue: JobQueue;
  readonly outbox: SentMail[];
  /** The last transactions, newest first. */
  readonly recent: Recent[];
  /** Events waiting for their subscribers. */
  readonly events: PublishedEvents[];
}

/** Transactions kept for people to look at. */
const KEPT = 50;

export function remember(environment: Environment, entry: Recent): void {
  environment.recent.unshift(entry);
  environment.recent.length = Math.min(environment.recent.length, KEPT);
}

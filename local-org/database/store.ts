/** What the parts of this floor share: the model, the connection, the hooks, and the running transaction. */
import type { FormulaCompiler } from '../formula';
import type { ObjectModel, OrgModel } from '../schema';
import type { Connection } from './sqlite/connection';
import { makeId } from './tables/ids';
import type { Counters } from './tables/counters';
import type { TableSet } from './tables/storage';
import type { TransactionState } from './transaction/state';
import type { AccessPolicy, Clock, DatabaseHooks, EventSink, TriggerHost } from './types';

export class Store {
  /** Absent until attached: every row is visible and no trigger runs. */
  access: AccessPolicy | undefined;
  triggers: TriggerHost | undefined;
  events: EventSink | undefined;
  clock: Clock = { now: () => Date.now() };

  constructor(
    readonly org: OrgModel,
    readonly formula: FormulaCompiler,
    readonly connection: Connection,
    readonly tables: TableSet,
    readonly counters: Counters,
    /** Of the running transaction; another's while one interleaves. */
    public state: TransactionState
  ) {}

  attach(hooks: Partial<DatabaseHooks>): void {
    if (hooks.access) this.access = hooks.access;
    if (hooks.triggers) this.triggers = hooks.triggers;
    if (hooks.events) this.events = hooks.events;
    if (hooks.clock) this.clock = hooks.clock;
  }

  nextId(object: ObjectModel): string {
    return makeId(object.keyPrefix, this.counters.next(`id:${object.keyPrefix}`));
  }

  /** The user's time zone; UTC for callers that are no user row (set-up before users exist). */
  timeZone(userId: string): string {
    const user = this.org.object('User');
    if (!user?.field('TimeZoneSidKey')) return 'UTC';
    const row = this.connection.get('SELECT "TimeZoneSidKey" AS zone FROM "User" WHERE "Id" = ?', [userId]);
    return typeof row?.zone === 'string' ? row.zone : 'UTC';
  }
}

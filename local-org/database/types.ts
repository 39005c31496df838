/** What the database floor offers upward and what it asks of the floors above through interfaces. */
import type { FieldModel, ObjectModel, OrgModel } from '../schema';

/**
 * A value in a record as the database holds it. Dates are `YYYY-MM-DD`, datetimes `YYYY-MM-DDTHH:MM:SS.000Z` in UTC,
 * times `HH:MM:SS.000Z`, numbers of every type JS numbers, ids 18 characters, multi-select picklists `a;b`, base64 bytes.
 */
export type Value = string | number | boolean | null | Uint8Array;

/** A record: canonical API field names to values. A key that is absent was not set or not read; null is a value. */
export interface Row { [field: string]: Value | undefined; }

/** A record read by SOQL: values, parents under their relationship name, children under their child relationship name. */
export interface ResultRow {
  readonly object: string;
  readonly values: Row;
  readonly parents: Readonly<Record<string, ResultRow | null>>;
  readonly children: Readonly<Record<string, readonly ResultRow[]>>;
  /** Aggregates, by alias or `expr0`..., in column order; undefined on plain queries. */
  readonly aggregates?: Readonly<Record<string, Value>>;
}

/**
 * In whose name something is done.
 * `user`: object, field and record rights of the user. `system`: no object and field rights, record rights only when `sharing`.
 */
export interface Caller { readonly userId: string; readonly mode: 'user' | 'system'; readonly sharing: boolean; }

/** Where a write comes from: strict locking concerns Apex alone. */
export type WriteOrigin = { readonly kind: 'api' } | { readonly kind: 'apex'; readonly position?: { file: string; line: number; column: number }; /** A statement of a test class: it makes data, and strict locking leaves it alone. */ readonly test?: boolean } | { readonly kind: 'platform' };

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

export interface DmlOptions {
  /** False lets good records pass beside bad ones (Database.insert(rows, false), REST allOrNone=false). */
  readonly allOrNone: boolean;
  readonly origin: WriteOrigin;
  /** upsert: API name of the external id field; Id when absent. */
  readonly externalIdField?: string;
  /** Sforce-Auto-Assign / Database.DMLOptions, kept for triggers to see; assignment rules are not modelled. */
  readonly duplicateRuleAllowSave?: boolean;
}

export interface DmlError { readonly code: string; readonly message: string; readonly fields: readonly string[]; }
export interface DmlResult { readonly id: string | null; readonly success: boolean; readonly created: boolean; readonly errors: readonly DmlError[]; }

/** A query checked against the model: what a compiler needs to know of it. */
export interface AnalysedQuery {
  readonly text: string;
  readonly object: ObjectModel;
  readonly kind: 'rows' | 'count' | 'aggregate';
  readonly columns: readonly QueryColumn[];
  /** Names of the binds in order of appearance, as written after the colon (`b0`, `b1` when a compiler numbered them). */
  readonly binds: readonly { readonly name: string; readonly expects: 'value' | 'collection' | 'integer'; readonly field?: FieldModel }[];
  readonly forUpdate: boolean;
  readonly mode?: 'user' | 'system';
}
export interface QueryColumn { readonly path: readonly string[]; readonly field?: FieldModel; readonly alias?: string; readonly aggregate?: string; readonly children?: AnalysedQuery; }

export interface QueryOptions {
  /** Values by bind name; collections as arrays. */
  readonly binds?: Readonly<Record<string, Value | readonly Value[]>>;
  /** Deleted records too (ALL ROWS, queryAll). */
  readonly allRows?: boolean;
  /** Through the Tooling API, which has objects of its own. */
  readonly tooling?: boolean;
}
export interface QueryResult { readonly rows: readonly ResultRow[]; /** Number of records, or the count of `SELECT COUNT() FROM`. */ readonly size: number; readonly query: AnalysedQuery; }

/** A piece of SQL with its bound values. */
export interface Sql { readonly text: string; readonly params: readonly SqlValue[]; }
export type SqlValue = string | number | bigint | Uint8Array | null;
export type StatementListener = (text: string, params: readonly SqlValue[]) => void;

export interface ObjectRights { readonly create: boolean; readonly read: boolean; readonly edit: boolean; readonly delete: boolean; readonly viewAll: boolean; readonly modifyAll: boolean; }
export type RecordAccess = 'read' | 'edit' | 'delete' | 'transfer';

/** Filled by `security`. The database puts `rowPredicate` into every SQL statement; nothing filters afterwards. */
export interface AccessPolicy {
  objectRights(userId: string, object: ObjectModel): ObjectRights;
  canReadField(userId: string, field: FieldModel): boolean;
  canEditField(userId: string, field: FieldModel): boolean;
  /**
   * A condition over the row of table alias `alias` that holds where the user has that access; undefined where every row qualifies.
   * Called for callers whose record rights count (user mode, or system mode with sharing).
   */
  rowPredicate(userId: string, object: ObjectModel, access: RecordAccess, alias: string): Sql | undefined;
  /** After rows were written and before after-triggers see them: shares of owner, rules, implicit access. */
  afterWrite(change: RowChange): void;
  /** What the user may do with one record: rows of UserRecordAccess. */
  recordAccess?(userId: string, object: ObjectModel, recordId: string): { readonly read: boolean; readonly edit: boolean; readonly delete: boolean; readonly transfer: boolean };
  /** Custom permission of the user, for `$Permission` in formulas. */
  hasCustomPermission?(userId: string, name: string): boolean;
  /** System permission of the user, such as `ModifyAllData`. */
  hasSystemPermission?(userId: string, name: string): boolean;
  /** Whether the user is of a partner or customer, not of the organisation. */
  isExternal?(userId: string): boolean;
}

/** One object's rows as written by one DML step. */
export interface RowChange { readonly object: ObjectModel; readonly operation: 'insert' | 'update' | 'delete' | 'undelete'; readonly newRows: readonly Row[]; readonly oldRows: readonly Row[]; /** Refuses one record; without it a refusal is thrown and fails the whole step. */ readonly refuse?: (index: number, code: string, message: string, fields: readonly string[]) => void; }

export type TriggerEvent = 'beforeInsert' | 'beforeUpdate' | 'beforeDelete' | 'afterInsert' | 'afterUpdate' | 'afterDelete' | 'afterUndelete';

/** At most 200 records of one object at one point of the order of execution. */
export interface TriggerCall {
  readonly object: ObjectModel;
  readonly event: TriggerEvent;
  /** New images; a before trigger writes into them. Empty on delete. */
  readonly newRows: Row[];
  /** Old images, index by index; empty on insert and undelete. */
  readonly oldRows: readonly Row[];
  readonly caller: Caller;
  /** addError: refuses record `index`. */
  addError(index: number, message: string, field?: string): void;
}

/** Filled by `apex`. */
export interface TriggerHost { hasTriggers(object: ObjectModel, event: TriggerEvent): boolean; fire(call: TriggerCall): void; }

/** Platform events published by DML or EventBus, delivered by `apex`. */
export interface EventSink { publish(object: ObjectModel, rows: readonly Row[]): void; }

export interface Clock { /** Milliseconds since 1970, UTC. */ now(): number; }

export interface DatabaseHooks { readonly access: AccessPolicy; readonly triggers: TriggerHost; readonly events: EventSink; readonly clock: Clock; }

/** A record lock another transaction holds is reported as UNABLE_TO_LOCK_ROW. */
export interface Savepoint { readonly name: string; }

export interface Statistics { readonly queries: number; readonly statements: number; readonly rows: number; readonly dml: number; readonly dmlRows: number; }

/** The engine. One transaction at a time; everything is synchronous. */
export interface DatabaseEngine {
  readonly org: OrgModel;
  /** Called once at start by the composition root; before that every row is visible and no trigger runs. */
  attach(hooks: Partial<DatabaseHooks>): void;
  /** Runs `work` in a transaction: commits when it returns, rolls back when it throws. Nested calls are refused. */
  transaction<T>(work: () => T): T;
  readonly inTransaction: boolean;
  /**
   * Runs `work` as a transaction that follows the running one while that stays open around it (test methods and their jobs, which are all
   * rolled back in the end): its locks are its own, what it wrote stays when it returns and goes when it throws.
   */
  successive<T>(work: () => T): T;
  /** `listener` hears of each outermost transaction once it is over. */
  onTransactionEnd(listener: (committed: boolean) => void): void;
  savepoint(): Savepoint;
  rollbackTo(savepoint: Savepoint): void;
  /** Times that writes were taken back so far: what a floor above has read may no longer hold when the number has grown. */
  readonly rollbacks: number;
  /** Checks a query. `timeZone` matters to date functions. Throws SourceError with line and column inside `text`. */
  analyse(text: string): AnalysedQuery;
  query(query: string | AnalysedQuery, caller: Caller, options?: QueryOptions): QueryResult;
  dml(operation: DmlOperation, object: ObjectModel, rows: readonly Row[], caller: Caller, options: DmlOptions): readonly DmlResult[];
  /** True when this transaction read the row FOR UPDATE. */
  holdsLock(id: string): boolean;
  /** A test class has a word: to strict locking, what follows is another transaction than what came before. */
  nextStep(): void;
  /** Bare SQL for the floors above (share tables, access predicates, jobs). Never for what a user asked. */
  sql: {
    all(text: string, params?: readonly SqlValue[]): Record<string, SqlValue>[];
    run(text: string, params?: readonly SqlValue[]): { changes: number };
    /** `listener` hears of every statement before it runs, those of transactions too; nobody hears when it is absent. */
    listen(listener?: StatementListener): void;
  };
  /** Runs `work` where set-up and other objects may be written anew: System.runAs begins such a context. */
  inNewSetupContext<T>(work: () => T): T;
  /** The same for callers that cannot hand over their work: answers what ends the context. */
  newSetupContext(): () => void;
  /** Transactions keep from now on what they write, as `interleave` needs. */
  prepareInterleaving(): void;
  /**
   * Runs `work` as another transaction while this one waits: rows that this one locked or wrote answer UNABLE_TO_LOCK_ROW, what it wrote
   * is not there yet. For tests of races. What `work` writes is committed when it returns, whatever becomes of this one, and goes when it throws.
   */
  interleave<T>(work: () => T): T;
  /** Writes rows with no rights, triggers or validation: set-up data of the org itself. Returns ids. */
  seed(object: ObjectModel, rows: readonly Row[]): string[];
  nextId(object: ObjectModel): string;
  /** Throws SourceError where a field of this model cannot hold what the data holds for it. */
  checkFits(org: OrgModel): void;
  /** Copies the rows of these objects from another org, ids and all; ids given from now on meet none of that org. */
  receive(from: DatabaseEngine, objects: readonly ObjectModel[]): void;
  /** Fields whose change by Apex needs FOR UPDATE: `Object.Field`. Strict locking is on when given. */
  guard(fields: readonly string[]): void;
  /** What it has done since it was opened. */
  readonly statistics: Statistics;
  close(): void;
}

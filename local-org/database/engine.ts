/** The database engine: one transaction at a time, everything synchronous. */
import type { FormulaCompiler } from '../formula';
import type { ObjectModel, OrgModel } from '../schema';
import { DmlRunner } from './dml/run';
import { writeMetadataRows } from './dml/metadata-rows';
import { checkFormulas } from './formulas';
import { seedRows } from './dml/seed';
import { QueryRunner } from './soql/run';
import type { TypedQuery } from './soql/analyse/types';
import { Connection } from './sqlite/connection';
import { registerFunctions } from './sqlite/functions';
import { Store } from './store';
import { Counters } from './tables/counters';
import { checkFits, fitTables } from './tables/evolve';
import { receiveRows } from './tables/receive';
import { TableSet } from './tables/storage';
import { Transactions } from './transaction/transactions';
import { TransactionState } from './transaction/state';
import type {
  AnalysedQuery, Caller, DatabaseEngine, DatabaseHooks, DmlOperation, DmlOptions, DmlResult, QueryOptions, QueryResult, Row, Savepoint, SqlValue, StatementListener, Statistics,
} from './types';

export class Engine implements DatabaseEngine {
  readonly org: OrgModel;
  private readonly connection: Connection;
  private readonly store: Store;
  private readonly transactions: Transactions;
  private readonly queries: QueryRunner;
  private readonly writes: DmlRunner;

  constructor(org: OrgModel, formula: FormulaCompiler, connection: Connection) {
    this.org = org;
    checkFormulas(org, formula);
    this.connection = connection;
    const tables = new TableSet();
    registerFunctions(this.connection, formula);
    fitTables(this.connection, org, tables);
    const counters = new Counters(this.connection);
    this.store = new Store(org, formula, this.connection, tables, counters, new TransactionState());
    this.connection.function('sf_now', 0, () => this.store.clock.now(), false);
    this.transactions = new Transactions(this.store);
    this.queries = new QueryRunner(this.store, (ids) => this.transactions.lock(ids));
    this.writes = new DmlRunner(this.store, this.transactions);
    this.transactions.run(() => writeMetadataRows(this.store, this.writes.plans));
  }

  attach(hooks: Partial<DatabaseHooks>): void {
    this.store.attach(hooks);
  }

  transaction<T>(work: () => T): T {
    return this.transactions.run(work);
  }

  successive<T>(work: () => T): T {
    return this.transactions.successive(work);
  }

  onTransactionEnd(listener: (committed: boolean) => void): void {
    this.transactions.onEnd(listener);
  }

  get inTransaction(): boolean {
    return this.transactions.running;
  }

  savepoint(): Savepoint {
    return this.transactions.savepoint();
  }

  rollbackTo(savepoint: Savepoint): void {
    this.transactions.rollbackTo(savepoint);
  }

  get rollbacks(): number {
    return this.transactions.rollbacks;
  }

  analyse(text: string): AnalysedQuery {
    return this.queries.analyse(text, false);
  }

  query(query: string | AnalysedQuery, caller: Caller, options?: QueryOptions): QueryResult {
    return this.transactions.within(() => this.queries.run(query as string | TypedQuery, caller, options));
  }

  dml(operation: DmlOperation, object: ObjectModel, rows: readonly Row[], caller: Caller, options: DmlOptions): readonly DmlResult[] {
    return this.transactions.within(() => this.writes.run(operation, object, rows, caller, options));
  }

  inNewSetupContext<T>(work: () => T): T {
    const leave = this.newSetupContext();
    try {
      return work();
    } finally {
      leave();
    }
  }

  newSetupContext(): () => void {
    const { state } = this.store;
    const before = state.written;
    state.written = new Map();
    return () => {
      state.written = before;
    };
  }

  prepareInterleaving(): void {
    this.transactions.prepareInterleaving();
  }

  interleave<T>(work: () => T): T {
    return this.transactions.interleave(work);
  }

  nextStep(): void {
    this.store.state.nextStep();
  }

  holdsLock(id: string): boolean {
    return this.store.state.locked.has(id);
  }

  readonly sql = {
    all: (text: string, params?: readonly SqlValue[]): Record<string, SqlValue>[] => this.connection.all(text, params),
    run: (text: string, params?: readonly SqlValue[]): { changes: number } => this.connection.run(text, params),
    listen: (listener?: StatementListener): void => {
      this.connection.listener = listener;
    },
  };

  seed(object: ObjectModel, rows: readonly Row[]): string[] {
    return this.transactions.within(() => seedRows(this.store, this.writes.plans, object, rows));
  }

  nextId(object: ObjectModel): string {
    return this.store.nextId(object);
  }

  guard(fields: readonly string[]): void {
    this.writes.guardFields(fields);
  }

  get statistics(): Statistics {
    return { queries: this.queries.queries, statements: this.connection.executed, rows: this.queries.rows, dml: this.writes.statements, dmlRows: this.writes.rows };
  }

  checkFits(org: OrgModel): void {
    checkFits(this.connection, org);
  }

  receive(from: DatabaseEngine, objects: readonly ObjectModel[]): void {
    this.transactions.run(() => receiveRows(this.store, from.sql, objects));
  }

  /** Gives its connection away. */
  handOver(): Connection {
    if (this.transactions.running) throw new Error('The data of a running transaction cannot be handed over');
    return this.connection;
  }

  close(): void {
    this.connection.close();
  }
}

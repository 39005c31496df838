/** Begin, commit, roll back, savepoints and row locks. */
import { PlatformError } from '../../schema';
import type { Store } from '../store';
import type { Savepoint } from '../types';
import { TransactionState } from './state';

export class Transactions {
  running = false;
  /** Times that writes were taken back, to a savepoint or whole. */
  rollbacks = 0;
  /** States of the transactions that wait while another one interleaves. */
  private readonly waiting: TransactionState[] = [];
  private keepsStatements = false;

  private readonly listeners: ((committed: boolean) => void)[] = [];

  constructor(private readonly store: Store) {}

  /** `listener` hears of each outermost transaction, once it is over. */
  onEnd(listener: (committed: boolean) => void): void {
    this.listeners.push(listener);
  }

  /** Keeps from now on what transactions write, so that another one can come in between. */
  prepareInterleaving(): void {
    this.keepsStatements = true;
  }

  run<T>(work: () => T): T {
    if (this.running) throw new Error('A transaction is running already: transactions do not nest');
    const { connection, counters, state } = this.store;
    connection.exec('BEGIN');
    this.running = true;
    if (this.keepsStatements) connection.keep([]);
    let committed = false;
    try {
      const result = work();
      counters.flush();
      connection.exec('COMMIT');
      committed = true;
      return result;
    } catch (error) {
      this.rollbacks++;
      // SQLite itself rolls back on some faults (a full disk); then there is nothing left to undo.
      if (connection.inTransaction) connection.exec('ROLLBACK');
      throw error;
    } finally {
      this.running = false;
      connection.keep(undefined);
      state.clear();
      for (const listener of this.listeners) listener(committed);
    }
  }

  /** A transaction that follows the running one, which stays open around it: its locks are its own, what it wrote goes when it throws. */
  successive<T>(work: () => T): T {
    const savepoint = this.savepoint();
    const own = this.store.state;
    this.store.state = new TransactionState();
    this.store.state.savepoints = own.savepoints;
    try {
      return work();
    } catch (error) {
      this.rollbackTo(savepoint);
      throw error;
    } finally {
      own.savepoints = this.store.state.savepoints;
      this.store.state = own;
    }
  }

  /** In the running transaction, or in one of its own. */
  within<T>(work: () => T): T {
    return this.running ? work() : this.run(work);
  }

  savepoint(): Savepoint {
    if (!this.running) throw new Error('A savepoint needs a transaction');
    const name = `s${++this.store.state.savepoints}`;
    this.store.connection.exec(`SAVEPOINT ${name}`);
    return { name };
  }

  rollbackTo(savepoint: Savepoint): void {
    this.rollbacks++;
    this.store.connection.exec(`ROLLBACK TO ${savepoint.name}`);
  }

  release(savepoint: Savepoint): void {
    this.store.connection.exec(`RELEASE ${savepoint.name}`);
  }

  lock(ids: readonly string[]): void {
    this.refuseHeld(ids);
    for (const id of ids) {
      this.store.state.locked.add(id);
      this.store.state.step.locked.add(id);
    }
  }

  /** Takes the rows for writing: throws where another transaction holds one of them. */
  take(ids: readonly string[]): void {
    this.refuseHeld(ids);
    for (const id of ids) this.store.state.changed.add(id);
  }

  /**
   * What the waiting transaction wrote is taken back while the other one runs, and written again after it: nobody sees what is not
   * committed, and what the other one commits stays whatever becomes of the waiting one.
   */
  interleave<T>(work: () => T): T {
    if (!this.running) return this.run(work);
    const { connection, state: own } = this.store;
    const written = connection.keep(undefined);
    if (!written) throw new Error('Another transaction can come in between only after prepareInterleaving()');
    connection.exec('ROLLBACK');
    this.rollbacks++;
    this.running = false;
    this.waiting.push(own);
    this.store.state = new TransactionState();
    try {
      return this.run(work);
    } finally {
      this.waiting.pop();
      this.store.state = own;
      connection.exec('BEGIN');
      connection.repeat(written);
      connection.keep(written);
      this.running = true;
      this.rollbacks++;
    }
  }

  private refuseHeld(ids: readonly string[]): void {
    for (const { locked, changed, created } of this.waiting) {
      const held = ids.filter((id) => locked.has(id) || changed.has(id) || created.has(id));
      if (held.length > 0) throw new PlatformError('UNABLE_TO_LOCK_ROW', `unable to obtain exclusive access to this record or ${held.length} records: ${held.join(',')}`);
    }
  }
}

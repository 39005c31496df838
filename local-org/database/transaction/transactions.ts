/** Begin, commit, roll back, savepoints and row locks. */
import { PlatformError } from '../../schema';
import type { Store } from '../store';
import type { Savepoint } from '../types';

export class Transactions {
  running = false;
  /** Locks of the transaction in which another one runs for a moment. */
  private readonly heldByOthers: ReadonlySet<string>[] = [];

  constructor(private readonly store: Store) {}

  run<T>(work: () => T): T {
    if (this.running) throw new Error('A transaction is running already: transactions do not nest');
    const { connection, counters, state } = this.store;
    connection.exec('BEGIN');
    this.running = true;
    try {
      const result = work();
      counters.flush();
      connection.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite itself rolls back on some faults (a full disk); then there is nothing left to undo.
      if (connection.inTransaction) connection.exec('ROLLBACK');
      throw error;
    } finally {
      this.running = false;
      state.clear();
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
    this.store.connection.exec(`ROLLBACK TO ${savepoint.name}`);
  }

  release(savepoint: Savepoint): void {
    this.store.connection.exec(`RELEASE ${savepoint.name}`);
  }

  lock(ids: readonly string[]): void {
    this.refuseHeld(ids);
    for (const id of ids) this.store.state.locked.add(id);
  }

  /** Throws where another transaction holds one of these rows. */
  refuseHeld(ids: readonly string[]): void {
    for (const held of this.heldByOthers) {
      if (ids.some((id) => held.has(id))) throw new PlatformError('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record or 1 records: ' + ids.filter((id) => held.has(id)).join(','));
    }
  }
}

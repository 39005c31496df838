/** One SQLite connection: prepared statements are kept, because preparing costs more than running. */
import { Database, type Statement } from 'node-sqlite3-wasm';
import type { SqlValue, StatementListener } from '../types';

/** Statements kept before the oldest is dropped; SOQL texts with literals are many. */
const KEPT_STATEMENTS = 800;

/** A statement as it was run, without its rows. */
export interface KeptStatement { readonly text: string; readonly params?: readonly SqlValue[]; }

const READS = /^\s*SELECT\b/i;

export class Connection {
  private readonly db: Database;
  private readonly statements = new Map<string, Statement>();
  /** Statements run so far. */
  executed = 0;
  /** Hears of each statement before it runs: a benchmark runs the same ones without the org. */
  listener?: StatementListener;
  private kept: KeptStatement[] | undefined;

  constructor(file?: string) {
    this.db = new Database(file ?? ':memory:');
    if (file) {
      // The wasm build locks by a folder for each statement outside a transaction; exclusive mode takes it once, and lets
      // a write-ahead log do without shared memory (https://www.sqlite.org/wal.html, "Use of WAL Without Shared-Memory").
      this.db.exec('PRAGMA locking_mode=exclusive');
      this.db.exec('PRAGMA journal_mode=WAL');
      // A killed process loses nothing; a power cut at most the last transactions, never the file. A commit costs a tenth of a millisecond.
      this.db.exec('PRAGMA synchronous=NORMAL');
    } else {
      this.db.exec('PRAGMA journal_mode=MEMORY');
    }
    this.db.exec('PRAGMA cache_size=-65536');
  }

  get inTransaction(): boolean {
    return this.db.inTransaction;
  }

  exec(text: string): void {
    this.listener?.(text, []);
    this.kept?.push({ text });
    this.db.exec(text);
  }

  /** Adds every statement that is more than a read to `list` from now on; answers the list before. */
  keep(list: KeptStatement[] | undefined): KeptStatement[] | undefined {
    const before = this.kept;
    this.kept = list;
    return before;
  }

  /** Runs again what was kept. */
  repeat(statements: readonly KeptStatement[]): void {
    for (const { text, params } of statements) {
      if (params) this.run(text, params);
      else this.exec(text);
    }
  }

  all(text: string, params: readonly SqlValue[] = []): Record<string, SqlValue>[] {
    this.listener?.(text, params);
    if (this.kept && !READS.test(text)) this.kept.push({ text, params });
    return this.statement(text).all(params as SqlValue[]) as Record<string, SqlValue>[];
  }

  get(text: string, params: readonly SqlValue[] = []): Record<string, SqlValue> | undefined {
    return this.all(text, params)[0];
  }

  run(text: string, params: readonly SqlValue[] = []): { changes: number } {
    this.listener?.(text, params);
    this.kept?.push({ text, params });
    return { changes: this.statement(text).run(params as SqlValue[]).changes };
  }

  function(name: string, arity: number, call: (...args: (string | number | bigint | null)[]) => string | number | null, deterministic: boolean): void {
    // The driver registers a function by its declared number of parameters; -1 (any number) is not offered.
    const wrapped = (...args: unknown[]) => call(...(args as (string | number | bigint | null)[]));
    Object.defineProperty(wrapped, 'length', { value: arity });
    this.db.function(name, wrapped as Parameters<Database['function']>[1], { deterministic });
  }

  close(): void {
    for (const statement of this.statements.values()) statement.finalize();
    this.statements.clear();
    if (this.db.isOpen) this.db.close();
  }

  private statement(text: string): Statement {
    this.executed++;
    const known = this.statements.get(text);
    if (known) return known;
    const made = this.db.prepare(text);
    this.statements.set(text, made);
    if (this.statements.size > KEPT_STATEMENTS) {
      const [oldest, statement] = this.statements.entries().next().value as [string, Statement];
      this.statements.delete(oldest);
      statement.finalize();
    }
    return made;
  }
}

/** An SQL identifier. */
export function quote(name: string): string {
  return `"${name.replace(/"/g, '""')}"`;
}

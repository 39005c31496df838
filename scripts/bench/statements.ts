/** The SQL that an org runs, written down and run again on bare SQLite. */
import { Database, type Statement } from 'node-sqlite3-wasm';
import type { SqlValue } from '../../local-org/database/types';
import { median, processor } from './benchmark';

interface Run { readonly text: string; readonly params: readonly SqlValue[]; }
interface Group { readonly name: string; readonly runs: readonly Run[]; /** Processor time of the org and its client. */ readonly spent: number; }

export class Recording {
  readonly groups: Group[] = [];

  constructor(private readonly database: { sql: { listen(listener?: (text: string, params: readonly SqlValue[]) => void): void } }) {}

  /** Mean processor time of a group, in milliseconds. */
  spent(name: string): number {
    return mean(this.groups.filter((group) => group.name === name).map((group) => group.spent));
  }

  /** Notes what the org runs while `work` lasts. */
  async group<T>(name: string, work: () => Promise<T>): Promise<T> {
    const runs: Run[] = [];
    this.database.sql.listen((text, params) => runs.push({ text, params: [...params] }));
    const before = processor();
    try {
      return await work();
    } finally {
      this.database.sql.listen();
      this.groups.push({ name, runs, spent: processor() - before });
    }
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export interface Replay { median(name: string): number; /** Mean processor time, in milliseconds. */ spent(name: string): number; statements(name: string): number; }

/** Transactions of the org are its own affair: bare SQLite runs a group's statements in one. */
const OWN = /^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/i;

/** Runs the groups in their order on a copy of the file that the org began with, each in one transaction, statements prepared once. */
export function replayed(file: string, groups: readonly Group[]): Replay {
  const database = new Database(file);
  const prepared = new Map<string, Statement>();
  const of = (text: string): Statement => {
    const known = prepared.get(text) ?? database.prepare(text);
    prepared.set(text, known);
    return known;
  };
  const times = new Map<string, number[]>();
  const spent = new Map<string, number[]>();
  const counts = new Map<string, number[]>();
  try {
    for (const pragma of ['locking_mode=exclusive', 'journal_mode=WAL', 'synchronous=NORMAL', 'cache_size=-65536']) database.exec(`PRAGMA ${pragma}`);
    // Of the org's own functions only the clock stands in statements.
    database.function('sf_now', () => Date.now(), { deterministic: false });
    for (const { name, runs } of groups) {
      const statements = runs.filter(({ text }) => !OWN.test(text));
      const [started, before] = [performance.now(), processor()];
      database.exec('BEGIN');
      for (const { text, params } of statements) {
        if (/^\s*(SELECT|WITH|PRAGMA)/i.test(text)) of(text).all(params as SqlValue[]);
        else of(text).run(params as SqlValue[]);
      }
      database.exec('COMMIT');
      times.set(name, [...(times.get(name) ?? []), performance.now() - started]);
      spent.set(name, [...(spent.get(name) ?? []), processor() - before]);
      counts.set(name, [...(counts.get(name) ?? []), statements.length]);
    }
  } finally {
    for (const statement of prepared.values()) statement.finalize();
    database.close();
  }
  return { median: (name) => median(times.get(name) ?? []), spent: (name) => mean(spent.get(name) ?? []), statements: (name) => median(counts.get(name) ?? []) };
}

/**
 * Versions of the set-up rows that caches were computed from. They lie in the database so that a rollback takes them back
 * together with the rows; a number is never given twice, so what was computed inside a rolled back transaction is never met again.
 */
import type { Context } from './context';

interface Row { readonly rights: number; readonly members: number; readonly built: number; }

export class Versions {
  private last: number;
  /** As last read or written; asked for dozens of times in a request. */
  private known: Row | undefined;
  /** What had been taken back by then. */
  private rollbacks = 0;

  constructor(private readonly context: Context) {
    const { sql } = context.database;
    sql.run('CREATE TABLE IF NOT EXISTS _security_version (only INTEGER PRIMARY KEY CHECK (only = 1), rights INTEGER NOT NULL, members INTEGER NOT NULL, built INTEGER NOT NULL)');
    sql.run('INSERT OR IGNORE INTO _security_version VALUES (1, 1, 1, 0)');
    const row = this.read();
    this.last = Math.max(row.rights, row.members, row.built);
  }

  read(): Row {
    const { rollbacks, sql } = this.context.database;
    if (this.known && this.rollbacks === rollbacks) return this.known;
    const row = sql.all('SELECT rights, members, built FROM _security_version')[0];
    this.rollbacks = rollbacks;
    return (this.known = { rights: Number(row?.['rights']), members: Number(row?.['members']), built: Number(row?.['built']) });
  }

  private write(change: string, values: readonly number[] = []): void {
    this.known = undefined;
    this.context.database.sql.run(`UPDATE _security_version SET ${change}`, values);
  }

  /** Permissions of someone changed. */
  rightsChanged(): void {
    this.write('rights = ?', [++this.last]);
  }

  /** Users, roles, groups or their members changed. */
  membersChanged(): void {
    this.write('rights = ?, members = ?', [++this.last, this.last]);
  }

  /** The table of principals now stands for the current members. */
  principalsBuilt(): void {
    this.write('built = members');
  }
}

/** Values computed for a version of the rights; the few last versions are kept, for a rollback goes back to one of them. */
export class VersionedCache<T> {
  private readonly kept = new Map<number, Map<string, T>>();
  private static readonly KEPT_VERSIONS = 6;

  get(version: number, key: string, compute: () => T): T {
    let values = this.kept.get(version);
    if (!values) {
      this.kept.set(version, (values = new Map()));
      if (this.kept.size > VersionedCache.KEPT_VERSIONS) this.kept.delete(this.kept.keys().next().value as number);
    }
    let value = values.get(key);
    if (value === undefined) values.set(key, (value = compute()));
    return value;
  }

  clear(): void {
    this.kept.clear();
  }
}

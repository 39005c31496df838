/**
 * Versions of the set-up rows that caches were computed from. They lie in the database so that a rollback takes them back
 * together with the rows; a number is never given twice, so what was computed inside a rolled back transaction is never met again.
 */
import type { Context } from './context';

export class Versions {
  private last: number;

  constructor(private readonly context: Context) {
    const { sql } = context.database;
    sql.run('CREATE TABLE IF NOT EXISTS _security_version (only INTEGER PRIMARY KEY CHECK (only = 1), rights INTEGER NOT NULL, members INTEGER NOT NULL, built INTEGER NOT NULL)');
    sql.run('INSERT OR IGNORE INTO _security_version VALUES (1, 1, 1, 0)');
    const row = this.read();
    this.last = Math.max(row.rights, row.members, row.built);
  }

  read(): { rights: number; members: number; built: number } {
    const row = this.context.database.sql.all('SELECT rights, members, built FROM _security_version')[0];
    return { rights: Number(row?.['rights']), members: Number(row?.['members']), built: Number(row?.['built']) };
  }

  /** Permissions of someone changed. */
  rightsChanged(): void {
    this.context.database.sql.run('UPDATE _security_version SET rights = ?', [++this.last]);
  }

  /** Users, roles, groups or their members changed. */
  membersChanged(): void {
    this.context.database.sql.run('UPDATE _security_version SET rights = ?, members = ?', [++this.last, this.last]);
  }

  /** The table of principals now stands for the current members. */
  principalsBuilt(): void {
    this.context.database.sql.run('UPDATE _security_version SET built = members');
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

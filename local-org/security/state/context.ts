/** What every part of this floor is built on, and the few ways in which it touches rows. */
import type { Clock, DatabaseEngine, Row, SqlValue } from '../../database';
import type { ObjectModel, OrgModel } from '../../schema';

export interface Context {
  readonly org: OrgModel;
  readonly database: DatabaseEngine;
  readonly clock: Clock;
}

/** An SQL identifier. */
export function ident(name: string): string {
  return `"${name.replace(/"/g, '""')}"`;
}

/** A record image as text, or null. */
export function textOf(row: Row | undefined, field: string): string | null {
  const value = row?.[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Runs `work` in the running transaction, or in one of its own. */
export function within<T>(context: Context, work: () => T): T {
  return context.database.inTransaction ? work() : context.database.transaction(work);
}

/** Every row of the object that is not in the recycle bin; none where the model has no such object. */
export function allRows(context: Context, object: string): Record<string, SqlValue>[] {
  if (!context.org.object(object)) return [];
  return context.database.sql.all(`SELECT * FROM ${ident(object)} WHERE "IsDeleted" = 0`);
}

/** Values that the model has a stored field for: set-up rows are written as far as the model knows their fields. */
export function known(object: ObjectModel, row: Row): Row {
  const kept: Row = {};
  for (const [name, value] of Object.entries(row)) {
    const field = object.field(name);
    if (field && field.formula === undefined) kept[field.name] = value;
  }
  return kept;
}

/** Many rows into a table in one statement: bound as one JSON text, because a call into SQLite costs more than a row. */
export function insertMany(context: Context, table: string, columns: readonly string[], rows: readonly (readonly (string | number | null)[])[], orIgnore = false): void {
  if (rows.length === 0) return;
  const picks = columns.map((_, index) => `json_extract(value, '$[${index}]')`);
  context.database.sql.run(`INSERT ${orIgnore ? 'OR IGNORE ' : ''}INTO ${table} (${columns.map(ident).join(',')}) SELECT ${picks.join(',')} FROM json_each(?)`, [JSON.stringify(rows)]);
}

/** A list of ids as one bound value: `column IN ${IN_LIST}` with `JSON.stringify(ids)`. */
export const IN_LIST = '(SELECT value FROM json_each(?))';

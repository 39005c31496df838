/** Set-up rows: found by a natural key and brought up to date, or seeded. A second start changes nothing. */
import type { Row, SqlValue, Value } from '../../database';
import { IN_LIST, ident, known, type Context } from '../state/context';

export class SetupRows {
  /** Id of who the rows are created by; the administrator once it exists. */
  userId = '';

  constructor(readonly context: Context) {}

  has(objectName: string): boolean {
    return this.context.org.object(objectName) !== undefined;
  }

  /**
   * Ids of the rows in order. Rows whose `key` fields meet an existing row update it. An object that the model lacks has no
   * rows: undefined ids are never handed on, for whoever refers to it lacks the field too.
   */
  put(objectName: string, key: readonly string[], rows: readonly Row[]): string[] {
    const object = this.context.org.object(objectName);
    if (!object || rows.length === 0) return rows.map(() => '');
    const { sql } = this.context.database;
    const columns = key.filter((name) => object.field(name));
    const existing = new Map<string, Record<string, SqlValue>>();
    for (const row of sql.all(`SELECT * FROM ${ident(object.name)} WHERE "IsDeleted" = 0`)) existing.set(keyOf(columns, row), row);
    const missing: { index: number; row: Row }[] = [];
    const ids = rows.map((row, index) => {
      const wanted = known(object, row);
      const found = existing.get(keyOf(columns, wanted as Record<string, SqlValue>));
      if (!found) {
        missing.push({ index, row: { ...known(object, this.stamps()), ...wanted } });
        return '';
      }
      const changed = Object.entries(wanted).filter(([name, value]) => !same(found[name], value));
      if (changed.length > 0) sql.run(`UPDATE ${ident(object.name)} SET ${changed.map(([name]) => `${ident(name)} = ?`).join(', ')} WHERE "Id" = ?`, [...changed.map(([, value]) => stored(value)), found['Id'] as string]);
      return String(found['Id']);
    });
    const made = this.context.database.seed(object, missing.map((each) => each.row));
    missing.forEach((each, position) => (ids[each.index] = made[position] as string));
    return ids;
  }

  /** Removes the rows that are not among `ids`. */
  keepOnly(objectName: string, ids: readonly string[]): void {
    if (this.has(objectName)) this.context.database.sql.run(`DELETE FROM ${ident(objectName)} WHERE "Id" NOT IN ${IN_LIST}`, [JSON.stringify(ids)]);
  }

  /** Rows that are known to be new. */
  add(objectName: string, rows: readonly Row[]): string[] {
    const object = this.context.org.object(objectName);
    return object ? this.context.database.seed(object, rows.map((row) => ({ ...known(object, this.stamps()), ...known(object, row) }))) : rows.map(() => '');
  }

  private stamps(): Row {
    const now = new Date(this.context.clock.now()).toISOString().replace(/\.\d+Z$/, '.000Z');
    const by = this.userId || null;
    return { CreatedDate: now, LastModifiedDate: now, SystemModstamp: now, CreatedById: by, LastModifiedById: by };
  }
}

function keyOf(columns: readonly string[], row: Record<string, SqlValue> | Row): string {
  return columns.map((name) => String(row[name] ?? '').toLowerCase()).join('\u0000');
}

function stored(value: Value | undefined): SqlValue {
  if (value === undefined) return null;
  return typeof value === 'boolean' ? Number(value) : value;
}

function same(found: SqlValue | undefined, wanted: Value | undefined): boolean {
  return (found ?? null) === (stored(wanted) ?? null) || (wanted === '' && found === null);
}

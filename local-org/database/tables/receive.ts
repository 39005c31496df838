/** Rows of another org's data, as they are. */
import type { ObjectModel } from '../../schema';
import { quote } from '../sqlite/connection';
import type { Store } from '../store';
import type { DatabaseEngine } from '../types';

/** Copies the rows that are not in the recycle bin, as far as both sides have their columns. */
export function receiveRows(store: Store, from: DatabaseEngine['sql'], objects: readonly ObjectModel[]): void {
  for (const object of objects) {
    const theirs = new Set(from.all('SELECT field FROM _column WHERE object = ?', [object.name]).map((row) => String(row.field)));
    const columns = store.tables.of(object).columns.filter((column) => theirs.has(column.name));
    if (columns.length === 0) continue;
    const names = columns.map((column) => quote(column.name)).join(', ');
    const insert = `INSERT INTO ${quote(object.name)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
    for (const row of from.all(`SELECT ${names} FROM ${quote(object.name)} WHERE "IsDeleted" = 0`)) store.connection.run(insert, columns.map((column) => row[column.name] ?? null));
  }
  for (const row of from.all('SELECT name, value FROM _counter')) store.counters.reach(String(row.name), Number(row.value));
}

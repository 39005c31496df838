/** Rows to tables. */
import { quote } from '../sqlite/connection';
import type { Store } from '../store';
import { encodeValue } from '../tables/storage';
import type { Row, SqlValue } from '../types';
import type { ObjectPlan } from './plan';
import { joinName } from './build';

export function insertRows(store: Store, plan: ObjectPlan, rows: readonly Row[]): void {
  const table = store.tables.of(plan.object);
  for (const row of rows) {
    if (row.Id === undefined || row.Id === null) row.Id = store.nextId(plan.object);
    for (const field of plan.autoNumbers) {
      if (row[field.name] === null || row[field.name] === undefined) row[field.name] = autoNumber(store, plan, field.name, field.autoNumber?.format ?? '{0}');
    }
    joinName(plan, row);
    if (plan.object.nameField && row[plan.object.nameField] === null && plan.object.custom && !plan.autoNumbers.some((field) => field.name === plan.object.nameField)) {
      // A record saved without a name is called by its id.
      row[plan.object.nameField] = row.Id;
    }
    store.connection.run(table.insertSql, table.encode(row));
    store.state.created.add(row.Id as string);
  }
}

/** Writes the columns that changed; rows that changed alike share a statement. */
export function updateRow(store: Store, plan: ObjectPlan, row: Row, old: Row): void {
  joinName(plan, row);
  const table = store.tables.of(plan.object);
  const names: string[] = [];
  const values: SqlValue[] = [];
  for (const column of table.columns) {
    if (column.name === 'Id' || row[column.name] === old[column.name]) continue;
    names.push(quote(column.name));
    values.push(encodeValue(column.kind, row[column.name]));
  }
  if (names.length === 0) return;
  store.connection.run(`UPDATE ${table.sqlName} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE "Id" = ?`, [...values, row.Id as string]);
}

/** `INV-{YYYY}-{0000}`: the digits' width pads the counter. */
function autoNumber(store: Store, plan: ObjectPlan, field: string, format: string): string {
  const number = store.counters.next(`auto:${plan.object.name}.${field}`);
  const now = new Date(store.clock.now());
  return format
    .replace(/\{YYYY\}/g, String(now.getUTCFullYear()))
    .replace(/\{YY\}/g, String(now.getUTCFullYear()).slice(2))
    .replace(/\{MM\}/g, String(now.getUTCMonth() + 1).padStart(2, '0'))
    .replace(/\{DD\}/g, String(now.getUTCDate()).padStart(2, '0'))
    .replace(/\{(0+)\}/, (_whole, digits: string) => String(number).padStart(digits.length, '0'));
}

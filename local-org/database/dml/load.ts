/** Rows by id, in batches. */
import type { ObjectModel } from '../../schema';
import { quote } from '../sqlite/connection';
import type { Store } from '../store';
import type { Row } from '../types';

export interface LoadedRow { readonly row: Row; readonly deleted: boolean; }

export function loadRows(store: Store, object: ObjectModel, ids: readonly string[]): Map<string, LoadedRow> {
  const table = store.tables.of(object);
  const hidden = table.hiddenDeleted ? ', "IsDeleted"' : '';
  const text = `${table.selectSql.replace(' FROM ', `${hidden} FROM `)} WHERE "Id" IN (SELECT value FROM json_each(?))`;
  const loaded = new Map<string, LoadedRow>();
  for (const stored of store.connection.all(text, [JSON.stringify(ids)])) loaded.set(String(stored.Id), { row: table.decode(stored), deleted: stored.IsDeleted === 1 });
  return loaded;
}

/** Which of these ids are rows, not deleted, for which the condition of the policy holds. */
export function idsWithAccess(store: Store, object: ObjectModel, ids: readonly string[], userId: string, access: 'read' | 'edit' | 'delete' | 'transfer'): ReadonlySet<string> {
  const predicate = store.access?.rowPredicate(userId, object, access, 't0');
  if (!predicate) return new Set(ids);
  const text = `SELECT t0."Id" AS id FROM ${quote(object.name)} AS t0 WHERE t0."Id" IN (SELECT value FROM json_each(?)) AND (${predicate.text})`;
  return new Set(store.connection.all(text, [JSON.stringify(ids), ...predicate.params]).map((row) => String(row.id)));
}

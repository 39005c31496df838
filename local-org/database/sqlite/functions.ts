/** SQL functions that this floor adds to SQLite. */
import type { FormulaCompiler } from '../../formula';
import { localText } from '../soql/dates/zones';
import type { Connection } from './connection';

export function registerFunctions(connection: Connection, formula: FormulaCompiler): void {
  // SQLite's NOCASE and LIKE fold the 26 Latin letters only.
  connection.function('sf_fold', 1, (text) => (text === null ? null : String(text).toLowerCase()), true);
  connection.function('sf_local', 2, (stored, zone) => (stored === null ? null : localText(String(stored), String(zone))), true);
  for (const fn of formula.sqlFunctions) connection.function(fn.name, fn.arity, (...args) => fn.call(...args), fn.deterministic);
}

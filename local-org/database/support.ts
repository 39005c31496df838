/** What this floor supports, read from its own tables. */
import { setupObjects } from './dml/mixed';
import { filterOperations } from './dml/rollups';
import { globalNames } from './globals';
import { behavedObjects } from './standard';
import { functionNames } from './soql/analyse/functions';
import { dateLiteralNames } from './soql/dates/literals';

export function supportList(): Readonly<Record<'SOQL functions' | 'Date literals' | 'Global merge fields' | 'Roll-up filter operations' | 'Set-up objects (mixed DML)' | 'Objects with rules of their own', readonly string[]>> {
  return {
    'SOQL functions': functionNames,
    'Date literals': dateLiteralNames,
    'Global merge fields': globalNames,
    'Roll-up filter operations': filterOperations,
    'Set-up objects (mixed DML)': setupObjects,
    'Objects with rules of their own': behavedObjects,
  };
}

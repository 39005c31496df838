/** What this floor supports, read from its own tables. */
import { globalNames } from './globals';
import { functionNames } from './soql/analyse/functions';
import { dateLiteralNames } from './soql/dates/literals';

export function supportList(): { readonly soqlFunctions: readonly string[]; readonly dateLiterals: readonly string[]; readonly globals: readonly string[] } {
  return { soqlFunctions: functionNames, dateLiterals: dateLiteralNames, globals: globalNames };
}

/** Mutants of the database floor. */
import { conformance, jest } from '../commands';
import type { Mutant } from '../types';

export const DATABASE: readonly Mutant[] = [
  {
    name: 'validation rules are not asked', floor: 'database', file: 'local-org/database/dml/rules.ts', tests: [conformance('aValidationRuleIsADmlException')],
    search: 'if (plan.rules.length === 0) return;', replace: 'if (plan.rules.length >= 0) return;',
  },
  {
    name: 'roll-ups count deleted children', floor: 'database', file: 'local-org/database/dml/rollups.ts', tests: [conformance('changesAndDeletionsAreFollowed')],
    search: 'joinSql([sql(`${columns.base}."IsDeleted" = 0`), sql(`${link} IN', replace: 'joinSql([sql(`${columns.base}."IsDeleted" >= 0`), sql(`${link} IN',
  },
  {
    name: 'a row that another transaction holds can be taken', floor: 'database', file: 'local-org/database/transaction/transactions.ts', tests: [jest('local-org/database/tests')],
    search: 'if (held.length > 0) throw new PlatformError', replace: 'if (held.length > 1e9) throw new PlatformError',
  },
  {
    name: 'guarded fields need no lock', floor: 'database', file: 'local-org/database/dml/guard.ts', tests: [jest('local-org/database/tests')],
    search: "if (!fields || origin.kind !== 'apex' || origin.test) return;", replace: "if (!fields || origin.kind !== 'platform') return;",
  },
];

/** Mutants of the schema floor. */
import { conformance, nodeTests } from '../commands';
import type { Mutant } from '../types';

export const SCHEMA: readonly Mutant[] = [
  {
    name: 'a master-detail on an object with its own sharing is accepted', floor: 'schema', file: 'local-org/schema/build/complete.ts', tests: [nodeTests('local-org/schema/tests/fields')],
    search: 'if (masters.length > 0 && !controlled) throw', replace: 'if (masters.length > 99 && !controlled) throw',
  },
  {
    name: 'lookups to objects that do not exist are accepted', floor: 'schema', file: 'local-org/schema/build/complete.ts', tests: [conformance('a lookup to nothing')],
    search: 'if (!target) throw new SourceError(`referenceTo value', replace: 'if (!target) return name; if (!name) throw new SourceError(`referenceTo value',
  },
];

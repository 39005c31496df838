/** Mutants of the Apex floor. */
import { conformance } from '../commands';
import type { Mutant } from '../types';

export const APEX: readonly Mutant[] = [
  {
    name: 'integers do not wrap', floor: 'apex', file: 'local-org/apex/compiler/expressions/operators.ts', tests: [conformance('integersWrapAtThirtyTwoBits')],
    search: 'return `(${a} ${operator} ${b} | 0)`;', replace: 'return `(${a} ${operator} ${b})`;',
  },
  {
    name: 'limits are counted and not enforced', floor: 'apex', file: 'local-org/apex/runtime/data/limits.ts', tests: [conformance('theQueryAfterAHundredIsALimitException')],
    search: 'if (x.limits[counter] > x.services.caps[counter]) throw', replace: 'if (x.limits[counter] < 0) throw',
  },
];

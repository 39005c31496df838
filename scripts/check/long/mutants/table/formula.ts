/** Mutants of the formula floor. */
import { conformance, jest } from '../commands';
import type { Mutant } from '../types';

export const FORMULA: readonly Mutant[] = [
  {
    name: 'blank numbers of formulas are never zero', floor: 'formula', file: 'local-org/formula/language/checker.ts', tests: [conformance('blanksAreZeroOrBlankAsTheFormulaSays')],
    search: "this.scope.blanks === 'asZero')", replace: "this.scope.blanks === undefined)",
  },
  {
    name: 'order with a blank holds', floor: 'formula', file: 'local-org/formula/language/operators.ts', tests: [jest('local-org/formula/tests')],
    search: 'return !isBlank(a) && !isBlank(b) && holds(compare(a, b));', replace: 'return isBlank(a) || isBlank(b) || holds(compare(a, b));',
  },
  {
    name: 'division by zero gives a number', floor: 'formula', file: 'local-org/formula/language/operators.ts', tests: [jest('local-org/formula/tests')],
    search: "if (b.isZero()) throw new FormulaFault('Division by zero'); return a.div(b);", replace: 'return b.isZero() ? a : a.div(b);',
  },
];

/** Mutants of the formula floor. */
import { conformance, nodeTests } from '../commands';
import type { Mutant } from '../types';

export const FORMULA: readonly Mutant[] = [
  {
    name: 'blank numbers of formulas are never zero', floor: 'formula', file: 'local-org/formula/language/checker.ts', tests: [conformance('blanksAreZeroOrBlankAsTheFormulaSays')],
    search: "this.scope.blanks === 'asZero')", replace: "this.scope.blanks === undefined)",
  },
  {
    name: 'order with a blank holds', floor: 'formula', file: 'local-org/formula/language/operators.ts', tests: [nodeTests('local-org/formula/tests')],
    search: 'return !isBlank(a) && !isBlank(b) && holds(compare(a, b));', replace: 'return isBlank(a) || isBlank(b) || holds(compare(a, b));',
  },
  {
    name: 'division by zero gives a number', floor: 'formula', file: 'local-org/formula/language/operators.ts', tests: [nodeTests('local-org/formula/tests')],
    search: "if (b.isZero()) throw new FormulaFault('Division by zero'); return a.div(b);", replace: 'return b.isZero() ? a : a.div(b);',
  },
  {
    name: 'values of different types are compared', floor: 'formula', file: 'local-org/formula/language/operators.ts', tests: [nodeTests('local-org/formula/tests/errors')],
    search: '  if (left.kind !== right.kind) fail(incorrect(operator, [left.kind], right.kind));\n  if (left.kind === \'text\')', replace: '  if (left.kind === \'text\')',
  },
  {
    name: 'functions take any number of values', floor: 'formula', file: 'local-org/formula/language/checker.ts', tests: [conformance('a formula with a number too few')],
    search: 'if (received >= least && received <= most) return;', replace: 'if (received >= 0 && least <= most) return;',
  },
  {
    name: 'functions take values of any type', floor: 'formula', file: 'local-org/formula/language/checker.ts', tests: [nodeTests('local-org/formula/tests/errors')],
    search: 'if (kinds.includes(arg.kind) || (arg', replace: 'if (kinds.length >= 0 || (arg',
  },
  {
    name: 'a formula of one type fills a field of another', floor: 'formula', file: 'local-org/formula/compiler.ts', tests: [conformance('a formula of the wrong type')],
    search: 'if (wanted !== undefined && wanted !== \'null\' && type !== wanted && type !== \'null\') {', replace: 'if (wanted !== undefined && wanted === \'null\' && type !== wanted) {',
  },
  {
    name: 'picklists are read as text', floor: 'formula', file: 'local-org/formula/language/checker.ts', tests: [conformance('a picklist read as text')],
    search: '    if (words) this.source.fail(', replace: '    if (words?.length === 0) this.source.fail(',
  },
  {
    name: 'functions of rules are used in formula fields', floor: 'formula', file: 'local-org/formula/language/checker.ts', tests: [nodeTests('local-org/formula/tests/errors')],
    search: 'if (entry.uses && !entry.uses.includes(this.scope.use)) this', replace: 'if (entry.uses && entry.uses.length === 0) this',
  },
  {
    name: 'formulas may be of any length', floor: 'formula', file: 'local-org/formula/language/parser.ts', tests: [nodeTests('local-org/formula/tests/errors')],
    search: 'if (length > MAX_LENGTH) source', replace: 'if (length > MAX_LENGTH * 100) source',
  },
  {
    name: 'a rule that cannot be computed lets the record pass', floor: 'formula', file: 'local-org/formula/compiler.ts', tests: [nodeTests('local-org/formula/tests/rules')],
    search: '  if (scope.use !== \'validationRule\') return null;', replace: '  if (scope) return null;',
  },
];

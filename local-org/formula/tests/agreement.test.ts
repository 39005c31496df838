import fc from 'fast-check';
import { formulaCompiler } from '..';
import { context, evaluate, scope, viaSql } from './model';

type Kind = 'number' | 'text' | 'boolean' | 'date';
/** Formulas that are well typed by construction. */
const grammar = fc.letrec<Record<Kind, string>>((tie) => {
  const [number, text, boolean, date] = [tie('number'), tie('text'), tie('boolean'), tie('date')];
  const join = (make: (...parts: string[]) => string, ...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...parts).map((values) => make(...values));
  return {
    number: fc.oneof({ depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('0', '1', '2.5', '100', 'Weight__c', 'NoNumber__c', 'Discount__c', 'Customer__r.Rank__c'),
      join((op, a, b) => `(${a} ${op} ${b})`, fc.constantFrom('+', '-', '*', '/'), number, number),
      join((f, a) => `${f}(${a})`, fc.constantFrom('ABS', 'CEILING', 'MFLOOR', 'SQRT', '-'), number),
      join((a, b) => `ROUND(${a}, ${b})`, number, fc.constantFrom('0', '2', '-1')), join((a) => `LEN(${a})`, text), join((a) => `VALUE(${a})`, text),
      join((t, a, b) => `IF(${t}, ${a}, ${b})`, boolean, number, number), join((a, b) => `(${a} - ${b})`, date, date), join((a) => `YEAR(${a})`, date)),
    text: fc.oneof({ depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('""', '"a\'b"', 'Town__c', 'Empty__c', 'TEXT(Status__c)', 'Owner:User.Email', '"1.5"'),
      join((a, b) => `(${a} & ${b})`, text, text), join((a) => `TEXT(${a})`, number), join((a) => `TEXT(${a})`, date), join((a, b) => `LEFT(${a}, ${b})`, text, number), join((a, b, c) => `SUBSTITUTE(${a}, ${b}, ${c})`, text, text, text),
      join((a, b) => `CASE(${a}, 1, ${b}, "else")`, number, text), join((a, b) => `BLANKVALUE(${a}, ${b})`, text, text)),
    boolean: fc.oneof({ depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('TRUE', 'FALSE', 'Sent__c', 'ISPICKVAL(Status__c, "Open")', 'INCLUDES(Goods__c, "Wood")'),
      join((op, a, b) => `(${a} ${op} ${b})`, fc.constantFrom('=', '<>', '<', '>='), number, number), join((op, a, b) => `(${a} ${op} ${b})`, fc.constantFrom('=', '<>'), text, text), join((a, b) => `(${a} < ${b})`, date, date),
      join((f, a, b) => `${f}(${a}, ${b})`, fc.constantFrom('AND', 'OR'), boolean, boolean), join((a) => `NOT(${a})`, boolean), join((a) => `ISBLANK(${a})`, text), join((a) => `ISBLANK(${a})`, number), join((a, b) => `CONTAINS(${a}, ${b})`, text, text)),
    date: fc.oneof({ depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('Due__c', 'NoDate__c', 'TODAY()', 'DATEVALUE(Left__c)'), join((a, b) => `(${a} + ${b})`, date, number), join((a, b) => `ADDMONTHS(${a}, ${b})`, date, number), join((a, b, c) => `DATE(${a}, ${b}, ${c})`, number, number, number)),
  };
});

describe('the evaluator and SQL', () => {
  const wanted = fc.constantFrom<Kind>('number', 'text', 'boolean', 'date');
  test('agree on any well typed formula, with blanks either way', () => {
    // GIVEN formulas well typed by construction
    const formulas = wanted.chain((kind) => fc.tuple(fc.constant(kind), grammar[kind]));
    fc.assert(fc.property(formulas, fc.constantFrom('asZero' as const, 'asBlank' as const), ([kind, source], blanks) => {
      fc.pre(source.length <= 3900);
      // WHEN both run; THEN they compile to the type built, and give one result
      const more = { blanks, wanted: kind };
      const result = evaluate(source, more);
      expect(viaSql(source, more)).toEqual(typeof result === 'boolean' ? Number(result) : result);
      expect([kind === 'text' ? 'string' : kind === 'date' ? 'string' : kind, 'object']).toContain(typeof result);
    }), { numRuns: 600, seed: 11 });
  });

  test('obey the laws of the language on any formula', () => {
    // GIVEN any condition and numbers; WHEN rewritten by a law; THEN nothing changes
    fc.assert(fc.property(grammar.boolean, grammar.number, grammar.number, (test, a, b) => {
      fc.pre(2 * (test.length + a.length + b.length) < 3000);
      const run = (source: string): unknown => formulaCompiler.compile(source, scope()).evaluate(context());
      expect(run(`IF(${test}, ${a}, ${b})`)).toEqual(run(`IF(NOT(${test}), ${b}, ${a})`));
      expect(run(`${a} + ${b}`)).toEqual(run(`${b} + ${a}`));
      expect(run(`(${a}) < (${b})`)).toEqual(run(`(${b}) > (${a})`));
    }), { numRuns: 300, seed: 5 });
  });
});

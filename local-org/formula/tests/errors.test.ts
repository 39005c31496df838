import fc from 'fast-check';
import { NotModelledError, PlatformError, SourceError } from '../../schema';
import { formulaCompiler, type FormulaScope } from '..';
import { cases } from './cases';
import { context, scope, shipment } from './model';

const problem = (source: string, more: Partial<FormulaScope> = {}): { message: string; line?: number; column?: number } => {
  try {
    formulaCompiler.compile(source, scope(more));
  } catch (error) {
    if (error instanceof SourceError) return { message: error.problem, line: error.position?.line, column: error.position?.column };
    throw error;
  }
  return { message: 'compiled' };
};

describe('wrong formulas are refused in the words of the platform', () => {
  const wrong: readonly [source: string, message: string, more?: Partial<FormulaScope>][] = [
    ['Wieght__c + 1', 'Field Wieght__c does not exist. Check spelling.'],
    ['Customer__r.Nmae', 'Field Customer__r.Nmae does not exist. Check spelling.'],
    ['Customer__c.Name', 'Field Customer__c.Name does not exist. Check spelling.'],
    ['Owner.Email', 'Field Owner.Email does not exist. Check spelling.'],
    ['Owner:Account.Name', 'Field Owner:Account.Name does not exist. Check spelling.'],
    ['$Label.Farewell', 'Field $Label.Farewell does not exist. Check spelling.'],
    ['$Permission.Nope', 'Field $Permission.Nope does not exist. Check spelling.'],
    ['$CustomMetadata.Rate__mdt.Nope.Value__c', 'Field $CustomMetadata.Rate__mdt.Nope.Value__c does not exist. Check spelling.'],
    ['$User.Nope', 'Field $User.Nope does not exist. Check spelling.'],
    ['FOO(1)', 'Unknown function FOO. Check spelling.'],
    ['POWER(2, 3)', 'Function POWER may not be used in this type of formula'],
    ['ISNEW()', 'Function ISNEW may not be used in this type of formula'],
    ['REGEX(Town__c, "a")', 'Function REGEX may not be used in this type of formula'],
    ['HYPERLINK("a", "b") = ""', 'Function HYPERLINK may not be used in this type of formula', { use: 'validationRule' }],
    ['Town__c', 'Field Town__c may not be used in this type of formula', { use: 'default' }],
    ['LEN(1)', "Incorrect parameter type for function 'LEN()'. Expected Text, received Number"],
    ['ROUND("1", 2)', "Incorrect parameter type for function 'ROUND()'. Expected Number, received Text"],
    ['IF(Sent__c, 1, "a")', "Incorrect parameter type for function 'IF()'. Expected Number, received Text"],
    ['LEFT("a")', "Incorrect number of parameters for function 'LEFT()'. Expected 2, received 1"],
    ['TODAY(1)', "Incorrect number of parameters for function 'TODAY()'. Expected 0, received 1"],
    ['CASE(1, 2, 3, 4, 5)', "Incorrect number of parameters for function 'CASE()'. Expected 6, received 5"],
    ['Town__c = 1', "Incorrect parameter type for operator '='. Expected Text, received Number"],
    ['1 - "a"', "Incorrect parameter type for operator '-'. Expected Number, received Text"],
    ['"a" - 1', "Incorrect parameter type for operator '-'. Expected Number, Date, DateTime, Time, received Text"],
    ['Due__c * 2', "Incorrect parameter type for operator '*'. Expected Number, received Date"],
    ['1 & "a"', "Incorrect parameter type for operator '&'. Expected Text, received Number"],
    ['TRUE < FALSE', "Incorrect parameter type for operator '<'. Expected Number, Date, DateTime, received Boolean"],
    ['Status__c = "Open"', 'Field Status__c is a picklist field. Picklist fields are only supported in certain functions.'],
    ['Status__c', 'Field Status__c is a picklist field. Picklist fields are only supported in certain functions.'],
    ['CONTAINS(Goods__c, "a")', 'Field Goods__c is a multi-select picklist field. Multi-select picklist fields are only supported in certain functions.'],
    ['ISPICKVAL(Status__c, Town__c)', "Incorrect parameter type for function 'ISPICKVAL()'. Expected Text literal, received Text"],
    ['ISPICKVAL(Town__c, "a")', "Incorrect parameter type for function 'ISPICKVAL()'. Expected Picklist, received Text"],
    ['Notes__c', 'You referenced an unsupported field type called "Long Text Area" using the following field: Notes__c'],
    ['Weight__c', 'Formula result is data type (Number), incompatible with expected data type (true or false).', { wanted: 'boolean' }],
    ['(1 + 2', "Syntax error. Missing ')'"], ['1 + 2)', "Syntax error. Extra ')'"], ['1 2', 'Syntax error. Extra 2'], ['1 +', 'Syntax error. Found end of formula'], ['* 2', "Syntax error. Found '*'"],
    ['"abc', "Syntax error. Missing '\"'"], ['"a\\d"', "Syntax error. Found '\\d'"], ['1 ; 2', "Syntax error. Found ';'"], ['', 'Syntax error. Formula is empty'], ['1 /* never closed', "Syntax error. Missing '*/'"],
    ['REGEX(Town__c, "[")', 'Invalid regular expression: Invalid regular expression: /^(?:[)$/: Unterminated character class', { use: 'validationRule' }],
    ['$Setup.Rules__c.Limit__c', 'The local org does not model $Setup in formulas. See docs/local-org-gaps.md.'],
  ];
  test.each(wrong.map(([source, message, more]) => ({ source, message, more })))('$source: $message', ({ source, message, more }) => {
    expect(problem(source, more).message).toBe(message);
  });

  test('line and column are those of the wrong name, lines counted on from where the formula stands', () => {
    // GIVEN a formula at line 40 of its file; WHEN its second line names an unknown field
    const found = problem('Weight__c +\n  Wieght__c', { position: { file: 'Heavy__c.field-meta.xml', line: 40, column: 5 } });
    // THEN the error points there
    expect(found).toEqual({ message: 'Field Wieght__c does not exist. Check spelling.', line: 41, column: 3 });
  });

  test('two thousand broken formulas fail as source errors, or compile and evaluate, and never otherwise', () => {
    // GIVEN the good formulas of the cases, cut, spliced and littered
    const pieces = fc.constantFrom(...cases.map(([source]) => source));
    const litter = fc.constantFrom('(', ')', ',', '"', "'", '\\', '&&', '-', '^', '/*', '*/', '$', '.', 'NULL', 'IF(', '1e999', '\u0000', '🚚', '__c', ':', '[', '(?i)');
    const broken = fc.tuple(pieces, pieces, fc.nat(60), fc.nat(60), fc.array(litter, { maxLength: 3 })).map(([a, b, cut, from, junk]) => a.slice(0, cut) + junk.join('') + b.slice(from));
    const fates = { refused: 0, compiled: 0 };
    // WHEN each is compiled
    fc.assert(fc.property(broken, fc.constantFrom<FormulaScope['use']>('formulaField', 'validationRule', 'default', 'filter'), (source, use) => {
      try {
        formulaCompiler.compile(source, scope({ use })).evaluate(context());
        fates.compiled++;
      } catch (error) {
        // THEN what fails is wrong source, or a rule that cannot be computed
        if (!(error instanceof SourceError) && !(error instanceof PlatformError)) throw error;
        fates.refused++;
      }
    }), { numRuns: 2000, seed: 7 });
    expect(fates.refused).toBeGreaterThan(1000);
  });

  test('formulas of more than 3,900 characters are refused', () => {
    expect(problem(`"${'a'.repeat(3899)}"`).message).toBe('Formula is too long (3,901 characters). Maximum length is 3,900 characters.');
    expect(problem(`"${'a'.repeat(3898)}"`).message).toBe('compiled');
  });

  test('nesting and chains beyond reason are refused by name', () => {
    expect(() => formulaCompiler.compile('('.repeat(1500) + '1' + ')'.repeat(1500), scope())).toThrow(NotModelledError);
    expect(() => formulaCompiler.compile('-'.repeat(3000) + '1', scope())).toThrow(NotModelledError);
    expect(() => formulaCompiler.compile(`1${'+1'.repeat(1900)}`, scope())).toThrow(NotModelledError);
  });

  test('a formula without an object has no fields', () => {
    expect(problem('Town__c', { object: undefined }).message).toBe('Field Town__c does not exist. Check spelling.');
    expect(shipment.field('town__C')?.name).toBe('Town__c');
  });
});

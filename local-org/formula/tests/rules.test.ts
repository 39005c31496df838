import { NotModelledError } from '../../schema';
import { formulaCompiler, type FormulaValue } from '..';
import { context, evaluate, scope, viaSql } from './model';

const rule = (source: string, more: Parameters<typeof context>[0] = {}): FormulaValue =>
  formulaCompiler.compile(source, scope({ use: 'validationRule', wanted: 'boolean', name: 'Weight_Limit' })).evaluate(context(more));

describe('validation rules', () => {
  // https://help.salesforce.com/s/articleView?id=platform.customize_functions_ischanged.htm, ..._priorvalue.htm, ..._isnew.htm
  test('see the record before the change', () => {
    // GIVEN a record whose status and weight change; WHEN rules ask; THEN they see both sides
    const update = { before: { Status__c: 'Draft', Weight__c: 10 } };
    expect(rule('ISCHANGED(Status__c)', update)).toBe(true);
    expect(rule('ISCHANGED(Town__c)', update)).toBe(false);
    expect(rule('ISPICKVAL(PRIORVALUE(Status__c), "Draft")', update)).toBe(true);
    expect(rule('PRIORVALUE(Weight__c) < Weight__c', update)).toBe(true);
    expect(rule('ISNEW()', update)).toBe(false);
  });

  test('a new record is new and nothing of it has changed', () => {
    expect(rule('ISNEW()', { isNew: true })).toBe(true);
    expect(rule('ISCHANGED(Status__c)', { isNew: true, before: { Status__c: 'Draft' } })).toBe(false);
  });

  test('a blank that becomes empty text has not changed', () => {
    expect(rule('ISCHANGED(Town__c)', { record: { Town__c: null }, before: { Town__c: '' } })).toBe(false);
  });

  test('a rule that cannot be computed refuses the save and names itself', () => {
    expect(() => rule('1 / 0 = 1')).toThrow('Validation Formula "Weight_Limit" Invalid (Division by zero)');
    expect(() => rule('1 / 0 = 1')).toThrow(expect.objectContaining({ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }));
    // Operands that no longer matter are never computed.
    expect(rule('AND(FALSE, 1 / 0 = 1)')).toBe(false);
  });

  // https://help.salesforce.com/s/articleView?id=platform.customize_functions_regex.htm
  test.each<[string, boolean]>([
    ['REGEX("12345", "\\\\d{5}(-\\\\d{4})?")', true], ['REGEX("12345-", "\\\\d{5}(-\\\\d{4})?")', false], ['REGEX("k1a 0b1", "((?i)[A-Z]\\\\d[A-Z]?\\\\s?\\\\d[A-Z]\\\\d)?")', true], ['REGEX(Empty__c, "(a)?")', true], ['REGEX("ab", Empty__c & "a.")', true],
  ])('%s is %p', (source, expected) => {
    expect(rule(source)).toBe(expected);
  });

  test('may read long text, and find blanks as blanks', () => {
    expect(rule('LEN(Notes__c) = 4')).toBe(true);
    expect(rule('ISBLANK(NoNumber__c)')).toBe(true);
  });

  test('formulas about the change have no SQL', () => {
    expect(() => formulaCompiler.toSql('ISNEW()', scope({ use: 'validationRule' }), () => 'NULL')).toThrow(NotModelledError);
  });
});

describe('blanks, percents, results', () => {
  // https://help.salesforce.com/s/articleView?id=platform.customize_functions_isblank.htm
  test.each<[string, FormulaValue, FormulaValue]>([
    ['NoNumber__c + 5', 5, null], ['NoNumber__c = 0', true, false], ['ISBLANK(NoNumber__c)', false, true], ['-NoNumber__c', 0, null], ['IF(NoNumber__c < 5, 1, 2)', 1, 2], ['NoDate__c + 1', null, null],
  ])('%s is %p with blanks as zeros and %p with blanks as blanks', (source, asZero, asBlank) => {
    expect(evaluate(source, { blanks: 'asZero' })).toBe(asZero);
    expect(evaluate(source, { blanks: 'asBlank' })).toBe(asBlank);
    expect(viaSql(source, { blanks: 'asZero' })).toBe(typeof asZero === 'boolean' ? Number(asZero) : asZero);
  });

  test('a percent field reads as a fraction and is written back in hundredths', () => {
    expect(evaluate('Discount__c * 2', { percent: true })).toBe(20);
    expect(viaSql('Discount__c * 2', { percent: true })).toBe(20);
  });

  test('text results end at 1,300 characters', () => {
    expect(evaluate('LPAD("x", 2000, "y")')).toHaveLength(1300);
  });

  test('every field path read is listed once, in canonical case', () => {
    const compiled = formulaCompiler.compile('CUSTOMER__R.OWNER.NAME & customer__r.owner.name & TEXT(weight__c) & $user.id', scope());
    expect(compiled.paths).toEqual([['Customer__r', 'Owner', 'Name'], ['Weight__c'], ['$User', 'Id']]);
    expect(compiled.type).toBe('text');
  });

  test('SQL names only the columns it needs, and the clock only where it is read', () => {
    const asked: string[] = [];
    const column = (path: readonly string[]): string => { asked.push(path.join('.')); return 'NULL'; };
    formulaCompiler.toSql('Weight__c + Weight__c', scope(), column);
    formulaCompiler.toSql('Due__c < TODAY()', scope(), column);
    expect(asked).toEqual(['Weight__c', '$Now', '$TimeZone', 'Due__c']);
  });

  test('field types have formula types; those without are refused', () => {
    expect([formulaCompiler.typeOf('multipicklist'), formulaCompiler.typeOf('percent'), formulaCompiler.typeOf('reference')]).toEqual(['text', 'number', 'text']);
    expect(() => formulaCompiler.typeOf('base64')).toThrow(NotModelledError);
  });
});

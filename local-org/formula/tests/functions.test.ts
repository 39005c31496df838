import { formulaCompiler, supportList } from '..';
import { cases } from './cases';
import { evaluate, scope, viaSql } from './model';

describe('each function as its documentation page says', () => {
  test.each(cases)('%s gives %p', (source, expected) => {
    // GIVEN the record of the test model; WHEN the formula runs in both backends
    const inScript = evaluate(source);
    const inSql = viaSql(source);
    // THEN both give what is documented
    expect(inScript).toEqual(expected);
    expect(inSql).toEqual(typeof expected === 'boolean' ? Number(expected) : expected);
  });

  test('no function of the table goes without a case', () => {
    // GIVEN the table; WHEN its names are sought in the cases
    const text = cases.map(([source]) => source.toUpperCase()).join('\n');
    const onlyInRules = ['ISNEW', 'ISCHANGED', 'PRIORVALUE', 'REGEX'];
    const missing = supportList().supported.map((each) => each.name).filter((name) => !onlyInRules.includes(name) && !text.includes(`${name}(`));
    // THEN none is missing
    expect(missing).toEqual([]);
  });

  test.each(supportList().refused)('%s is refused by name', (name) => {
    expect(() => formulaCompiler.compile(`${name}()`, scope())).toThrow(`does not model the formula function ${name}`);
  });
});

/** Integer, Long, Decimal, Double, Math: examples of the Apex Reference Guide. */
import { ApexDouble, ApexEnumValue, type ApexDecimal } from '../../runtime/values';
import { platformClasses } from '..';
import { call, decimal, execution, table } from './support';

const mode = (name: string): ApexEnumValue => ApexEnumValue.of('RoundingMode', name, (platformClasses.get('roundingmode')?.values ?? []).indexOf(name));

describe('Decimal', () => {
  table('Decimal', [
    ['Decimal divide(Decimal divisor, Integer scale)', [decimal('19'), decimal('100'), 3], '0.190'],
    ['Decimal setScale(Integer scale)', [decimal('2.345'), 2], '2.34'],
    ['Decimal setScale(Integer scale)', [decimal('2.355'), 2], '2.36'],
    ['Decimal setScale(Integer scale, System.RoundingMode mode)', [decimal('-1.15'), 1, mode('HALF_UP')], '-1.2'],
    ['Decimal setScale(Integer scale, System.RoundingMode mode)', [decimal('-1.15'), 1, mode('HALF_DOWN')], '-1.1'],
    ['Decimal setScale(Integer scale, System.RoundingMode mode)', [decimal('1.11'), 1, mode('CEILING')], '1.2'],
    ['Decimal setScale(Integer scale, System.RoundingMode mode)', [decimal('-1.19'), 1, mode('FLOOR')], '-1.2'],
    ['Long round()', [decimal('5.5')], '6'],
    ['Long round()', [decimal('2.5')], '2'],
    ['Integer precision()', [decimal('123.4500')], '7'],
    ['Decimal stripTrailingZeros()', [decimal('1.000')], '1'],
    ['String toPlainString()', [decimal('0.00000012')], '0.00000012'],
    ['Decimal pow(Integer exponent)', [decimal('4.12'), 2], '16.9744'],
    ['static Decimal valueOf(String text)', ['12.4567'], '12.4567'],
    ['Integer intValue()', [decimal('-7.9')], '-7'],
  ]);
  test('GIVEN text that is no number WHEN it is read THEN TypeException', () => {
    expect(() => call(execution(), 'Decimal', 'static Decimal valueOf(String text)', '12,5')).toThrow(expect.objectContaining({ apexType: 'TypeException', message: 'Invalid decimal: 12,5' }));
  });
  test('GIVEN rounding that is refused WHEN a digit would be lost THEN MathException', () => {
    expect(() => call(execution(), 'Decimal', 'Decimal setScale(Integer scale, System.RoundingMode mode)', decimal('1.15'), 1, mode('UNNECESSARY'))).toThrow('Rounding necessary');
  });
});

describe('Integer and Long', () => {
  table('Integer', [['static Integer valueOf(String text)', ['123'], '123'], ['static Integer valueOf(Object value)', [decimal('12.9')], '12'], ['String format()', [1234567], '1,234,567']]);
  table('Integer', [['String format()', [1234567], '1.234.567']], { locale: 'de_DE' });
  test.each(['12.5', 'abc', '2147483648', ''])('GIVEN %p WHEN it is read as Integer THEN TypeException', (text) => {
    expect(() => call(execution(), 'Integer', 'static Integer valueOf(String text)', text)).toThrow(`Invalid integer: ${text}`);
  });
  table('Long', [['static Long valueOf(String text)', ['9223372036854775807'], '9223372036854775807'], ['Integer intValue()', [4294967297n], '1']]);
});

describe('Math', () => {
  table('Math', [
    ['static Integer mod(Integer value, Integer divisor)', [-12, 5], '-2'],
    ['static Integer round(Decimal value)', [decimal('4.5')], '5'],
    ['static Integer round(Decimal value)', [decimal('-4.5')], '-5'],
    ['static Double rint(Double value)', [new ApexDouble(2.5)], '2.0'],
    ['static Decimal ceil(Decimal value)', [decimal('4.1')], '5'],
    ['static Long max(Long left, Long right)', [3n, 2n], '3'],
    ['static Integer min(Integer left, Integer right)', [3, 2], '2'],
    ['static Double sqrt(Double value)', [new ApexDouble(4)], '2.0'],
  ]);
  test('GIVEN a divisor of 0 WHEN mod is asked THEN MathException', () => {
    expect(() => call(execution(), 'Math', 'static Integer mod(Integer value, Integer divisor)', 1, 0)).toThrow('Divide by 0');
  });
});

describe('the division of Decimals', () => {
  test.each([
    ['10', '4', '2.5'], ['5.00', '2', '2.50'], ['1', '3', '0.3333333333333333333333333333333333'], ['2', '3', '0.6666666666666666666666666666666667'], ['1000000', '0.001', '1000000000'], ['0.0', '7', '0.0'], ['-1', '8', '-0.125'],
  ])('%s / %s is %s', (left, right, expected) => expect((decimal(left) as ApexDecimal).divide(decimal(right)).toString()).toBe(expected));
});

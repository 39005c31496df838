/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_math.htm */
import type { PlatformClass } from '../../runtime/types';
import { ApexDecimal, ApexDouble, ApexException, required } from '../../runtime/values';
import { decimalOf, doubleOf } from './decimals';

type Member = NonNullable<PlatformClass['members']>[string];
type Table = Record<string, Member>;

/** A function of Double and of Decimal, both by IEEE arithmetic. */
function ofReal(name: string, compute: (value: number) => number): Table {
  return {
    [`static Double ${name}(Double value)`]: (_x, value) => new ApexDouble(compute(doubleOf(value).v)),
    [`static Decimal ${name}(Decimal value)`]: (_x, value) => ApexDecimal.fromNumber(compute(decimalOf(value).toNumber())),
  };
}
/** The larger or smaller of two numbers, one overload for each type. */
function choice(name: 'max' | 'min'): Table {
  const sign = name === 'max' ? 1 : -1;
  const pick = <T>(left: T, right: T, compare: number): T => (compare * sign >= 0 ? left : right);
  return {
    [`static Integer ${name}(Integer left, Integer right)`]: (_x, left: number, right: number) => pick(required(left), required(right), left - right),
    [`static Long ${name}(Long left, Long right)`]: (_x, left, right) => pick(BigInt(required(left)), BigInt(required(right)), BigInt(left) < BigInt(right) ? -1 : 1),
    [`static Double ${name}(Double left, Double right)`]: (_x, left, right) => pick(doubleOf(left), doubleOf(right), doubleOf(left).v - doubleOf(right).v),
    [`static Decimal ${name}(Decimal left, Decimal right)`]: (_x, left, right) => pick(decimalOf(left), decimalOf(right), decimalOf(left).compare(decimalOf(right))),
  };
}
/** To the nearest even integer where two are equally near. */
function rint(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest < 0.5 ? floor : rest > 0.5 ? floor + 1 : floor % 2 === 0 ? floor : floor + 1;
}
function remainder(left: bigint, right: bigint): bigint {
  if (right === 0n) throw new ApexException('MathException', 'Divide by 0');
  return left % right;
}

export const MATH: PlatformClass = {
  name: 'Math',
  members: {
    'static Double E { get; }': () => new ApexDouble(Math.E),
    'static Double PI { get; }': () => new ApexDouble(Math.PI),
    'static Integer abs(Integer value)': (_x, value: number) => Math.abs(required(value)) | 0,
    'static Long abs(Long value)': (_x, value) => BigInt.asIntN(64, BigInt(required(value)) < 0n ? -BigInt(value) : BigInt(value)),
    'static Double abs(Double value)': (_x, value) => new ApexDouble(Math.abs(doubleOf(value).v)),
    'static Decimal abs(Decimal value)': (_x, value) => decimalOf(value).abs(),
    ...choice('max'),
    ...choice('min'),
    ...ofReal('acos', Math.acos), ...ofReal('asin', Math.asin), ...ofReal('atan', Math.atan), ...ofReal('cbrt', Math.cbrt), ...ofReal('cos', Math.cos), ...ofReal('cosh', Math.cosh), ...ofReal('exp', Math.exp), ...ofReal('log', Math.log),
    ...ofReal('log10', Math.log10), ...ofReal('signum', Math.sign), ...ofReal('sin', Math.sin), ...ofReal('sinh', Math.sinh), ...ofReal('sqrt', Math.sqrt), ...ofReal('tan', Math.tan), ...ofReal('tanh', Math.tanh), ...ofReal('rint', rint),
    'static Double atan2(Double y, Double x)': (_x, y, x) => new ApexDouble(Math.atan2(doubleOf(y).v, doubleOf(x).v)),
    'static Double ceil(Double value)': (_x, value) => new ApexDouble(Math.ceil(doubleOf(value).v)),
    'static Decimal ceil(Decimal value)': (_x, value) => decimalOf(value).setScale(0, 'CEILING'),
    'static Double floor(Double value)': (_x, value) => new ApexDouble(Math.floor(doubleOf(value).v)),
    'static Decimal floor(Decimal value)': (_x, value) => decimalOf(value).setScale(0, 'FLOOR'),
    'static Integer mod(Integer value, Integer divisor)': (_x, value: number, divisor: number) => Number(remainder(BigInt(required(value)), BigInt(required(divisor)))),
    'static Long mod(Long value, Long divisor)': (_x, value, divisor) => remainder(BigInt(required(value)), BigInt(required(divisor))),
    'static Double pow(Double base, Double exponent)': (_x, base, exponent) => new ApexDouble(doubleOf(base).v ** doubleOf(exponent).v),
    'static Double random()': () => new ApexDouble(Math.random()),
    'static Integer round(Double value)': (_x, value) => Math.floor(doubleOf(value).v + 0.5) | 0,
    'static Integer round(Decimal value)': (_x, value) => Number(decimalOf(value).round('HALF_UP')) | 0,
    'static Long roundToLong(Double value)': (_x, value) => BigInt(Math.floor(doubleOf(value).v + 0.5)),
    'static Long roundToLong(Decimal value)': (_x, value) => decimalOf(value).round('HALF_UP'),
  },
};

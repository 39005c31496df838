/** Integer, Long, Boolean. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_integer.htm and its neighbours */
import type { ApexValue, Execution, PlatformClass } from '../../runtime/types';
import { ApexDecimal, ApexDouble, ApexException, concatText, numeric, required } from '../../runtime/values';
import { formatNumber } from './format';

const INT = 2147483647;

function integerOf(value: ApexValue): number {
  if (typeof required(value) === 'number') return value;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
  if (value instanceof ApexDecimal) return Number(BigInt.asIntN(32, value.truncated()));
  if (value instanceof ApexDouble) return Math.trunc(value.v) | 0;
  if (typeof value === 'string') {
    const number = /^[+-]?\d+$/.test(value.trim()) ? Number(value) : NaN;
    if (!(Math.abs(number) <= INT || number === -INT - 1)) throw new ApexException('TypeException', `Invalid integer: ${value}`);
    return number;
  }
  throw new ApexException('TypeException', `Invalid integer: ${concatText(value)}`);
}
function longOf(value: ApexValue): bigint {
  if (typeof required(value) === 'bigint') return value;
  if (typeof value === 'string') {
    const number = /^[+-]?\d+$/.test(value.trim()) ? BigInt(value.trim().replace('+', '')) : undefined;
    if (number === undefined || BigInt.asIntN(64, number) !== number) throw new ApexException('TypeException', `Invalid long: ${value}`);
    return number;
  }
  const number = numeric(value);
  if (!number) throw new ApexException('TypeException', `Invalid long: ${concatText(value)}`);
  return BigInt.asIntN(64, number.truncated());
}

const inLocale = (x: Execution, value: number | bigint): string => formatNumber(String(value), x.services.locale);

export const INTEGER: PlatformClass = {
  name: 'Integer',
  members: {
    'static Integer MAX_VALUE { get; }': () => INT,
    'static Integer MIN_VALUE { get; }': () => -INT - 1,
    'static Integer valueOf(String text)': (_x, text: string) => integerOf(text),
    'static Integer valueOf(Object value)': (_x, value) => integerOf(value),
    'String format()': (x, value: number) => inLocale(x, value),
    'Integer intValue()': (_x, value: number) => value,
  },
};
export const LONG: PlatformClass = {
  name: 'Long',
  members: {
    'static Long MAX_VALUE { get; }': () => 9223372036854775807n,
    'static Long MIN_VALUE { get; }': () => -9223372036854775808n,
    'static Long valueOf(String text)': (_x, text: string) => longOf(text),
    'static Long valueOf(Object value)': (_x, value) => longOf(value),
    'String format()': (x, value: bigint | number) => inLocale(x, value),
    'Integer intValue()': (_x, value: bigint | number) => integerOf(value),
  },
};
export const BOOLEAN: PlatformClass = {
  name: 'Boolean',
  members: {
    'static Boolean valueOf(Object value)': (_x, value) => {
      if (typeof required(value) === 'boolean') return value;
      if (typeof value === 'string') return value.toLowerCase() === 'true';
      throw new ApexException('TypeException', `Invalid boolean: ${concatText(value)}`);
    },
  },
};
export { integerOf, longOf };

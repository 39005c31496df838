/** Decimal and Double. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_decimal.htm and ..._double.htm */
import type { ApexValue, PlatformClass } from '../../runtime/types';
import { ApexDecimal, ApexDouble, ApexException, concatText, numeric, required, type ApexEnumValue, type Rounding } from '../../runtime/values';
import { formatNumber } from './format';

/** Rounding of a RoundingMode value. */
export const roundingOf = (mode: ApexEnumValue): Rounding => required(mode).name as Rounding;

export function decimalOf(value: ApexValue): ApexDecimal {
  if (typeof required(value) === 'string') {
    try {
      return ApexDecimal.fromString(value);
    } catch {
      throw new ApexException('TypeException', `Invalid decimal: ${value}`);
    }
  }
  const number = numeric(value);
  if (!number) throw new ApexException('TypeException', `Invalid decimal: ${concatText(value)}`);
  return number;
}
export function doubleOf(value: ApexValue): ApexDouble {
  if (required(value) instanceof ApexDouble) return value;
  if (typeof value === 'string') {
    const number = value.trim() === '' ? NaN : Number(value);
    if (Number.isNaN(number)) throw new ApexException('TypeException', `Invalid double: ${value}`);
    return new ApexDouble(number);
  }
  const number = numeric(value);
  if (!number) throw new ApexException('TypeException', `Invalid double: ${concatText(value)}`);
  return new ApexDouble(number.toNumber());
}

/** A receiver of static type Decimal or Double may hold a narrower number. */
const d = (value: ApexValue): ApexDecimal => (value instanceof ApexDecimal ? value : decimalOf(value));
const f = (value: ApexValue): number => (value instanceof ApexDouble ? value.v : doubleOf(value).v);
const int = (value: bigint): number => Number(BigInt.asIntN(32, value));
const long = (value: bigint): bigint => BigInt.asIntN(64, value);

export const DECIMAL: PlatformClass = {
  name: 'Decimal',
  members: {
    'static Decimal valueOf(Double value)': (_x, value) => decimalOf(value),
    'static Decimal valueOf(Long value)': (_x, value) => decimalOf(value),
    'static Decimal valueOf(String text)': (_x, text: string) => decimalOf(text),
    'Decimal abs()': (_x, value) => d(value).abs(),
    'Decimal divide(Decimal divisor, Integer scale)': (_x, value, divisor, scale: number) => d(value).divideTo(d(divisor), scale),
    'Decimal divide(Decimal divisor, Integer scale, System.RoundingMode mode)': (_x, value, divisor, scale: number, mode: ApexEnumValue) => d(value).divideTo(d(divisor), scale, roundingOf(mode)),
    'Double doubleValue()': (_x, value) => new ApexDouble(d(value).toNumber()),
    'String format()': (x, value) => formatNumber(d(value).toPlainString(), x.services.locale),
    'Integer intValue()': (_x, value) => int(d(value).truncated()),
    'Long longValue()': (_x, value) => long(d(value).truncated()),
    'Decimal pow(Integer exponent)': (_x, value, exponent: number) => d(value).pow(exponent),
    'Integer precision()': (_x, value) => d(value).precision,
    'Long round()': (_x, value) => long(d(value).round()),
    'Long round(System.RoundingMode mode)': (_x, value, mode: ApexEnumValue) => long(d(value).round(roundingOf(mode))),
    'Integer scale()': (_x, value) => d(value).scale,
    'Decimal setScale(Integer scale)': (_x, value, scale: number) => d(value).setScale(scale),
    'Decimal setScale(Integer scale, System.RoundingMode mode)': (_x, value, scale: number, mode: ApexEnumValue) => d(value).setScale(scale, roundingOf(mode)),
    'Decimal stripTrailingZeros()': (_x, value) => d(value).stripTrailingZeros(),
    'String toPlainString()': (_x, value) => d(value).toPlainString(),
  },
};
export const DOUBLE: PlatformClass = {
  name: 'Double',
  members: {
    'static Double valueOf(Object value)': (_x, value) => doubleOf(value),
    'String format()': (x, value) => formatNumber(decimalOf(value).toPlainString(), x.services.locale),
    'Integer intValue()': (_x, value) => Math.trunc(f(value)) | 0,
    'Long longValue()': (_x, value) => BigInt.asIntN(64, BigInt(Math.trunc(f(value)))),
    'Long round()': (_x, value) => BigInt(Math.floor(f(value) + 0.5)),
  },
};

/** Decimal: an unscaled integer and a scale, as the platform's Decimal (java.math.BigDecimal). */
import { ApexException } from './exception';

export type Rounding = 'CEILING' | 'DOWN' | 'FLOOR' | 'HALF_DOWN' | 'HALF_EVEN' | 'HALF_UP' | 'UNNECESSARY' | 'UP';

/** Significant digits kept by a division that does not end. */
const DIVISION_DIGITS = 34;

const pow10 = (exponent: number): bigint => 10n ** BigInt(exponent);
const absolute = (value: bigint): bigint => (value < 0n ? -value : value);
const digitsOf = (value: bigint): number => absolute(value).toString().length;

/** Quotient of two integers, rounded. */
function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  if (rest === 0n) return quotient;
  const away = dividend < 0n === divisor < 0n ? 1n : -1n;
  const twice = absolute(rest) * 2n;
  const half = twice === absolute(divisor) ? 0 : twice > absolute(divisor) ? 1 : -1;
  switch (rounding) {
    case 'UP': return quotient + away;
    case 'DOWN': return quotient;
    case 'CEILING': return away > 0n ? quotient + 1n : quotient;
    case 'FLOOR': return away < 0n ? quotient - 1n : quotient;
    case 'HALF_UP': return half >= 0 ? quotient + away : quotient;
    case 'HALF_DOWN': return half > 0 ? quotient + away : quotient;
    case 'HALF_EVEN': return half > 0 || (half === 0 && quotient % 2n !== 0n) ? quotient + away : quotient;
    case 'UNNECESSARY': throw new ApexException('MathException', 'Rounding necessary');
  }
}

export class ApexDecimal {
  constructor(readonly unscaled: bigint, readonly scale: number) {}

  static readonly ZERO = new ApexDecimal(0n, 0);

  /** Throws TypeException for text that is no number. */
  static fromString(text: string): ApexDecimal {
    const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?\s*$/.exec(text);
    if (!match || (!match[2] && !match[3])) throw new ApexException('TypeException', `Invalid decimal: ${text}`);
    const [, sign, whole = '', fraction = '', exponent] = match;
    const unscaled = BigInt(`${whole}${fraction}` || '0') * (sign === '-' ? -1n : 1n);
    return new ApexDecimal(unscaled, fraction.length - Number(exponent ?? 0)).withoutNegativeScale();
  }
  /** By the shortest text of the number, as Decimal.valueOf(Double) does. */
  static fromNumber(value: number): ApexDecimal {
    if (Number.isInteger(value) && Math.abs(value) < 1e21) return new ApexDecimal(BigInt(value), 0);
    return ApexDecimal.fromString(String(value));
  }
  static of(value: number | bigint): ApexDecimal {
    return typeof value === 'bigint' ? new ApexDecimal(value, 0) : ApexDecimal.fromNumber(value);
  }

  private withoutNegativeScale(): ApexDecimal {
    return this.scale >= 0 ? this : new ApexDecimal(this.unscaled * pow10(-this.scale), 0);
  }
  private at(scale: number): bigint {
    return this.unscaled * pow10(scale - this.scale);
  }

  add(other: ApexDecimal): ApexDecimal {
    const scale = Math.max(this.scale, other.scale);
    return new ApexDecimal(this.at(scale) + other.at(scale), scale);
  }
  subtract(other: ApexDecimal): ApexDecimal {
    const scale = Math.max(this.scale, other.scale);
    return new ApexDecimal(this.at(scale) - other.at(scale), scale);
  }
  multiply(other: ApexDecimal): ApexDecimal {
    return new ApexDecimal(this.unscaled * other.unscaled, this.scale + other.scale).withoutNegativeScale();
  }
  /** The `/` operator: the exact quotient at the difference of the scales or, where it does not end, 34 significant digits. */
  divide(other: ApexDecimal): ApexDecimal {
    if (other.unscaled === 0n) throw new ApexException('MathException', 'Divide by 0');
    const preferred = Math.max(this.scale - other.scale, 0);
    if (this.unscaled === 0n) return new ApexDecimal(0n, preferred);
    const magnitude = digitsOf(this.unscaled) - this.scale - (digitsOf(other.unscaled) - other.scale);
    const scale = Math.max(DIVISION_DIGITS - magnitude, preferred);
    const quotient = this.quotient(other, scale, 'HALF_EVEN');
    const excess = digitsOf(quotient) - DIVISION_DIGITS;
    const cut = excess > 0 && scale - excess >= preferred ? new ApexDecimal(this.quotient(other, scale - excess, 'HALF_EVEN'), scale - excess) : new ApexDecimal(quotient, scale);
    return cut.stripTo(preferred);
  }
  divideTo(other: ApexDecimal, scale: number, rounding: Rounding = 'HALF_EVEN'): ApexDecimal {
    if (other.unscaled === 0n) throw new ApexException('MathException', 'Divide by 0');
    return new ApexDecimal(this.quotient(other, scale, rounding), scale);
  }
  private quotient(other: ApexDecimal, scale: number, rounding: Rounding): bigint {
    const shift = scale + other.scale - this.scale;
    return shift >= 0 ? divideRounded(this.unscaled * pow10(shift), other.unscaled, rounding) : divideRounded(this.unscaled, other.unscaled * pow10(-shift), rounding);
  }
  /** Drops trailing zeros while the scale stays at least `least`. */
  private stripTo(least: number): ApexDecimal {
    let { unscaled, scale } = this as ApexDecimal;
    while (scale > least && unscaled % 10n === 0n) {
      unscaled /= 10n;
      scale--;
    }
    return new ApexDecimal(unscaled, scale);
  }
  stripTrailingZeros(): ApexDecimal {
    return this.stripTo(0);
  }
  setScale(scale: number, rounding: Rounding = 'HALF_EVEN'): ApexDecimal {
    if (scale < -33 || scale > 33) throw new ApexException('MathException', `Scale must be between -33 and 33: ${scale}`);
    if (scale >= this.scale) return new ApexDecimal(this.at(scale), scale);
    const rounded = divideRounded(this.unscaled, pow10(this.scale - scale), rounding);
    return new ApexDecimal(rounded, scale).withoutNegativeScale();
  }
  /** To an integer. */
  round(rounding: Rounding = 'HALF_EVEN'): bigint {
    return this.setScale(0, rounding).unscaled;
  }
  truncated(): bigint {
    return this.unscaled / pow10(this.scale);
  }
  pow(exponent: number): ApexDecimal {
    if (exponent < 0) throw new ApexException('MathException', 'Invalid exponent');
    return new ApexDecimal(this.unscaled ** BigInt(exponent), this.scale * exponent);
  }
  abs(): ApexDecimal {
    return this.unscaled < 0n ? this.negate() : this;
  }
  negate(): ApexDecimal {
    return new ApexDecimal(-this.unscaled, this.scale);
  }
  /** Negative, zero or positive. */
  compare(other: ApexDecimal): number {
    if (this.scale === other.scale) return this.unscaled < other.unscaled ? -1 : this.unscaled > other.unscaled ? 1 : 0;
    const scale = Math.max(this.scale, other.scale);
    const [left, right] = [this.at(scale), other.at(scale)];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  equals(other: ApexDecimal): boolean {
    return this.compare(other) === 0;
  }
  get precision(): number {
    return Math.max(digitsOf(this.unscaled), this.scale);
  }
  toNumber(): number {
    return Number(this.toPlainString());
  }
  toPlainString(): string {
    if (this.scale === 0) return this.unscaled.toString();
    const digits = absolute(this.unscaled).toString().padStart(this.scale + 1, '0');
    return `${this.unscaled < 0n ? '-' : ''}${digits.slice(0, -this.scale)}.${digits.slice(-this.scale)}`;
  }
  /** Scientific notation for what is smaller than 0.000001. */
  toString(): string {
    const digits = absolute(this.unscaled).toString();
    const exponent = digits.length - 1 - this.scale;
    if (exponent >= -6) return this.toPlainString();
    return `${this.unscaled < 0n ? '-' : ''}${digits[0]}${digits.length > 1 ? `.${digits.slice(1)}` : ''}E${exponent}`;
  }
}

/** A Double. A class of its own, because an Integer is a JS number. */
export class ApexDouble {
  constructor(readonly v: number) {}
  /** As Java writes a double: `1.0`, `1.0E10`. */
  toString(): string {
    const { v } = this;
    if (Number.isNaN(v)) return 'NaN';
    if (!Number.isFinite(v)) return v > 0 ? 'Infinity' : '-Infinity';
    if (v === 0) return Object.is(v, -0) ? '-0.0' : '0.0';
    const size = Math.abs(v);
    if (size >= 1e-3 && size < 1e7) return Number.isInteger(v) ? `${v}.0` : String(v);
    const [mantissa, exponent] = v.toExponential().split('e') as [string, string];
    return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
  }
}

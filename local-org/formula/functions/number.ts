/** Mathematical functions. https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm, section Math */
import { checked, FormulaFault, Num, num, type Kind, type Place, type Val } from '../values';
import type { Call, FormulaFunction, Typed } from './entry';

type Rounding = 0 | 1 | 2 | 3 | 4;

const { ROUND_UP, ROUND_DOWN, ROUND_CEIL, ROUND_FLOOR } = Num;
const whole = (rounding: Rounding) => ([value]: readonly Val[]): Val => num(value).toDecimalPlaces(0, rounding);
/** The platform computes these as binary doubles. */
const double = (compute: (value: number) => number) => ([value]: readonly Val[]): Val => fromDouble(compute(num(value).toNumber()));
function fromDouble(value: number): Num {
  if (!Number.isFinite(value)) throw new FormulaFault('Number is not valid');
  return new Num(value);
}

/** Rounding to a number of decimal places; a negative number of places rounds left of the point. */
function toPlaces(value: Num, digits: Num, rounding?: Rounding): Num {
  const places = Math.max(-60, Math.min(60, digits.trunc().toNumber()));
  if (places >= 0) return rounding === undefined ? value.toDecimalPlaces(places) : value.toDecimalPlaces(places, rounding);
  const unit = new Num(10).pow(-places);
  return value.div(unit).toDecimalPlaces(0, rounding ?? Num.ROUND_HALF_UP).times(unit);
}

const RADIUS = { km: 6371, mi: 6371 / 1.609344 };
function distance([from, to, unit]: readonly Val[]): Val {
  const radius = RADIUS[String(unit) as 'km' | 'mi'];
  if (radius === undefined) throw new FormulaFault("Unit must be 'mi' or 'km'");
  const radians = (value: Num): number => (value.toNumber() * Math.PI) / 180;
  const [a, b] = [from as Place, to as Place];
  const [lat1, lat2, turn] = [radians(a.latitude), radians(b.latitude), radians(b.longitude) - radians(a.longitude)];
  const h = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin(turn / 2) ** 2;
  return fromDouble(2 * radius * Math.asin(Math.min(1, Math.sqrt(h))));
}

function geolocation([latitude, longitude]: readonly Val[]): Val {
  if (num(latitude).abs().gt(90) || num(longitude).abs().gt(180)) throw new FormulaFault('Location is not valid');
  return { latitude: num(latitude), longitude: num(longitude) };
}

const isNumber = (call: Call): { kind: Kind; run(env: Parameters<Typed['run']>[0]): Val } => {
  const [value] = call.args as [Typed];
  call.expect(value, ['text', 'null']);
  return { kind: 'boolean', run: (env) => /^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$/.test(String(value.run(env) ?? '')) };
};

export const numberFunctions: readonly FormulaFunction[] = [
  { name: 'ABS', params: ['number'], result: 'number', page: 'abs', run: ([value]) => num(value).abs() },
  // CEILING and FLOOR work on the absolute value: https://help.salesforce.com/s/articleView?id=000386432
  { name: 'CEILING', params: ['number'], result: 'number', page: 'ceiling', run: whole(ROUND_UP) },
  { name: 'FLOOR', params: ['number'], result: 'number', page: 'floor', run: whole(ROUND_DOWN) },
  { name: 'MCEILING', params: ['number'], result: 'number', page: 'mceiling', run: whole(ROUND_CEIL) },
  { name: 'MFLOOR', params: ['number'], result: 'number', page: 'mfloor', run: whole(ROUND_FLOOR) },
  { name: 'ROUND', params: ['number', 'number'], result: 'number', page: 'round', run: ([value, digits]) => toPlaces(num(value), num(digits)) },
  { name: 'TRUNC', params: ['number', 'number?'], result: 'number', page: 'trunc', run: ([value, digits]) => toPlaces(num(value), digits ? num(digits) : new Num(0), ROUND_DOWN) },
  // The remainder has the sign of the dividend; by zero it is the dividend (verified on real orgs by others).
  { name: 'MOD', params: ['number', 'number'], result: 'number', page: 'mod', run: ([value, divisor]) => (num(divisor).isZero() ? num(value) : num(value).mod(num(divisor))) },
  { name: 'MAX', params: ['number', '...number'], result: 'number', page: 'max', run: (args) => Num.max(...args.map(num)) },
  { name: 'MIN', params: ['number', '...number'], result: 'number', page: 'min', run: (args) => Num.min(...args.map(num)) },
  { name: 'SQRT', params: ['number'], result: 'number', page: 'sqrt', run: double(Math.sqrt) },
  { name: 'EXP', params: ['number'], result: 'number', page: 'exp', run: double(Math.exp) },
  { name: 'LN', params: ['number'], result: 'number', page: 'ln', run: double(Math.log) },
  { name: 'LOG', params: ['number'], result: 'number', page: 'log', run: double(Math.log10) },
  { name: 'PI', params: [], result: 'number', page: 'pi', run: () => new Num(Math.PI) },
  { name: 'SIN', params: ['number'], result: 'number', page: 'sin', run: double(Math.sin) },
  { name: 'COS', params: ['number'], result: 'number', page: 'cos', run: double(Math.cos) },
  { name: 'TAN', params: ['number'], result: 'number', page: 'tan', run: double(Math.tan) },
  { name: 'ASIN', params: ['number'], result: 'number', page: 'asin', run: double(Math.asin) },
  { name: 'ACOS', params: ['number'], result: 'number', page: 'acos', run: double(Math.acos) },
  { name: 'ATAN', params: ['number'], result: 'number', page: 'atan', run: double(Math.atan) },
  { name: 'ATAN2', params: ['number', 'number'], result: 'number', page: 'atan2', run: ([y, x]) => fromDouble(Math.atan2(num(y).toNumber(), num(x).toNumber())) },
  { name: 'ISNUMBER', params: ['text'], result: 'boolean', page: 'isnumber', build: isNumber },
  { name: 'GEOLOCATION', params: ['number', 'number'], result: 'location', page: 'geolocation', run: geolocation },
  { name: 'DISTANCE', params: ['location', 'location', 'text'], result: 'number', page: 'distance', run: distance },
];

/** `^`: roots are SQRT's, other fractions are #Error!. */
export function power(base: Num, exponent: Num): Num {
  if (!exponent.isInteger() || exponent.abs().gt(10_000)) throw new FormulaFault('Exponent is not valid');
  return checked(base.pow(exponent));
}

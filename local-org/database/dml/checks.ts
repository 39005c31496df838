/** System validation: what the type of a field says of its value. One entry for each field type. */
import type { FieldModel, FieldType } from '../../schema';
import type { Value } from '../types';
import { type Item, fail } from './item';
import type { ObjectPlan } from './plan';

type Check = (field: FieldModel, value: Exclude<Value, null>, item: Item) => void;

const wrongType = (field: FieldModel, value: Value, item: Item): void =>
  fail(item, 'INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.name}: value not of required type: ${String(value)}`, [field.name]);

const text: Check = (field, value, item) => {
  if (typeof value !== 'string') return wrongType(field, value, item);
  // The platform counts UTF-16 units, as Apex's String.length() does.
  if (field.length > 0 && value.length > field.length) {
    fail(item, 'STRING_TOO_LONG', `${field.label}: data value too large: ${value.slice(0, 255)} (max length=${field.length})`, [field.name]);
  }
};

const number: Check = (field, value, item) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType(field, value, item);
  const whole = field.precision - field.scale;
  const tooWide = field.type === 'int' && field.precision === 0 ? Math.abs(value) > 2147483647 : field.precision > 0 && Math.abs(value) >= 10 ** whole;
  if (tooWide) return fail(item, 'NUMBER_OUTSIDE_VALID_RANGE', `${field.label}: value outside of valid range on numeric field: ${value}`, [field.name]);
  if (field.type === 'int' && !Number.isInteger(value)) return wrongType(field, value, item);
  if (field.precision > 0 && !Number.isInteger(value)) item.row[field.name] = roundHalfUp(value, field.scale);
};

const picklist: Check = (field, value, item) => {
  text(field.length > 0 ? field : { ...field, length: 255 }, value, item);
  if (item.errors.length > 0 || !field.picklist?.restricted || item.old?.[field.name] === value) return;
  if (!allowed(field, value as string)) badValue(field, value, item);
};

const multiPicklist: Check = (field, value, item) => {
  if (typeof value !== 'string') return wrongType(field, value, item);
  if (!field.picklist?.restricted || item.old?.[field.name] === value) return;
  if (value.split(';').some((entry) => entry !== '' && !allowed(field, entry))) badValue(field, value, item);
};

const allowed = (field: FieldModel, value: string): boolean => (field.picklist?.values ?? []).some((entry) => entry.active && entry.value === value);

const badValue = (field: FieldModel, value: Value, item: Item): void =>
  fail(item, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', `${field.label}: bad value for restricted picklist field: ${String(value)}`, [field.name]);

/** A local part, an @, and a domain with a dot; what Salesforce documents as its own pattern is no stricter on real addresses. */
const EMAIL = /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+\.[A-Za-z0-9-]{2,}$/;

const email: Check = (field, value, item) => {
  text(field.length > 0 ? field : { ...field, length: 80 }, value, item);
  if (item.errors.length === 0 && !EMAIL.test(value as string)) fail(item, 'INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${String(value)}`, [field.name]);
};

const pattern = (form: RegExp): Check => (field, value, item) => {
  if (typeof value !== 'string' || !form.test(value)) wrongType(field, value, item);
};

const moment: Check = (field, value, item) => {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return wrongType(field, value, item);
  const year = Number(value.slice(0, 4));
  // https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/primitive_data_types.htm
  if (year < 1700 || year > 4000) fail(item, 'NUMBER_OUTSIDE_VALID_RANGE', `${field.label}: invalid date: ${value}`, [field.name]);
};

const boolean: Check = (field, value, item) => {
  if (typeof value !== 'boolean') wrongType(field, value, item);
};

const bytes: Check = (field, value, item) => {
  if (!(value instanceof Uint8Array)) wrongType(field, value, item);
};

const nothing: Check = () => undefined;

const CHECKS: Record<FieldType, Check> = {
  string: text, textarea: text, phone: text, url: text, combobox: text, encryptedstring: text, anyType: nothing,
  int: number, long: number, double: number, currency: number, percent: number,
  picklist, multipicklist: multiPicklist, email, boolean, base64: bytes,
  date: (field, value, item) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? moment(field, value, item) : wrongType(field, value, item)),
  datetime: (field, value, item) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.000Z$/.test(value) ? moment(field, value, item) : wrongType(field, value, item)),
  time: pattern(/^\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  // Whether a reference leads anywhere is a question to the tables.
  id: nothing, reference: nothing, address: nothing, location: nothing,
};

/** Required fields, then each value against its type. Values that an update leaves alone were checked when they were written. */
export function checkValues(plan: ObjectPlan, items: readonly Item[]): void {
  for (const item of items) {
    const missing = plan.required.filter((field) => item.row[field.name] === null || item.row[field.name] === undefined).map((field) => field.name);
    if (missing.length > 0) fail(item, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
    for (const field of plan.stored) {
      const value = item.row[field.name];
      if (value === null || value === undefined || field.components) continue;
      if (item.old && item.old[field.name] === value) continue;
      CHECKS[field.type](field, value, item);
    }
  }
}

function roundHalfUp(value: number, scale: number): number {
  // Decimal digits and not binary ones decide: 1.005 has a 5 in its third place.
  const [mantissa = '0', exponent = '0'] = String(Math.abs(value)).split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + scale}`));
  const rounded = Number(`${shifted}e${-scale}`);
  return value < 0 ? -rounded : rounded;
}

/** One value of a custom metadata record: its xsi:type must fit the field, its text the type. */
import { SourceError } from '../errors';
import type { FieldModel, FieldType, XmlElement } from '../types';

type Value = string | number | boolean | null;

const number = { types: ['xsd:double', 'xsd:int', 'xsd:decimal'], pattern: /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/, convert: Number };
const string = { types: ['xsd:string', 'xsd:picklist'], pattern: /^[^]*$/, convert: (text: string) => text };

/** What a field type takes: schema types, form of the text, conversion to the database's form. */
const CONVERSIONS: Partial<Record<FieldType, { readonly types: readonly string[]; readonly pattern: RegExp; convert(text: string): Value }>> = {
  string,
  textarea: string,
  email: string,
  phone: string,
  url: string,
  picklist: string,
  reference: string,
  boolean: { types: ['xsd:boolean'], pattern: /^(true|false)$/, convert: (text) => text === 'true' },
  double: number,
  percent: number,
  date: { types: ['xsd:date'], pattern: /^\d{4}-\d{2}-\d{2}$/, convert: (text) => text },
  datetime: { types: ['xsd:dateTime'], pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/, convert: (text) => new Date(text).toISOString() },
};

export function metadataValue(element: XmlElement, field: FieldModel): Value {
  const nil = element.attributes['xsi:nil'];
  if (nil === 'true') return null;
  const type = element.attributes['xsi:type'];
  const conversion = CONVERSIONS[field.type];
  if (!conversion) throw new SourceError(`Custom metadata types cannot have values of type ${field.type}.`, element.position);
  if (!type) throw new SourceError(`The value of ${field.name} needs an xsi:type attribute (${conversion.types[0]}).`, element.position);
  if (!conversion.types.includes(type)) throw new SourceError(`The value of ${field.name} has xsi:type ${type}, expected ${conversion.types[0]}.`, element.position);
  const text = element.text;
  if (text === '') return field.type === 'boolean' ? false : null;
  if (!conversion.pattern.test(text) || !isRealDate(text, field.type)) throw new SourceError(`'${text}' is not a valid value for the type ${type} (field ${field.name}).`, element.position);
  const value = conversion.convert(text);
  checkLimits(value, field, element);
  return value;
}

function isRealDate(text: string, type: FieldType): boolean {
  if (type === 'date') return !Number.isNaN(Date.parse(text)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
  return type !== 'datetime' || !Number.isNaN(Date.parse(text));
}

function checkLimits(value: Value, field: FieldModel, element: XmlElement): void {
  if (typeof value === 'string' && field.length > 0 && value.length > field.length)
    throw new SourceError(`The value of ${field.name} is too long: ${value.length} characters, the most is ${field.length}.`, element.position);
  if (typeof value === 'number' && Math.abs(value) >= 10 ** (field.precision - field.scale))
    throw new SourceError(`The value of ${field.name} is outside of the valid range: at most ${field.precision - field.scale} digits before the decimal point.`, element.position);
  if (field.picklist?.restricted && !field.picklist.values.some((each) => each.active && each.value === value))
    throw new SourceError(`bad value for restricted picklist field: ${String(value)} (field ${field.name})`, element.position);
}

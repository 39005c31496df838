/** Makes a whole FieldModel from what differs from the rule for its type. */
import type { FieldModel, FieldType } from '../types';

export type Draft<T> = { -readonly [K in keyof T]: T[K] };
export type FieldDraft = Draft<FieldModel>;
export type FieldSpec = Partial<FieldModel> & { readonly name: string; readonly type: FieldType };

interface TypeRule {
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
}

const GROUPABLE: TypeRule = { filterable: true, sortable: true, groupable: true };
const SORTABLE: TypeRule = { filterable: true, sortable: true, groupable: false };
const FILTERABLE: TypeRule = { filterable: true, sortable: false, groupable: false };
const NONE: TypeRule = { filterable: false, sortable: false, groupable: false };

/** What describe says of a type unless a field says otherwise. */
const TYPE_RULES: Record<FieldType, TypeRule> = {
  id: { ...GROUPABLE, length: 18 },
  reference: { ...GROUPABLE, length: 18 },
  string: GROUPABLE,
  textarea: GROUPABLE,
  email: { ...GROUPABLE, length: 80 },
  phone: { ...GROUPABLE, length: 40 },
  url: { ...GROUPABLE, length: 255 },
  picklist: { ...GROUPABLE, length: 255 },
  combobox: { ...GROUPABLE, length: 255 },
  boolean: GROUPABLE,
  date: GROUPABLE,
  int: { ...GROUPABLE, precision: 9 },
  long: { ...SORTABLE, precision: 18 },
  double: { ...SORTABLE, precision: 18 },
  currency: { ...SORTABLE, precision: 18, scale: 2 },
  percent: { ...SORTABLE, precision: 18 },
  datetime: SORTABLE,
  time: SORTABLE,
  multipicklist: { ...FILTERABLE, length: 4099 },
  anyType: NONE,
  base64: NONE,
  address: FILTERABLE,
  location: FILTERABLE,
  encryptedstring: { ...NONE, length: 175 },
};

/** Text kept in a CLOB: neither filtered, sorted nor grouped. */
export const LONG_TEXT = { filterable: false, sortable: false, groupable: false } as const;

export function makeField(object: string, spec: FieldSpec): FieldDraft {
  const rule = TYPE_RULES[spec.type];
  const calculated = spec.calculated ?? (spec.formula !== undefined || spec.summary !== undefined || spec.components !== undefined);
  const writable = !calculated && spec.autoNumber === undefined;
  const required = spec.required ?? false;
  return {
    object,
    label: labelOf(spec.name),
    custom: false,
    length: rule.length ?? 0,
    precision: rule.precision ?? 0,
    scale: rule.scale ?? 0,
    unique: false,
    caseSensitive: false,
    externalId: false,
    formulaBlanks: 'asZero',
    createable: writable,
    updateable: writable,
    filterable: rule.filterable,
    sortable: rule.sortable,
    groupable: rule.groupable && (spec.formula === undefined || spec.type === 'boolean' || spec.type === 'date'),
    html: false,
    nillable: spec.type !== 'boolean' && spec.type !== 'id' && !required,
    defaultedOnCreate: spec.defaultFormula !== undefined || spec.type === 'boolean' || spec.type === 'id',
    ...spec,
    ...(spec.type === 'boolean' && !calculated && spec.defaultFormula === undefined ? { defaultFormula: 'false' } : {}),
    required,
    calculated,
  };
}

/** `LastModifiedDate` to `Last Modified Date`: the platform's labels of its own fields follow this with few exceptions. */
export function labelOf(name: string): string {
  return name
    .replace(/__\w$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/ Id$/, ' ID')
    .replace(/^Id$/, 'Record ID')
    .replace(/_/g, ' ');
}

/** Custom field types: which elements each may and must have, its limits, and how it becomes a field of the model. */
import { SourceError, NotModelledError } from '../errors';
import { LONG_TEXT } from '../build/field';
import { booleanOf, integerOf, requiredText } from '../source/shape';
import type { FieldModel, FieldType, XmlElement } from '../types';
import { readPicklist, type ValueSets } from './picklist';
import { readReference, readMetadataRelationship } from './reference';
import { readSummary } from './summary';

export interface FieldContext {
  /** API name of the object the field stands on. */
  readonly object: string;
  readonly fullName: string;
  readonly isMetadataType: boolean;
  readonly valueSets: ValueSets;
}

type Own = Partial<FieldModel> & { readonly type: FieldType };

export interface FieldTypeEntry {
  /** Elements it needs and may have, beside those every field may have. */
  readonly required: string;
  readonly optional: string;
  /** Elements that may occur several times. */
  readonly many?: string;
  /** Elements a formula of this type needs. */
  readonly formulaRequired?: string;
  read(element: XmlElement, context: FieldContext): Own;
  /** What a formula of this result type becomes; absent where a formula cannot have it. */
  readonly formula?: (element: XmlElement) => Own;
}

/** Elements of every custom field. `trackTrending`, `trackHistory`, `trackFeedHistory` have no effect here: no history is kept. */
export const COMMON_ELEMENTS =
  'description inlineHelpText trackTrending trackHistory trackFeedHistory securityClassification businessOwnerUser businessOwnerGroup businessStatus complianceGroup fieldManageability deprecated';

const FORMULA_TEXT_LENGTH = 1300;

const textual = (type: FieldType, length: number): FieldTypeEntry => ({
  required: '',
  optional: 'required unique externalId caseSensitive defaultValue',
  read: (element) => ({ type, length, ...uniqueness(element) }),
});

const numeric = (type: 'double' | 'currency' | 'percent'): FieldTypeEntry => ({
  required: 'precision scale',
  optional: type === 'double' ? 'required unique externalId defaultValue' : 'required defaultValue',
  read: (element) => ({ type, ...digits(element), ...uniqueness(element) }),
  formulaRequired: 'precision scale',
  formula: (element) => ({ type, precision: 18, scale: digits(element).scale }),
});

const dated = (type: 'date' | 'datetime' | 'time'): FieldTypeEntry => ({
  required: '',
  optional: 'required defaultValue',
  read: () => ({ type }),
  formula: () => ({ type }),
});

/** The one table of field types. A type that is not here is refused by `readField`. */
export const FIELD_TYPES: Readonly<Record<string, FieldTypeEntry>> = {
  Text: {
    required: 'length',
    optional: 'required unique externalId caseSensitive defaultValue',
    read: (element) => ({ type: 'string', length: limited(element, 'length', 1, 255), ...uniqueness(element) }),
    formula: () => ({ type: 'string', length: FORMULA_TEXT_LENGTH }),
  },
  TextArea: { required: '', optional: 'required defaultValue', read: () => ({ type: 'textarea', length: 255 }) },
  LongTextArea: {
    required: 'length visibleLines',
    optional: 'defaultValue',
    read: (element) => ({ type: 'textarea', length: limited(element, 'length', 256, 131072), ...visibleLines(element, 2), ...LONG_TEXT }),
  },
  Html: {
    required: 'length visibleLines',
    optional: '',
    read: (element) => ({ type: 'textarea', html: true, length: limited(element, 'length', 256, 131072), ...visibleLines(element, 10), ...LONG_TEXT }),
  },
  Number: numeric('double'),
  Currency: numeric('currency'),
  Percent: numeric('percent'),
  Checkbox: {
    required: 'defaultValue',
    optional: '',
    read: () => ({ type: 'boolean' }),
    formula: () => ({ type: 'boolean' }),
  },
  Date: dated('date'),
  DateTime: dated('datetime'),
  Time: dated('time'),
  Picklist: { required: 'valueSet', optional: 'required', read: (element, context) => readPicklist(element, context, 'picklist') },
  MultiselectPicklist: {
    required: 'valueSet visibleLines',
    optional: 'required',
    read: (element, context) => ({ ...readPicklist(element, context, 'multipicklist'), ...visibleLines(element, 3, 10) }),
  },
  Lookup: {
    required: 'referenceTo',
    optional: 'required relationshipName relationshipLabel deleteConstraint lookupFilter externalId',
    read: (element, context) => readReference(element, context, 'lookup'),
  },
  Hierarchy: {
    required: '',
    optional: 'referenceTo relationshipName relationshipLabel lookupFilter',
    read: (element, context) => readReference(element, context, 'hierarchy'),
  },
  MasterDetail: {
    required: 'referenceTo relationshipName',
    optional: 'relationshipLabel relationshipOrder reparentableMasterDetail writeRequiresMasterRead lookupFilter externalId',
    read: (element, context) => readReference(element, context, 'masterDetail'),
  },
  MetadataRelationship: {
    required: 'referenceTo',
    optional: 'required relationshipName relationshipLabel metadataRelationshipControllingField unique deleteConstraint',
    read: readMetadataRelationship,
  },
  Email: textual('email', 80),
  Phone: { required: '', optional: 'required defaultValue', read: () => ({ type: 'phone', length: 40 }) },
  Url: { required: '', optional: 'required defaultValue', read: () => ({ type: 'url', length: 255 }) },
  AutoNumber: {
    required: 'displayFormat',
    optional: 'externalId startingNumber',
    read: (element) => ({ type: 'string', length: 30, autoNumber: { format: displayFormat(element) }, externalId: booleanOf(element, 'externalId'), groupable: false, nillable: false, defaultedOnCreate: true }),
  },
  Summary: {
    required: 'summaryForeignKey summaryOperation',
    optional: 'summarizedField',
    many: 'summaryFilterItems',
    read: (element) => ({ type: 'double', precision: 18, scale: 0, summary: readSummary(element) }),
  },
  Location: {
    required: 'scale displayLocationInDecimal',
    optional: 'required',
    read: (element) => ({ type: 'location', scale: limited(element, 'scale', 0, 15) }),
  },
};

export function fieldTypeOf(element: XmlElement): FieldTypeEntry {
  const name = requiredText(element, 'type');
  const entry = FIELD_TYPES[name];
  if (entry) return entry;
  const position = element.child('type')?.position;
  if (['EncryptedText', 'ExternalLookup', 'IndirectLookup', 'Address', 'Array', 'File', 'TextFormula'].includes(name)) throw new NotModelledError(`fields of type ${name}`, position);
  throw new SourceError(`'${name}' is not a valid value for the enum 'FieldType'.`, position);
}

/** An integer element within the limits that the platform states. */
export function limited(element: XmlElement, name: string, lowest: number, highest: number): number {
  const value = integerOf(element, name);
  const position = element.child(name)?.position ?? element.position;
  if (value === undefined) throw new SourceError(`Required field is missing: ${name}.`, position);
  if (value < lowest || value > highest) throw new SourceError(`Value for ${name} must be between ${lowest} and ${highest}, found ${value}.`, position);
  return value;
}

function digits(element: XmlElement): { precision: number; scale: number } {
  const precision = limited(element, 'precision', 1, 18);
  const scale = limited(element, 'scale', 0, 18);
  if (scale > precision) throw new SourceError(`scale (${scale}) must not be greater than precision (${precision}).`, element.child('scale')?.position);
  return { precision, scale };
}

function uniqueness(element: XmlElement): Partial<FieldModel> {
  const unique = booleanOf(element, 'unique');
  const caseSensitive = booleanOf(element, 'caseSensitive');
  if (caseSensitive && !unique) throw new SourceError('caseSensitive needs unique to be true.', element.child('caseSensitive')?.position);
  return { unique, caseSensitive, externalId: booleanOf(element, 'externalId') };
}

function visibleLines(element: XmlElement, lowest: number, highest = 50): Record<string, never> {
  limited(element, 'visibleLines', lowest, highest);
  return {};
}

export function displayFormat(element: XmlElement): string {
  const format = requiredText(element, 'displayFormat');
  if (!/\{0{1,10}\}/.test(format)) throw new SourceError(`The display format "${format}" needs a number part such as {0000}.`, element.child('displayFormat')?.position);
  const unknown = /\{(?!0{1,10}\}|YYYY\}|YY\}|MM\}|DD\})[^}]*\}?/.exec(format);
  if (unknown) throw new SourceError(`The display format "${format}" has the unknown part ${unknown[0]}.`, element.child('displayFormat')?.position);
  return format;
}

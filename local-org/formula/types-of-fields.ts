/** Field types to formula types. */
import { NotModelledError, type FieldType, type Position } from '../schema';
import type { FormulaType } from './types';
import type { Kind } from './values';

const KINDS: Readonly<Record<FieldType, Kind | undefined>> = {
  id: 'text', string: 'text', textarea: 'text', reference: 'text', email: 'text', phone: 'text', url: 'text', encryptedstring: 'text', combobox: 'text',
  boolean: 'boolean', int: 'number', long: 'number', double: 'number', currency: 'number', percent: 'number', date: 'date', datetime: 'datetime', time: 'time',
  picklist: 'picklist', multipicklist: 'multipicklist', location: 'location', base64: undefined, address: undefined, anyType: undefined,
};

/** Type of a field inside a formula, picklists apart from text. */
export function kindOf(type: FieldType, position?: Position): Kind {
  const kind = KINDS[type];
  if (kind === undefined) throw new NotModelledError(`fields of type ${type} in formulas`, position);
  return kind;
}

/** Type of a field's values; picklists are text. */
export function typeOf(type: FieldType): FormulaType {
  const kind = kindOf(type);
  if (kind === 'picklist' || kind === 'multipicklist') return 'text';
  if (kind === 'location') throw new NotModelledError(`fields of type ${type} as values of formulas`);
  return kind;
}

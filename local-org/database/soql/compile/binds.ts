/** Values bound to a query, in the forms that the columns hold. */
import { PlatformError } from '../../../schema';
import { toId18 } from '../../tables/ids';
import type { QueryOptions, SqlValue, Value } from '../../types';
import type { TypedCount, ValueKind } from '../analyse/types';

export function boundOne(options: QueryOptions, name: string, kind: ValueKind): SqlValue {
  const value = bound(options, name);
  if (Array.isArray(value)) throw new PlatformError('INVALID_QUERY_FILTER_OPERATOR', `The bind :${name} is a collection; one value is expected`);
  return stored(value as Value, kind, name);
}

export function boundList(options: QueryOptions, name: string, kind: ValueKind): SqlValue[] {
  const value = bound(options, name);
  const list = Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
  return list.map((entry) => stored(entry, kind, name));
}

export function countOf(count: TypedCount | undefined, options: QueryOptions): number | undefined {
  if (!count) return undefined;
  if ('value' in count) return count.value;
  const value = bound(options, count.bind);
  if (value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw new PlatformError('MALFORMED_QUERY', `The bind :${count.bind} must be a whole number that is not negative`);
  return value;
}

/** True where lower case goes beyond the Latin letters that SQLite itself compares without case. */
export function hasFoldedLetters(text: string): boolean {
  for (const character of text) {
    if (character > '\x7f' && character.toLowerCase() !== character.toUpperCase()) return true;
  }
  return false;
}

function bound(options: QueryOptions, name: string): Value | readonly Value[] {
  const value = options.binds?.[name];
  if (value === undefined) throw new PlatformError('MALFORMED_QUERY', `Variable does not exist: ${name}`);
  return value;
}

function stored(value: Value, kind: ValueKind, name: string): SqlValue {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') return value;
  if (kind === 'id') {
    if (value === '') return null;
    const id = toId18(value);
    if (id === undefined) throw new PlatformError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${value}`);
    return id;
  }
  if (kind === 'datetime') return value.length === 10 ? `${value}T00:00:00.000Z` : value.replace(/(\.\d+)?Z$/, '.000Z');
  if (kind === 'date') return value.slice(0, 10);
  if (kind === 'number') {
    const number = Number(value);
    if (Number.isNaN(number)) throw new PlatformError('INVALID_QUERY_FILTER_OPERATOR', `The bind :${name} must be a number`);
    return number;
  }
  return value;
}

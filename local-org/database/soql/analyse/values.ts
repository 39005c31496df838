/** Values of a condition against the type of what they are compared with. */
import type { FieldModel } from '../../../schema';
import { toId18 } from '../../tables/ids';
import type { SqlValue } from '../../types';
import type { ValueAst } from '../ast';
import { isDateLiteral } from '../dates/literals';
import { SoqlError } from '../errors';
import type { ValueKind } from './types';

type Literal = Exclude<ValueAst, { kind: 'bind' | 'list' | 'query' | 'dateLiteral' }>;

/** Name that the platform's messages give to each kind, and whether a literal of it stands in quotes. */
const WORDS: Record<ValueKind, { readonly type: string; readonly quoted: boolean }> = {
  text: { type: 'string', quoted: true }, multi: { type: 'string', quoted: true }, id: { type: 'string', quoted: true }, number: { type: 'double', quoted: false },
  boolean: { type: 'boolean', quoted: false }, date: { type: 'date', quoted: false }, datetime: { type: 'dateTime', quoted: false }, time: { type: 'time', quoted: false },
  blob: { type: 'base64Binary', quoted: true },
};

export function literalValue(value: Literal, kind: ValueKind, name: string, field: FieldModel | undefined): SqlValue {
  if (value.kind === 'null') return null;
  const given: unknown = value.value;
  if (kind === 'boolean' && value.kind === 'boolean') return given ? 1 : 0;
  if (kind === 'number' && value.kind === 'number') return given as number;
  if ((kind === 'text' || kind === 'multi') && value.kind === 'string') return given as string;
  if (kind === 'id' && value.kind === 'string') return idValue(given as string, value);
  if (kind === value.kind) return kind === 'time' ? normalTime(given as string) : (given as string);
  throw mismatch(value, kind, name, field);
}

/** Empty text stands for null, as it does on the platform for ids. */
function idValue(given: string, value: Literal): SqlValue {
  if (given === '') return null;
  const id = toId18(given);
  if (id === undefined) throw new SoqlError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${given}`, value.at);
  return id;
}

export function mismatch(value: ValueAst, kind: ValueKind, name: string, field: FieldModel | undefined): SoqlError {
  const { type, quoted } = WORDS[kind];
  const named = field?.type === 'int' ? 'int' : field?.type === 'currency' ? 'currency' : field?.type === 'percent' ? 'percent' : type;
  return new SoqlError('INVALID_FIELD', `value of filter criterion for field '${name}' must be of type ${named} and should${quoted ? '' : ' not'} be enclosed in quotes`, value.at);
}

export function checkDateLiteral(value: Extract<ValueAst, { kind: 'dateLiteral' }>, kind: ValueKind, name: string, field: FieldModel | undefined): void {
  if (kind !== 'date' && kind !== 'datetime') throw mismatch(value, kind, name, field);
  if (!isDateLiteral(value.name)) throw new SoqlError('MALFORMED_QUERY', `unexpected token: '${value.name}'`, value.at);
}

function normalTime(text: string): string {
  const [, clock = text] = /^(\d{2}:\d{2}:\d{2})/.exec(text) ?? [];
  return `${clock}.000Z`;
}

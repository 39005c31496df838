/** Literals as written to what they mean: the same for both readings of a query. */
import type { At } from '../ast';
import { SoqlError } from '../errors';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', N: '\n', r: '\r', R: '\r', t: '\t', T: '\t', b: '\b', B: '\b', f: '\f', F: '\f', '"': '"', "'": "'", '\\': '\\' };

export function unescape(literal: string, at: At): string {
  const body = literal.slice(1, -1);
  if (!body.includes('\\')) return body;
  let text = '';
  for (let i = 0; i < body.length; i++) {
    const character = body[i] as string;
    if (character !== '\\') {
      text += character;
      continue;
    }
    const next = body[++i] ?? '';
    // LIKE reads \_ and \% itself.
    if (next === '_' || next === '%') text += `\\${next}`;
    else if (next === 'u') {
      text += String.fromCharCode(parseInt(body.slice(i + 1, i + 5), 16));
      i += 4;
    } else if (ESCAPES[next] !== undefined) text += ESCAPES[next];
    else throw new SoqlError('MALFORMED_QUERY', `Invalid escape sequence '\\${next}'`, at);
  }
  return text;
}

/** A date and time with its zone as the same moment in UTC; undefined when no calendar has it. */
export function toUtc(literal: string): string | undefined {
  const time = Date.parse(literal);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/\.\d{3}Z$/, '.000Z');
}

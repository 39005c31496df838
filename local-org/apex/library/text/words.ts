/** Work on text that the String table needs more than a line for. */
import type { ApexValue, Execution } from '../../runtime/types';
import { ApexException, ApexList, ApexSet, required } from '../../runtime/values';

/** The items of a list, a set or a user's Iterable. */
export function* iterate(x: Execution, items: ApexValue): Generator<ApexValue> {
  if (required(items) instanceof ApexList || items instanceof ApexSet) {
    yield* items;
    return;
  }
  const iterator = typeof items.hasNextValue === 'function' ? items : items[Symbol.iterator] ? undefined : x.runtime.invoke(x, items, 'iterator', []);
  if (iterator === undefined) {
    yield* items as Iterable<ApexValue>;
    return;
  }
  yield* drain(x, iterator);
}
/** What an Iterator of the platform or of a user class still has. */
export function* drain(x: Execution, iterator: ApexValue): Generator<ApexValue> {
  if (typeof iterator.hasNextValue === 'function') {
    while (iterator.hasNextValue()) yield iterator.nextValue();
    return;
  }
  while (x.runtime.invoke(x, iterator, 'hasNext', []) === true) yield x.runtime.invoke(x, iterator, 'next', []);
}

export function inside(text: string, index: number): number {
  if (index < 0 || index >= text.length) throw new ApexException('StringException', `String index out of range: ${index}`);
  return index;
}
/** Java's compareTo: difference of the first characters that differ, else of the lengths. */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const difference = left.charCodeAt(index) - right.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
export function commonPrefix(texts: readonly string[]): string {
  const [first = '', ...rest] = texts;
  let length = first.length;
  for (const text of rest) while (length > 0 && !text.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}
export function abbreviate(text: string, width: number, offset = 0): string {
  if (width < 4) throw new ApexException('StringException', 'Minimum abbreviation width is 4');
  if (text.length <= width) return text;
  const from = Math.min(offset, text.length - (width - 3));
  if (from <= 4) return `${text.slice(0, width - 3)}...`;
  if (width < 7) throw new ApexException('StringException', 'Minimum abbreviation width with offset is 7');
  return from + width - 3 < text.length ? `...${abbreviate(text.slice(from), width - 3)}` : `...${text.slice(text.length - (width - 3))}`;
}
export function center(text: string, size: number, padding: string): string {
  const missing = size - text.length;
  return missing <= 0 ? text : text.padStart(text.length + Math.floor(missing / 2), padding).padEnd(size, padding);
}
export function difference(left: string, right: string): string {
  return right.slice(commonPrefix([left, right]).length);
}
export function levenshtein(left: string, right: string): number {
  let row = [...Array(right.length + 1).keys()];
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) next.push(Math.min((next[j - 1] as number) + 1, (row[j] as number) + 1, (row[j - 1] as number) + (left[i - 1] === right[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[right.length] as number;
}
export function after(text: string, separator: string, at: number): string {
  return at < 0 ? '' : text.slice(at + separator.length);
}
export function between(text: string, open: string, close: string): string | null {
  const start = text.indexOf(open);
  const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
  return end < 0 ? null : text.slice(start + open.length, end);
}

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => XML[character] as string);
}
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', copy: '\u00a9', reg: '\u00ae', euro: '\u20ac' };
export function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => (decimal ? String.fromCodePoint(Number(decimal)) : hex ? String.fromCodePoint(parseInt(hex, 16)) : (NAMED[name as string] ?? whole)));
}
const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '"': '\\"', '\\': '\\\\' };
export const unicode = (character: string): string => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
export function escapeJava(text: string): string {
  return text.replace(/["\\\x00-\x1f]|[^\x20-\x7f]/g, (character) => ESCAPES[character] ?? unicode(character));
}
export function unescapeJava(text: string): string {
  const back: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_whole, code?: string, character?: string) => (code ? String.fromCharCode(parseInt(code, 16)) : (back[character as string] ?? (character as string))));
}

/** Text functions. https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm, section Text */
import { checked, FormulaFault, Num, num, plain, text, type Kind, type Val } from '../values';
import type { Call, FormulaFunction, Typed } from './entry';
import { pattern } from './regex';

const int = (value: Val | undefined): number => num(value).trunc().toNumber();
const count = (value: Val | undefined): number => Math.max(0, int(value));
const escapeHtml = (value: string): string => value.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
const escapeJs = (value: string): string => value.replace(/[\\'"/\n\r\t\b\f<>]/g, (char) => {
  const named: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '<': '\\u003C', '>': '\\u003E' };
  return named[char] ?? `\\${char}`;
});
const recase = (value: string, locale: Val | undefined, upper: boolean): string => {
  try {
    return upper ? value.toLocaleUpperCase(text(locale) || undefined) : value.toLocaleLowerCase(text(locale) || undefined);
  } catch {
    throw new FormulaFault(`Invalid locale ${text(locale)}`);
  }
};

function padded(args: readonly Val[], left: boolean): Val {
  const [value, length, fill] = [text(args[0]), count(args[1]), args.length > 2 ? text(args[2]) : ' '];
  if (length > MAX_TEXT) throw new FormulaFault('Text is too long');
  if (value.length >= length) return value.slice(0, length);
  if (fill === '') return value;
  return left ? value.padStart(length, fill) : value.padEnd(length, fill);
}
/** No formula may build text longer than this; guards against LPAD(x, 1000000000). */
const MAX_TEXT = 100_000;

function textOf(call: Call): { kind: Kind; run(env: Parameters<Typed['run']>[0]): Val } {
  const [value] = call.args as [Typed];
  call.expect(value, ['number', 'date', 'datetime', 'time', 'picklist', 'text', 'null']);
  return {
    kind: 'text',
    run: (env) => {
      const is = value.run(env);
      if (is === null) return null;
      if (value.kind === 'number') return value.literal === undefined ? plain(num(is)) : num(is).toFixed();
      if (value.kind === 'datetime') return `${text(is).slice(0, 10)} ${text(is).slice(11, 19)}Z`;
      if (value.kind === 'time') return text(is).slice(0, 12);
      return text(is);
    },
  };
}

/** Fifteen characters tell upper case from lower; three more say so for those that do not: five bits each. */
function caseSafe(id: string): string {
  if (id.length !== 15 || !/^[A-Za-z0-9]+$/.test(id)) return id;
  const suffix = [0, 5, 10].map((start) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'.charAt([...id.slice(start, start + 5)].reduce((bits, char, index) => bits + (char >= 'A' && char <= 'Z' ? 1 << index : 0), 0)));
  return id + suffix.join('');
}

function numberOf(value: string): Val {
  const trimmed = value.trim();
  if (trimmed === '') return null;
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/.test(trimmed)) throw new FormulaFault('Number is not valid');
  return checked(new Num(trimmed));
}

const buildRegex = (call: Call): { kind: Kind; run(env: Parameters<Typed['run']>[0]): Val } => {
  const [value, expression] = call.args as [Typed, Typed];
  call.expect(value, ['text', 'null']);
  call.expect(expression, ['text', 'null']);
  if (expression.literal !== undefined) {
    const compiled = pattern(text(expression.literal));
    if (typeof compiled === 'string') call.fail(`Invalid regular expression: ${compiled}`, expression.at);
    return { kind: 'boolean', run: (env) => compiled.test(text(value.run(env))) };
  }
  return {
    kind: 'boolean',
    run: (env) => {
      const compiled = pattern(text(expression.run(env)));
      if (typeof compiled === 'string') throw new FormulaFault(`Invalid regular expression: ${compiled}`);
      return compiled.test(text(value.run(env)));
    },
  };
};

const shown = ['formulaField', 'default'] as const;

export const textFunctions: readonly FormulaFunction[] = [
  { name: 'TEXT', params: ['any'], result: 'text', page: 'text', build: textOf },
  { name: 'VALUE', params: ['text'], result: 'number', page: 'value', run: ([value]) => numberOf(text(value)) },
  { name: 'LEN', params: ['text'], result: 'number', blanks: true, page: 'len', run: ([value]) => new Num(text(value).length) },
  { name: 'LEFT', params: ['text', 'number'], result: 'text', page: 'left', run: ([value, length]) => text(value).slice(0, count(length)) },
  { name: 'RIGHT', params: ['text', 'number'], result: 'text', page: 'right', run: ([value, length]) => (count(length) === 0 ? '' : text(value).slice(-count(length))) },
  { name: 'MID', params: ['text', 'number', 'number'], result: 'text', page: 'mid', run: ([value, start, length]) => text(value).slice(Math.max(1, int(start)) - 1).slice(0, count(length)) },
  { name: 'TRIM', params: ['text'], result: 'text', page: 'trim', run: ([value]) => text(value).trim() },
  { name: 'UPPER', params: ['text', 'text?'], result: 'text', page: 'upper', run: ([value, locale]) => recase(text(value), locale, true) },
  { name: 'LOWER', params: ['text', 'text?'], result: 'text', page: 'lower', run: ([value, locale]) => recase(text(value), locale, false) },
  { name: 'INITCAP', params: ['text'], result: 'text', page: 'initcap', run: ([value]) => text(value).toLowerCase().replace(/[\p{L}\p{N}]+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1)) },
  { name: 'REVERSE', params: ['text'], result: 'text', page: 'reverse', run: ([value]) => [...text(value)].reverse().join('') },
  { name: 'CONTAINS', params: ['text', 'text'], result: 'boolean', blanks: true, page: 'contains', run: ([value, part]) => text(value).includes(text(part)) },
  { name: 'BEGINS', params: ['text', 'text'], result: 'boolean', blanks: true, page: 'begins', run: ([value, part]) => text(value).startsWith(text(part)) },
  {
    name: 'FIND', params: ['text', 'text', 'number?'], result: 'number', blanks: true, page: 'find',
    run: ([part, value, start]) => new Num(text(part) === '' ? 0 : text(value).indexOf(text(part), start ? Math.max(1, int(start)) - 1 : 0) + 1),
  },
  {
    name: 'SUBSTITUTE', params: ['text', 'text', 'text'], result: 'text', blanks: true, page: 'substitute',
    run: ([value, old, fresh]) => (text(old) === '' ? text(value) : text(value).split(text(old)).join(text(fresh))),
  },
  { name: 'LPAD', params: ['text', 'number', 'text?'], result: 'text', page: 'lpad', run: (args) => padded(args, true) },
  { name: 'RPAD', params: ['text', 'number', 'text?'], result: 'text', page: 'rpad', run: (args) => padded(args, false) },
  { name: 'BR', params: [], result: 'text', page: 'br', run: () => '<br>' },
  { name: 'CASESAFEID', params: ['text'], result: 'text', page: 'casesafeid', run: ([id]) => caseSafe(text(id)) },
  {
    name: 'HYPERLINK', params: ['text', 'text', 'text?'], result: 'text', uses: shown, blanks: true, page: 'hyperlink',
    run: ([url, name, target]) => `<a href="${escapeHtml(text(url))}" target="${escapeHtml(text(target) || '_blank')}">${escapeHtml(text(name))}</a>`,
  },
  {
    name: 'IMAGE', params: ['text', 'text', 'number?', 'number?'], result: 'text', uses: shown, blanks: true, page: 'image',
    run: ([url, alt, height, width]) => {
      const size = [height ? `height:${num(height).toFixed()}px;` : '', width ? `width:${num(width).toFixed()}px;` : ''].filter(Boolean).join(' ');
      return `<img src="${escapeHtml(text(url))}" alt="${escapeHtml(text(alt))}"${size ? ` style="${size}"` : ''} border="0"/>`;
    },
  },
  { name: 'HTMLENCODE', params: ['text'], result: 'text', page: 'htmlencode', run: ([value]) => escapeHtml(text(value)) },
  { name: 'JSENCODE', params: ['text'], result: 'text', page: 'jsencode', run: ([value]) => escapeJs(text(value)) },
  { name: 'JSINHTMLENCODE', params: ['text'], result: 'text', page: 'jsinhtmlencode', run: ([value]) => escapeJs(escapeHtml(text(value))) },
  { name: 'URLENCODE', params: ['text'], result: 'text', page: 'urlencode', run: ([value]) => new URLSearchParams([['', text(value)]]).toString().slice(1) },
  // REGEX is not offered in formula fields; blank text is matched as ''.
  { name: 'REGEX', params: ['text', 'text'], result: 'boolean', uses: ['validationRule', 'default', 'filter'], page: 'regex', build: buildRegex },
  { name: 'ASCII', params: ['text'], result: 'number', page: 'ascii', run: ([value]) => new Num(text(value).codePointAt(0) ?? 0) },
  {
    name: 'CHR', params: ['number'], result: 'text', page: 'chr',
    run: ([code]) => { const point = int(code); if (point < 1 || point > 0x10ffff) throw new FormulaFault('Character is not valid'); return String.fromCodePoint(point); },
  },
];

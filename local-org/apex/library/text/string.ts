/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_string.htm */
import type { PlatformClass } from '../../runtime/types';
import { ApexDate, ApexDatetime, ApexException, ApexList, concatText, hashText, required, valueText, type ApexSet } from '../../runtime/values';
import { replaceWith, splitJava } from './regex';
import * as words from './words';

const list = (parts: readonly string[]): ApexList => new ApexList([...parts], 'String');
const isBlank = (text: string | null): boolean => text === null || /^\s*$/.test(text);
const same = (text: string): string => text.toLowerCase();

/** Indexes outside the text are StringException, as the platform words it. */
function cut(text: string, from: number, to: number): string {
  if (from < 0 || to > text.length || from > to) throw new ApexException('StringException', from < 0 ? `Starting position out of bounds: ${from}` : from > text.length ? `Starting position out of bounds: ${from}` : `Ending position out of bounds: ${to}`);
  return text.slice(from, to);
}
function joined(items: Iterable<unknown>, separator: string): string {
  const parts: string[] = [];
  for (const item of items) parts.push(item === null ? '' : concatText(item));
  return parts.join(required(separator));
}
/** java.text.MessageFormat: `{0}`, `''` for a quote, quoted text is literal. */
function formatted(pattern: string, args: ApexList | null): string {
  let out = '';
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] as string;
    if (character === "'") {
      if (pattern[at + 1] === "'") {
        out += "'";
        at++;
        continue;
      }
      const end = pattern.indexOf("'", at + 1);
      out += pattern.slice(at + 1, end < 0 ? undefined : end);
      at = end < 0 ? pattern.length : end;
      continue;
    }
    const place = character === '{' ? /^\{\s*(\d+)\s*\}/.exec(pattern.slice(at)) : null;
    if (!place) {
      out += character;
      continue;
    }
    const index = Number(place[1]);
    const value = args && index < args.items.length ? args.items[index] : undefined;
    out += value === undefined ? place[0] : value instanceof ApexDate || value instanceof ApexDatetime ? (valueText(value) as string) : concatText(value);
    at += place[0].length - 1;
  }
  return out;
}

export const STRING: PlatformClass = {
  name: 'String',
  members: {
    'static String valueOf(Object value)': (_x, value) => valueText(value),
    'static String valueOfGmt(Datetime value)': (_x, value: ApexDatetime) => value.toString(),
    'static String join(Iterable<Object> items, String separator)': (x, items, separator: string) => joined(words.iterate(x, items), separator),
    'static String join(List<Object> items, String separator)': (_x, items: ApexList, separator: string) => joined(required(items), separator),
    'static String join(Set<String> items, String separator)': (_x, items: ApexSet, separator: string) => joined(required(items), separator),
    'static String join(Set<Id> items, String separator)': (_x, items: ApexSet, separator: string) => joined(required(items), separator),
    'static String format(String pattern, List<Object> args)': (_x, pattern: string, args: ApexList | null) => formatted(required(pattern), args),
    'static Boolean isBlank(String text)': (_x, text: string | null) => isBlank(text),
    'static Boolean isNotBlank(String text)': (_x, text: string | null) => !isBlank(text),
    'static Boolean isEmpty(String text)': (_x, text: string | null) => text === null || text === '',
    'static Boolean isNotEmpty(String text)': (_x, text: string | null) => text !== null && text !== '',
    'static String escapeSingleQuotes(String text)': (_x, text: string) => required(text).replace(/['\\]/g, '\\$&'),
    'static String fromCharArray(List<Integer> codes)': (_x, codes: ApexList) => String.fromCharCode(...(codes.items as number[])),
    'static String getCommonPrefix(List<String> texts)': (_x, texts: ApexList) => words.commonPrefix(texts.items as string[]),

    'String abbreviate(Integer maxWidth)': (_x, s: string, width: number) => words.abbreviate(s, width),
    'String abbreviate(Integer maxWidth, Integer offset)': (_x, s: string, width: number, offset: number) => words.abbreviate(s, width, offset),
    'String capitalize()': (_x, s: string) => s.charAt(0).toUpperCase() + s.slice(1),
    'String center(Integer size)': (_x, s: string, size: number) => words.center(s, size, ' '),
    'String center(Integer size, String padding)': (_x, s: string, size: number, padding: string) => words.center(s, size, padding),
    'Integer charAt(Integer index)': (_x, s: string, index: number) => s.charCodeAt(words.inside(s, index)),
    'Integer codePointAt(Integer index)': (_x, s: string, index: number) => s.codePointAt(words.inside(s, index)),
    'Integer codePointCount(Integer begin, Integer end)': (_x, s: string, begin: number, end: number) => [...s.slice(begin, end)].length,
    'Integer compareTo(String other)': (_x, s: string, other: string) => words.compareText(s, required(other)),
    'Boolean contains(String part)': (_x, s: string, part: string) => s.includes(required(part)),
    'Boolean containsAny(String characters)': (_x, s: string, characters: string | null) => characters !== null && [...characters].some((each) => s.includes(each)),
    'Boolean containsIgnoreCase(String part)': (_x, s: string, part: string | null) => part !== null && same(s).includes(same(part)),
    'Boolean containsNone(String characters)': (_x, s: string, characters: string | null) => characters === null || ![...characters].some((each) => s.includes(each)),
    'Boolean containsOnly(String characters)': (_x, s: string, characters: string | null) => characters !== null && [...s].every((each) => characters.includes(each)),
    'Boolean containsWhitespace()': (_x, s: string) => /\s/.test(s),
    'Integer countMatches(String part)': (_x, s: string, part: string | null) => (part ? s.split(part).length - 1 : 0),
    'String deleteWhitespace()': (_x, s: string) => s.replace(/\s+/g, ''),
    'String difference(String other)': (_x, s: string, other: string) => words.difference(s, other),
    'Boolean endsWith(String suffix)': (_x, s: string, suffix: string) => s.endsWith(required(suffix)),
    'Boolean endsWithIgnoreCase(String suffix)': (_x, s: string, suffix: string) => same(s).endsWith(same(required(suffix))),
    'Boolean equals(Object other)': (_x, s: string, other: unknown) => s === other,
    'Boolean equalsIgnoreCase(String other)': (_x, s: string, other: string | null) => other !== null && same(s) === same(other),
    'String escapeCsv()': (_x, s: string) => (/[",\r\n]/.test(s) ? `"${s.replace(/"/g, '""')}"` : s),
    'String unescapeCsv()': (_x, s: string) => (/^".*"$/s.test(s) && /[",\r\n]/.test(s.slice(1, -1)) ? s.slice(1, -1).replace(/""/g, '"') : s),
    'String escapeHtml3()': (_x, s: string) => words.escapeHtml(s),
    'String escapeHtml4()': (_x, s: string) => words.escapeHtml(s),
    'String unescapeHtml4()': (_x, s: string) => words.unescapeXml(s),
    'String unescapeHtml3()': (_x, s: string) => words.unescapeXml(s),
    'String escapeXml()': (_x, s: string) => words.escapeHtml(s).replace(/'/g, '&apos;'),
    'String unescapeXml()': (_x, s: string) => words.unescapeXml(s),
    'String escapeJava()': (_x, s: string) => words.escapeJava(s),
    'String escapeEcmaScript()': (_x, s: string) => words.escapeJava(s).replace(/['/]/g, '\\$&'),
    'String escapeUnicode()': (_x, s: string) => s.replace(/[^\x20-\x7f]/g, words.unicode),
    'String unescapeJava()': (_x, s: string) => words.unescapeJava(s),
    'String unescapeEcmaScript()': (_x, s: string) => words.unescapeJava(s),
    'String unescapeUnicode()': (_x, s: string) => s.replace(/\\u([0-9a-fA-F]{4})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16))),
    'List<Integer> getChars()': (_x, s: string) => new ApexList([...Array(s.length).keys()].map((index) => s.charCodeAt(index)), 'Integer'),
    'Integer getLevenshteinDistance(String other)': (_x, s: string, other: string) => words.levenshtein(s, other),
    'Integer getLevenshteinDistance(String other, Integer threshold)': (_x, s: string, other: string, threshold: number) => {
      const found = words.levenshtein(s, other);
      return found > threshold ? -1 : found;
    },
    'Integer hashCode()': (_x, s: string) => hashText(s),
    'Integer indexOf(String part)': (_x, s: string, part: string) => s.indexOf(required(part)),
    'Integer indexOf(String part, Integer from)': (_x, s: string, part: string, from: number) => s.indexOf(required(part), from),
    'Integer indexOfAny(String characters)': (_x, s: string, characters: string) => s.split('').findIndex((each) => characters.includes(each)),
    'Integer indexOfAnyBut(String characters)': (_x, s: string, characters: string) => s.split('').findIndex((each) => !characters.includes(each)),
    'Integer indexOfChar(Integer code)': (_x, s: string, code: number) => s.indexOf(String.fromCharCode(code)),
    'Integer indexOfDifference(String other)': (_x, s: string, other: string) => (s === other ? -1 : words.commonPrefix([s, other]).length),
    'Integer indexOfIgnoreCase(String part)': (_x, s: string, part: string) => same(s).indexOf(same(part)),
    'Integer indexOfIgnoreCase(String part, Integer from)': (_x, s: string, part: string, from: number) => same(s).indexOf(same(part), from),
    'Boolean isAllLowerCase()': (_x, s: string) => /^\p{Ll}+$/u.test(s),
    'Boolean isAllUpperCase()': (_x, s: string) => /^\p{Lu}+$/u.test(s),
    'Boolean isAlpha()': (_x, s: string) => /^\p{L}+$/u.test(s),
    'Boolean isAlphaSpace()': (_x, s: string) => /^[\p{L} ]+$/u.test(s),
    'Boolean isAlphanumeric()': (_x, s: string) => /^[\p{L}\p{Nd}]+$/u.test(s),
    'Boolean isAlphanumericSpace()': (_x, s: string) => /^[\p{L}\p{Nd} ]+$/u.test(s),
    'Boolean isAsciiPrintable()': (_x, s: string) => /^[ -~]*$/.test(s),
    'Boolean isNumeric()': (_x, s: string) => /^\p{Nd}+$/u.test(s),
    'Boolean isNumericSpace()': (_x, s: string) => /^[\p{Nd} ]+$/u.test(s),
    'Boolean isWhitespace()': (_x, s: string) => /^\s*$/.test(s),
    'Integer lastIndexOf(String part)': (_x, s: string, part: string) => s.lastIndexOf(required(part)),
    'Integer lastIndexOf(String part, Integer end)': (_x, s: string, part: string, end: number) => s.lastIndexOf(required(part), end),
    'Integer lastIndexOfIgnoreCase(String part)': (_x, s: string, part: string) => same(s).lastIndexOf(same(part)),
    'String left(Integer length)': (_x, s: string, length: number) => s.slice(0, Math.max(0, length)),
    'String leftPad(Integer length)': (_x, s: string, length: number) => s.padStart(length),
    'String leftPad(Integer length, String padding)': (_x, s: string, length: number, padding: string) => s.padStart(length, padding),
    'Integer length()': (_x, s: string) => s.length,
    'String mid(Integer start, Integer length)': (_x, s: string, start: number, length: number) => (length < 0 || start > s.length ? '' : s.slice(Math.max(0, start), Math.max(0, start) + length)),
    'String normalizeSpace()': (_x, s: string) => s.trim().replace(/\s+/g, ' '),
    'Integer offsetByCodePoints(Integer index, Integer offset)': (_x, s: string, index: number, offset: number) => index + [...s.slice(index)].slice(0, offset).join('').length,
    'String remove(String part)': (_x, s: string, part: string | null) => (part ? s.split(part).join('') : s),
    'String removeEnd(String suffix)': (_x, s: string, suffix: string | null) => (suffix && s.endsWith(suffix) ? s.slice(0, -suffix.length) : s),
    'String removeEndIgnoreCase(String suffix)': (_x, s: string, suffix: string | null) => (suffix && same(s).endsWith(same(suffix)) ? s.slice(0, -suffix.length) : s),
    'String removeStart(String prefix)': (_x, s: string, prefix: string | null) => (prefix && s.startsWith(prefix) ? s.slice(prefix.length) : s),
    'String removeStartIgnoreCase(String prefix)': (_x, s: string, prefix: string | null) => (prefix && same(s).startsWith(same(prefix)) ? s.slice(prefix.length) : s),
    'String repeat(Integer times)': (_x, s: string, times: number) => s.repeat(Math.max(0, times)),
    'String repeat(String separator, Integer times)': (_x, s: string, separator: string, times: number) => Array(Math.max(0, times)).fill(s).join(separator),
    'String replace(String target, String replacement)': (_x, s: string, target: string, replacement: string) => s.split(required(target)).join(required(replacement)),
    'String replaceAll(String regex, String replacement)': (_x, s: string, regex: string, replacement: string) => replaceWith(s, required(regex), required(replacement), true),
    'String replaceFirst(String regex, String replacement)': (_x, s: string, regex: string, replacement: string) => replaceWith(s, required(regex), required(replacement), false),
    'String reverse()': (_x, s: string) => [...s].reverse().join(''),
    'String right(Integer length)': (_x, s: string, length: number) => (length <= 0 ? '' : s.slice(-length)),
    'String rightPad(Integer length)': (_x, s: string, length: number) => s.padEnd(length),
    'String rightPad(Integer length, String padding)': (_x, s: string, length: number, padding: string) => s.padEnd(length, padding),
    'List<String> split(String regex)': (_x, s: string, regex: string) => list(splitJava(s, required(regex))),
    'List<String> split(String regex, Integer limit)': (_x, s: string, regex: string, limit: number) => list(splitJava(s, required(regex), limit)),
    'List<String> splitByCharacterType()': (_x, s: string) => list(s.match(/\p{Lu}+|\p{Ll}+|\p{Nd}+|\s+|[^\p{L}\p{Nd}\s]+/gu) ?? []),
    'List<String> splitByCharacterTypeCamelCase()': (_x, s: string) => list(s.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Nd}+|\s+|[^\p{L}\p{Nd}\s]+/gu) ?? []),
    'Boolean startsWith(String prefix)': (_x, s: string, prefix: string) => s.startsWith(required(prefix)),
    'Boolean startsWithIgnoreCase(String prefix)': (_x, s: string, prefix: string) => same(s).startsWith(same(required(prefix))),
    'String stripHtmlTags()': (_x, s: string) => words.unescapeXml(s.replace(/<[^>]*>/g, '')),
    'String substring(Integer start)': (_x, s: string, start: number) => cut(s, start, s.length),
    'String substring(Integer start, Integer end)': (_x, s: string, start: number, end: number) => cut(s, start, end),
    'String substringAfter(String separator)': (_x, s: string, separator: string) => words.after(s, separator, s.indexOf(separator)),
    'String substringAfterLast(String separator)': (_x, s: string, separator: string) => words.after(s, separator, s.lastIndexOf(separator)),
    'String substringBefore(String separator)': (_x, s: string, separator: string) => (s.includes(separator) ? s.slice(0, s.indexOf(separator)) : s),
    'String substringBeforeLast(String separator)': (_x, s: string, separator: string) => (s.includes(separator) ? s.slice(0, s.lastIndexOf(separator)) : s),
    'String substringBetween(String tag)': (_x, s: string, tag: string) => words.between(s, tag, tag),
    'String substringBetween(String open, String close)': (_x, s: string, open: string, close: string) => words.between(s, open, close),
    'String swapCase()': (_x, s: string) => [...s].map((each) => (each === each.toUpperCase() ? each.toLowerCase() : each.toUpperCase())).join(''),
    'String toLowerCase()': (_x, s: string) => s.toLowerCase(),
    'String toLowerCase(String locale)': (_x, s: string, locale: string) => s.toLocaleLowerCase(locale.replace('_', '-')),
    'String toUpperCase()': (_x, s: string) => s.toUpperCase(),
    'String toUpperCase(String locale)': (_x, s: string, locale: string) => s.toLocaleUpperCase(locale.replace('_', '-')),
    'String toString()': (_x, s: string) => s,
    // Java trims every character up to and with the space.
    'String trim()': (_x, s: string) => s.replace(/^[\x00-\x20]+|[\x00-\x20]+$/g, ''),
    'String uncapitalize()': (_x, s: string) => s.charAt(0).toLowerCase() + s.slice(1),
  },
};

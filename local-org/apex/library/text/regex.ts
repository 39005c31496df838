/** Java regular expressions as JavaScript ones. What differs and cannot be translated is refused by name. */
import { NotModelledError } from '../../../schema';
import { ApexException } from '../../runtime/values';

/** POSIX and Java classes, as the inside of a character class. */
const CLASSES: Readonly<Record<string, string>> = {
  Alpha: 'a-zA-Z', Digit: '0-9', Alnum: 'a-zA-Z0-9', Upper: 'A-Z', Lower: 'a-z', Punct: '!-\\/:-@\\[-`{-~', Space: '\\s', Blank: ' \\t', XDigit: '0-9a-fA-F', Cntrl: '\\x00-\\x1f\\x7f', Graph: '!-~', Print: ' -~', ASCII: '\\x00-\\x7f',
  javaLowerCase: '\\p{Ll}', javaUpperCase: '\\p{Lu}', IsAlphabetic: '\\p{Alphabetic}', IsLetter: '\\p{L}', IsDigit: '\\p{Nd}',
};

const cache = new Map<string, RegExp>();

/** Compiles once for each pattern and set of JS flags. */
export function javaRegex(pattern: string, flags = ''): RegExp {
  const key = `${flags}/${pattern}`;
  let compiled = cache.get(key);
  if (!compiled) {
    const { source, inline } = translate(pattern);
    try {
      compiled = new RegExp(source, [...new Set(`${flags}${inline}u`)].join(''));
    } catch (failure) {
      throw new ApexException('StringException', `Invalid regex: ${(failure as Error).message.replace(/^Invalid regular expression: /, '')}`);
    }
    cache.set(key, compiled);
  }
  compiled.lastIndex = 0;
  return compiled;
}

const SYNTAX = /[\\^$.*+?()[\]{}|/]/;

function translate(pattern: string): { source: string; inline: string } {
  let inline = '';
  let source = '';
  let depth = 0;
  const leading = /^\(\?([imsu]+)\)/.exec(pattern);
  let at = 0;
  if (leading) {
    inline = (leading[1] as string).replace('u', '');
    at = leading[0].length;
  }
  while (at < pattern.length) {
    const rest = pattern.slice(at);
    const character = pattern[at] as string;
    if (character === '\\') {
      const quoted = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(rest);
      const named = /^\\([pP])\{(\w+)\}/.exec(rest);
      if (quoted) {
        source += (quoted[1] as string).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
        at += quoted[0].length;
      } else if (named) {
        source += propertyClass(named[1] as string, named[2] as string, depth > 0);
        at += named[0].length;
      } else {
        source += escape(pattern[at + 1] ?? '', depth > 0);
        at += 2;
      }
      continue;
    }
    if (character === '[') {
      if (depth > 0) throw new NotModelledError(`nested character classes in the regular expression ${pattern}`);
      depth++;
      source += character;
      at++;
      if (pattern[at] === '^') source += pattern[at++];
      if (pattern[at] === ']') {
        source += '\\]';
        at++;
      }
      continue;
    }
    if (depth > 0) {
      if (character === ']') depth--;
      if (rest.startsWith('&&')) throw new NotModelledError(`intersections in the regular expression ${pattern}`);
      source += character;
      at++;
      continue;
    }
    if (/^(?:[*+?]|\{\d+(?:,\d*)?\})\+/.test(rest)) throw new NotModelledError(`possessive quantifiers in the regular expression ${pattern}`);
    if (rest.startsWith('(?>')) throw new NotModelledError(`atomic groups in the regular expression ${pattern}`);
    if (/^\(\?[imsux-]+[:)]/.test(rest)) throw new NotModelledError(`inline flags inside the regular expression ${pattern}`);
    // A brace that is no quantifier is itself in neither; Java refuses it as well.
    source += character === ']' || character === '}' && !/\{\d+(?:,\d*)?$/.test(pattern.slice(0, at)) && !/\\[pPux]\{[^}]*$/.test(pattern.slice(0, at)) ? `\\${character}` : character === '/' ? '\\/' : character;
    at++;
  }
  return { source, inline };
}

function propertyClass(kind: string, name: string, inside: boolean): string {
  const known = CLASSES[name];
  if (known === undefined) return `\\${kind}{${name.replace(/^Is/, '')}}`;
  if (kind === 'P') {
    if (inside) throw new NotModelledError(`\\P{${name}} inside a character class`);
    return `[^${known}]`;
  }
  return inside ? known : `[${known}]`;
}
function escape(character: string, inside: boolean): string {
  switch (character) {
    case 'A': return '(?<![\\s\\S])';
    case 'z': return '(?![\\s\\S])';
    case 'Z': return '(?=\\n?(?![\\s\\S]))';
    case 'h': return inside ? ' \\t\\xA0' : '[ \\t\\xA0]';
    case 'R': return '(?:\\r\\n|[\\n\\r])';
    case 'e': return '\\x1b';
    case 'a': return '\\x07';
    default: return /[a-zA-Z0-9]/.test(character) || SYNTAX.test(character) || (inside && character === '-') ? `\\${character}` : character;
  }
}

/** Java's replacement text (`$1`, `${name}`, `\$`) applied to one match. */
export function expandReplacement(replacement: string, match: readonly (string | undefined)[], groups: Readonly<Record<string, string>> | undefined): string {
  return replacement.replace(/\\([\s\S])|\$(\d+|\{(\w+)\})/g, (whole, escaped: string | undefined, group: string | undefined, name: string | undefined) => {
    if (escaped !== undefined) return escaped;
    if (name !== undefined) return groups?.[name] ?? '';
    // As many digits as still name a group.
    let digits = group as string;
    while (digits.length > 1 && Number(digits) >= match.length) digits = digits.slice(0, -1);
    if (Number(digits) >= match.length) throw new ApexException('StringException', `No group ${digits}`);
    return (match[Number(digits)] ?? '') + (group as string).slice(digits.length);
  });
}
export function replaceWith(text: string, pattern: string, replacement: string, all: boolean): string {
  return text.replace(javaRegex(pattern, all ? 'g' : ''), (...args: unknown[]) => {
    const named = typeof args[args.length - 1] === 'object' ? (args.pop() as Record<string, string>) : undefined;
    return expandReplacement(replacement, args.slice(0, -2) as string[], named);
  });
}
/** String.split of Java: no empty parts at the end, none at the start for an empty match. */
export function splitJava(text: string, pattern: string, limit = 0): string[] {
  if (text === '') return [''];
  const regex = javaRegex(pattern, 'g');
  const parts: string[] = [];
  let from = 0;
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    if (match[0] === '') {
      regex.lastIndex++;
      if (match.index === 0 || match.index >= text.length) continue;
    } else if (match.index === 0 && match[0].length === 0) continue;
    if (limit > 0 && parts.length === limit - 1) break;
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  if (limit === 0) while (parts.length > 1 && parts[parts.length - 1] === '') parts.pop();
  return parts;
}

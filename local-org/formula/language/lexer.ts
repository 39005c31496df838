/** Characters to tokens. Grammar facts: https://github.com/salesforce/formula-engine (LexerRules.g4). */
import { SourceError, type Position } from '../../schema';

export type TokenKind = 'number' | 'text' | 'name' | 'operator' | 'end';
export interface Token { readonly kind: TokenKind; readonly text: string; readonly at: number; }

/** Offsets in a formula to places in its file: lines count on from where the formula stands, columns are the formula's own. */
export class Source {
  constructor(readonly text: string, private readonly base?: Position) {}

  position(at: number): Position {
    const before = this.text.slice(0, at);
    const lines = before.split('\n');
    return { file: this.base?.file ?? 'formula', line: (this.base?.line ?? 1) + lines.length - 1, column: (lines[lines.length - 1] ?? '').length + 1 };
  }

  fail(problem: string, at: number): never {
    throw new SourceError(problem, this.position(at));
  }
}

const OPERATORS = ['&&', '||', '==', '!=', '<>', '<=', '>=', '+', '-', '*', '/', '^', '&', '!', '=', '<', '>', '(', ')', ','];
const NAME = /[\p{L}_$][\p{L}\p{N}_$:#]*(?:\.[\p{L}\p{N}_$:#]+)*/uy;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
/** The escapes the platform's lexer accepts; only the backslash and the double quote collapse to one character. */
const ESCAPES = 'nrtNRT"\'\\';

export function tokenize(source: Source): Token[] {
  const { text } = source;
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (/[\s\u00a0\ufeff]/.test(char)) { at++; continue; }
    if (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      if (close < 0) source.fail("Syntax error. Missing '*/'", at);
      at = close + 2;
      continue;
    }
    if (char === '"' || char === "'") {
      const read = readText(source, at, char);
      tokens.push({ kind: 'text', text: read.value, at });
      at = read.end;
      continue;
    }
    const matched = match(NUMBER, text, at) ?? match(NAME, text, at);
    if (matched !== undefined) {
      tokens.push({ kind: /[\d.]/.test(char) ? 'number' : 'name', text: matched, at });
      at += matched.length;
      continue;
    }
    const operator = OPERATORS.find((candidate) => text.startsWith(candidate, at));
    if (operator === undefined) source.fail(`Syntax error. Found '${String.fromCodePoint(text.codePointAt(at) ?? 0)}'`, at);
    tokens.push({ kind: 'operator', text: operator, at });
    at += operator.length;
  }
  tokens.push({ kind: 'end', text: '', at: text.length });
  return tokens;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function readText(source: Source, start: number, quote: string): { value: string; end: number } {
  const { text } = source;
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === quote) return { value, end: at + 1 };
    if (char !== '\\') { value += char; continue; }
    const next = text.charAt(at + 1);
    if (next === '' || !ESCAPES.includes(next)) source.fail(`Syntax error. Found '\\${next}'`, at);
    value += next === '\\' || next === '"' ? next : char + next;
    at++;
  }
  return source.fail(`Syntax error. Missing '${quote}'`, start);
}

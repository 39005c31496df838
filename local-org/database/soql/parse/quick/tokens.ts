/** SOQL text to tokens. What it does not know for certain it leaves to the grammar. */
import { leave } from '../../../../schema';
import type { At } from '../../ast';

export type TokenKind = 'word' | 'number' | 'date' | 'datetime' | 'string' | 'sign' | 'end';

export interface Token extends At {
  readonly kind: TokenKind;
  readonly text: string;
  /** Of a word its lower case, of a sign the text, else empty: what clauses ask for. */
  readonly key: string;
}

/** ASCII, save in strings, which stay on one line. Comments, and signs that run together in other ways, are the grammar's. */
const TOKEN = new RegExp(
  [
    String.raw`([ \t\r\n\f]+)`,
    String.raw`([A-Za-z_$][A-Za-z0-9_$]*)`,
    String.raw`(\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d+(?::\d+)?)(?![\w$.:]))`,
    String.raw`(\d{4}-\d\d-\d\d(?![\w$.:]))`,
    String.raw`((?:\d+|\d*\.\d+)(?![\w$.:]))`,
    String.raw`('(?!'')(?:[^'\\\n\r\ud800-\udfff]|\\(?:[btnfrBTNFR"'\\]|u[0-9A-Fa-f]{4}))*')`,
    String.raw`([(),.:]|(?:[<>!]=|<>|[=<>])(?![=<>!/*&|^?~]|[+-](?![\d.]))|[+-](?![=+-]))`,
  ].join('|'),
  'y'
);
const KINDS: readonly (TokenKind | undefined)[] = [undefined, undefined, 'word', 'datetime', 'date', 'number', 'string', 'sign'];

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  let offset = 0;
  while (offset < text.length) {
    TOKEN.lastIndex = offset;
    const found = TOKEN.exec(text);
    if (!found) return leave();
    const whole = found[0];
    const space = found[1];
    if (space === undefined) {
      let group = 2;
      while (found[group] === undefined) group++;
      const kind = KINDS[group] as TokenKind;
      tokens.push({ line, column: offset - lineStart + 1, kind, text: whole, key: kind === 'word' ? whole.toLowerCase() : kind === 'sign' ? whole : '' });
    } else {
      for (let at = space.indexOf('\n'); at >= 0; at = space.indexOf('\n', at + 1)) {
        line++;
        lineStart = offset + at + 1;
      }
    }
    offset += whole.length;
  }
  tokens.push({ line, column: offset - lineStart + 1, kind: 'end', text: '', key: '' });
  return tokens;
}

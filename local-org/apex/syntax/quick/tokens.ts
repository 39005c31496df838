/** Apex text to tokens. What it does not know for certain it leaves to the full grammar. */
import { leave } from '../../../schema';
import type { At } from '../ast';

/** `word`: identifiers and keywords; `date`: a date or date and time of SOQL. */
export type TokenKind = 'word' | 'number' | 'date' | 'string' | 'sign' | 'end';

export interface Token extends At {
  readonly kind: TokenKind;
  readonly text: string;
  /** Of a word its lower case, else the text: what the grammar compares. */
  readonly key: string;
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
}

/** Longest first; `<`, `>` and `=` of comparisons stay single, because types end with `>` too. */
const SIGNS = ['>>>=', '<<=', '>>=', '===', '!==', '?.', '??', '==', '!=', '<>', '&&', '||', '++', '--', '=>', '+=', '-=', '*=', '/=', '&=', '|=', '^=', ...'(){}[];,.=><!~?:+-*/&|^@'].map((sign) => sign.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');

const TOKEN = new RegExp(
  [
    String.raw`(\s+|//[^\n\r]*|/\*[^]*?\*/)`,
    String.raw`([A-Za-z_$][A-Za-z0-9_$]*)`,
    String.raw`(\d{4}-\d\d-\d\d(?:[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:?\d\d))?|\d\d:\d\d:\d\d)`,
    String.raw`(\d*\.\d+[dD]?|\d+[lL]?)`,
    String.raw`('(?!'')(?:[^'\\\n\r]|\\(?:[btnfrBTNFR"'\\]|u[0-9A-Fa-f]{4}))*')`,
    `(${SIGNS})`,
  ].join('|'),
  'y'
);

const BEYOND = /[\ud800-\udbff]/;

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  let offset = 0;
  while (offset < text.length) {
    TOKEN.lastIndex = offset;
    const found = TOKEN.exec(text);
    if (!found) return leave();
    const [whole, space, word, date, number, string] = found;
    if (space === undefined) {
      const kind: TokenKind = word !== undefined ? 'word' : date !== undefined ? 'date' : number !== undefined ? 'number' : string !== undefined ? 'string' : 'sign';
      if (kind === 'number' && /[A-Za-z0-9_$]/.test(text.charAt(offset + whole.length))) leave();
      tokens.push({ kind, text: whole, key: kind === 'word' ? whole.toLowerCase() : whole, start: offset, end: offset + whole.length, line, column: offset - lineStart + 1 });
    } else if (space.includes('\n')) {
      for (let at = space.indexOf('\n'); at >= 0; at = space.indexOf('\n', at + 1)) {
        line++;
        lineStart = offset + at + 1;
      }
    }
    // Columns count code points, of which some are two characters.
    if (BEYOND.test(whole)) lineStart += [...whole.slice(whole.lastIndexOf('\n') + 1)].reduce((pairs, point) => pairs + point.length - 1, 0);
    offset += whole.length;
  }
  tokens.push({ kind: 'end', text: '', key: '', start: offset, end: offset, line, column: offset - lineStart + 1 });
  return tokens;
}

/** A place in the tokens, and the steps that every construct takes. */
import { leave, placeOf, TokenCursor } from '../../../schema';
import type { Name, TypeRef } from '../ast';
import { tokensOf, type Token } from './tokens';

/** Words that name nothing but themselves. */
const RESERVED = new Set('abstract break catch class continue delete do else enum extends final finally for global if implements insert interface merge new null on override private protected public return static super testmethod this throw try undelete update upsert virtual void webservice while list map true false'.split(' '));

export const nameOf = (token: Token): Name => ({ line: token.line, column: token.column, text: token.text });

export class Cursor extends TokenCursor<Token> {
  constructor(readonly text: string) {
    super(tokensOf(text));
  }

  get place(): number {
    return this.index;
  }
  /** The token before: the last of what was read. */
  get last(): Token {
    return this.tokens[this.index - 1] as Token;
  }
  at(index: number): Token {
    return this.tokens[Math.min(index, this.tokens.length - 1)] as Token;
  }
  id(): Token {
    return isId(this.token) ? this.next() : leave();
  }
  /** After a dot keywords are names too. */
  anyId(): Token {
    return this.token.kind === 'word' && !/^(void|true|false|null)$/.test(this.token.key) ? this.next() : leave();
  }
  /** Goes to a place, as the reading of a query does that jumps over its text. */
  goTo(index: number): void {
    this.index = index;
  }

  /** Index after a type that begins at `from`; below zero when none does. */
  typeEnd(from: number): number {
    let index = from;
    for (;;) {
      const token = this.at(index);
      if (!isId(token) && token.key !== 'list' && token.key !== 'map') return -1;
      index++;
      if (this.at(index).key === '<') {
        do {
          index = this.typeEnd(index + 1);
          if (index < 0) return -1;
        } while (this.at(index).key === ',');
        if (this.at(index).key !== '>') return -1;
        index++;
      }
      const dot = this.at(index).key === '.' && this.at(index + 1);
      if (!dot || (!isId(dot) && dot.key !== 'list' && dot.key !== 'map')) break;
      index++;
    }
    while (this.at(index).key === '[' && this.at(index + 1).key === ']') index += 2;
    return index;
  }

  /** A type that `typeEnd` has found, or that must stand here. */
  type(): TypeRef {
    const end = this.typeEnd(this.index);
    if (end < 0) leave();
    const parts: TypeRef['parts'][number][] = [];
    const start = placeOf(this.token);
    do {
      const name = this.next().text;
      parts.push({ name, args: this.take('<') ? this.closed(() => this.type()) : [] });
    } while (this.index < end && this.take('.'));
    const dimensions = (end - this.index) / 2;
    this.index = end;
    return { ...start, parts, dimensions };
  }

  private closed<T>(item: () => T): T[] {
    const items = this.list(item);
    this.need('>');
    return items;
  }

  /** The type after `new`, whose brackets are the array's. */
  createdType(): TypeRef {
    const start = placeOf(this.token);
    const parts: TypeRef['parts'][number][] = [];
    do parts.push({ name: this.anyId().text, args: this.take('<') ? this.closed(() => this.type()) : [] });
    while (this.take('.'));
    return { ...start, parts, dimensions: 0 };
  }
}

export function isId(token: Token): boolean {
  return token.kind === 'word' && !RESERVED.has(token.key);
}

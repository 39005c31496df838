/** What the quick readings of Apex and SOQL share: steps over tokens, and leaving a text to the grammar. */

/** The text is none that the quick reading takes: the grammar reads it, or says what is wrong with it. */
class NotRead extends Error {}

/** One for all: a stack trace would cost more than the reading. */
const NOT_READ = new NotRead('left to the grammar');

export function leave(): never {
  throw NOT_READ;
}

/** What `read` makes of a text; undefined where it left the text to the grammar. */
export function quickly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof NotRead) return undefined;
    throw failure;
  }
}

export const placeOf = ({ line, column }: { readonly line: number; readonly column: number }): { line: number; column: number } => ({ line, column });

/** A place in tokens whose last one is the end of the text. */
export class TokenCursor<T extends { readonly kind: string; readonly key: string }> {
  protected index = 0;

  constructor(readonly tokens: readonly T[]) {}

  get token(): T {
    return this.tokens[this.index] as T;
  }
  ahead(by: number): T {
    return this.tokens[Math.min(this.index + by, this.tokens.length - 1)] as T;
  }
  is(key: string): boolean {
    const { token } = this;
    return token.key === key && token.kind !== 'string';
  }
  next(): T {
    const { token } = this;
    // Nothing stands behind the end: a text that ends too early is for the grammar to judge.
    if (this.index >= this.tokens.length - 1) return leave();
    this.index++;
    return token;
  }
  /** Steps over the token if it is this one. */
  take(key: string): boolean {
    if (!this.is(key)) return false;
    this.index++;
    return true;
  }
  need(key: string): T {
    return this.is(key) ? this.next() : leave();
  }
  /** Items between commas. */
  list<I>(item: () => I): I[] {
    const items = [item()];
    while (this.take(',')) items.push(item());
    return items;
  }
}

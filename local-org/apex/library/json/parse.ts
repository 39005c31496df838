/** JSON text to plain values; numbers keep their text, because Apex tells 1 from 1.0. */
import { ApexException } from '../../runtime/values';

export class JsonNumber {
  constructor(readonly text: string) {}
  get isInteger(): boolean {
    return /^-?\d+$/.test(this.text);
  }
}
export type Json = null | boolean | string | JsonNumber | number | Json[] | { [name: string]: Json };

const LITERAL = /(?:true|false|null)/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\x00-\x1f]|\\["\\/bfnrtu'])*"/y;

class Reader {
  at = 0;
  constructor(readonly text: string) {}
  fail(what: string): never {
    const before = this.text.slice(0, this.at).split('\n');
    throw new ApexException('JSONException', `${what} at [line:${before.length}, column:${(before[before.length - 1] as string).length + 1}]`);
  }
  unexpected(): never {
    if (this.at >= this.text.length) this.fail('Unexpected end-of-input');
    this.fail(`Unexpected character ('${this.text[this.at]}' (code ${this.text.charCodeAt(this.at)}))`);
  }
  space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match?.[0];
  }
  eat(character: string): boolean {
    this.space();
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }
  string(): string {
    const raw = this.take(STRING);
    if (raw === undefined) this.unexpected();
    return JSON.parse(raw.replace(/\\'/g, "'")) as string;
  }
  value(): Json {
    this.space();
    const first = this.text[this.at];
    if (first === '{') return this.object();
    if (first === '[') return this.array();
    if (first === '"') return this.string();
    const literal = this.take(LITERAL);
    if (literal) return literal === 'null' ? null : literal === 'true';
    const number = this.take(NUMBER);
    return number === undefined ? this.unexpected() : new JsonNumber(number);
  }
  private object(): Json {
    this.at++;
    const result: Record<string, Json> = {};
    if (this.eat('}')) return result;
    do {
      this.space();
      const name = this.string();
      if (!this.eat(':')) this.unexpected();
      Object.defineProperty(result, name, { value: this.value(), enumerable: true, writable: true, configurable: true });
    } while (this.eat(','));
    if (!this.eat('}')) this.unexpected();
    return result;
  }
  private array(): Json {
    this.at++;
    const result: Json[] = [];
    if (this.eat(']')) return result;
    do result.push(this.value());
    while (this.eat(','));
    if (!this.eat(']')) this.unexpected();
    return result;
  }
}

export function parseJson(text: string): Json {
  const reader = new Reader(text);
  reader.space();
  if (reader.at >= text.length) throw new ApexException('JSONException', 'No content to map to Object due to end of input');
  const value = reader.value();
  reader.space();
  if (reader.at < text.length) reader.unexpected();
  return value;
}

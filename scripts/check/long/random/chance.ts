/** Numbers by chance that come again from the same seed (mulberry32). */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to 1, 1 left out. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  /** A whole number from 0 up to `below`, that left out. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }
  /** True in `share` of all cases. */
  one(share: number): boolean {
    return this.next() < share;
  }
  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }
  some<T>(choices: readonly T[], atMost: number): T[] {
    return Array.from({ length: 1 + this.below(atMost) }, () => this.of(choices));
  }
}

/** What comes of one seed for case `index`: a case can be run alone. */
export function chanceOf(seed: number, index: number): Chance {
  return new Chance(Math.floor(new Chance(seed).next() * 4294967296) ^ Math.imul(index + 1, 0x9e3779b1));
}

/** Signs that parsers stumble over. */
const LITTER: readonly string[] = ['(', ')', ',', '"', "'", '\\', '%', '&', '-', '--', '/*', '*/', '$', '.', ':', '[', ']', '{', '}', '<', '>', '<!--', '&amp;', '\u0000', '\n', '🚚', 'é', 'null', '1e999', '-1', '99999999999999999999', '__c', '__r', ' '];

/** The text with a few cuts, repeats, swaps and foreign signs. */
export function broken(chance: Chance, text: string): string {
  let result = text;
  for (let times = 1 + chance.below(3); times > 0; times--) {
    const at = chance.below(result.length + 1);
    const end = Math.min(result.length, at + 1 + chance.below(12));
    const kind = chance.below(5);
    if (kind === 0) result = result.slice(0, at) + result.slice(end);
    else if (kind === 1) result = result.slice(0, at) + chance.of(LITTER) + result.slice(at);
    else if (kind === 2) result = result.slice(0, end) + result.slice(at);
    else if (kind === 3) result = result.slice(0, at) + chance.of(LITTER) + result.slice(end);
    else result = result.slice(0, at);
  }
  return result;
}

/** Values that a field or parameter may be given, most of them wrong somewhere. */
export const VALUES: readonly unknown[] = [null, true, false, 0, -1, 1.5, 1e12, 1e300, '', 'x', 'Packed', 'In Transit', '2026-02-30', '2026-02-28', '2026-02-28T10:00:00Z', '25:61', 'a@b.example', 'not at all', '🚚'.repeat(40), 'x'.repeat(300), "' OR Name != '", '001000000000001AAA', '001000000000ZZZAAA', 'a00', '\u0000', [], [null], ['x'], {}, { a: 1 }, { Id: 'x' }];

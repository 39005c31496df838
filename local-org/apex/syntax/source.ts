/** The text behind a tree. The parser counts code points, of which JS makes two characters beyond the basic plane. */
export class Source {
  private readonly points: readonly string[] | undefined;
  constructor(readonly text: string) {
    if (/[\ud800-\udbff]/.test(text)) this.points = Array.from(text);
  }
  slice(start: number, end: number): string {
    return this.points ? this.points.slice(start, end).join('') : this.text.slice(start, end);
  }
}

/** The text behind a tree. */
export class Source {
  constructor(readonly text: string) {}
  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }
}

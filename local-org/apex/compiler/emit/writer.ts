/** Generated code, line by line, each line with the Apex place it came from: exceptions find their Apex line through it. */
import type { At } from '../../syntax';

/** One entry for each generated line: index of the Apex method and line in its file; -1 where there is none. */
export interface LineMap { readonly methods: string[]; readonly files: string[]; readonly entries: number[]; }

export class CodeWriter {
  private readonly lines: string[] = [];
  private readonly entries: number[] = [];
  readonly methods: string[] = [];
  readonly files: string[] = [];
  private method = -1;
  private depth = 0;

  get position(): number {
    return this.lines.length;
  }

  /** Names the method (`Class.Foo.bar`) that the next lines belong to. */
  enter(method: string, file: string): void {
    this.method = this.methods.length;
    this.methods.push(method);
    this.files.push(file);
  }
  leave(): void {
    this.method = -1;
  }

  line(code: string, at?: At): void {
    if (/^[})]/.test(code)) this.depth--;
    this.lines.push('  '.repeat(Math.max(0, this.depth)) + code);
    this.entries.push(at && this.method >= 0 ? this.method : -1, at ? at.line : 0);
    if (/[{(]$/.test(code)) this.depth++;
  }

  /** Replaces a line written as a place-holder. */
  patch(position: number, code: string): void {
    this.lines[position] = code;
  }

  get text(): string {
    return this.lines.join('\n');
  }
  get map(): LineMap {
    return { methods: this.methods, files: this.files, entries: this.entries };
  }
}

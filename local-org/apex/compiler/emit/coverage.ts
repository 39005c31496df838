/** One counter for each statement of each class. */

export interface CoverageTable { readonly name: string; readonly file: string; readonly lines: number[]; }

export class CoverageSlots {
  private readonly tables = new Map<string, { table: CoverageTable; js: string }>();

  /** Code of a fresh counter for a statement on this line. */
  slot(name: string, file: string, line: number): string {
    let entry = this.tables.get(name);
    if (!entry) this.tables.set(name, (entry = { table: { name, file, lines: [] }, js: `$c${this.tables.size}` }));
    entry.table.lines.push(line);
    return `${entry.js}[${entry.table.lines.length - 1}]`;
  }

  get all(): readonly CoverageTable[] {
    return [...this.tables.values()].map((entry) => entry.table);
  }
  /** Declarations of the counters in generated code. */
  get declarations(): readonly string[] {
    return [...this.tables.values()].map(({ table, js }, index) => `const ${js} = $r.counters(${index}, ${table.lines.length});`);
  }
}

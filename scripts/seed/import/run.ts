/** `import`: CSV tables through a mapping into an org; every row of the main table is loaded or told. */
import type { Connection } from 'jsforce';
import type { SeedRecord, SeedSet } from '../load/records';
import { Writer, type WriteReport } from '../load/write';
import type { Issue } from './issues';
import type { Mapping, Step } from './mapping';
import { BROKEN, readTable, type Table, type TableRow } from './table';
import { fieldValue, fill, recordKey, type ValueContext } from './values';

export interface ImportOptions {
  readonly mapping: Mapping;
  /** Folder of the CSV files. */
  readonly folder: string;
  /** Day of the import, YYYY-MM-DD. */
  readonly today: string;
  readonly log?: (line: string) => void;
}

export interface ImportResult {
  /** Of the main table: its rows, those now in the org (new, changed or as they were), those in error. */
  readonly rows: number;
  readonly loaded: number;
  readonly inError: number;
  readonly errors: readonly Issue[];
  readonly warnings: readonly Issue[];
  readonly reports: readonly (WriteReport & { step: string })[];
  readonly calls: number;
}

/** Rows between two lines of progress. */
const TELL_EVERY = 1000;

interface Built { readonly set: SeedSet; readonly rowOf: ReadonlyMap<string, TableRow>; }

/** Reads, checks and loads. What is wrong stays out and is told; the rest loads. */
export async function runImport(connection: Connection, options: ImportOptions): Promise<ImportResult> {
  const { mapping } = options;
  const issues: Issue[] = [];
  const tables = new Map<string, Table>(Object.entries(mapping.tables).map(([name, spec]) => [name, readTable(options.folder, name, spec, issues)]));
  const writer = new Writer(connection, (object, done, all) => {
    // Short work needs no line between: only sets of several calls tell how far they are.
    if (done % TELL_EVERY === 0 && done < all) options.log?.(`  ${object} ${done} of ${all}`);
  });
  const reports: (WriteReport & { step: string })[] = [];
  const main = tables.get(mapping.account) as Table;
  const loaded = new Set<number>();
  for (const step of mapping.steps) {
    const { set, rowOf } = build(step, options, tables, issues);
    const report = await writer.write(set);
    reports.push({ ...report, step: step.name });
    const failed = new Set(report.errors.map((error) => error.key));
    for (const error of report.errors) {
      const row = rowOf.get(error.key);
      issues.push({ severity: 'error', file: step.table ? (tables.get(step.table)?.file ?? '') : `step ${step.name}`, row: row?.line ?? 0, column: columnsOf(step, error.fields), value: error.key, cause: `${error.code}: ${error.message}`, fix: 'Correct the row and import again; what is loaded is not loaded twice.' });
    }
    if (step.table === mapping.account) for (const [key, row] of rowOf) if (!failed.has(key)) loaded.add(row.line);
    options.log?.(`${step.name.padEnd(16)} ${step.object.padEnd(24)} ${report.inserted} new, ${report.updated} changed, ${report.unchanged} as they were, ${report.errors.length} in error`);
  }
  if (main.usable) tellLeftOut(mapping, main, loaded, issues);
  const errors = issues.filter((issue) => issue.severity === 'error');
  return { rows: main.rows.length, loaded: loaded.size, inError: main.rows.length - loaded.size, errors, warnings: issues.filter((issue) => issue.severity === 'warning'), reports, calls: writer.calls };
}

function build(step: Step, options: ImportOptions, tables: ReadonlyMap<string, Table>, issues: Issue[]): Built {
  const table = step.table ? tables.get(step.table) : undefined;
  const file = table?.file ?? `step ${step.name}`;
  const rows: readonly TableRow[] = table?.rows ?? (step.rows ?? []).map((cells, index) => ({ line: index + 1, cells: Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, String(value ?? '')])) }));
  const records: SeedRecord[] = [];
  const rowOf = new Map<string, TableRow>();
  for (const row of rows) {
    if (row.cells[BROKEN] || (step.where && !step.where.in.includes(row.cells[step.where.column] ?? ''))) continue;
    const text = fill(step.key, row);
    const key = recordKey(options.mapping, step, text);
    if (rowOf.has(key) && step.distinct) continue;
    if (text === '' || rowOf.has(key)) {
      issues.push({ severity: 'error', file, row: row.line, column: columnsIn(step.key), value: text, cause: text === '' ? 'The key is empty.' : `${text} stands in row ${rowOf.get(key)?.line} already.`, fix: 'Give every row a key of its own.' });
      continue;
    }
    const fields: Record<string, SeedRecord['fields'][string]> = {};
    let sound = true;
    // Several fields may be made of one cell: its fault is told once.
    const told = new Set<string>();
    const tell = (issue: Issue): void => {
      const fault = `${issue.column}|${issue.cause}`;
      if (!told.has(fault)) issues.push(issue);
      told.add(fault);
    };
    const context: ValueContext = {
      mapping: options.mapping, tables, today: options.today,
      problem: (column, value, cause, fix) => {
        sound = false;
        tell({ severity: 'error', file, row: row.line, column, value, cause, fix });
      },
      warning: (column, value, cause) => tell({ severity: 'warning', file, row: row.line, column, value, cause, fix: '' }),
    };
    for (const [field, source] of Object.entries(step.fields)) {
      const value = fieldValue(source, row, context);
      if (value !== undefined) fields[field] = value;
    }
    if (!sound) continue;
    records.push({ key, fields });
    rowOf.set(key, row);
  }
  return { set: { object: step.object, keyField: step.keyField, records, ...(step.onlyWhenNew ? { onlyWhenNew: true } : {}) }, rowOf };
}

/** A row that no step took and no issue names would be lost without a word. */
function tellLeftOut(mapping: Mapping, main: Table, loaded: ReadonlySet<number>, issues: Issue[]): void {
  const told = new Set(issues.filter((issue) => issue.severity === 'error' && issue.file === main.file).map((issue) => issue.row));
  const column = mapping.steps.find((step) => step.table === mapping.account && step.where)?.where?.column ?? '';
  for (const row of main.rows) {
    if (loaded.has(row.line) || told.has(row.line)) continue;
    issues.push({ severity: 'error', file: main.file, row: row.line, column, value: row.cells[column] ?? '', cause: 'No step of the mapping takes this row.', fix: `Use a value of ${column || 'the key'} that the mapping knows.` });
  }
}

/** The columns that a text is made of. */
function columnsIn(template: string): string {
  return [...template.matchAll(/\{(\w+)/g)].map((match) => match[1]).join(' ');
}

function columnsOf(step: Step, fields: readonly string[]): string {
  return fields
    .map((field) => {
      const source = step.fields[field];
      return source && 'column' in source && source.column ? source.column : field;
    })
    .join(' ');
}

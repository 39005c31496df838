/** CSV files as tables: header checked, rows numbered as a spreadsheet shows them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Issue } from './issues';
import type { Mapping } from './mapping';

export interface TableRow { readonly line: number; readonly cells: Readonly<Record<string, string>>; }
export interface Table { readonly name: string; readonly file: string; readonly rows: readonly TableRow[]; readonly byKey: ReadonlyMap<string, TableRow>; /** False when the file could not be used at all. */ readonly usable: boolean; }

/** Reads one table. A header that lacks a column, or a file that is not CSV, makes it unusable; everything else is told row by row. */
export function readTable(folder: string, name: string, spec: Mapping['tables'][string], issues: Issue[]): Table {
  const empty = (cause: string, fix: string, column = ''): Table => {
    issues.push({ severity: 'error', file: spec.file, row: column ? 1 : 0, column, value: '', cause, fix });
    return { name, file: spec.file, rows: [], byKey: new Map(), usable: false };
  };
  const path = join(folder, spec.file);
  if (!existsSync(path)) return empty(`The file ${spec.file} is not in the folder.`, `Put ${spec.file} there.`);
  let lines: { record: string[]; info: { lines: number } }[];
  try {
    lines = parse(readFileSync(path), { bom: true, relax_column_count: true, skip_empty_lines: true, info: true, trim: true }) as unknown as typeof lines;
  } catch (failure) {
    return empty(`The file is not CSV: ${(failure as Error).message}`, 'Save it as comma-separated UTF-8 text.');
  }
  const header = lines.shift()?.record ?? [];
  const missing = spec.columns.filter((column) => !header.includes(column));
  if (missing.length) return empty(`The header lacks ${missing.join(', ')}; it has ${header.join(', ') || 'nothing'}.`, `Name the columns ${spec.columns.join(', ')}.`, missing[0]);
  const byKey = new Map<string, TableRow>();
  const rows: TableRow[] = [];
  for (const { record, info } of lines) {
    const cells: Record<string, string> = {};
    header.forEach((column, index) => (cells[column] = record[index] ?? ''));
    const row = { line: info.lines, cells };
    if (record.length !== header.length) {
      issues.push({ severity: 'error', file: spec.file, row: row.line, column: '', value: record.join(','), cause: `The row has ${record.length} cells, the header ${header.length}.`, fix: 'Add or remove commas, or quote cells that hold one.' });
      rows.push({ ...row, cells: { ...cells, [BROKEN]: 'yes' } });
      continue;
    }
    const key = spec.key ? (cells[spec.key] ?? '') : '';
    const first = spec.key ? byKey.get(key) : undefined;
    if (first) {
      issues.push({ severity: 'error', file: spec.file, row: row.line, column: spec.key ?? '', value: key, cause: `${key} stands in row ${first.line} already.`, fix: 'Remove one of the two rows, or correct its key.' });
      rows.push({ ...row, cells: { ...cells, [BROKEN]: 'yes' } });
      continue;
    }
    if (spec.key) byKey.set(key, row);
    rows.push(row);
  }
  return { name, file: spec.file, rows, byKey, usable: true };
}

/** Marks a row that is in error as a whole: it is accounted for, and no step sees it. */
export const BROKEN = '\u0000broken';

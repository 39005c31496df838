/** What is wrong with rows, and the file that says so. */
import { writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';

export interface Issue {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** Line of the file, the header being 1; 0 for the file as a whole. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly cause: string;
  readonly fix: string;
}

/** A cell that a spreadsheet would run as a formula is quoted (https://owasp.org/www-community/attacks/CSV_Injection). */
export function safeCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

export function writeIssues(file: string, issues: readonly Issue[]): void {
  const rows = issues.map((issue) => [issue.file, String(issue.row), issue.column, safeCell(issue.value), safeCell(issue.cause), issue.fix]);
  writeFileSync(file, stringify([['file', 'row', 'column', 'value', 'cause', 'fix'], ...rows]));
}

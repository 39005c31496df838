/** What the command line reads of a project beside its metadata. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceError } from '../schema';

/** `config/guarded-fields.json`: `{ "fields": ["Object.Field", ...] }`, or nothing guarded. */
export function guardedFieldsOf(projectDir: string): readonly string[] {
  const file = join(projectDir, 'config', 'guarded-fields.json');
  if (!existsSync(file)) return [];
  const value = JSON.parse(readFileSync(file, 'utf8')) as { fields?: unknown };
  if (!Array.isArray(value.fields) || !value.fields.every((each) => typeof each === 'string' && each.includes('.'))) {
    throw new SourceError('guarded-fields.json must hold {"fields": ["Object.Field", ...]}.', { file, line: 1, column: 1 });
  }
  return value.fields as string[];
}

/** What the command line reads of a project beside its metadata. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceError } from '../schema';

/** `config/guarded-fields.json`: a list of `Object.Field`, or nothing guarded when there is no such file. */
export function guardedFieldsOf(projectDir: string): readonly string[] {
  const file = join(projectDir, 'config', 'guarded-fields.json');
  if (!existsSync(file)) return [];
  const value = JSON.parse(readFileSync(file, 'utf8')) as unknown;
  if (!Array.isArray(value) || !value.every((each): each is string => typeof each === 'string' && each.includes('.'))) {
    throw new SourceError('guarded-fields.json must be a list of "Object.Field".', { file, line: 1, column: 1 });
  }
  return value;
}

/** `export`: the rows that bear a key prefix, one CSV file an object, parents named by their keys. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { stringify } from 'csv-stringify/sync';
import { safeCell } from '../import/issues';
import { KEYED_OBJECTS } from './objects';

export async function exportData(connection: Connection, folder: string, prefix: string): Promise<{ file: string; rows: number }[]> {
  mkdirSync(folder, { recursive: true });
  const files = [];
  for (const object of KEYED_OBJECTS) {
    const { fields } = await connection.describe(object);
    const own = fields.filter((field) => field.createable && field.type !== 'reference').map((field) => field.name);
    const parents = fields.filter((field) => field.createable && field.relationshipName && (field.referenceTo ?? []).some((name) => (KEYED_OBJECTS as readonly string[]).includes(name))).map((field) => `${field.relationshipName}.PRM_Key__c`);
    const columns = [...own, ...parents];
    const { records } = await connection.query<Record<string, unknown>>(`SELECT ${columns.join(', ')} FROM ${object} WHERE PRM_Key__c LIKE '${prefix}:%' ORDER BY PRM_Key__c`, { autoFetch: true, maxFetch: 200_000 });
    const cell = (record: Record<string, unknown>, column: string): string => {
      const [first = '', second] = column.split('.');
      const value = second ? (record[first] as Record<string, unknown> | null)?.[second] : record[first];
      if (value === null || value === undefined) return '';
      return typeof value === 'string' ? safeCell(value) : String(value);
    };
    const file = join(folder, `${object}.csv`);
    writeFileSync(file, stringify([columns, ...records.map((record) => columns.map((column) => cell(record, column)))]));
    files.push({ file, rows: records.length });
  }
  return files;
}

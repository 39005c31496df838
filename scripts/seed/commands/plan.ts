/** `plan`: how many records a load would send, and how many of them are there already. */
import type { Connection } from 'jsforce';
import { leads, programme, service } from '../profiles/demo';

export interface PlannedStep { readonly object: string; readonly records: number; readonly present: number; }

export async function plan(connection: Connection, options: { asOf: Date; leads: number }): Promise<PlannedStep[]> {
  const steps: PlannedStep[] = [];
  for (const set of [...programme(options.asOf, 'channel manager'), ...service(options.asOf), ...leads(options.leads)]) {
    let present = 0;
    for (let start = 0; start < set.records.length; start += 200) {
      const keys = set.records.slice(start, start + 200).map((record) => `'${record.key.replace(/'/g, "\\'")}'`);
      present += (await connection.query(`SELECT Id FROM ${set.object} WHERE ${set.keyField} IN (${keys.join(', ')})`)).totalSize;
    }
    steps.push({ object: set.object, records: set.records.length, present });
  }
  return steps;
}

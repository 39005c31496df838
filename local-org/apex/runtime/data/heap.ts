/**
 * The heap, as far as it is certain: the bytes of files that one query brings lie in it all at once
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm, Total heap size).
 */
import type { QueryResult, ResultRow } from '../../../database';
import type { Execution } from '../types';
import { ApexException } from '../values';

export const heapLimit = (x: Execution): number => (x.asynchronous ? 12_000_000 : 6_000_000);

export function checkHeap(x: Execution, { query, rows }: QueryResult): void {
  if (!query.columns.some((column) => column.field?.type === 'base64' || column.children)) return;
  const bytes = bytesOf(rows);
  if (bytes > heapLimit(x)) throw new ApexException('LimitException', `Apex heap size too large: ${bytes}`);
}

function bytesOf(rows: readonly ResultRow[]): number {
  let sum = 0;
  for (const { values, children } of rows) {
    for (const value of Object.values(values)) if (value instanceof Uint8Array) sum += value.byteLength;
    for (const inner of Object.values(children)) sum += bytesOf(inner);
  }
  return sum;
}

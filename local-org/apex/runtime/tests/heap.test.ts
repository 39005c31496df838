import type { QueryResult, ResultRow } from '../../../database';
import { checkHeap } from '../data';
import type { Execution } from '../types';

const file = (bytes: number): ResultRow => ({ object: 'ContentVersion', values: { VersionData: new Uint8Array(bytes) }, parents: {}, children: {} });
const result = (type: string, ...rows: ResultRow[]): QueryResult => ({ rows, size: rows.length, query: { columns: [{ path: ['VersionData'], field: { type } }] } }) as unknown as QueryResult;
const run = (asynchronous: boolean): Execution => ({ asynchronous }) as Execution;
const MB = 1_000_000;

test('GIVEN files WHEN one query brings more bytes than the heap holds THEN the transaction ends', () => {
  expect(() => checkHeap(run(false), result('base64', file(3 * MB), file(3 * MB)))).not.toThrow();
  expect(() => checkHeap(run(false), result('base64', file(3 * MB), file(3 * MB + 1)))).toThrow(expect.objectContaining({ apexType: 'LimitException', message: 'Apex heap size too large: 6000001', isCatchable: false }));
});

test('GIVEN a job WHEN it reads files THEN its heap is twice as large', () => {
  expect(() => checkHeap(run(true), result('base64', file(12 * MB)))).not.toThrow();
  expect(() => checkHeap(run(true), result('base64', file(12 * MB + 1)))).toThrow('Apex heap size too large: 12000001');
});

/** What compiled statements and the Database class share: queries and DML of Apex. */
export { checkHeap, heapLimit } from './heap';
export { capsOf, freshCounters, use } from './limits';
export { bindsOf, callerOf, queryCount, queryException, queryRecords, runQuery, singleRecord } from './query';
export { runDml, type DmlRequest } from './dml';

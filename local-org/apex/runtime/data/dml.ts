/** DML of Apex: records to rows, in the right name, counted, results back into the records, failures as DmlException. */
import type { Caller, DmlOperation, DmlResult, Row, WriteOrigin } from '../../../database';
import { PlatformError, type FieldModel, type ObjectModel } from '../../../schema';
import type { Execution } from '../types';
import { ApexException, rowOf, toDatabase, type DmlFailure, type SObjectValue } from '../values';
import { use } from './limits';
import { inTestClass } from './test-class';

export interface DmlRequest {
  readonly allOrNone: boolean;
  readonly caller: Caller;
  /** upsert: canonical name of the external id field. */
  readonly externalIdField?: string;
  /** Statements throw; the methods of Database answer results when not all or none. */
  readonly duplicateRuleAllowSave?: boolean;
}

/** Objects that one call may mix, in runs of the same object. */
const MAX_CHUNKS = 10;

/** Runs a DML operation and answers one result for each record. Throws DmlException when all or none was asked for and one failed. */
export function runDml(x: Execution, operation: DmlOperation, records: readonly (SObjectValue | null)[], request: DmlRequest): DmlResult[] {
  const checked = records.map((record, index) => {
    if (record === null) throw new ApexException('ListException', `DML statement found null SObject at position ${index}`);
    return record;
  });
  if (checked.length === 0) return [];
  refuseDoubles(operation, checked);
  const runs = runsOf(checked);
  if (runs.length > MAX_CHUNKS) throw new ApexException('TypeException', 'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.');
  use(x, 'dmlStatements');
  use(x, 'dmlRows', checked.length);
  const savepoint = request.allOrNone && runs.length > 1 ? x.database.savepoint() : undefined;
  const results: DmlResult[] = [];
  for (const run of runs) {
    const written = writeRun(x, operation, run, request);
    results.push(...written);
    if (request.allOrNone && written.some((result) => !result.success)) {
      if (savepoint) x.database.rollbackTo(savepoint);
      throw dmlException(operation, checked, results);
    }
  }
  results.forEach((result, index) => adopt(checked[index] as SObjectValue, operation, result));
  return results;
}

/** New ids go into the records; a deleted row stays as it was. */
function adopt(record: SObjectValue, operation: DmlOperation, result: DmlResult): void {
  if (result.success && result.id && (operation === 'insert' || operation === 'upsert')) record.values.set('Id', result.id);
}

function runsOf(records: readonly SObjectValue[]): SObjectValue[][] {
  const runs: SObjectValue[][] = [];
  for (const record of records) {
    const last = runs[runs.length - 1];
    if (last && last[0]?.object === record.object) last.push(record);
    else runs.push([record]);
  }
  return runs;
}

function refuseDoubles(operation: DmlOperation, records: readonly SObjectValue[]): void {
  const seen = new Set<unknown>();
  for (const record of records) {
    if (operation === 'insert' || operation === 'upsert') {
      if (seen.has(record)) throw new ApexException('ListException', 'Before Insert or Upsert list must not have two identically equal elements');
      seen.add(record);
    }
    if (operation !== 'insert' && record.id !== null) {
      if (seen.has(record.id)) throw new ApexException('ListException', `Duplicate id in list: ${record.id}`);
      seen.add(record.id);
    }
  }
}

function writeRun(x: Execution, operation: DmlOperation, records: readonly SObjectValue[], request: DmlRequest): readonly DmlResult[] {
  const object = (records[0] as SObjectValue).object;
  if (inTestClass(x)) x.database.nextStep();
  if (!isWritable(object)) throw new ApexException('TypeException', `DML operation ${operation.toUpperCase()} not allowed on ${object.name}`);
  if (object.kind === 'platformEvent') return publish(x, object, records);
  const failed = new Map<number, DmlResult>();
  const rows: Row[] = [];
  const places: number[] = [];
  records.forEach((record, index) => {
    try {
      rows.push(operation === 'delete' || operation === 'undelete' ? { Id: record.id } : withParents(x, record));
      places.push(index);
    } catch (failure) {
      if (!(failure instanceof PlatformError)) throw failure;
      failed.set(index, failedResult(failure, record.id));
    }
  });
  let written: readonly DmlResult[];
  if (failed.size > 0 && request.allOrNone) written = rows.map(() => ({ id: null, success: true, created: false, errors: [] }));
  else {
    try {
      written = rows.length === 0 ? [] : x.database.dml(operation, object, rows, request.caller, {
        allOrNone: request.allOrNone, origin: originOf(x), ...(request.externalIdField ? { externalIdField: request.externalIdField } : {}), ...(request.duplicateRuleAllowSave ? { duplicateRuleAllowSave: true } : {}),
      });
    } catch (failure) {
      if (!(failure instanceof PlatformError)) throw failure;
      // No right on the object at all in user mode: no result of a row, whatever was asked for.
      if (failure.code === 'SECURITY_EXCEPTION') throw new ApexException('SecurityException', failure.message);
      written = rows.map((row) => failedResult(failure, (row['Id'] as string | undefined) ?? null));
    }
  }
  const results: DmlResult[] = [];
  places.forEach((place, index) => (results[place] = written[index] as DmlResult));
  failed.forEach((result, place) => (results[place] = result));
  return results;
}
/** Where the statement stands; looked up only by who needs it, because it is read from the stack. */
function originOf(x: Execution): WriteOrigin {
  return {
    kind: 'apex',
    test: inTestClass(x),
    get position() {
      return x.runtime.position();
    },
  } as WriteOrigin;
}
function failedResult(failure: PlatformError, id: string | null): DmlResult {
  return { id, success: false, created: false, errors: [{ code: failure.code, message: failure.message, fields: failure.fields }] };
}

/** Inserting a platform event publishes it. */
function publish(x: Execution, object: ObjectModel, records: readonly SObjectValue[]): DmlResult[] {
  if (object.publishBehavior === 'PublishImmediately') use(x, 'publishImmediateDml');
  const ids = records.map(() => x.database.nextId(object));
  x.services.publish(object, records.map(rowOf));
  return ids.map((id) => ({ id, success: true, created: true, errors: [] }));
}

function isWritable(object: ObjectModel): boolean {
  return object.kind !== 'customMetadata' && object.name !== 'AggregateResult';
}

/** The row of a record; parents that are set as records with one external id become ids. */
function withParents(x: Execution, record: SObjectValue): Row {
  const row = rowOf(record);
  if (record.fromQuery) return row;
  for (const [name, parent] of record.parents) {
    const field = record.object.relationship(name);
    if (!field || !parent || row[field.name] !== undefined) continue;
    row[field.name] = parent.values.size === 1 && parent.id ? parent.id : idByKey(x, field, parent);
  }
  return row;
}
function idByKey(x: Execution, reference: FieldModel, parent: SObjectValue): string {
  const [name = '', value = null] = [...parent.values][0] ?? [];
  const key = parent.object.field(name);
  if (!key || parent.values.size !== 1 || !(key.externalId || key.name === 'Id')) {
    throw new PlatformError('INVALID_FIELD', `More than 1 field provided in an external foreign key reference in entity: ${parent.object.name}`, [reference.name]);
  }
  const found = x.database.query(`SELECT Id FROM ${parent.object.name} WHERE ${key.name} = :key LIMIT 2`, { userId: x.userId, mode: 'system', sharing: false }, { binds: { key: toDatabase(value) } });
  const row = found.rows[0];
  if (!row || found.rows.length > 1) throw new PlatformError('INVALID_FIELD', `Foreign key external ID: ${String(toDatabase(value)).toLowerCase()} not found for field ${key.name} in entity ${parent.object.name}`, [reference.name]);
  return row.values['Id'] as string;
}

const VERBS: Readonly<Record<DmlOperation, string>> = { insert: 'Insert', update: 'Update', upsert: 'Upsert', delete: 'Delete', undelete: 'Undelete' };

function dmlException(operation: DmlOperation, records: readonly SObjectValue[], results: readonly DmlResult[]): ApexException {
  // Records that only went back with the others are no failures of their own.
  const failures = results.flatMap((result, index): DmlFailure[] => {
    const error = result.errors.find((each) => each.code !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
    const record = records[index] as SObjectValue;
    return result.success || !error ? [] : [{ index, id: record.id, code: error.code, message: error.message, fields: error.fields, object: record.object.name }];
  });
  const [first] = failures;
  if (!first) throw new Error('A DML operation failed without an error.');
  const exception = new ApexException('DmlException', `${VERBS[operation]} failed. First exception on row ${first.index}${first.id ? ` with id ${first.id}` : ''}; first error: ${first.code}, ${first.message}: [${first.fields.join(', ')}]`);
  exception.dml = failures;
  return exception;
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database.htm */
import type { DmlOperation } from '../../../database';
import { NotModelledError } from '../../../schema';
import { callerOf, queryCount, queryException, queryRecords, runDml, use } from '../../runtime/data';
import type { ApexValue, Execution, PlatformClass } from '../../runtime/types';
import { ApexException, ApexList, ApexMap, required, SObjectValue, type SObjectFieldToken } from '../../runtime/values';
import { ApexSavepoint, DmlOptionsValue, modeOf, QueryLocator, type ApexAccessLevel } from './access';
import { convertLeadMembers } from './lead-convert';
import { ApexDmlResult } from './results';

type Members = Record<string, NonNullable<PlatformClass['members']>[string]>;
type ResultName = ConstructorParameters<typeof ApexDmlResult>[0];

/** A text with `:name` needs the caller's local variables, which only queryWithBinds gets. */
function unbound(x: Execution, text: string): string {
  try {
    const [bind] = x.database.analyse(required(text)).binds;
    if (bind) throw new NotModelledError(`the local variable ${bind.name} in a query that is text: use Database.queryWithBinds`);
  } catch (failure) {
    throw queryException(failure);
  }
  return text;
}
function bound(map: ApexMap | null): Record<string, ApexValue> {
  return Object.fromEntries([...required(map).entries.values()].map((entry) => [entry.key, entry.value]));
}

interface Options { readonly allOrNone?: boolean | null; readonly mode?: 'user' | 'system'; readonly key?: SObjectFieldToken | null; readonly saveDuplicates?: boolean; }

/** One record or a list, with results in the same number. */
function write(x: Execution, operation: DmlOperation, result: ResultName, target: SObjectValue | ApexList, options: Options = {}): ApexDmlResult | ApexList {
  const single = required(target) instanceof SObjectValue;
  const records = (single ? [target] : (target as ApexList).items) as (SObjectValue | null)[];
  const results = runDml(x, operation, records, {
    allOrNone: options.allOrNone ?? true, caller: callerOf(x, options.mode), ...(options.key ? { externalIdField: options.key.field.name } : {}), ...(options.saveDuplicates ? { duplicateRuleAllowSave: true } : {}),
  }).map((each) => new ApexDmlResult(result, each));
  return single ? (results[0] as ApexDmlResult) : new ApexList(results, result);
}
/** Ids stand for records where something is deleted. */
function byId(x: Execution, ids: string | ApexList): SObjectValue | ApexList {
  const one = (id: string): SObjectValue => {
    const object = x.org.objectOfId(required(id));
    if (!object) throw new ApexException('DmlException', `Delete failed. First exception on row 0; first error: MALFORMED_ID, bad id ${id}: []`);
    const record = new SObjectValue(object);
    record.values.set('Id', id);
    return record;
  };
  return typeof ids === 'string' ? one(ids) : new ApexList(required(ids).items.map(one), 'SObject');
}
const fromDmlOptions = (options: DmlOptionsValue): Options => ({ allOrNone: required(options).optAllOrNone ?? true, saveDuplicates: options.duplicateRuleHeader.allowSave === true });

/** The overloads of one operation: record or list, all or none, access level. */
function operation(name: DmlOperation, result: ResultName): Members {
  const members: Members = {};
  for (const [type, returns] of [['SObject', result], ['List<SObject>', `List<${result}>`]] as const) {
    const head = `static ${returns} ${name}(${type} records`;
    members[`${head})`] = (x, records) => write(x, name, result, records);
    members[`${head}, Boolean allOrNone)`] = (x, records, allOrNone) => write(x, name, result, records, { allOrNone });
    members[`${head}, AccessLevel level)`] = (x, records, level: ApexAccessLevel) => write(x, name, result, records, { mode: modeOf(level) });
    members[`${head}, Boolean allOrNone, AccessLevel level)`] = (x, records, allOrNone, level: ApexAccessLevel) => write(x, name, result, records, { allOrNone, mode: modeOf(level) });
    if (name === 'insert' || name === 'update') {
      members[`${head}, Database.DMLOptions options)`] = (x, records, options: DmlOptionsValue) => write(x, name, result, records, fromDmlOptions(options));
      members[`${head}, Database.DMLOptions options, AccessLevel level)`] = (x, records, options: DmlOptionsValue, level: ApexAccessLevel) => write(x, name, result, records, { ...fromDmlOptions(options), mode: modeOf(level) });
    }
    if (name === 'upsert') {
      members[`${head}, Schema.SObjectField key)`] = (x, records, key) => write(x, name, result, records, { key });
      members[`${head}, Schema.SObjectField key, Boolean allOrNone)`] = (x, records, key, allOrNone) => write(x, name, result, records, { key, allOrNone });
      members[`${head}, Schema.SObjectField key, AccessLevel level)`] = (x, records, key, level: ApexAccessLevel) => write(x, name, result, records, { key, mode: modeOf(level) });
      members[`${head}, Schema.SObjectField key, Boolean allOrNone, AccessLevel level)`] = (x, records, key, allOrNone, level: ApexAccessLevel) => write(x, name, result, records, { key, allOrNone, mode: modeOf(level) });
    }
  }
  if (name === 'delete' || name === 'undelete') {
    for (const [type, returns] of [['Id', result], ['List<Id>', `List<${result}>`]] as const) {
      const head = `static ${returns} ${name}(${type} ids`;
      members[`${head})`] = (x, ids) => write(x, name, result, byId(x, ids));
      members[`${head}, Boolean allOrNone)`] = (x, ids, allOrNone) => write(x, name, result, byId(x, ids), { allOrNone });
      members[`${head}, AccessLevel level)`] = (x, ids, level: ApexAccessLevel) => write(x, name, result, byId(x, ids), { mode: modeOf(level) });
      members[`${head}, Boolean allOrNone, AccessLevel level)`] = (x, ids, allOrNone, level: ApexAccessLevel) => write(x, name, result, byId(x, ids), { allOrNone, mode: modeOf(level) });
    }
  }
  return members;
}

const taken = new WeakMap<Execution, ApexSavepoint[]>();

/** Savepoints of a transaction, oldest first. */
function savepointsOf(x: Execution): ApexSavepoint[] {
  let list = taken.get(x);
  if (!list) taken.set(x, (list = []));
  return list;
}

export const DATABASE: PlatformClass = {
  name: 'Database',
  members: {
    'static List<SObject> query(String text)': (x, text: string) => queryRecords(x, unbound(x, text)),
    'static List<SObject> query(String text, AccessLevel level)': (x, text: string, level: ApexAccessLevel) => queryRecords(x, unbound(x, text), {}, modeOf(level)),
    'static List<SObject> queryWithBinds(String text, Map<String,Object> binds, AccessLevel level)': (x, text: string, binds: ApexMap, level: ApexAccessLevel) => queryRecords(x, required(text), bound(binds), modeOf(level)),
    'static Integer countQuery(String text)': (x, text: string) => queryCount(x, unbound(x, text)),
    'static Integer countQuery(String text, AccessLevel level)': (x, text: string, level: ApexAccessLevel) => queryCount(x, unbound(x, text), {}, modeOf(level)),
    'static Integer countQueryWithBinds(String text, Map<String,Object> binds, AccessLevel level)': (x, text: string, binds: ApexMap, level: ApexAccessLevel) => queryCount(x, required(text), bound(binds), modeOf(level)),
    'static Database.QueryLocator getQueryLocator(String text)': (x, text: string) => new QueryLocator(text, queryRecords(x, unbound(x, text))),
    'static Database.QueryLocator getQueryLocator(String text, AccessLevel level)': (x, text: string, level: ApexAccessLevel) => new QueryLocator(text, queryRecords(x, unbound(x, text), {}, modeOf(level))),
    'static Database.QueryLocator getQueryLocator(List<SObject> query)': (_x, records: ApexList) => new QueryLocator('', required(records)),
    'static Database.QueryLocator getQueryLocatorWithBinds(String text, Map<String,Object> binds, AccessLevel level)': (x, text: string, binds: ApexMap, level: ApexAccessLevel) => new QueryLocator(text, queryRecords(x, text, bound(binds), modeOf(level))),
    ...operation('insert', 'Database.SaveResult'),
    ...operation('update', 'Database.SaveResult'),
    ...operation('upsert', 'Database.UpsertResult'),
    ...operation('delete', 'Database.DeleteResult'),
    ...operation('undelete', 'Database.UndeleteResult'),
    ...convertLeadMembers,
    'static Savepoint setSavepoint()': (x) => {
      use(x, 'dmlStatements');
      const savepoint = new ApexSavepoint(x.database.savepoint());
      savepointsOf(x).push(savepoint);
      return savepoint;
    },
    'static void rollback(Savepoint savepoint)': (x, savepoint: ApexSavepoint) => {
      use(x, 'dmlStatements');
      if (required(savepoint).released) throw new ApexException('TypeException', 'Savepoint was released.');
      if (savepoint.undone) throw new ApexException('TypeException', 'Invalid savepoint: an earlier savepoint was rolled back to.');
      x.database.rollbackTo(savepoint.savepoint);
      const all = savepointsOf(x);
      for (const later of all.splice(all.indexOf(savepoint) + 1)) later.undone = true;
    },
    'static void releaseSavepoint(Savepoint savepoint)': (_x, savepoint: ApexSavepoint) => void (required(savepoint).released = true),
    'static Id executeBatch(Database.Batchable<Object> batch)': (x, batch) => x.services.submit({ kind: 'batch', target: required(batch), scope: 200 }),
    'static Id executeBatch(Database.Batchable<Object> batch, Integer scope)': (x, batch, scope: number) => x.services.submit({ kind: 'batch', target: required(batch), scope }),
  },
};

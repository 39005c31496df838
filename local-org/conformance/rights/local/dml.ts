/** Writing by DML: fields, deletion, new records, owners, shares; each question asked of all records at once and rolled back. */
import type { FieldFacts, ObjectFacts, RecordFacts, Verdict } from '../model';
import { REQUIRED } from '../world';
import type { Asked } from './asked';
import { PlatformError, type Caller, type DmlOperation, type Row } from './floors';
import type { Harbour } from './harbour';

interface Question { readonly channel: string; readonly subject: string; readonly operation: DmlOperation; /** By the API, which refuses what no Apex compiles. */ readonly byApi?: boolean; /** Object that is written, where it is not that of the records. */ readonly target?: string; readonly row: (record: RecordFacts) => Row; readonly expected: (record: RecordFacts) => Verdict; }

/** Somebody who may own every record and has shares of few. */
const RECEIVER = 'stranger';

/** Undone whatever came of it. */
export function undone<T>(harbour: Harbour, work: () => T): T {
  let result: { value: T } | undefined;
  class Undo extends Error {}
  try {
    harbour.database.transaction(() => {
      result = { value: work() };
      throw new Undo();
    });
  } catch (failure) {
    if (!(failure instanceof Undo)) throw failure;
  }
  if (!result) throw new Error('Nothing was done');
  return result.value;
}

export function askByDml(asked: Asked, person: string): void {
  const { harbour, model } = asked;
  const userId = harbour.userId(person);
  const user: Caller = { userId, mode: 'user', sharing: true };
  const system: Caller = { userId, mode: 'system', sharing: true };
  for (const object of harbour.world.objects) {
    const records = harbour.world.records.filter((each) => each.object === object.name);
    const put = (caller: Caller, question: Question): void => ask(asked, person, caller, records, question);
    for (const field of harbour.world.fields(object).filter((each) => each.kind !== 'master' && each.name !== 'Grade__c')) {
      put(user, { channel: 'DML update', subject: field.name, operation: 'update', byApi: field.kind === 'formula', row: (record) => ({ Id: harbour.id(record), [field.name]: 'changed' }), expected: (record) => model.updates(person, record, field) });
    }
    put(user, { channel: 'DML delete', subject: 'delete', operation: 'delete', row: (record) => ({ Id: harbour.id(record) }), expected: (record) => model.deletes(person, record) });
    put(system, { channel: 'DML with sharing', subject: 'update', operation: 'update', row: (record) => ({ Id: harbour.id(record), Open__c: 'changed' }), expected: (record) => model.changes(person, record) });
    put(system, { channel: 'DML with sharing', subject: 'delete', operation: 'delete', row: (record) => ({ Id: harbour.id(record) }), expected: (record) => model.removes(person, record) });
    inserts(asked, person, user, object);
    if (object.master) continue;
    // Users outside see few users to whom they could give something.
    if (!model.isOutside(person)) owners(asked, person, user, object, records);
  }
}

function ask(asked: Asked, person: string, caller: Caller, records: readonly RecordFacts[], { channel, subject, operation, byApi, target, row, expected }: Question): void {
  const object = (records[0] as RecordFacts).object;
  const answers = undone(asked.harbour, () => written(asked.harbour, operation, target ?? object, records.map(row), caller, byApi));
  records.forEach((record, index) => {
    const { allowed, told } = answers[index] as Answer;
    asked.sheet.add({ channel, person, object, subject, record: record.key, expected: expected(record), allowed, ...(told ? { told } : {}) });
  });
}

interface Answer { readonly allowed: boolean; readonly told: string; }

function written(harbour: Harbour, operation: DmlOperation, object: string, rows: readonly Row[], caller: Caller, byApi = false): Answer[] {
  try {
    const results = harbour.database.dml(operation, harbour.object(object), rows, caller, { allOrNone: false, origin: { kind: byApi ? 'api' : 'apex' } });
    return results.map((each) => ({ allowed: each.success, told: each.errors.map((error) => `${error.code}: ${error.message}`).join('; ') }));
  } catch (failure) {
    // What Apex raises at once: no right on the object.
    if (!(failure instanceof PlatformError)) throw failure;
    return rows.map(() => ({ allowed: false, told: `${failure.code}: ${failure.message}` }));
  }
}

/** New records: of objects with owners field by field, of details under each master. */
function inserts(asked: Asked, person: string, user: Caller, object: ObjectFacts): void {
  const { harbour, model, sheet } = asked;
  const fields = harbour.world.fields(object);
  const { master } = object;
  if (master) {
    const name = fields.find((each) => each.kind === 'name') as FieldFacts;
    const masters = harbour.world.records.filter((each) => each.object === master.object);
    const answers = undone(harbour, () => written(harbour, 'insert', object.name, masters.map((each) => ({ Name: 'new', [REQUIRED]: 'new', [master.field]: harbour.id(each) })), user));
    masters.forEach((each, index) => sheet.add({ channel: 'DML insert', person, object: object.name, subject: 'under', record: each.key, expected: model.inserts(person, object.name, name, each), ...(answers[index] as Answer) }));
    return;
  }
  for (const field of fields) {
    const [answer] = undone(harbour, () => written(harbour, 'insert', object.name, [{ Name: 'new', [REQUIRED]: 'new', [field.name]: 'new' }], user)) as [Answer];
    sheet.add({ channel: 'DML insert', person, object: object.name, subject: field.name, expected: model.inserts(person, object.name, field), ...answer });
  }
}

/** Giving away and sharing; documentation tells of people with edit rights on the object, so that others are not asked. */
function owners(asked: Asked, person: string, user: Caller, object: ObjectFacts, all: readonly RecordFacts[]): void {
  const { harbour, model } = asked;
  if (!model.mayEditObject(person, object)) return;
  const receives = person === RECEIVER ? 'loner' : RECEIVER;
  const records = all.filter((each) => each.owner !== receives);
  const put = (question: Question): void => ask(asked, person, user, records, question);
  const receiver = harbour.userId(receives);
  put({ channel: 'DML update', subject: 'OwnerId', operation: 'update', row: (record) => ({ Id: harbour.id(record), OwnerId: receiver }), expected: (record) => model.transfers(person, record) });
  const target = object.name.replace('__c', '__Share');
  const share = (record: RecordFacts, level: string, reason: string): Row => ({ ParentId: harbour.id(record), UserOrGroupId: receiver, AccessLevel: level, RowCause: reason });
  for (const level of ['Read', 'Edit'] as const) put({ channel: 'DML share', subject: level, operation: 'insert', target, row: (record) => share(record, level, 'Manual'), expected: (record) => model.shares(person, record, level) });
  put({ channel: 'DML share', subject: 'with a reason', operation: 'insert', target, row: (record) => share(record, 'Edit', 'Harbour__c'), expected: () => model.sharesWithReason(person) });
}

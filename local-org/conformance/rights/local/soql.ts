/** Reading by SOQL: rows field by field, conditions, counts, aggregates; in user mode, and in system mode with sharing. */
import type { FieldFacts, RecordFacts } from '../model';
import type { Asked } from './asked';
import { PlatformError, type Caller } from './floors';


/** Keys of the records that a query answers; empty with the reason where it is refused. */
function keysOf({ harbour }: Asked, caller: Caller, text: string, pick: (values: Readonly<Record<string, unknown>>) => string | undefined): { keys: ReadonlySet<string>; told?: string } {
  try {
    const { rows } = harbour.database.query(text, caller);
    return { keys: new Set(rows.flatMap((row) => pick((row.aggregates ?? row.values) as Record<string, unknown>) ?? [])) };
  } catch (failure) {
    if (failure instanceof PlatformError) return { keys: new Set(), told: `${failure.code}: ${failure.message}` };
    throw failure;
  }
}

export function askBySoql(asked: Asked, person: string): void {
  const { harbour } = asked;
  const user: Caller = { userId: harbour.userId(person), mode: 'user', sharing: true };
  for (const object of harbour.world.objects) {
    const records = harbour.world.records.filter((each) => each.object === object.name);
    const fields = harbour.world.fields(object);
    const name = fields.find((each) => each.kind === 'name') as FieldFacts;
    for (const field of fields) rows(asked, person, user, records, field);
    for (const field of fields.filter((each) => each.name === 'Secret__c')) {
      ask(asked, 'SOQL condition', person, user, records, field, `SELECT Id FROM ${object.name} WHERE ${field.name} != NULL`, (values) => harbour.keyOf(String(values['Id'])));
      ask(asked, 'SOQL aggregate', person, user, records, field, `SELECT Name name, MAX(${field.name}) most FROM ${object.name} GROUP BY Name`, (values) => (values['name'] === values['most'] ? String(values['name']) : undefined));
    }
    counts(asked, person, user, records, name);
    const { keys } = keysOf(asked, { ...user, mode: 'system' }, `SELECT Id FROM ${object.name}`, (values) => harbour.keyOf(String(values['Id'])));
    for (const record of records) asked.sheet.add({ channel: 'SOQL with sharing', person, object: object.name, subject: 'read', record: record.key, expected: asked.model.sees(person, record), allowed: keys.has(record.key) });
  }
}

/** A row counts only with the value that it must have. */
function rows(asked: Asked, person: string, caller: Caller, records: readonly RecordFacts[], field: FieldFacts): void {
  const object = (records[0] as RecordFacts).object;
  ask(asked, 'SOQL', person, caller, records, field, `SELECT Id, ${field.name} FROM ${object}`, (values) => {
    const key = asked.harbour.keyOf(String(values['Id']));
    return key !== undefined && values[field.name] === asked.harbour.valueOf(key, field) ? key : undefined;
  });
}

function ask(asked: Asked, channel: string, person: string, caller: Caller, records: readonly RecordFacts[], field: FieldFacts, text: string, pick: Parameters<typeof keysOf>[3]): void {
  const { keys, told } = keysOf(asked, caller, text, pick);
  for (const record of records) {
    asked.sheet.add({ channel, person, object: record.object, subject: field.name, record: record.key, expected: asked.model.reads(person, record, field), allowed: keys.has(record.key), ...(told ? { told } : {}) });
  }
}

function counts({ harbour, model, sheet }: Asked, person: string, caller: Caller, records: readonly RecordFacts[], name: FieldFacts): void {
  for (const record of records) {
    let size = 0;
    let told = '';
    try {
      size = harbour.database.query(`SELECT COUNT() FROM ${record.object} WHERE Name = :key`, caller, { binds: { key: record.key } }).size;
    } catch (failure) {
      if (!(failure instanceof PlatformError)) throw failure;
      told = `${failure.code}: ${failure.message}`;
    }
    sheet.add({ channel: 'SOQL count', person, object: record.object, subject: 'read', record: record.key, expected: model.reads(person, record, name), allowed: size === 1, ...(told ? { told } : {}) });
  }
}

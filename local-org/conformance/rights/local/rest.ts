/** Asking over the REST and UI API: the routes of the server, in the same process. */
import type { FieldFacts, RecordFacts, Verdict } from '../model';
import { directRequests, insideTransaction, serverRoutes } from '../../../server';
import type { Asked } from './asked';
import { undone } from './dml';
import type { Harbour } from './harbour';

export interface Answer { readonly status: number; readonly json?: unknown; }
type Send = (method: string, path: string, body?: unknown) => Answer;

export const DATA = '/services/data/v67.0';
/** Objects whose records are asked for one by one: of each default and each kind of detail. A request costs much more than its share of a query. */
const ONE_BY_ONE = ['Berth__c', 'Cargo__c', 'Manifest__c', 'Sighting__c'];
/** Of the records that are written over an API, or shown by the UI API, every so manieth; SOQL, DML and REST ask for all. */
const STEP = 2;
/** Where records are written: over REST, and over the UI API. */
const WRITTEN: Readonly<Record<string, 'REST' | 'UI API'>> = { Berth__c: 'REST', Sighting__c: 'REST', Cargo__c: 'UI API', Manifest__c: 'UI API' };

const failures: string[] = [];
const direct = directRequests(serverRoutes, (message) => failures.push(message));

/** Requests as one person; whoever is refused must be told so, and nothing may break. */
export function sender(harbour: Harbour, token: string, platform = harbour.platform): Send {
  return (method, path, body) => {
    const answer = direct(platform, { method, url: `${DATA}${path}`, headers: { authorization: `Bearer ${token}` } }, body === undefined ? '' : JSON.stringify(body));
    if (answer.status >= 500) throw new Error(`${method} ${path}: ${answer.status} ${failures.join('; ')}`);
    return { status: answer.status, json: answer.json };
  };
}

export function askByRest(asked: Asked, person: string): void {
  const { harbour } = asked;
  const token = harbour.token(person);
  const send = sender(harbour, token);
  for (const object of harbour.world.objects) {
    const records = harbour.world.records.filter((each) => each.object === object.name);
    const fields = harbour.world.fields(object);
    const name = fields.find((each) => each.kind === 'name') as FieldFacts;
    lists(asked, person, send, records, name);
    if (!ONE_BY_ONE.includes(object.name)) continue;
    records.forEach((record, index) => {
      retrieved(asked, person, send, record, fields);
      if (index % STEP === 0) shown(asked, person, send, record, fields);
    });
    writes(asked, person, token, records.filter((_, index) => index % STEP === 0), fields);
  }
}

function lists({ harbour, model, sheet }: Asked, person: string, send: Send, records: readonly RecordFacts[], name: FieldFacts): void {
  const object = (records[0] as RecordFacts).object;
  const ways: readonly [channel: string, path: string, id: (row: Record<string, unknown>) => unknown][] = [
    ['REST query', `/query?q=${encodeURIComponent(`SELECT Id, Name FROM ${object}`)}`, (row) => row['Id']],
    ['UI API list', `/ui-api/list-records/${object}/All?pageSize=2000`, (row) => row['id']],
  ];
  for (const [channel, path, id] of ways) {
    const { status, json } = send('GET', path);
    const rows = status === 200 ? (json as { records: Record<string, unknown>[] }).records : [];
    const keys = new Set(rows.map((row) => harbour.keyOf(String(id(row)))));
    for (const record of records) sheet.add({ channel, person, object, subject: 'read', record: record.key, expected: model.reads(person, record, name), allowed: keys.has(record.key), told: `${status}` });
  }
}

/** A field counts as read when it is there with what it holds. */
function fieldCells({ harbour, model, sheet }: Asked, channel: string, person: string, record: RecordFacts, fields: readonly FieldFacts[], status: number, value: (field: FieldFacts) => unknown): void {
  for (const field of fields) {
    const allowed = status === 200 && value(field) === harbour.valueOf(record.key, field);
    sheet.add({ channel, person, object: record.object, subject: field.name, record: record.key, expected: model.reads(person, record, field), allowed, told: `${status}` });
  }
}

function retrieved(asked: Asked, person: string, send: Send, record: RecordFacts, fields: readonly FieldFacts[]): void {
  const { status, json } = send('GET', `/sobjects/${record.object}/${asked.harbour.id(record)}`);
  fieldCells(asked, 'REST retrieve', person, record, fields, status, (field) => (json as Record<string, unknown>)[field.name]);
}

function shown(asked: Asked, person: string, send: Send, record: RecordFacts, fields: readonly FieldFacts[]): void {
  const { status, json } = send('GET', `/ui-api/records/${asked.harbour.id(record)}?optionalFields=${fields.map((each) => `${record.object}.${each.name}`).join(',')}`);
  fieldCells(asked, 'UI API record', person, record, fields, status, (field) => (json as { fields: Record<string, { value: unknown } | undefined> }).fields[field.name]?.value);
}

function writes({ harbour, model, sheet }: Asked, person: string, token: string, records: readonly RecordFacts[], fields: readonly FieldFacts[]): void {
  const open = fields.find((each) => each.name === 'Open__c') as FieldFacts;
  const platform = insideTransaction(harbour.platform);
  const send = sender(harbour, token, platform);
  const change = { Open__c: 'changed' };
  const updates = (record: RecordFacts): Verdict => model.updates(person, record, open);
  const deletes = (record: RecordFacts): Verdict => model.deletes(person, record);
  const path = (record: RecordFacts): string => `/sobjects/${record.object}/${harbour.id(record)}`;
  const page = (record: RecordFacts): string => `/ui-api/records/${harbour.id(record)}`;
  const ways = [
    { channel: 'REST update', ask: (record: RecordFacts) => send('PATCH', path(record), change), expected: updates },
    { channel: 'REST delete', ask: (record: RecordFacts) => send('DELETE', path(record)), expected: deletes },
    { channel: 'UI API update', ask: (record: RecordFacts) => send('PATCH', page(record), { fields: change }), expected: updates },
    { channel: 'UI API delete', ask: (record: RecordFacts) => send('DELETE', page(record)), expected: deletes },
  ].filter((each) => each.channel.startsWith(WRITTEN[(records[0] as RecordFacts).object] ?? 'none'));
  for (const { channel, ask, expected } of ways) {
    const answers = undone(harbour, () => records.map(ask));
    records.forEach((record, index) => {
      const { status, json } = answers[index] as Answer;
      sheet.add({ channel, person, object: record.object, subject: channel.split(' ').pop() as string, record: record.key, expected: expected(record), allowed: status < 300, told: `${status} ${JSON.stringify(json ?? '')}` });
    });
  }
}

/**
 * UserRecordAccess has no rows of its own: who may do what is worked out for the user and the records that a query names.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_userrecordaccess.htm
 */
import { toId18 } from '../tables/ids';
import type { Store } from '../store';
import type { QueryOptions, SqlValue } from '../types';
import type { TypedCondition, TypedQuery, TypedValue } from './analyse/types';
import { boundList } from './compile/binds';
import { SoqlError } from './errors';

const MOST_RECORDS = 200;

/** Fills the table of UserRecordAccess with what `query` asks. */
export function fillRecordAccess(store: Store, query: TypedQuery, options: QueryOptions): void {
  const { access, connection } = store;
  if (!access?.recordAccess) return;
  const [userId, ...otherUsers] = valuesOf('UserId', query.where, options);
  const recordIds = valuesOf('RecordId', query.where, options);
  if (!userId || otherUsers.length > 0 || recordIds.length === 0) {
    throw new SoqlError('MALFORMED_QUERY', 'A query of UserRecordAccess must name one UserId with =, and RecordId with = or IN', query.at);
  }
  if (recordIds.length > MOST_RECORDS) throw new SoqlError('MALFORMED_QUERY', `A query of UserRecordAccess may name ${MOST_RECORDS} records at most`, query.at);
  const table = store.tables.of(query.object);
  connection.run(`DELETE FROM ${table.sqlName}`, []);
  for (const recordId of new Set(recordIds)) {
    const object = store.org.objectOfId(recordId);
    const { read, edit, delete: remove, transfer } = object ? access.recordAccess(userId, object, recordId) : { read: false, edit: false, delete: false, transfer: false };
    const all = remove && transfer;
    const row = {
      Id: store.nextId(query.object), UserId: userId, RecordId: recordId, HasReadAccess: read, HasEditAccess: edit, HasDeleteAccess: remove, HasTransferAccess: transfer, HasAllAccess: all,
      MaxAccessLevel: all ? 'All' : transfer ? 'Transfer' : remove ? 'Delete' : edit ? 'Edit' : read ? 'Read' : 'None',
    };
    connection.run(table.insertSql, table.encode(row));
  }
}

/** Ids that the conditions, joined by AND, give to a field. */
function valuesOf(field: string, condition: TypedCondition | undefined, options: QueryOptions): string[] {
  if (condition?.kind === 'and') return condition.parts.flatMap((part) => valuesOf(field, part, options));
  if (condition?.kind !== 'compare' || condition.left.kind !== 'field' || condition.left.field.name !== field || (condition.operator !== '=' && condition.operator !== 'IN')) return [];
  return given(condition.value, options).map((value) => toId18(String(value)) ?? String(value));
}

function given(value: TypedValue, options: QueryOptions): SqlValue[] {
  if (value.kind === 'literal') return [value.value];
  if (value.kind === 'bind') return boundList(options, value.name, 'id');
  return value.kind === 'list' ? value.values.flatMap((each) => given(each, options)) : [];
}

/** Object and field rights of a query in user mode: what may not be read is answered as what does not exist. */
import type { AccessPolicy } from '../../types';
import type { TypedField, TypedQuery } from '../analyse/types';
import { noSuchColumn, noSuchObject, noSuchRelationship } from '../errors';

export function checkReadRights(query: TypedQuery, userId: string, access: AccessPolicy): void {
  if (!access.objectRights(userId, query.object).read) throw noSuchObject(query.object.name, query.at);
  for (const field of query.fields) checkField(field, query, userId, access);
}

function checkField(field: TypedField, query: TypedQuery, userId: string, access: AccessPolicy): void {
  let holder = query.object.name;
  for (const hop of field.hops) {
    const readable = hop.targets.filter((target) => access.objectRights(userId, target).read);
    if (!access.canReadField(userId, hop.reference) || readable.length === 0) throw noSuchRelationship(hop.name, field.at);
    holder = hop.targets.length === 1 ? readable[0]!.name : 'Name';
  }
  if (field.typeName) return;
  if (!field.targets.some((target) => access.canReadField(userId, target.field))) throw noSuchColumn(field.field.name, holder, field.at);
}

/** Object and field rights of a query in user mode: what may not be read is answered as what does not exist. */
import type { AccessPolicy } from '../../types';
import type { TypedField, TypedQuery } from '../analyse/types';
import { noSuchColumn, noSuchObject, noSuchRelationship, SoqlError } from '../errors';

/** Throws the first refusal, which also knows every field that the user may not read. */
export function checkReadRights(query: TypedQuery, userId: string, access: AccessPolicy): void {
  if (!access.objectRights(userId, query.object).read) throw noSuchObject(query.object.name, query.at);
  let first: SoqlError | undefined;
  const inaccessible = new Map<string, string[]>();
  for (const field of query.fields) {
    const refusal = refusalOf(field, query, userId, access);
    if (!refusal) continue;
    first ??= refusal.error;
    const known = inaccessible.get(refusal.object) ?? [];
    if (!known.includes(refusal.field)) inaccessible.set(refusal.object, [...known, refusal.field]);
  }
  if (!first) return;
  first.inaccessible = inaccessible;
  throw first;
}

interface Refusal { readonly error: SoqlError; readonly object: string; readonly field: string; }

function refusalOf(field: TypedField, query: TypedQuery, userId: string, access: AccessPolicy): Refusal | undefined {
  let holder = query.object.name;
  for (const hop of field.hops) {
    const readable = hop.targets.filter((target) => access.objectRights(userId, target).read);
    if (!access.canReadField(userId, hop.reference) || readable.length === 0) return { error: noSuchRelationship(hop.name, field.at), object: holder, field: hop.reference.name };
    holder = hop.targets.length === 1 ? readable[0]!.name : 'Name';
  }
  if (field.typeName || field.targets.some((target) => access.canReadField(userId, target.field))) return undefined;
  return { error: noSuchColumn(field.field.name, holder, field.at), object: holder, field: field.field.name };
}

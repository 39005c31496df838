/** What the caller may write: objects, fields, records. */
import { PlatformError, type FieldModel, type ObjectModel } from '../../schema';
import type { Store } from '../store';
import type { DmlOperation } from '../types';
import { type Item, type Request, fail, good, idOf } from './item';
import { idsWithAccess } from './load';

/** Code under which Apex raises a SecurityException; no API answers with it. */
export const SECURITY_EXCEPTION = 'SECURITY_EXCEPTION';

const DENIED: Record<Exclude<DmlOperation, 'upsert'>, { readonly right: 'create' | 'edit' | 'delete'; readonly words: string }> = {
  insert: { right: 'create', words: 'entity type cannot be inserted' },
  update: { right: 'edit', words: 'entity type cannot be updated' },
  delete: { right: 'delete', words: 'entity type cannot be deleted' },
  undelete: { right: 'delete', words: 'entity type cannot be undeleted' },
};

export function checkObjectRights(store: Store, object: ObjectModel, operation: Exclude<DmlOperation, 'upsert'>, items: readonly Item[], request: Request): void {
  if (!request.userMode || !store.access) return;
  const { right, words } = DENIED[operation];
  if (store.access.objectRights(request.caller.userId, object)[right]) return;
  if (request.options.origin.kind === 'apex') throw new PlatformError(SECURITY_EXCEPTION, `Access to entity '${object.name}' denied`);
  for (const item of items) fail(item, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `${words}: ${object.label}`);
}

/** Fields that nobody writes, and in user mode those that this user may not. */
export function checkFieldRights(store: Store, object: ObjectModel, operation: 'insert' | 'update', items: readonly Item[], request: Request): void {
  const { origin } = request.options;
  if (origin.kind === 'platform') return;
  const verdicts = new Map<string, boolean>();
  const writable = (field: FieldModel): boolean => {
    let verdict = verdicts.get(field.name);
    if (verdict === undefined) {
      verdict = operation === 'insert' ? field.createable : field.updateable;
      verdicts.set(field.name, verdict);
    }
    return verdict;
  };
  const permitted = (field: FieldModel): boolean => !request.userMode || !store.access || store.access.canEditField(request.caller.userId, field);
  for (const item of good(items)) {
    const refused: string[] = [];
    for (const name of Object.keys(item.input)) {
      if (name === 'Id') continue;
      const field = object.field(name) as FieldModel;
      // Apex hands back whole records: what it read and did not touch is no write.
      const untouched = origin.kind === 'apex' && item.old !== undefined && (field.calculated || item.old[name] === item.input[name]);
      if (!writable(field)) {
        if (untouched || (origin.kind === 'apex' && item.input[name] === null)) delete item.input[name];
        else refused.push(name);
      } else if (!permitted(field) && !untouched) {
        refused.push(name);
      }
    }
    if (refused.length === 0) continue;
    if (origin.kind === 'apex' && request.userMode) {
      fail(item, 'INSUFFICIENT_ACCESS_OR_READONLY', `Operation failed due to fields being inaccessible on Sobject ${object.name}, check errors on Exception or Result!`, refused);
      continue;
    }
    fail(item, 'INVALID_FIELD_FOR_INSERT_UPDATE', `Unable to create/update fields: ${refused.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`, refused);
  }
}

/** A row that the caller cannot see is answered as one that never was; one that is seen but not writable, as read-only. */
export function checkRecordRights(store: Store, object: ObjectModel, access: 'edit' | 'delete', items: readonly Item[], request: Request): void {
  if (!request.sharing || !store.access || items.length === 0) return;
  const ids = good(items).map((item) => idOf(item.row));
  const visible = idsWithAccess(store, object, ids, request.caller.userId, 'read');
  const writable = idsWithAccess(store, object, ids, request.caller.userId, access);
  for (const item of good(items)) {
    const id = idOf(item.row);
    if (!visible.has(id)) missing(item);
    else if (!writable.has(id)) fail(item, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
}

/** Giving a record away is a right of its own. */
export function checkTransfer(store: Store, object: ObjectModel, items: readonly Item[], request: Request): void {
  if (!request.sharing || !store.access || !object.field('OwnerId')) return;
  const moved = good(items).filter((item) => item.old && item.input.OwnerId !== undefined && item.input.OwnerId !== item.old.OwnerId);
  if (moved.length === 0) return;
  const allowed = idsWithAccess(store, object, moved.map((item) => idOf(item.row)), request.caller.userId, 'transfer');
  for (const item of moved) if (!allowed.has(idOf(item.row))) fail(item, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', ['OwnerId']);
}

export function missing(item: Item): void {
  fail(item, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
}

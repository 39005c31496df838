/** Share rows written by hand or by Apex: which reasons they may give, and that a grant stands once. */
import type { ObjectModel } from '../../schema';
import { quote } from '../sqlite/connection';
import { type Item, type Request, fail, good } from './item';
import { idsWithAccess } from './load';
import type { Machine } from './machine';
import type { ObjectPlan } from './plan';
import { updateRow } from './save';

interface ShareFields { readonly parent: string; readonly level: string; readonly shared: ObjectModel; }

/** `ParentId` and `AccessLevel` on custom objects, `LeadId` and `LeadAccessLevel` on standard ones. */
function shareFields(machine: Machine, object: ObjectModel): ShareFields | undefined {
  const parent = [...object.fields.values()].find((field) => field.type === 'reference' && field.name !== 'UserOrGroupId' && !/^(CreatedBy|LastModifiedBy)Id$/.test(field.name));
  const shared = parent?.reference ? machine.store.org.object(parent.reference.to[0] ?? '') : undefined;
  const level = [...object.fields.values()].find((field) => field.name === 'AccessLevel') ?? (shared ? object.field(`${shared.name}AccessLevel`) : undefined);
  return parent && shared && level ? { parent: parent.name, level: level.name, shared } : undefined;
}

export function checkShares(machine: Machine, plan: ObjectPlan, items: readonly Item[], request: Request): void {
  if (plan.object.kind !== 'share' || request.options.origin.kind === 'platform') return;
  const fields = shareFields(machine, plan.object);
  if (!fields) return;
  const reasons = new Set(['Manual', ...fields.shared.sharingReasons.map((reason) => (reason.name.endsWith('__c') ? reason.name : `${reason.name}__c`))]);
  for (const item of items) {
    item.row.RowCause ??= 'Manual';
    if (!reasons.has(String(item.row.RowCause))) {
      fail(item, 'FIELD_INTEGRITY_EXCEPTION', `field integrity exception: RowCause (share reason ${String(item.row.RowCause)} cannot be written)`, ['RowCause']);
    }
    if (item.row[fields.level] !== 'Read' && item.row[fields.level] !== 'Edit') {
      fail(item, 'FIELD_INTEGRITY_EXCEPTION', `field integrity exception: ${fields.level} (${String(item.row[fields.level])} cannot be granted)`, [fields.level]);
    } else if (isTrivial(fields.shared, item.row[fields.level])) {
      fail(item, 'FIELD_FILTER_VALIDATION_EXCEPTION', `field integrity exception: ${fields.level} (trivial share level ${String(item.row[fields.level])}, for organization with default level ${fields.shared.sharingModel})`, [fields.level]);
    }
    if (!mayWriteReason(machine, item, request)) fail(item, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
  if (!request.sharing) return;
  const live = good(items);
  const allowed = idsWithAccess(machine.store, fields.shared, live.map((item) => item.row[fields.parent] as string), request.caller.userId, 'transfer');
  for (const item of live) if (!allowed.has(item.row[fields.parent] as string)) fail(item, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

/** Levels that a default gives to everybody: a share must give more (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_bulk_sharing_creating_with_apex.htm). */
const GIVEN: Readonly<Record<string, readonly unknown[]>> = { Read: ['Read'], ReadWrite: ['Read', 'Edit'], ReadWriteTransfer: ['Read', 'Edit'], FullAccess: ['Read', 'Edit'] };

/** Shares of accounts may be there for the levels of what hangs on the account. */
function isTrivial(shared: ObjectModel, level: unknown): boolean {
  if (shared.name === 'Account') return false;
  return [shared.sharingModel, shared.externalSharingModel].every((model) => GIVEN[model]?.includes(level) ?? false);
}

/** With a reason they are Apex's: of users only those with Modify All Data add, change or remove them (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_bulk_sharing_understanding.htm, Apex Managed Sharing). */
export function mayWriteReason({ store }: Machine, item: Item, request: Request): boolean {
  if (!request.sharing || !String(item.row.RowCause).endsWith('__c')) return true;
  return store.access?.hasSystemPermission?.(request.caller.userId, 'ModifyAllData') ?? true;
}

/** The same grant again changes the level of the one that stands; returns what is really new. */
export function replaceShares(machine: Machine, plan: ObjectPlan, items: readonly Item[]): Item[] {
  const fields = shareFields(machine, plan.object);
  if (!fields) return [...items];
  const { store } = machine;
  const table = store.tables.of(plan.object);
  return items.filter((item) => {
    const stored = store.connection.get(`${table.selectSql} WHERE ${quote(fields.parent)} = ? AND "UserOrGroupId" = ? AND "RowCause" = ?`, [item.row[fields.parent] as string, item.row.UserOrGroupId as string, item.row.RowCause as string]);
    if (!stored) return true;
    const standing = table.decode(stored);
    updateRow(store, plan, { ...standing, [fields.level]: item.row[fields.level] }, standing);
    item.row.Id = standing.Id;
    return false;
  });
}

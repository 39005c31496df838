/**
 * Comments on cases (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_casecomment.htm):
 * after they are there, only whether they are published may change, unless the user may modify all data.
 */
import { fail, good, type Item } from '../dml/item';
import type { Machine } from '../dml/machine';
import type { StandardBehaviour, Step } from './types';

/** What people outside write, they and their colleagues read: it is published. */
function derive({ machine, operation, items, request }: Step): void {
  if (operation !== 'insert' || !machine.store.access?.isExternal?.(request.caller.userId)) return;
  for (const { row } of good(items)) row['IsPublished'] = true;
}

const mayModify = (machine: Machine, userId: string): boolean => machine.store.access?.hasSystemPermission?.(userId, 'ModifyAllData') ?? true;

function check({ machine, operation, items, request }: Step): void {
  if (operation !== 'update' || !request.userMode) return;
  const changed = good(items).filter((item) => item.row['CommentBody'] !== item.old?.['CommentBody']);
  if (changed.length > 0 && !mayModify(machine, request.caller.userId)) for (const item of changed) refuse(item);
}

function checkDelete(machine: Machine, items: readonly Item[], request: Step['request']): void {
  if (!request.userMode || items.length === 0 || mayModify(machine, request.caller.userId)) return;
  for (const item of good(items)) refuse(item);
}

const refuse = (item: Item): void => fail(item, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');

export const CASE_COMMENT: StandardBehaviour = { derive, check, checkDelete };

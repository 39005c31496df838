/** Who may own a record: active users who can read the object, and queues of the object. */
import type { RowChange } from '../../database';
import { PlatformError } from '../../schema';
import { textOf, type Context } from '../state/context';
import { eachRow } from '../state/refusals';

export function checkOwners(context: Context, change: RowChange, canRead: (userId: string) => boolean): void {
  const owner = change.object.field('OwnerId');
  if (!owner || change.object.kind === 'share' || (change.operation !== 'insert' && change.operation !== 'update')) return;
  // Group rows name the organisation or a user as owner; nobody shares by that.
  if (change.object.name === 'Group' || !owner.reference?.to.includes('User')) return;
  const verdicts = new Map<string, PlatformError | null>();
  eachRow(change, (row, old) => {
    const ownerId = textOf(row, 'OwnerId');
    if (!ownerId || ownerId === textOf(old, 'OwnerId')) return;
    let verdict = verdicts.get(ownerId);
    if (verdict === undefined) verdicts.set(ownerId, (verdict = judge(context, change, ownerId, canRead)));
    if (verdict) throw verdict;
  });
}

function judge(context: Context, change: RowChange, ownerId: string, canRead: (userId: string) => boolean): PlatformError | null {
  const { sql } = context.database;
  if (context.org.objectOfId(ownerId)?.name === 'Group') {
    const known = sql.all('SELECT 1 FROM "QueueSobject" q JOIN "Group" g ON g."Id" = q."QueueId" WHERE g."Id" = ? AND g."Type" = \'Queue\' AND q."SobjectType" = ? COLLATE NOCASE AND q."IsDeleted" = 0', [ownerId, change.object.name]);
    return known.length > 0 ? null : new PlatformError('INVALID_OPERATION', 'Queue not associated with this SObject type', ['OwnerId']);
  }
  const user = sql.all('SELECT "IsActive" AS active FROM "User" WHERE "Id" = ?', [ownerId])[0];
  if (!user) return null;
  if (user['active'] !== 1) return new PlatformError('INACTIVE_OWNER_OR_USER', `operation performed with inactive user [${ownerId}] as owner of ${change.object.name.toLowerCase()}`, []);
  // Only handing over asks for the right: whoever creates a record in system mode may own it.
  return change.operation === 'update' && !canRead(ownerId) ? new PlatformError('TRANSFER_REQUIRES_READ', 'The new owner must have read permission', ['OwnerId']) : null;
}

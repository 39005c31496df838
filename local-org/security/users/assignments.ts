/** Assignments of permission sets: the user's licence must carry what the set grants. */
import type { Row } from '../../database';
import { PlatformError } from '../../schema';
import type { Catalog } from '../rights/catalog';
import { licenseProblem } from '../rights/permissionXml';
import type { RightsSet } from '../rights/rightsSet';
import { textOf, type Context } from '../state/context';

/** Refuses an assignment that the platform would refuse. */
export function checkAssignment(context: Context, catalog: Catalog, row: Row): void {
  const { sql } = context.database;
  const groupId = textOf(row, 'PermissionSetGroupId');
  const setId = textOf(row, 'PermissionSetId') ?? groupSet(context, groupId);
  if (!setId) throw new PlatformError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [PermissionSetId]', ['PermissionSetId']);
  if (groupId) {
    sql.run('UPDATE "PermissionSetAssignment" SET "PermissionSetId" = ? WHERE "Id" = ?', [setId, textOf(row, 'Id')]);
    row['PermissionSetId'] = setId;
  }
  const assigneeId = textOf(row, 'AssigneeId') as string;
  const others = sql.all('SELECT "Id" AS id FROM "PermissionSetAssignment" WHERE "AssigneeId" = ? AND "PermissionSetId" = ? AND "Id" <> ? AND "IsDeleted" = 0', [assigneeId, setId, textOf(row, 'Id')]);
  if (others.length > 0) throw new PlatformError('DUPLICATE_VALUE', `duplicate value found: PermissionSetId duplicates value on record with id: ${String(others[0]?.['id'])}`, ['PermissionSetId']);
  const set = sql.all('SELECT "Name" AS name, "Label" AS label, "IsOwnedByProfile" AS owned FROM "PermissionSet" WHERE "Id" = ?', [setId])[0];
  if (set?.['owned'] === 1) throw new PlatformError('FIELD_INTEGRITY_EXCEPTION', 'You cannot assign a permission set that is owned by a profile.', ['PermissionSetId']);
  const name = String(set?.['name']);
  const rights = catalog.sets.get(name) ?? catalog.groups.get(name)?.rights;
  if (rights) checkLicense(context, catalog, assigneeId, rights);
}

function groupSet(context: Context, groupId: string | null): string | null {
  if (!groupId) return null;
  return (context.database.sql.all('SELECT "Id" AS id FROM "PermissionSet" WHERE "PermissionSetGroupId" = ?', [groupId])[0]?.['id'] as string | undefined) ?? null;
}

function checkLicense(context: Context, catalog: Catalog, assigneeId: string, rights: RightsSet): void {
  const user = context.database.sql.all('SELECT u."Username" AS username, p."Name" AS profile FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE u."Id" = ?', [assigneeId])[0];
  const license = user && catalog.profiles.get(String(user['profile']))?.license;
  if (!license) throw new PlatformError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['AssigneeId']);
  if (rights.license && rights.license.toLowerCase() !== license.name.toLowerCase()) throw new PlatformError('FIELD_INTEGRITY_EXCEPTION', `The user license doesn't match the permission set license: ${rights.label}`, ['PermissionSetId']);
  const problem = licenseProblem(context.org, rights, license.name);
  if (problem) throw new PlatformError('FIELD_INTEGRITY_EXCEPTION', `Can't assign permission set ${rights.label} to user ${String(user['username'])}. The user license doesn't allow the permission: ${problem}`, ['PermissionSetId']);
}

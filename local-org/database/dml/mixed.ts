/**
 * Set-up objects and others do not mix in one transaction of Apex.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_non_mix_sobjects.htm
 */
import { PlatformError, type ObjectModel } from '../../schema';
import type { Store } from '../store';
import type { DmlOperation, Row } from '../types';

/** Set-up objects; for some, only certain writes count. */
const SETUP: Readonly<Record<string, (operation: DmlOperation, row: Row) => boolean>> = {
  FieldPermissions: always, ObjectPermissions: always, PermissionSet: always, PermissionSetAssignment: always, PermissionSetGroup: always,
  PermissionSetGroupComponent: always, SetupEntityAccess: always, Group: always, GroupMember: always, QueueSobject: always, UserRole: always, Territory: always,
  // A user without a role may be inserted beside other records, and harmless fields updated.
  User: (operation, row) =>
    operation === 'insert' ? row.UserRoleId !== undefined && row.UserRoleId !== null
    : ['UserRoleId', 'IsActive', 'ForecastEnabled', 'IsPortalEnabled', 'Username', 'ProfileId'].some((field) => row[field] !== undefined),
};

export const setupObjects: readonly string[] = Object.keys(SETUP);

export function checkMixed(store: Store, operation: DmlOperation, object: ObjectModel, rows: readonly Row[]): void {
  if (object.kind === 'platformEvent' || object.kind === 'customSetting') return;
  const rule = SETUP[object.name];
  if (rule && !rows.some((row) => rule(operation, row))) return;
  const kind = rule ? 'setup' : 'data';
  const other = store.state.written.get(kind === 'setup' ? 'data' : 'setup');
  if (other !== undefined) {
    const [first, second] = kind === 'setup' ? ['setup', 'non-setup'] : ['non-setup', 'setup'];
    throw new PlatformError('MIXED_DML_OPERATION', `DML operation on ${first} object is not permitted after you have updated a ${second} object (or vice versa): ${object.name}, original object: ${other}`);
  }
  if (!store.state.written.has(kind)) store.state.written.set(kind, object.name);
}

function always(): boolean {
  return true;
}

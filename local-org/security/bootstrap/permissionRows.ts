/** Permission sets, groups and what they grant as rows, for who queries or assigns them. The rights themselves are read from metadata. */
import type { Row } from '../../database';
import type { Catalog } from '../rights/catalog';
import { CREATE, DELETE, EDIT, FIELD_EDIT, FIELD_READ, MODIFY_ALL, READ, VIEW_ALL, VIEW_ALL_FIELDS, type RightsSet } from '../rights/rightsSet';
import type { SetupRows } from './rows';

export function putPermissionRows(rows: SetupRows, catalog: Catalog, profiles: ReadonlyMap<string, string>, licenses: ReadonlyMap<string, string>): void {
  const sets = [...catalog.sets.values()];
  const setIds = rows.put('PermissionSet', ['Name'], sets.map((set): Row => ({ Name: set.name, Label: set.label, Description: set.description, LicenseId: set.license ? (licenses.get(set.license) ?? null) : null, IsOwnedByProfile: false, IsCustom: true, Type: 'Regular', ...systemColumns(rows, set) })));
  const byName = new Map(sets.map((set, index) => [set.name, setIds[index] as string]));
  // On the platform every profile owns a permission set that holds its rights; its name is X and the profile's id.
  rows.put('PermissionSet', ['Name'], [...catalog.profiles.values()].map((profile): Row => {
    const id = profiles.get(profile.name) as string;
    return { Name: `X${id.slice(0, 15)}`, Label: profile.name, ProfileId: id, IsOwnedByProfile: true, IsCustom: profile.custom, Type: 'Profile', LicenseId: licenses.get(profile.license.name) ?? null, ...systemColumns(rows, profile.rights) };
  }));
  const groups = [...catalog.groups.values()];
  const groupIds = rows.put('PermissionSetGroup', ['DeveloperName'], groups.map((group): Row => ({ DeveloperName: group.name, MasterLabel: group.label, Description: group.description, Language: 'en_US', Status: 'Updated' })));
  groups.forEach((group, index) => {
    rows.put('PermissionSetGroupComponent', ['PermissionSetGroupId', 'PermissionSetId'], group.sets.map((name): Row => ({ PermissionSetGroupId: groupIds[index] as string, PermissionSetId: byName.get(name) as string })));
    rows.put('PermissionSet', ['Name'], [{ Name: group.name, Label: group.label, PermissionSetGroupId: groupIds[index] as string, IsOwnedByProfile: false, IsCustom: true, Type: 'Group', ...systemColumns(rows, group.rights) }]);
  });
  rows.put('CustomPermission', ['DeveloperName'], [...catalog.customPermissions.values()].map((each): Row => ({ DeveloperName: each.name, MasterLabel: each.label, Description: each.description, Language: 'en_US' })));
  putGrants(rows, sets, byName);
}

/** One column for each system permission that the row can show. */
function systemColumns(rows: SetupRows, set: RightsSet): Row {
  const columns = [...(rows.context.org.object('PermissionSet')?.fields.values() ?? [])].filter((field) => field.name.startsWith('Permissions'));
  return Object.fromEntries(columns.map((field) => [field.name, set.systemPermissions.has(field.name.slice('Permissions'.length).toLowerCase())]));
}

function putGrants(rows: SetupRows, sets: readonly RightsSet[], ids: ReadonlyMap<string, string>): void {
  const { org, database } = rows.context;
  const objects: Row[] = [];
  const fields: Row[] = [];
  const access: Row[] = [];
  const idOf = (table: string, column: string): Map<string, string> => new Map(rows.has(table) ? database.sql.all(`SELECT "Id" AS id, "${column}" AS name FROM "${table}"`).map((row) => [String(row['name']).toLowerCase(), String(row['id'])]) : []);
  const classes = idOf('ApexClass', 'Name');
  const permissions = idOf('CustomPermission', 'DeveloperName');
  for (const set of sets) {
    const ParentId = ids.get(set.name) as string;
    for (const [key, bits] of set.objects) {
      const flag = (bit: number): boolean => (bits & bit) !== 0;
      objects.push({
        ParentId, SobjectType: org.object(key)?.name ?? key, PermissionsCreate: flag(CREATE), PermissionsRead: flag(READ), PermissionsEdit: flag(EDIT), PermissionsDelete: flag(DELETE),
        PermissionsViewAllRecords: flag(VIEW_ALL), PermissionsModifyAllRecords: flag(MODIFY_ALL), PermissionsViewAllFields: flag(VIEW_ALL_FIELDS),
      });
    }
    for (const [key, bits] of set.fields) {
      const [objectKey = '', fieldKey = ''] = key.split('.');
      const object = org.object(objectKey);
      const name = `${object?.name}.${object?.field(fieldKey)?.name}`;
      fields.push({ ParentId, SobjectType: object?.name ?? objectKey, Field: name, PermissionsRead: (bits & FIELD_READ) !== 0, PermissionsEdit: (bits & FIELD_EDIT) !== 0 });
    }
    for (const name of set.classes) access.push({ ParentId, SetupEntityId: classes.get(name) ?? null, SetupEntityType: 'ApexClass' });
    for (const name of set.customPermissions) access.push({ ParentId, SetupEntityId: permissions.get(name) ?? null, SetupEntityType: 'CustomPermission' });
  }
  // What metadata no longer grants is gone.
  rows.keepOnly('ObjectPermissions', rows.put('ObjectPermissions', ['ParentId', 'SobjectType'], objects));
  rows.keepOnly('FieldPermissions', rows.put('FieldPermissions', ['ParentId', 'Field'], fields));
  rows.keepOnly('SetupEntityAccess', rows.put('SetupEntityAccess', ['ParentId', 'SetupEntityId'], access));
}

/** Permission sets, their groups and assignments, and the rights they hold, as rows. */
import { area, audit, bool, createdBy, createdDate, datetime, deleted, id, modified, ref, restricted, stamp, text, type StandardObject } from './dsl';

const open = { internal: 'ReadWrite', external: 'ReadWrite' } as const;
const SYSTEM_PERMISSIONS = ['ViewAllData', 'ModifyAllData', 'ApiEnabled', 'AuthorApex', 'ViewSetup', 'ManageUsers', 'CustomizeApplication', 'ViewAllUsers', 'RunReports', 'ManageDashboards', 'ActivateContract', 'AssignPermissionSets', 'ImportLeads', 'TransferAnyLead', 'EditTask', 'ConvertLeads', 'PortalSuperUser', 'DelegatedPortalUserAdmin', 'LightningExperienceUser'];

const PERMISSION_SET: StandardObject = {
  name: 'PermissionSet',
  keyPrefix: '0PS',
  label: 'Permission Set',
  nameField: 'Label',
  ...open,
  fields: [
    id(),
    text('Name', 80, 'required', { label: 'Permission Set Name' }),
    text('Label', 80, 'required', { label: 'Permission Set Label' }),
    area('Description', 255),
    ref('LicenseId', 'UserLicense', {}, 'createOnly'),
    ref('ProfileId', 'Profile', {}, 'readOnly'),
    ref('PermissionSetGroupId', 'PermissionSetGroup', {}, 'readOnly'),
    bool('IsOwnedByProfile', 'readOnly'),
    bool('IsCustom', 'readOnly'),
    bool('HasActivationRequired'),
    restricted('Type', '*Regular|Group|Profile|Session|Standard', 'readOnly', { length: 40 }),
    text('NamespacePrefix', 15, 'readOnly'),
    ...SYSTEM_PERMISSIONS.map((name) => bool(`Permissions${name}`)),
    ...audit(),
  ],
};

const ASSIGNMENT: StandardObject = {
  name: 'PermissionSetAssignment',
  keyPrefix: '0Pa',
  label: 'Permission Set Assignment',
  ...open,
  fields: [
    id(),
    ref('PermissionSetId', 'PermissionSet', { children: 'Assignments', onDelete: 'Cascade' }, 'createOnly'),
    ref('PermissionSetGroupId', 'PermissionSetGroup', { children: 'Assignments', onDelete: 'Cascade' }, 'createOnly'),
    ref('AssigneeId', 'User', { children: 'PermissionSetAssignments', onDelete: 'Cascade' }, 'required', 'createOnly'),
    datetime('ExpirationDate'),
    bool('IsActive', 'readOnly'),
    stamp(),
  ],
};

const GROUP: StandardObject = {
  name: 'PermissionSetGroup',
  keyPrefix: '0PG',
  label: 'Permission Set Group',
  nameField: 'DeveloperName',
  ...open,
  fields: [
    id(),
    deleted(),
    text('DeveloperName', 80, 'required'),
    text('MasterLabel', 80, 'required'),
    restricted('Language', 'en_US=English', 'defaulted', { length: 40, defaultFormula: '"en_US"' }),
    text('NamespacePrefix', 15, 'readOnly'),
    area('Description', 255),
    restricted('Status', '*Updated|Outdated|Updating|Failed', 'readOnly', { length: 40 }),
    bool('HasActivationRequired'),
    ...audit(),
  ],
};

const COMPONENT: StandardObject = {
  name: 'PermissionSetGroupComponent',
  keyPrefix: '0PM',
  label: 'Permission Set Group Component',
  ...open,
  fields: [
    id(),
    deleted(),
    ref('PermissionSetGroupId', 'PermissionSetGroup', { children: 'PermissionSetGroupComponents', onDelete: 'Cascade' }, 'required', 'createOnly'),
    ref('PermissionSetId', 'PermissionSet', { children: 'PermissionSetGroupComponents', onDelete: 'Cascade' }, 'required', 'createOnly'),
    createdDate(),
    createdBy(),
    ...modified(),
    stamp(),
  ],
};

const OBJECT_PERMISSIONS: StandardObject = {
  name: 'ObjectPermissions',
  keyPrefix: '110',
  label: 'Object Permissions',
  pluralLabel: 'Object Permissions',
  ...open,
  fields: [
    id(),
    ref('ParentId', 'PermissionSet', { children: 'ObjectPerms', onDelete: 'Cascade' }, 'required', 'createOnly'),
    text('SobjectType', 40, 'required', 'createOnly'),
    ...['Create', 'Read', 'Edit', 'Delete', 'ViewAllRecords', 'ModifyAllRecords', 'ViewAllFields'].map((right) => bool(`Permissions${right}`)),
    ...audit(),
  ],
};

const FIELD_PERMISSIONS: StandardObject = {
  name: 'FieldPermissions',
  keyPrefix: '01k',
  label: 'Field Permissions',
  pluralLabel: 'Field Permissions',
  ...open,
  fields: [
    id(),
    ref('ParentId', 'PermissionSet', { children: 'FieldPerms', onDelete: 'Cascade' }, 'required', 'createOnly'),
    text('SobjectType', 40, 'required', 'createOnly'),
    text('Field', 255, 'required', 'createOnly'),
    bool('PermissionsEdit'),
    bool('PermissionsRead'),
    stamp(),
  ],
};

const CUSTOM_PERMISSION: StandardObject = {
  name: 'CustomPermission',
  keyPrefix: '0CP',
  label: 'Custom Permission',
  nameField: 'DeveloperName',
  ...open,
  fields: [
    id(),
    deleted(),
    text('DeveloperName', 80, 'readOnly'),
    text('MasterLabel', 80, 'readOnly'),
    restricted('Language', 'en_US=English', 'readOnly', { length: 40 }),
    text('NamespacePrefix', 15, 'readOnly'),
    area('Description', 255, 'readOnly'),
    bool('IsLicensed', 'readOnly'),
    bool('IsProtected', 'readOnly'),
    ...audit(),
  ],
};

const SETUP_ENTITY_ACCESS: StandardObject = {
  name: 'SetupEntityAccess',
  keyPrefix: '0J0',
  label: 'Setup Entity Access',
  ...open,
  fields: [
    id(),
    ref('ParentId', 'PermissionSet', { children: 'SetupEntityAccessItems', onDelete: 'Cascade' }, 'required', 'createOnly'),
    ref('SetupEntityId', 'ApexClass CustomPermission', {}, 'required', 'createOnly'),
    restricted('SetupEntityType', 'ApexClass=Apex Class|ApexPage=Visualforce Page|CustomPermission=Custom Permission|TabSet=Custom Application|ConnectedApplication=Connected Application|NamedCredential=Named Credential|CustomEntityDefinition=Custom Entity Definition', 'readOnly', { length: 40 }),
    text('KeyPrefix', 3, 'readOnly'),
    stamp(),
  ],
};

export const PERMISSIONS: readonly StandardObject[] = [PERMISSION_SET, ASSIGNMENT, GROUP, COMPONENT, OBJECT_PERMISSIONS, FIELD_PERMISSIONS, CUSTOM_PERMISSION, SETUP_ENTITY_ACCESS];

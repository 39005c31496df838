/**
 * Objects whose rights come from system permissions or from their parent instead of object permissions: set-up objects,
 * custom metadata, share tables. Everything not named here goes by object permissions.
 */
import type { ObjectModel, OrgModel } from '../../schema';
import type { EffectiveRights } from './effective';
import { sharedObject } from '../records/shareTable';
import { CREATE, DELETE, EDIT, MODIFY_ALL, READ, VIEW_ALL } from './rightsSet';

const WRITE = CREATE | EDIT | DELETE;
const ALL = WRITE | READ | VIEW_ALL | MODIFY_ALL;

interface SetupRule {
  /** Users who may read: everyone, users inside the organisation, or holders of the permission. */
  readonly read: 'all' | 'internal' | string;
  /** System permission that lets one write; none: nobody writes it through the API. */
  readonly write?: string;
}

const everyone: SetupRule = { read: 'all' };
const inside: SetupRule = { read: 'internal' };

/** By object name in lower case. */
const SETUP_OBJECTS: Readonly<Record<string, SetupRule>> = {
  organization: everyone, recordtype: everyone, businesshours: { read: 'all', write: 'CustomizeApplication' }, holiday: { read: 'all', write: 'CustomizeApplication' },
  userlicense: inside, profile: everyone, userrole: { read: 'internal', write: 'ManageRoles' },
  group: { read: 'internal', write: 'ManageUsers' }, groupmember: { read: 'internal', write: 'ManageUsers' }, queuesobject: { read: 'all', write: 'CustomizeApplication' },
  permissionset: { read: 'internal', write: 'ManageProfilesPermissionsets' }, permissionsetgroup: { read: 'internal', write: 'ManageProfilesPermissionsets' },
  permissionsetgroupcomponent: { read: 'internal', write: 'ManageProfilesPermissionsets' }, permissionsetassignment: { read: 'internal', write: 'AssignPermissionSets' },
  permissionsetlicense: inside, permissionsetlicenseassign: { read: 'internal', write: 'AssignPermissionSets' }, mutingpermissionset: inside,
  objectpermissions: { read: 'internal', write: 'ManageProfilesPermissionsets' }, fieldpermissions: { read: 'internal', write: 'ManageProfilesPermissionsets' },
  setupentityaccess: { read: 'internal', write: 'ManageProfilesPermissionsets' }, custompermission: everyone, custompermissiondependency: inside,
  apexclass: { read: 'internal', write: 'AuthorApex' }, apextrigger: { read: 'internal', write: 'AuthorApex' }, apexpage: inside, apexcomponent: inside,
  asyncapexjob: inside, crontrigger: inside, cronjobdetail: inside, apextestqueueitem: inside, apextestresult: inside, apextestrunresult: inside, apexcodecoverageaggregate: inside, apexorgwidecoverage: inside, apexlog: inside,
  leadstatus: everyone, opportunitystage: everyone, casestatus: everyone, taskstatus: everyone, taskpriority: everyone, contractstatus: everyone, orderstatus: everyone, partnerrole: everyone, solutionstatus: everyone,
  network: everyone, networkmember: everyone, networkmembergroup: inside, domain: everyone, domainsite: everyone, site: everyone, staticresource: everyone, folder: everyone, emailtemplate: { read: 'all', write: 'ManageProfilesPermissionsets' },
  listview: everyone, currencytype: everyone, datedconversionrate: everyone, fiscalyearsettings: everyone, period: everyone, appdefinition: everyone, tabdefinition: everyone, entitydefinition: everyone, fielddefinition: everyone,
  userrecordaccess: everyone, userpreference: everyone, loginhistory: { read: 'ManageUsers' }, setupaudittrail: { read: 'ViewSetup' }, recentlyviewed: everyone, namedcredential: inside, authsession: { read: 'ManageUsers' },
  platformcachepartition: inside, orgwideemailaddress: inside, processinstance: everyone, topic: everyone, vote: everyone,
};

/** Rights on an object that does not go by object permissions; undefined for one that does. */
export function setupRights(org: OrgModel, object: ObjectModel, rights: EffectiveRights): number | undefined {
  const name = object.name.toLowerCase();
  if (object.kind === 'customMetadata') return rights.has('CustomizeApplication') || rights.rights.metadataTypes.has(name) ? READ | VIEW_ALL : 0;
  if (object.kind === 'customSetting') {
    if (rights.has('CustomizeApplication')) return ALL;
    return rights.has('ViewAllCustomSettings') || rights.rights.customSettings.has(name) ? READ | VIEW_ALL : 0;
  }
  if (object.kind === 'share') return shareRights(org, object, rights);
  // A user reads users: which rows is a matter of user sharing. Own details anyone may edit.
  if (name === 'user') return rights.has('ManageUsers') || rights.has('ManageInternalUsers') ? READ | CREATE | EDIT : READ | EDIT;
  const rule = SETUP_OBJECTS[name];
  if (!rule) return undefined;
  const readable = rule.read === 'all' || (rule.read === 'internal' ? !rights.external : rights.has(rule.read));
  return (readable ? READ | VIEW_ALL : 0) | (rule.write && rights.has(rule.write) ? ALL : 0);
}

/** Shares are read by who reads the record, and written by who may give it away: the row predicate says which. */
function shareRights(org: OrgModel, share: ObjectModel, rights: EffectiveRights): number {
  const parent = sharedObject(org, share);
  if (!parent) return 0;
  const bits = rights.bits(parent);
  return (bits & READ ? READ : 0) | (bits & EDIT ? WRITE : 0) | (bits & (VIEW_ALL | MODIFY_ALL));
}

export function isSetupObject(object: ObjectModel): boolean {
  return object.name.toLowerCase() in SETUP_OBJECTS;
}

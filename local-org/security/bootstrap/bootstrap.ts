/** Fills a fresh database with what an org has before anyone uses it, and brings an existing one up to its metadata. */
import type { Row } from '../../database';
import { USER_LICENSES, PARTNER_GROUP_TYPE } from '../profiles/licenses';
import type { Catalog } from '../rights/catalog';
import type { Context } from '../state/context';
import { putGroups, putQueues, putRoles } from './groups';
import { putApex, putNetworks, putRecordTypes, putStatuses } from './metadataRows';
import { putPermissionRows } from './permissionRows';
import { SetupRows } from './rows';

export interface Identities { readonly organizationId: string; readonly adminUserId: string; readonly systemUserId: string; }

export function bootstrap(context: Context, catalog: Catalog): Identities {
  const rows = new SetupRows(context);
  const organizationId = putOrganization(context, rows);
  const licenses = putLicenses(rows);
  const profiles = putProfiles(rows, catalog, licenses);
  const users = putUsers(context, rows, profiles);
  rows.userId = users.adminUserId;
  adopt(context, users.adminUserId);
  putBusinessHours(rows);
  putPriceBook(rows);
  putRoles(context, rows);
  putEveryoneGroups(rows, users.adminUserId);
  putGroups(context, rows);
  putQueues(context, rows);
  putRecordTypes(context, rows);
  putApex(context, rows);
  putStatuses(context, rows);
  putNetworks(context, rows);
  putPermissionRows(rows, catalog, profiles, licenses);
  return { organizationId, ...users };
}

function projectName(context: Context): string {
  return context.org.projectDir.split(/[\\/]/).filter(Boolean).pop() ?? 'org';
}

function putOrganization(context: Context, rows: SetupRows): string {
  const existing = context.database.sql.all('SELECT "Id" AS id FROM "Organization"')[0];
  if (existing) return String(existing['id']);
  const access = (object: string): string | null => {
    const model = context.org.object(object)?.sharingModel;
    const names: Record<string, string> = { Private: 'None', Read: 'Read', ReadWrite: 'Edit', ReadWriteTransfer: 'ReadEditTransfer', FullAccess: 'All', ControlledByParent: 'ControlledByParent', ControlledByLeadOrContact: 'ControlledByLeadOrContact', ControlledByCampaign: 'ControlledByParent' };
    return model ? (names[model] ?? null) : null;
  };
  const defaults = Object.fromEntries(['Account', 'Contact', 'Opportunity', 'Lead', 'Case', 'Campaign'].map((object) => [`Default${object}Access`, access(object)]));
  return rows.put('Organization', ['Name'], [{
    Name: projectName(context), OrganizationType: 'Developer Edition', IsSandbox: false, IsReadOnly: false, InstanceName: 'LOCAL', DefaultLocaleSidKey: 'en_US', TimeZoneSidKey: 'GMT',
    LanguageLocaleKey: 'en_US', FiscalYearStartMonth: 1, UsesStartDateAsFiscalYearName: false, ...defaults,
  }])[0] as string;
}

function putLicenses(rows: SetupRows): Map<string, string> {
  const ids = rows.put('UserLicense', ['Name'], USER_LICENSES.map((license) => ({ Name: license.name, MasterLabel: license.name, LicenseDefinitionKey: license.key, TotalLicenses: license.seats, Status: 'Active' })));
  return new Map(USER_LICENSES.map((license, index) => [license.name, ids[index] as string]));
}

function putProfiles(rows: SetupRows, catalog: Catalog, licenses: ReadonlyMap<string, string>): Map<string, string> {
  const profiles = [...catalog.profiles.values()];
  const ids = rows.put('Profile', ['Name'], profiles.map((profile): Row => ({
    Name: profile.name, UserLicenseId: licenses.get(profile.license.name) ?? null, UserType: profile.license.userType, Description: null,
    ...Object.fromEntries([...profile.rights.systemPermissions].map((name) => [`Permissions${name}`, true])),
  })));
  return new Map(profiles.map((profile, index) => [profile.name, ids[index] as string]));
}

function putUsers(context: Context, rows: SetupRows, profiles: ReadonlyMap<string, string>): { adminUserId: string; systemUserId: string } {
  const domain = projectName(context).toLowerCase().replace(/[^a-z0-9-]/g, '-');
  const common = { IsActive: true, TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US', LanguageLocaleKey: 'en_US', EmailEncodingKey: 'UTF-8' };
  const admin: Row = { ...common, Username: `admin@${domain}.local`, LastName: 'User', FirstName: 'Admin', Name: 'Admin User', Email: `admin@${domain}.local`, Alias: 'admin', CommunityNickname: 'admin', ProfileId: profiles.get('System Administrator') ?? null, UserType: 'Standard', UserPermissionsMarketingUser: true, UserPreferencesLightningExperiencePreferred: true };
  const process: Row = { ...common, Username: `autoproc@${domain}.local`, LastName: 'Automated Process', Name: 'Automated Process', Email: `autoproc@${domain}.local`, Alias: 'autoproc', CommunityNickname: 'autoproc', ProfileId: profiles.get('Automated Process') ?? null, UserType: 'AutomatedProcess' };
  // By alias: a project folder that was renamed keeps its people, and people may rename themselves.
  const known = (alias: string): string | undefined => context.database.sql.all('SELECT "Id" AS id FROM "User" WHERE "Alias" = ? ORDER BY "Id" LIMIT 1', [alias])[0]?.['id'] as string | undefined;
  const ensure = (row: Row): string => known(String(row['Alias'])) ?? (rows.put('User', ['Username'], [row])[0] as string);
  return { adminUserId: ensure(admin), systemUserId: ensure(process) };
}

/** Rows that came before there was a user are created by the administrator too. */
function adopt(context: Context, adminUserId: string): void {
  for (const object of ['Organization', 'Profile', 'User', 'UserLicense']) {
    for (const field of ['CreatedById', 'LastModifiedById']) {
      if (context.org.object(object)?.field(field)) context.database.sql.run(`UPDATE "${object}" SET "${field}" = ? WHERE "${field}" IS NULL`, [adminUserId]);
    }
  }
}

function putBusinessHours(rows: SetupRows): void {
  const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  // A new org's default hours are around the clock: midnight to midnight.
  const hours = Object.fromEntries(days.flatMap((day) => [[`${day}StartTime`, '00:00:00.000Z'], [`${day}EndTime`, '00:00:00.000Z']]));
  if (rows.has('BusinessHours') && rows.context.database.sql.all('SELECT 1 FROM "BusinessHours" LIMIT 1').length === 0) {
    rows.put('BusinessHours', ['Name'], [{ Name: 'Default', IsActive: true, IsDefault: true, TimeZoneSidKey: 'GMT', ...hours }]);
  }
}

/** Every org has its standard price book, whatever it comes to be called. */
function putPriceBook(rows: SetupRows): void {
  if (!rows.has('Pricebook2') || rows.context.database.sql.all('SELECT 1 FROM "Pricebook2" WHERE "IsStandard" = 1 LIMIT 1').length > 0) return;
  rows.add('Pricebook2', [{ Name: 'Standard Price Book', IsStandard: true, IsActive: true }]);
}

function putEveryoneGroups(rows: SetupRows, ownerId: string): void {
  rows.put('Group', ['Type', 'DeveloperName'], [
    { Name: 'All Internal Users', DeveloperName: 'AllInternalUsers', Type: 'Organization', DoesIncludeBosses: false, OwnerId: ownerId },
    { Name: 'All Partner Users', DeveloperName: 'AllPartnerUsers', Type: PARTNER_GROUP_TYPE, DoesIncludeBosses: false, OwnerId: ownerId },
  ]);
}

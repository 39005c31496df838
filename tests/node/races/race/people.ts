/** Users of a world, made as an administrator makes them. */
import type { Platform } from '../../../../local-org/server';
import { execute } from '../../locks/boundary';

const USER = `TimeZoneSidKey = 'Europe/Berlin', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US'`;

/** Rows of a query in system mode. */
export function rows(platform: Platform, soql: string, binds: Readonly<Record<string, string>> = {}): readonly Record<string, unknown>[] {
  const system = { userId: platform.security.adminUserId, mode: 'system', sharing: false } as const;
  return platform.database.query(soql, system, { binds }).rows.map((row) => row.values);
}

/** Gives the administrator a role, as whoever owns partner accounts must have one. */
export function giveRole(platform: Platform): void {
  execute(platform, `
    UserRole role = new UserRole(Name = 'Channel');
    insert as system role;
    update as system new User(Id = UserInfo.getUserId(), UserRoleId = role.Id, DigestFrequency = 'D', DefaultGroupNotificationFrequency = 'N');`);
}

/** An employee with a permission set group. */
export function employee(platform: Platform, name: string, group: string): string {
  return made(platform, name, group, `
    UserRole role = new UserRole(Name = '${name}');
    insert as system role;
    Id profileId = [SELECT Id FROM Profile WHERE Name IN ('Minimum Access - Salesforce', 'Standard User') WITH SYSTEM_MODE ORDER BY Name LIMIT 1].Id;
    User person = new User(LastName = '${name}', Username = '${name}@races.example.test', Email = '${name}@example.test', Alias = '${name.slice(0, 8)}', UserRoleId = role.Id, ProfileId = profileId, ${USER});`);
}

/** A person with a log-in of the partner with this name. */
export function partnerPerson(platform: Platform, name: string, partner: string, group: string): string {
  execute(platform, `insert as system new Contact(LastName = '${name}', AccountId = [SELECT Id FROM Account WHERE Name = '${partner}' WITH SYSTEM_MODE].Id);`);
  return made(platform, name, group, `
    Id contactId = [SELECT Id FROM Contact WHERE LastName = '${name}' WITH SYSTEM_MODE].Id;
    Id profileId = [SELECT Id FROM Profile WHERE UserType = 'PowerPartner' WITH SYSTEM_MODE ORDER BY Name LIMIT 1].Id;
    User person = new User(LastName = '${name}', Username = '${name}@races.example.test', Email = '${name}@example.test', Alias = '${name.slice(0, 8)}', ContactId = contactId, ProfileId = profileId, ${USER});`);
}

function made(platform: Platform, name: string, group: string, person: string): string {
  execute(platform, `${person}
    insert as system person;
    insert as system new PermissionSetAssignment(AssigneeId = person.Id, PermissionSetGroupId = [SELECT Id FROM PermissionSetGroup WHERE DeveloperName = '${group}' WITH SYSTEM_MODE].Id);`);
  return String(rows(platform, 'SELECT Id FROM User WHERE LastName = :name', { name })[0]?.['Id']);
}

/** People who may log in: role, users, permission set groups, passwords. */
import { createHash } from 'node:crypto';
import type { Connection } from 'jsforce';
import { SeedError } from '../connection';
import type { SeedSet } from './records';
import { Writer } from './write';

export interface PersonToCreate {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly profile: string;
  readonly permissionSetGroups: readonly string[];
  readonly permissionSets: readonly string[];
  readonly roleId?: string;
  readonly contactId?: string;
  readonly locale: string;
  readonly timeZone: string;
}

/** Id of the one record that a condition names; a clear sentence when there is none. */
export async function idOf(connection: Connection, object: string, field: string, value: string, advice: string): Promise<string> {
  const found = await connection.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${field} = '${value.replace(/'/g, "\\'")}' LIMIT 1`);
  const id = found.records[0]?.Id;
  if (!id) throw new SeedError(`The org has no ${object} with ${field} ${value}. ${advice}`);
  return id;
}

/** Creates or finds the users, gives them their groups. Partner users need an account whose owner has a role. */
export async function ensurePeople(connection: Connection, writer: Writer, people: readonly PersonToCreate[]): Promise<Map<string, string>> {
  const profiles = new Map<string, string>();
  for (const name of new Set(people.map((person) => person.profile))) profiles.set(name, await idOf(connection, 'Profile', 'Name', name, 'It comes with Experience Cloud; switch that on first.'));
  const set: SeedSet = {
    object: 'User', keyField: 'Username', onlyWhenNew: true,
    records: people.map((person) => ({
      key: person.username,
      fields: {
        FirstName: person.firstName, LastName: person.lastName, Email: person.email, Alias: createHash('sha256').update(person.username).digest('hex').slice(0, 8),
        ProfileId: profiles.get(person.profile) as string, TimeZoneSidKey: person.timeZone, LocaleSidKey: person.locale, LanguageLocaleKey: 'en_US', EmailEncodingKey: 'UTF-8',
        ...(person.roleId ? { UserRoleId: person.roleId } : {}), ...(person.contactId ? { ContactId: person.contactId } : {}),
      },
    })),
  };
  const report = await writer.write(set);
  const error = report.errors[0];
  if (error) throw new SeedError(`The user ${error.key} could not be created: ${error.message}`);
  const users = new Map(people.map((person) => [person.username, writer.ids.get(`User|${person.username}`) as string]));
  await reactivate(connection, [...users.values()]);
  await assign(connection, people, users);
  return users;
}

/** A reset makes users inactive, for no org deletes them: who is loaded again may log in again. */
async function reactivate(connection: Connection, users: readonly string[]): Promise<void> {
  const { records } = await connection.query<{ Id: string }>(`SELECT Id FROM User WHERE IsActive = FALSE AND Id IN (${users.map((id) => `'${id}'`).join(', ')})`);
  if (!records.length) return;
  const failed = (await connection.sobject('User').update(records.map(({ Id }) => ({ Id, IsActive: true })))).find((result) => !result.success);
  if (failed) throw new SeedError(`A user could not be made active again: ${JSON.stringify(failed.errors)}`);
}

/** Gives the user who is logged in the rights to load data: keys are for integrations alone to write. */
export async function becomeAdministrator(connection: Connection): Promise<void> {
  const { user_id: id, username } = await connection.identity();
  const person: PersonToCreate = { username, firstName: '', lastName: '', email: '', profile: '', permissionSetGroups: ['PRM_Administrator', 'PRM_Integration'], permissionSets: [], locale: '', timeZone: '' };
  await assign(connection, [person], new Map([[username, id]]));
}

async function assign(connection: Connection, people: readonly PersonToCreate[], users: ReadonlyMap<string, string>): Promise<void> {
  const ids = [...users.values()].map((id) => `'${id}'`).join(', ');
  const held = await connection.query<{ AssigneeId: string; PermissionSetId: string | null; PermissionSetGroupId: string | null }>(`SELECT AssigneeId, PermissionSetId, PermissionSetGroupId FROM PermissionSetAssignment WHERE AssigneeId IN (${ids})`);
  const has = new Set(held.records.flatMap((row) => [`${row.AssigneeId}|${row.PermissionSetId}`, `${row.AssigneeId}|${row.PermissionSetGroupId}`]));
  const rows: Record<string, string>[] = [];
  const advice = 'Install the package first.';
  const lookUp = async (object: string, names: readonly string[]): Promise<Map<string, string>> => {
    const found = new Map<string, string>();
    for (const name of new Set(names)) found.set(name, await idOf(connection, object, object === 'PermissionSet' ? 'Name' : 'DeveloperName', name, advice));
    return found;
  };
  const groups = await lookUp('PermissionSetGroup', people.flatMap((person) => person.permissionSetGroups));
  const sets = await lookUp('PermissionSet', people.flatMap((person) => person.permissionSets));
  for (const person of people) {
    const user = users.get(person.username) as string;
    for (const name of person.permissionSetGroups) if (!has.has(`${user}|${groups.get(name)}`)) rows.push({ AssigneeId: user, PermissionSetGroupId: groups.get(name) as string });
    for (const name of person.permissionSets) if (!has.has(`${user}|${sets.get(name)}`)) rows.push({ AssigneeId: user, PermissionSetId: sets.get(name) as string });
  }
  for (let start = 0; start < rows.length; start += 200) {
    const results = await connection.sobject('PermissionSetAssignment').create(rows.slice(start, start + 200));
    const failed = results.find((result) => !result.success);
    if (failed) throw new SeedError(`A permission set could not be assigned: ${JSON.stringify(failed.errors)}`);
  }
}

/** Sets a password through the REST resource for it. */
export async function setPassword(connection: Connection, userId: string, password: string): Promise<void> {
  await connection.request({ method: 'POST', url: `${connection.instanceUrl}/services/data/v${connection.version}/sobjects/User/${userId}/password`, body: JSON.stringify({ NewPassword: password }), headers: { 'content-type': 'application/json' } });
}

/** Puts a user into a public group of the package, once. Answers whether that was new. */
export async function joinGroup(connection: Connection, group: string, userId: string): Promise<boolean> {
  const groupId = await idOf(connection, 'Group', 'DeveloperName', group, 'Install the package first.');
  const held = await connection.query(`SELECT Id FROM GroupMember WHERE GroupId = '${groupId}' AND UserOrGroupId = '${userId}'`);
  if (held.totalSize > 0) return false;
  const result = await connection.sobject('GroupMember').create({ GroupId: groupId, UserOrGroupId: userId });
  if (!result.success) throw new SeedError(`The user could not join the group ${group}: ${JSON.stringify(result.errors)}`);
  return true;
}

/** Schedules the package's sweeper, once: it enqueues what is overdue or was left behind. Answers how many schedules were added. */
export async function scheduleSweeper(connection: Connection): Promise<number> {
  const count = async (): Promise<number> => (await connection.query("SELECT COUNT() FROM CronTrigger WHERE CronJobDetail.Name LIKE 'PRM Sweeper %'")).totalSize;
  const before = await count();
  const result = await connection.tooling.executeAnonymous('PrmSweeper.start();');
  if (!result.success) throw new SeedError(`The sweeper could not be scheduled: ${result.compileProblem ?? result.exceptionMessage ?? 'the org gave no reason'}`);
  return (await count()) - before;
}

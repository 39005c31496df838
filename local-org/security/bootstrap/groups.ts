/** Roles with their groups, public groups and queues, from metadata. */
import type { Row } from '../../database';
import { SourceError, type MetadataComponent } from '../../schema';
import { componentsOf } from '../rights/catalog';
import type { Context } from '../state/context';
import type { SetupRows } from './rows';

const LEVELS = ['Read', 'Edit', 'None'];

/** Roles, parents before children, each with the groups that stand for it. */
export function putRoles(context: Context, rows: SetupRows): void {
  const roles = new Map(componentsOf(context.org, 'Role').map((each) => [each.fullName, each]));
  const ids = new Map<string, string>();
  const place = (role: MetadataComponent, path: readonly string[]): string => {
    const known = ids.get(role.fullName);
    if (known) return known;
    const parentName = role.root.value('parentRole');
    const parent = parentName ? roles.get(parentName) : undefined;
    if (parentName && !parent) throw new SourceError(`In field: parentRole - no Role named ${parentName} found`, role.root.child('parentRole')?.position);
    if (path.includes(role.fullName)) throw new SourceError(`The role ${role.fullName} is its own superior.`, role.root.position);
    const id = rows.put('UserRole', ['DeveloperName'], [{
      DeveloperName: role.fullName, Name: required(role, 'name'), ParentRoleId: parent ? place(parent, [...path, role.fullName]) : null, RollupDescription: role.root.value('description') ?? null,
      OpportunityAccessForAccountOwner: level(role, 'opportunityAccessLevel', 'None'), CaseAccessForAccountOwner: level(role, 'caseAccessLevel', 'None'), ContactAccessForAccountOwner: level(role, 'contactAccessLevel', 'Edit'),
      PortalType: 'None',
    }])[0] as string;
    ids.set(role.fullName, id);
    return id;
  };
  for (const role of roles.values()) place(role, []);
  for (const [name, id] of ids) putRoleGroups(rows, name, id, false);
}

/** The groups through which records are shared with a role; one of a partner account has no internal subordinates. */
export function putRoleGroups(rows: SetupRows, developerName: string, roleId: string, portal: boolean): void {
  const types = portal ? ['Role', 'RoleAndSubordinates'] : ['Role', 'RoleAndSubordinates', 'RoleAndSubordinatesInternal'];
  const known = new Set(rows.context.database.sql.all('SELECT "Type" AS type FROM "Group" WHERE "RelatedId" = ?', [roleId]).map((row) => row['type']));
  rows.add('Group', types.filter((type) => !known.has(type)).map((type): Row => ({ DeveloperName: developerName, Type: type, RelatedId: roleId, DoesIncludeBosses: true, OwnerId: rows.userId })));
}

function level(component: MetadataComponent, part: string, otherwise: string): string {
  const element = component.root.child(part);
  if (!element) return otherwise;
  if (!LEVELS.includes(element.text)) throw new SourceError(`'${element.text}' is not a valid value for the enum of ${part}`, element.position);
  return element.text;
}

function required(component: MetadataComponent, part: string): string {
  const value = component.root.value(part);
  if (!value) throw new SourceError(`Required field is missing: ${part}`, component.root.position);
  return value;
}

export function putGroups(context: Context, rows: SetupRows): void {
  rows.put('Group', ['Type', 'DeveloperName'], componentsOf(context.org, 'Group').map((group) => ({
    DeveloperName: group.fullName, Name: required(group, 'name'), Type: 'Regular', DoesIncludeBosses: group.root.value('doesIncludeBosses') !== 'false', Description: group.root.value('description') ?? null, OwnerId: rows.userId,
  })));
}

export function putQueues(context: Context, rows: SetupRows): void {
  for (const queue of componentsOf(context.org, 'Queue')) {
    const [id] = rows.put('Group', ['Type', 'DeveloperName'], [{
      DeveloperName: queue.fullName, Name: required(queue, 'name'), Type: 'Queue', DoesIncludeBosses: queue.root.value('doesIncludeBosses') !== 'false', Email: queue.root.value('email') ?? null, DoesSendEmailToMembers: queue.root.value('doesSendEmailToMembers') === 'true', OwnerId: rows.userId,
    }]) as [string];
    const routing = queue.root.child('queueRoutingConfig');
    if (routing) throw new SourceError(`In field: queueRoutingConfig - no QueueRoutingConfig named ${routing.text} found`, routing.position);
    const objects = queue.root.all('queueSobject').map((element) => {
      const object = context.org.object(element.value('sobjectType') ?? '');
      if (!object?.field('OwnerId')?.reference?.to.includes('Group')) throw new SourceError(`In field: sobjectType - ${element.value('sobjectType')} is not an object whose records a queue can own`, element.position);
      return { QueueId: id, SobjectType: object.name };
    });
    rows.put('QueueSobject', ['QueueId', 'SobjectType'], objects);
    putMembers(context, rows, queue, id);
  }
}

/** Members of a queue that metadata can name: groups, roles, users. */
function putMembers(context: Context, rows: SetupRows, queue: MetadataComponent, queueId: string): void {
  const find = (type: string, name: string): string | undefined => {
    const { sql } = context.database;
    const text: Record<string, string> = {
      publicGroup: `SELECT "Id" AS id FROM "Group" WHERE "DeveloperName" = ? AND "Type" = 'Regular'`,
      role: `SELECT "Id" AS id FROM "Group" WHERE "DeveloperName" = ? AND "Type" = 'Role'`,
      roleAndSubordinates: `SELECT "Id" AS id FROM "Group" WHERE "DeveloperName" = ? AND "Type" = 'RoleAndSubordinates'`,
      roleAndSubordinatesInternal: `SELECT "Id" AS id FROM "Group" WHERE "DeveloperName" = ? AND "Type" = 'RoleAndSubordinatesInternal'`,
      user: 'SELECT "Id" AS id FROM "User" WHERE "Username" = ?',
    };
    return sql.all(text[type] as string, [name])[0]?.['id'] as string | undefined;
  };
  // queueMembers / publicGroups / publicGroup, roles / role, users / user ...
  const kinds: Record<string, string> = { publicGroups: 'publicGroup', roles: 'role', rolesAndSubordinates: 'roleAndSubordinates', roleAndSubordinates: 'roleAndSubordinates', roleAndSubordinatesInternal: 'roleAndSubordinatesInternal', users: 'user' };
  for (const list of queue.root.child('queueMembers')?.children ?? []) {
    const kind = kinds[list.name];
    if (!kind) throw new SourceError(`Element ${list.name} invalid at this location in type QueueMembers`, list.position);
    for (const element of list.children) {
      const id = find(kind, element.text);
      if (!id) throw new SourceError(`In field: ${element.name} - no ${kind} named ${element.text} found`, element.position);
      rows.put('GroupMember', ['GroupId', 'UserOrGroupId'], [{ GroupId: queueId, UserOrGroupId: id }]);
    }
  }
}

/**
 * `_principal`: for every user, each user, group, role group and queue through which records reach them; `direct` rows are
 * membership itself, the others come down the role hierarchy (a superior sees what subordinates see). Every predicate joins it.
 */
import { allRows, IN_LIST, insertMany, within, type Context } from '../state/context';
import type { Versions } from '../state/versions';
import { externalTypes, PARTNER_GROUP_TYPE } from '../profiles/licenses';

interface Member { readonly id: string; readonly roleId: string | null; readonly external: boolean; readonly userType: string; }
interface GroupRow { readonly id: string; readonly type: string; readonly relatedId: string | null; readonly bosses: boolean; }

export class Principals {
  constructor(
    private readonly context: Context,
    private readonly versions: Versions,
    /** Called with the groups whose direct members changed. */
    private readonly changed: (groupIds: readonly string[]) => void
  ) {
    const { sql } = context.database;
    sql.run('CREATE TABLE IF NOT EXISTS _principal (user_id TEXT NOT NULL, group_id TEXT NOT NULL, direct INTEGER NOT NULL, PRIMARY KEY (user_id, group_id)) WITHOUT ROWID');
    sql.run('CREATE INDEX IF NOT EXISTS _principal_group ON _principal (group_id, direct)');
  }

  /** Brings the table up to date with the members. */
  refresh(): void {
    const { members, built } = this.versions.read();
    if (members !== built) within(this.context, () => this.rebuild());
  }

  private rebuild(): void {
    const { sql } = this.context.database;
    const before = this.fingerprints();
    const rows = new Hierarchy(this.context).principals();
    sql.run('DELETE FROM _principal');
    insertMany(this.context, '_principal', ['user_id', 'group_id', 'direct'], rows, true);
    this.versions.principalsBuilt();
    const after = this.fingerprints();
    const touched = [...new Set([...before.keys(), ...after.keys()])].filter((group) => before.get(group) !== after.get(group));
    if (touched.length > 0) this.changed(touched);
  }

  /** Direct members of each group in one text. */
  private fingerprints(): Map<string, string> {
    const rows = this.context.database.sql.all(`SELECT group_id AS id, group_concat(user_id) AS members FROM (SELECT * FROM _principal WHERE direct = 1 AND user_id <> group_id ORDER BY group_id, user_id) GROUP BY group_id`);
    return new Map(rows.map((row) => [String(row['id']), String(row['members'])]));
  }

  /** Ids of the users who are members of any of the groups. */
  membersOf(groupIds: readonly string[]): string[] {
    return this.context.database.sql.all(`SELECT DISTINCT user_id AS id FROM _principal WHERE direct = 1 AND group_id IN ${IN_LIST}`, [JSON.stringify(groupIds)]).map((row) => String(row['id']));
  }
}

class Hierarchy {
  private readonly members: readonly Member[];
  private readonly groups: readonly GroupRow[];
  private readonly parentRole = new Map<string, string | null>();
  /** Users in a role. */
  private readonly inRole = new Map<string, Member[]>();
  /** Groups by the role they stand for, and by nested group. */
  private readonly roleGroups = new Map<string, GroupRow[]>();
  private readonly containers = new Map<string, GroupRow[]>();

  constructor(context: Context) {
    const external = externalTypes();
    this.members = allRows(context, 'User').map((row) => ({ id: String(row['Id']), roleId: (row['UserRoleId'] as string | null) ?? null, external: external.has(String(row['UserType'])), userType: String(row['UserType']) }));
    this.groups = allRows(context, 'Group').map((row) => ({ id: String(row['Id']), type: String(row['Type']), relatedId: (row['RelatedId'] as string | null) ?? null, bosses: row['DoesIncludeBosses'] !== 0 }));
    for (const row of allRows(context, 'UserRole')) this.parentRole.set(String(row['Id']), (row['ParentRoleId'] as string | null) ?? null);
    for (const member of this.members) if (member.roleId) push(this.inRole, member.roleId, member);
    const byId = new Map(this.groups.map((group) => [group.id, group]));
    for (const group of this.groups) if (group.relatedId) push(this.roleGroups, group.relatedId, group);
    for (const row of allRows(context, 'GroupMember')) {
      const container = byId.get(String(row['GroupId']));
      if (container) push(this.containers, String(row['UserOrGroupId']), container);
    }
  }

  principals(): [string, string, number][] {
    const direct = new Map(this.members.map((member) => [member.id, this.direct(member)]));
    const rows: [string, string, number][] = [];
    for (const member of this.members) {
      const own = direct.get(member.id) as Map<string, boolean>;
      rows.push([member.id, member.id, 1]);
      for (const group of own.keys()) rows.push([member.id, group, 1]);
      const inherited = new Set<string>();
      for (const subordinate of this.subordinates(member)) {
        inherited.add(subordinate.id);
        for (const [group, bosses] of direct.get(subordinate.id) as Map<string, boolean>) if (bosses && !own.has(group)) inherited.add(group);
      }
      for (const group of inherited) rows.push([member.id, group, 0]);
    }
    return rows;
  }

  /** Users in the roles below. */
  private subordinates(member: Member): Member[] {
    if (!member.roleId) return [];
    const below = this.rolesBelow(member.roleId);
    return below.flatMap((role) => this.inRole.get(role) ?? []);
  }

  private readonly below = new Map<string, string[]>();
  private children: Map<string, string[]> | undefined;

  private rolesBelow(role: string): string[] {
    const known = this.below.get(role);
    if (known) return known;
    if (!this.children) {
      this.children = new Map();
      for (const [id, parent] of this.parentRole) if (parent) push(this.children, parent, id);
    }
    const found: string[] = [];
    const waiting = [...(this.children.get(role) ?? [])];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (found.includes(next) || next === role) continue;
      found.push(next);
      waiting.push(...(this.children.get(next) ?? []));
    }
    this.below.set(role, found);
    return found;
  }

  /** Groups that hold the user, to whether superiors share in them. */
  private direct(member: Member): Map<string, boolean> {
    const found = new Map<string, boolean>();
    const enter = (group: GroupRow): void => {
      if (found.has(group.id)) return;
      found.set(group.id, group.bosses);
      for (const container of this.containers.get(group.id) ?? []) enter(container);
    };
    for (const container of this.containers.get(member.id) ?? []) enter(container);
    for (const group of this.groups) if (isEveryone(group.type, member)) enter(group);
    const seen = new Set<string>();
    for (let role = member.roleId, own = true; role && !seen.has(role); role = this.parentRole.get(role) ?? null, own = false) {
      seen.add(role);
      for (const group of this.roleGroups.get(role) ?? []) if (stands(group.type, own, member)) enter(group);
    }
    return found;
  }
}

/** Whether the group of a role holds a user of that role (`own`) or of one below it. */
function stands(type: string, own: boolean, member: Member): boolean {
  if (type === 'Role') return own;
  if (type === 'RoleAndSubordinates') return true;
  return type === 'RoleAndSubordinatesInternal' && !member.external;
}

function isEveryone(type: string, member: Member): boolean {
  if (type === 'Organization') return !member.external;
  return type === PARTNER_GROUP_TYPE && member.userType === 'PowerPartner';
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

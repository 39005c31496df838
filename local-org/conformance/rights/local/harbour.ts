/** The world as a local org: its project deployed, its people, records and shares made. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Caller, ObjectModel, Row } from './floors';
import { createPlatform, type Platform } from '../../../server';
import type { FieldFacts, Party, RecordFacts, World } from '../model';
import { GRADE, REQUIRED } from '../world';
import { metadataFiles } from './xml';

export class Harbour {
  readonly platform: Platform;
  private readonly users = new Map<string, string>();
  private readonly accounts = new Map<string, string>();
  private readonly ids = new Map<string, string>();
  private readonly keys = new Map<string, string>();

  constructor(readonly world: World) {
    const projectDir = mkdtempSync(join(tmpdir(), 'harbour-'));
    try {
      const write = (path: string, text: string): void => {
        mkdirSync(dirname(join(projectDir, path)), { recursive: true });
        writeFileSync(join(projectDir, path), text);
      };
      write('sfdx-project.json', JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '67.0' }));
      for (const [path, text] of Object.entries(metadataFiles(world))) write(`force-app/main/default/${path}`, text);
      this.platform = createPlatform({ projectDir });
    } finally {
      rmSync(projectDir, { recursive: true, force: true });
    }
    this.platform.database.transaction(() => this.makePeople());
    this.platform.database.transaction(() => this.makeRecords());
  }

  get database(): Platform['database'] {
    return this.platform.database;
  }

  object(name: string): ObjectModel {
    const found = this.platform.org.object(name);
    if (!found) throw new Error(`The org has no ${name}`);
    return found;
  }

  userId(person: string): string {
    return found(this.users, person);
  }

  id(record: RecordFacts): string {
    return found(this.ids, record.key);
  }

  /** Key of the record with this id. */
  keyOf(id: string): string | undefined {
    return this.keys.get(id);
  }

  /** What a field of a record holds. */
  valueOf(key: string, field: FieldFacts): unknown {
    const record = this.world.records.find((each) => each.key === key) as RecordFacts;
    if (field.kind === 'formula') return `of ${key}`;
    if (field.kind === 'master') return found(this.ids, record.master ?? '');
    return field.name === GRADE ? record.grade : key;
  }

  token(person: string): string {
    return this.platform.database.transaction(() => this.platform.security.createSession(this.userId(person)));
  }

  close(): void {
    this.platform.database.close();
  }

  private get setUp(): Caller {
    return { userId: this.platform.security.adminUserId, mode: 'system', sharing: false };
  }

  private insert(object: string, rows: readonly Row[]): string[] {
    // Written as through the API, so that only what a platform accepts is made.
    const results = this.database.dml('insert', this.object(object), rows, this.setUp, { allOrNone: false, origin: { kind: 'api' } });
    return results.map((each, index) => {
      if (!each.success || !each.id) throw new Error(`${object} ${JSON.stringify(rows[index])}: ${each.errors.map((error) => `${error.code} ${error.message}`).join('; ')}`);
      return each.id;
    });
  }

  private one(object: string, field: string, value: string): string {
    const row = this.database.query(`SELECT Id FROM ${object} WHERE ${field} = :value`, this.setUp, { binds: { value } }).rows[0];
    if (!row) throw new Error(`There is no ${object} with ${field} ${value}`);
    return String(row.values['Id']);
  }

  private makePeople(): void {
    const people = Object.entries(this.world.people);
    for (const [name] of people.filter(([, each]) => !each.account)) this.makePerson(name, {});
    for (const [account, owner] of Object.entries(this.world.accounts)) {
      const [accountId] = this.insert('Account', [{ Name: account, OwnerId: this.userId(owner) }]) as [string];
      this.accounts.set(account, accountId);
      for (const [name] of people.filter(([, each]) => each.account === account)) {
        const [contactId] = this.insert('Contact', [{ LastName: name, AccountId: accountId, OwnerId: this.userId(owner) }]) as [string];
        this.makePerson(name, { ContactId: contactId });
      }
    }
    for (const [name, group] of Object.entries(this.world.groups)) {
      const groupId = this.one('Group', 'DeveloperName', name);
      this.insert('GroupMember', group.members.map((member) => ({ GroupId: groupId, UserOrGroupId: this.partyId(member) })));
    }
    for (const [name, queue] of Object.entries(this.world.queues)) {
      const groupId = this.one('Group', 'DeveloperName', name);
      this.insert('GroupMember', queue.members.map((member) => ({ GroupId: groupId, UserOrGroupId: this.userId(member) })));
    }
  }

  private makePerson(name: string, more: Row): void {
    const { profile, role, sets, groups } = this.world.people[name] as World['people'][string];
    const [userId] = this.insert('User', [{
      Username: `${name.toLowerCase()}@harbour.example`, LastName: name, Email: `${name}@harbour.example`, Alias: name.slice(0, 8), CommunityNickname: name, TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US', LanguageLocaleKey: 'en_US', EmailEncodingKey: 'UTF-8',
      ProfileId: this.one('Profile', 'Name', profile), ...(role ? { UserRoleId: this.one('UserRole', 'DeveloperName', role) } : {}), ...more,
    }]) as [string];
    this.users.set(name, userId);
    this.insert('PermissionSetAssignment', sets.map((set) => ({ AssigneeId: userId, PermissionSetId: this.one('PermissionSet', 'Name', set) })));
    this.insert('PermissionSetAssignment', groups.map((group) => ({ AssigneeId: userId, PermissionSetGroupId: this.one('PermissionSetGroup', 'DeveloperName', group) })));
  }

  /** Id of the user or group that a party is. */
  private partyId(party: Party): string {
    if ('user' in party) return this.userId(party.user);
    if ('group' in party) return this.one('Group', 'DeveloperName', party.group);
    if ('role' in party) return this.roleGroup(this.one('UserRole', 'DeveloperName', party.role), 'Role');
    if ('roleAndBelow' in party) return this.roleGroup(this.one('UserRole', 'DeveloperName', party.roleAndBelow), 'RoleAndSubordinates');
    if ('partnerRole' in party) return this.roleGroup(this.one('UserRole', 'PortalAccountId', found(this.accounts, party.partnerRole)), 'RoleAndSubordinates');
    throw new Error(`Nothing is shared by row with ${JSON.stringify(party)}`);
  }

  private roleGroup(roleId: string, type: string): string {
    const row = this.database.query('SELECT Id FROM Group WHERE RelatedId = :roleId AND Type = :type', this.setUp, { binds: { roleId, type } }).rows[0];
    if (!row) throw new Error(`The role ${roleId} has no group ${type}`);
    return String(row.values['Id']);
  }

  private makeRecords(): void {
    for (const object of this.world.objects) {
      const records = this.world.records.filter((each) => each.object === object.name);
      const ids = this.insert(object.name, records.map((record) => this.rowOf(record)));
      records.forEach((record, index) => {
        this.ids.set(record.key, ids[index] as string);
        this.keys.set(ids[index] as string, record.key);
      });
      const shares = records.flatMap((record) => record.shares.map((share) => ({ ParentId: this.id(record), UserOrGroupId: this.partyId(share.to), AccessLevel: share.level, RowCause: share.by === 'apex' ? 'Harbour__c' : 'Manual' })));
      if (shares.length > 0) this.insert(object.name.replace('__c', '__Share'), shares);
    }
  }

  private rowOf(record: RecordFacts): Row {
    const { master } = this.world.objects.find((each) => each.name === record.object) ?? {};
    const owner = record.owner ? this.userId(record.owner) : record.queue ? this.one('Group', 'DeveloperName', record.queue) : undefined;
    return {
      Name: record.key, [REQUIRED]: record.key, [GRADE]: record.grade, Open__c: record.key, Fixed__c: record.key, Secret__c: record.key,
      ...(owner ? { OwnerId: owner } : {}), ...(master ? { [master.field]: found(this.ids, record.master ?? '') } : {}),
    };
  }
}

function found(map: ReadonlyMap<string, string>, key: string): string {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The harbour has no ${key}`);
  return value;
}

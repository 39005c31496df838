import { DEPOT, project, TestOrg } from './org';

describe('who sees which record', () => {
  let org: TestOrg;
  let lead: string;
  let clerk: string;
  let stranger: string;
  const shipment = (ownerId: string, more = {}): string => org.insert('Shipment__c', { OwnerId: ownerId, ...more })[0] as string;

  beforeEach(() => {
    org = new TestOrg(DEPOT);
    lead = org.person('Lead', 'Standard User', { UserRoleId: org.role('Depot_Lead') });
    clerk = org.person('Clerk', 'Standard User', { UserRoleId: org.role('Depot_Clerk') });
    stranger = org.person('Stranger');
    for (const user of [lead, clerk, stranger]) org.assign(user, 'Depot_User');
  });

  test('the owner and superiors have it, others do not', () => {
    // GIVEN a private record of the clerk WHEN each asks THEN owner and superior may do all that their object rights allow
    const id = shipment(clerk);
    expect(org.access(clerk, 'Shipment__c', id)).toBe('read edit transfer');
    expect(org.access(lead, 'Shipment__c', id)).toBe('read edit transfer');
    expect(org.access(stranger, 'Shipment__c', id)).toBe('');
    expect(org.seen(stranger, 'Shipment__c')).toEqual([]);
    expect(org.seen(lead, 'Shipment__c')).toEqual([id]);
  });

  test('a superior\'s own records are not shown to those below', () => {
    const id = shipment(lead);
    expect(org.access(clerk, 'Shipment__c', id)).toBe('');
  });

  test('a role given later opens what is below it', () => {
    // GIVEN someone without a role WHEN the role is given THEN the records below become visible
    const id = shipment(clerk);
    org.update('User', { Id: stranger, UserRoleId: org.role('Depot_Lead') });
    expect(org.seen(stranger, 'Shipment__c')).toEqual([id]);
  });

  test('an owner rule shares with a group\'s members, and follows membership', () => {
    const id = shipment(clerk);
    const group = org.one("SELECT Id FROM Group WHERE DeveloperName = 'Depot_Floor'");
    const [member] = org.insert('GroupMember', { GroupId: group, UserOrGroupId: stranger }) as [string];
    expect(org.access(stranger, 'Shipment__c', id)).toBe('read edit');
    // WHEN the owner leaves the source role THEN the rule no longer fits
    org.update('User', { Id: clerk, UserRoleId: null });
    expect(org.access(stranger, 'Shipment__c', id)).toBe('');
    org.update('User', { Id: clerk, UserRoleId: org.role('Depot_Clerk') });
    expect(org.access(stranger, 'Shipment__c', id)).toBe('read edit');
    org.database.dml('delete', org.object('GroupMember'), [{ Id: member }], { userId: org.security.adminUserId, mode: 'system', sharing: false }, { allOrNone: true, origin: { kind: 'api' } });
    expect(org.access(stranger, 'Shipment__c', id)).toBe('');
  });

  test('a criteria rule follows the field it reads', () => {
    const id = shipment(lead);
    org.insert('GroupMember', { GroupId: org.one("SELECT Id FROM Group WHERE DeveloperName = 'Depot_Floor'"), UserOrGroupId: stranger });
    expect(org.access(stranger, 'Shipment__c', id)).toBe('');
    org.update('Shipment__c', { Id: id, Status__c: 'Lost' });
    expect(org.access(stranger, 'Shipment__c', id)).toBe('read');
    org.update('Shipment__c', { Id: id, Status__c: null });
    expect(org.access(stranger, 'Shipment__c', id)).toBe('');
  });

  test('a queue\'s members own what the queue owns', () => {
    const queue = org.one("SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = 'Depot_Queue'");
    const id = shipment(queue);
    expect(org.access(stranger, 'Shipment__c', id)).toBe('');
    org.insert('GroupMember', { GroupId: queue, UserOrGroupId: stranger });
    expect(org.access(stranger, 'Shipment__c', id)).toBe('read edit transfer');
  });

  test('a manual share ends when the record changes hands', () => {
    const id = shipment(clerk);
    org.insert('Shipment__Share', { ParentId: id, UserOrGroupId: stranger, AccessLevel: 'Edit', RowCause: 'Manual' });
    expect(org.access(stranger, 'Shipment__c', id)).toBe('read edit');
    org.update('Shipment__c', { Id: id, OwnerId: lead });
    expect(org.access(stranger, 'Shipment__c', id)).toBe('');
    expect(org.access(clerk, 'Shipment__c', id)).toBe('');
  });

  test('details follow their master', () => {
    const id = shipment(clerk);
    const [parcel] = org.insert('Parcel__c', { Shipment__c: id, Weight__c: 1 }) as [string];
    expect(org.seen(clerk, 'Parcel__c')).toEqual([parcel]);
    expect(org.seen(stranger, 'Parcel__c')).toEqual([]);
    org.insert('Shipment__Share', { ParentId: id, UserOrGroupId: stranger, AccessLevel: 'Read', RowCause: 'Manual' });
    expect(org.access(stranger, 'Parcel__c', parcel)).toBe('read');
  });

  test('who reads an opportunity reads its account, and not the reverse', () => {
    const [account] = org.insert('Account', { Name: 'Harbour', OwnerId: lead }) as [string];
    org.insert('Opportunity', { Name: 'Crane', AccountId: account, OwnerId: stranger, StageName: 'Prospecting', CloseDate: '2026-02-01' });
    expect(org.access(stranger, 'Account', account)).toBe('read');
    expect(org.access(clerk, 'Account', account)).toBe('');
  });

  test('a foreign id answers as one that never was', () => {
    const id = shipment(clerk);
    const caller = { userId: stranger, mode: 'user' as const, sharing: true };
    const ask = (wanted: string) => org.database.query('SELECT Id FROM Shipment__c WHERE Id = :id', caller, { binds: { id: wanted } }).size;
    expect(ask(id)).toBe(0);
    const write = (wanted: string) => org.database.dml('update', org.object('Shipment__c'), [{ Id: wanted, Status__c: 'Lost' }], caller, { allOrNone: true, origin: { kind: 'api' } })[0]?.errors;
    const never = org.database.nextId(org.object('Shipment__c'));
    expect(write(id)).toEqual(write(never));
  });

  test('a rolled back member leaves no trace in what was computed', () => {
    const id = shipment(clerk);
    const group = org.one("SELECT Id FROM Group WHERE DeveloperName = 'Depot_Floor'");
    expect(() =>
      org.database.transaction(() => {
        org.insert('GroupMember', { GroupId: group, UserOrGroupId: stranger });
        expect(org.access(stranger, 'Shipment__c', id)).toBe('read edit');
        throw new Error('undo');
      })
    ).toThrow('undo');
    expect(org.access(stranger, 'Shipment__c', id)).toBe('');
  });
});

describe('who may own a record', () => {
  test('a queue of the object, an active user, one who can read it', () => {
    const org = new TestOrg(DEPOT);
    const [queue] = org.insert('Group', { Name: 'Other Queue', Type: 'Queue' }) as [string];
    expect(() => org.insert('Shipment__c', { OwnerId: queue })).toThrow('INVALID_OPERATION: Queue not associated with this SObject type');
    org.insert('QueueSobject', { QueueId: queue, SobjectType: 'Shipment__c' });
    const [id] = org.insert('Shipment__c', { OwnerId: queue }) as [string];
    const user = org.person('Blind');
    expect(() => org.update('Shipment__c', { Id: id, OwnerId: user })).toThrow('TRANSFER_REQUIRES_READ');
    org.assign(user, 'Depot_Reader');
    org.update('Shipment__c', { Id: id, OwnerId: user });
    const gone = org.person('Gone');
    org.update('User', { Id: gone, IsActive: false });
    expect(() => org.insert('Shipment__c', { OwnerId: gone })).toThrow('INACTIVE_OWNER_OR_USER');
  });

  test('shares of an Apex reason outlive a change of owner', () => {
    const org = new TestOrg(project({
      'objects/Crate__c/sharingReasons/Packing__c.sharingReason-meta.xml': '<SharingReason><fullName>Packing__c</fullName><label>Packing</label></SharingReason>',
      'permissionsets/Packer.permissionset-meta.xml': '<PermissionSet><label>Packer</label><objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Crate__c</object><viewAllRecords>false</viewAllRecords></objectPermissions></PermissionSet>',
    }));
    const [one, two, three] = ['One', 'Two', 'Three'].map((name) => org.person(name)) as [string, string, string];
    for (const user of [one, two, three]) org.assign(user, 'Packer');
    const [id] = org.insert('Crate__c', { Name: 'C', Code__c: 'c', OwnerId: one }) as [string];
    org.insert('Crate__Share', { ParentId: id, UserOrGroupId: three, AccessLevel: 'Read', RowCause: 'Packing__c' });
    org.update('Crate__c', { Id: id, OwnerId: two });
    expect(org.access(three, 'Crate__c', id)).toBe('read');
    expect(org.access(two, 'Crate__c', id)).toBe('read');
    expect(org.access(one, 'Crate__c', id)).toBe('');
  });
});

describe('what may be shared', () => {
  const share = (org: TestOrg, userId: string, row: Record<string, string>, mode: 'user' | 'system' = 'user'): string => {
    const [result] = org.database.transaction(() => org.database.dml('insert', org.object('Crate__Share'), [row], { userId, mode, sharing: mode === 'user' }, { allOrNone: false, origin: { kind: 'apex' } }));
    return result?.success ? 'shared' : String(result?.errors[0]?.code);
  };
  const set = '<PermissionSet><label>Packer</label><objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><object>Crate__c</object></objectPermissions></PermissionSet>';
  const crates = (model: string, outside = model): string => `<CustomObject><deploymentStatus>Deployed</deploymentStatus><externalSharingModel>${outside}</externalSharingModel><label>Crate</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Crates</pluralLabel><sharingModel>${model}</sharingModel></CustomObject>`;
  const harbour = (model: string, outside = model): { org: TestOrg; owner: string; friend: string; id: string } => {
    const org = new TestOrg(project({
      'objects/Crate__c/Crate__c.object-meta.xml': crates(model, outside),
      'objects/Crate__c/sharingReasons/Packing__c.sharingReason-meta.xml': '<SharingReason><fullName>Packing__c</fullName><label>Packing</label></SharingReason>',
      'permissionsets/Packer.permissionset-meta.xml': set,
    }));
    const [owner, friend] = ['Owner', 'Friend'].map((name) => org.person(name)) as [string, string];
    for (const user of [owner, friend]) org.assign(user, 'Packer');
    return { org, owner, friend, id: org.insert('Crate__c', { Name: 'C', Code__c: 'c', OwnerId: owner })[0] as string };
  };

  test('a share with a reason is written by Apex without sharing, or with Modify All Data', () => {
    // GIVEN a record and its owner WHEN the owner shares it THEN by hand it is shared, and with a reason it is not
    // https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_bulk_sharing_understanding.htm, Apex Managed Sharing
    const { org, owner, friend, id } = harbour('Private');
    const row = { ParentId: id, UserOrGroupId: friend, AccessLevel: 'Edit' };
    expect(share(org, owner, { ...row, RowCause: 'Packing__c' })).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    expect(share(org, owner, { ...row, RowCause: 'Manual' })).toBe('shared');
    expect(share(org, owner, { ...row, RowCause: 'Packing__c' }, 'system')).toBe('shared');
    expect(share(org, org.security.adminUserId, { ...row, UserOrGroupId: org.person('Third'), RowCause: 'Packing__c' })).toBe('shared');
  });

  test('a share with a reason is not taken back by the owner', () => {
    const { org, owner, friend, id } = harbour('Private');
    const [shareId] = org.insert('Crate__Share', { ParentId: id, UserOrGroupId: friend, AccessLevel: 'Edit', RowCause: 'Packing__c' }) as [string];
    const remove = (userId: string): boolean | undefined => org.database.transaction(() => org.database.dml('delete', org.object('Crate__Share'), [{ Id: shareId }], { userId, mode: 'user', sharing: true }, { allOrNone: false, origin: { kind: 'apex' } }))[0]?.success;
    expect(remove(owner)).toBe(false);
    expect(remove(org.security.adminUserId)).toBe(true);
  });

  test.each([
    ['Read', 'Read', 'Read', 'FIELD_FILTER_VALIDATION_EXCEPTION'], ['Read', 'Read', 'Edit', 'shared'], ['Read', 'Private', 'Read', 'shared'], ['ReadWrite', 'Read', 'Read', 'FIELD_FILTER_VALIDATION_EXCEPTION'], ['ReadWrite', 'Read', 'Edit', 'shared'],
  ])('a share gives more than the default: %s inside, %s outside, shared to %s', (inside, outside, level, outcome) => {
    // https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_bulk_sharing_creating_with_apex.htm, AccessLevel
    const { org, owner, friend, id } = harbour(inside, outside);
    expect(share(org, owner, { ParentId: id, UserOrGroupId: friend, AccessLevel: level, RowCause: 'Manual' })).toBe(outcome);
  });
});

import { DEPOT, TestOrg } from './org';

describe('users of partner accounts', () => {
  let org: TestOrg;
  let owner: string;
  beforeEach(() => {
    org = new TestOrg(DEPOT);
    owner = org.person('Owner', 'Standard User', { UserRoleId: org.role('Depot_Lead') });
    org.assign(owner, 'Depot_User');
  });

  test('the first one makes a role under the account owner\'s', () => {
    const { accountId, userId } = org.partner('North', owner);
    const [row] = org.database.sql.all('SELECT r.*, u."UserType" AS type, u."AccountId" AS account FROM "User" u JOIN "UserRole" r ON r."Id" = u."UserRoleId" WHERE u."Id" = ?', [userId]);
    expect(row).toMatchObject({ Name: 'North Partner User', PortalType: 'Partner', PortalAccountId: accountId, ParentRoleId: org.role('Depot_Lead'), type: 'PowerPartner', account: accountId });
    expect(org.security.user(userId)).toMatchObject({ userType: 'PowerPartner', accountId });
    const types = org.database.sql.all('SELECT "Type" AS type FROM "Group" WHERE "RelatedId" = ? ORDER BY 1', [String(row?.['Id'])]).map((each) => each['type']);
    expect(types).toEqual(['Role', 'RoleAndSubordinates']);
  });

  test('are refused while the account\'s owner has no role', () => {
    const homeless = org.person('Homeless');
    expect(() => org.partner('South', homeless)).toThrow('portal account owner must have a role');
  });

  test('see their own records and account; the owner of the account sees theirs; the neighbour sees nothing', () => {
    const north = org.partner('North', owner);
    const south = org.partner('South', owner);
    for (const each of [north, south]) org.assign(each.userId, 'Depot_User');
    const [id] = org.insert('Shipment__c', { OwnerId: north.userId }) as [string];
    expect(org.seen(north.userId, 'Shipment__c')).toEqual([id]);
    expect(org.seen(south.userId, 'Shipment__c')).toEqual([]);
    expect(org.seen(owner, 'Shipment__c')).toEqual([id]);
    expect(org.seen(north.userId, 'Account')).toEqual([north.accountId]);
    expect(org.seen(north.userId, 'Contact')).toEqual([north.contactId]);
    expect(org.seen(north.userId, 'User')).toEqual([north.userId]);
  });

  test('leads are open inside and private outside', () => {
    const north = org.partner('North', owner);
    const south = org.partner('South', owner);
    const [id] = org.insert('Lead', { LastName: 'Brook', Company: 'Mill', OwnerId: north.userId }) as [string];
    const colleague = org.person('Colleague');
    expect(org.access(colleague, 'Lead', id)).toBe('read edit transfer');
    expect(org.access(north.userId, 'Lead', id)).toBe('read edit transfer');
    expect(org.access(south.userId, 'Lead', id)).toBe('');
  });

  test('a share with the account\'s role group reaches them, and their side only', () => {
    const north = org.partner('North', owner);
    const south = org.partner('South', owner);
    for (const each of [north, south]) org.assign(each.userId, 'Depot_User');
    const [id] = org.insert('Shipment__c', { OwnerId: owner }) as [string];
    const group = org.one(`SELECT Id FROM Group WHERE Type = 'RoleAndSubordinates' AND RelatedId = '${org.security.user(north.userId).roleId}'`);
    org.insert('Shipment__Share', { ParentId: id, UserOrGroupId: group, AccessLevel: 'Read', RowCause: 'Manual' });
    expect(org.access(north.userId, 'Shipment__c', id)).toBe('read');
    expect(org.access(south.userId, 'Shipment__c', id)).toBe('');
  });

  test('what all partner users share is seen by who stands above them', () => {
    // GIVEN a record shared with all partner users WHEN the owner of a partner account and a colleague without role ask THEN the owner has it: only public groups leave out who is above
    const north = org.partner('North', owner);
    const above = org.person('Above', 'Standard User', { UserRoleId: org.role('Depot_Lead') });
    const stranger = org.person('Stranger');
    for (const user of [north.userId, above, stranger]) org.assign(user, 'Depot_User');
    const [id] = org.insert('Shipment__c', { OwnerId: org.person('Third') }) as [string];
    const group = org.one("SELECT Id FROM Group WHERE DeveloperName = 'AllPartnerUsers'");
    org.insert('Shipment__Share', { ParentId: id, UserOrGroupId: group, AccessLevel: 'Read', RowCause: 'Manual' });
    expect(org.access(north.userId, 'Shipment__c', id)).toBe('read');
    expect(org.access(above, 'Shipment__c', id)).toBe('read');
    expect(org.access(stranger, 'Shipment__c', id)).toBe('');
  });

  test('one of twenty lists own leads with as many statements whatever their number', () => {
    // GIVEN leads spread over partners WHEN one user lists their own, with few and with many in the org THEN the org asks its data as often
    const users = Array.from({ length: 20 }, (_, index) => org.partner(`Partner${index}`, owner).userId);
    const more = (count: number): unknown => org.insert('Lead', ...Array.from({ length: count }, (_, index) => ({ LastName: `L${index}`, Company: 'Mill', OwnerId: users[index % users.length] as string })));
    const listed = (): { own: number; statements: number } => {
      const before = org.database.statistics.statements;
      const own = org.seen(users[0] as string, 'Lead').length;
      return { own, statements: org.database.statistics.statements - before };
    };
    more(40);
    // What is known of the user is read once.
    listed();
    const few = listed();
    more(1000);
    const many = listed();
    expect([few.own, many.own]).toEqual([2, 52]);
    expect(many.statements).toBe(few.statements);
  }, 60000);
});

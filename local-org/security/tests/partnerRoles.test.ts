/**
 * Roles of partner accounts by the shape of the org.
 * https://help.salesforce.com/s/articleView?id=platform.networks_partners_optimize_roles.htm
 */
import { shapeNamed } from '../../schema';
import { DEPOT, TestOrg } from './org';

interface Role { readonly name: string; readonly level: string; readonly account: string | null; readonly above: string; }

function open(shape: string): { org: TestOrg; owner: string; roleOf(userId: string): Role; second(accountId: string, more?: Record<string, string>): string } {
  const org = new TestOrg(DEPOT, shapeNamed(shape));
  const owner = org.person('Owner', 'Standard User', { UserRoleId: org.role('Depot_Lead') });
  return {
    org, owner,
    roleOf: (userId) => org.database.sql.all('SELECT r."Name" AS name, r."PortalRole" AS level, r."PortalAccountId" AS account, a."Name" AS above FROM "User" u JOIN "UserRole" r ON r."Id" = u."UserRoleId" JOIN "UserRole" a ON a."Id" = r."ParentRoleId" WHERE u."Id" = ?', [userId])[0] as unknown as Role,
    second: (accountId, more = {}) => org.person('Second', 'Partner Community User', { ContactId: org.insert('Contact', { LastName: 'Second', AccountId: accountId })[0] as string, ...more }),
  };
}

test('GIVEN three partner roles WHEN users are enabled THEN each has the level asked for, the lowest else, in a chain under the owner', () => {
  const { org, owner, roleOf, second } = open('three-partner-roles');
  const { accountId, userId } = org.partner('North', owner);
  expect(roleOf(userId)).toEqual({ name: 'North Partner User', level: 'Worker', account: accountId, above: 'North Partner Manager' });
  const executive = second(accountId, { PortalRole: 'Executive' });
  expect(roleOf(executive)).toEqual({ name: 'North Partner Executive', level: 'Executive', account: accountId, above: 'Depot Lead' });
  expect(org.database.sql.all('SELECT 1 FROM "UserRole" WHERE "PortalAccountId" = ?', [accountId])).toHaveLength(3);
});

test('GIVEN one partner role WHEN a user is to be manager THEN it is refused by name', () => {
  const { org, owner, second } = open('base');
  const { accountId } = org.partner('North', owner);
  expect(() => second(accountId, { PortalRole: 'Manager' })).toThrow('the account role Manager: accounts have User');
});

test('GIVEN account role optimization WHEN accounts of one owner have a user each THEN the two share a person role of no account', () => {
  const { org, owner, roleOf } = open('account-role-optimization');
  const north = org.partner('North', owner);
  const south = org.partner('South', owner);
  expect(roleOf(north.userId)).toMatchObject({ level: 'PersonAccount', account: null, above: 'Depot Lead' });
  expect(roleOf(south.userId)).toEqual(roleOf(north.userId));
});

test.each([['account-role-optimization', 1], ['optimized-three-roles', 3]] as const)('GIVEN %s WHEN a second user comes THEN both have the lowest role of the account, one of %s', (shape, roles) => {
  const { org, owner, roleOf, second } = open(shape);
  const { accountId, userId } = org.partner('North', owner);
  const other = second(accountId);
  for (const each of [userId, other]) expect(roleOf(each)).toMatchObject({ name: 'North Partner User', level: 'Worker', account: accountId });
  expect(org.database.sql.all('SELECT 1 FROM "UserRole" WHERE "PortalAccountId" = ?', [accountId])).toHaveLength(roles);
});

test.each(['base', 'three-partner-roles', 'account-role-optimization'])('GIVEN %s WHEN the account goes to another owner THEN its roles hang under that owner’s role', (shape) => {
  const { org, owner, roleOf } = open(shape);
  const { accountId, userId } = org.partner('North', owner);
  const clerk = org.person('Clerk', 'Standard User', { UserRoleId: org.role('Depot_Clerk') });
  org.update('Account', { Id: accountId, OwnerId: clerk });
  let above = roleOf(userId).above;
  if (shape === 'three-partner-roles') above = String(org.database.sql.all('SELECT p."Name" AS name FROM "UserRole" r JOIN "UserRole" p ON p."Id" = r."ParentRoleId" WHERE r."PortalAccountId" = ? AND r."PortalRole" = ?', [accountId, 'Executive'])[0]?.['name']);
  expect(above).toBe('Depot Clerk');
});

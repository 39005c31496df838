/**
 * Orgs in which digital experiences are off: nobody outside can be a user, and the fields of portals are not there. Inserting a
 * portal user asks that its portal is enabled (https://salesforce.stackexchange.com/questions/118941/apex-test-data-portal-users,
 * with the sentence); the code is PORTAL_NO_ACCESS, "Access to the specified portal is not available"
 * (https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm).
 */
import { shapeNamed } from '../../schema';
import { DEPOT, TestOrg } from './org';

describe('GIVEN digital experiences are off', () => {
  let org: TestOrg;
  let owner: string;
  let accountId: string;
  let contactId: string;
  beforeEach(() => {
    org = new TestOrg(DEPOT, shapeNamed('no-experience-cloud'));
    owner = org.person('Owner', 'Standard User', { UserRoleId: org.role('Depot_Lead') });
    [accountId] = org.insert('Account', { Name: 'North', OwnerId: owner }) as [string];
    [contactId] = org.insert('Contact', { LastName: 'North', AccountId: accountId, OwnerId: owner }) as [string];
  });

  const count = (table: string): number => org.database.sql.all(`SELECT 1 FROM "${table}"`).length;

  test.each(['Partner Community User', 'Customer Community Plus User'])('WHEN a user of the profile %s comes THEN it is refused by name and nothing is left', (profile) => {
    const before = [count('User'), count('UserRole'), count('Group')];
    expect(() => org.person('Outside', profile, { ContactId: contactId })).toThrow('PORTAL_NO_ACCESS: no access to portal');
    expect([count('User'), count('UserRole'), count('Group')]).toEqual(before);
  });

  test('WHEN such a user comes without contact THEN the portal is what is missing', () => {
    expect(() => org.person('Outside', 'Partner Community User')).toThrow('PORTAL_NO_ACCESS: no access to portal');
  });

  test('WHEN an employee comes with a contact THEN the licence refuses it as everywhere', () => {
    expect(() => org.person('Inside', 'Standard User', { ContactId: contactId })).toThrow('FIELD_INTEGRITY_EXCEPTION: Only users with a portal license can have a contact.');
  });

  test('WHEN an account goes to another owner THEN it does, for it has no roles to move', () => {
    const clerk = org.person('Clerk', 'Standard User', { UserRoleId: org.role('Depot_Clerk') });
    org.update('Account', { Id: accountId, OwnerId: clerk });
    expect(org.database.sql.all('SELECT "OwnerId" AS owner FROM "Account" WHERE "Id" = ?', [accountId])).toEqual([{ owner: clerk }]);
  });
});

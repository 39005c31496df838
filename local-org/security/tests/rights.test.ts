import type { FieldModel } from '../../schema';
import { DEPOT, project, TestOrg } from './org';

const set = (body: string): string => project({ 'permissionsets/Packer.permissionset-meta.xml': `<PermissionSet>${body}<label>Packer</label></PermissionSet>` });
const crate = (flags: Record<string, boolean>): string => {
  const all: Record<string, boolean> = { allowCreate: false, allowDelete: false, allowEdit: false, allowRead: false, modifyAllRecords: false, viewAllRecords: false, ...flags };
  return `<objectPermissions>${Object.entries(all).map(([name, value]) => `<${name}>${value}</${name}>`).join('')}<object>Crate__c</object></objectPermissions>`;
};
const field = (name: string, readable: boolean, editable: boolean): string => `<fieldPermissions><editable>${editable}</editable><field>${name}</field><readable>${readable}</readable></fieldPermissions>`;

describe('what a deployment refuses', () => {
  test.each([
    ['edit without read', crate({ allowEdit: true }), 'Permission Edit Crate__c depends on permission(s): Read Crate__c'],
    ['delete without edit', crate({ allowRead: true, allowDelete: true }), 'Permission Delete Crate__c depends on permission(s): Edit Crate__c'],
    ['view all without read', crate({ viewAllRecords: true }), 'Permission View All Crate__c depends on permission(s): Read Crate__c'],
    ['a required field', field('Crate__c.Code__c', true, true), 'You cannot deploy to a required field: Crate__c.Code__c'],
    ['a master-detail field', field('Bottle__c.Crate__c', true, true), 'You cannot deploy to a required field: Bottle__c.Crate__c'],
    ['a field that is not there', field('Crate__c.Gone__c', true, true), 'In field: field - no CustomField named Crate__c.Gone__c found'],
    ['an edit right on a field without its read right', field('Crate__c.Grade__c', false, true), 'depends on permission(s): Read Crate__c.Grade__c'],
    ['a class that is not there', '<classAccesses><apexClass>Gone</apexClass><enabled>true</enabled></classAccesses>', 'In field: apexClass - no ApexClass named Gone found'],
    ['a system permission it does not know', '<userPermissions><enabled>true</enabled><name>FlyToTheMoon</name></userPermissions>', 'the user permission FlyToTheMoon'],
    ['what it does not model', '<flowAccesses><enabled>true</enabled><flow>F</flow></flowAccesses>', 'does not model flow access'],
    ['a flag that is neither true nor false', crate({ allowRead: true }).replace('<allowRead>true', '<allowRead>yes'), "'yes' is not a valid value"],
    ['a detail without its master', crate({ allowRead: true }).replace('Crate__c', 'Bottle__c'), 'Permission Read Bottle__c depends on permission(s): Read Crate__c'],
  ])('%s', (_, body, message) => {
    expect(() => new TestOrg(set(body))).toThrow(message);
  });

  test('the error names file and line', () => {
    expect(() => new TestOrg(set(crate({ allowEdit: true })))).toThrow(/Packer\.permissionset-meta\.xml:2:\d+ /);
  });
});

describe('what a user may do', () => {
  test('profile, sets and groups add up; a set lists what it grants', () => {
    const org = new TestOrg(DEPOT);
    const user = org.person('Packer');
    const shipment = org.object('Shipment__c');
    const status = shipment.field('Status__c') as FieldModel;
    expect(org.security.objectRights(user, shipment).read).toBe(false);
    org.assign(user, 'Depot_Reader');
    expect(org.security.objectRights(user, shipment)).toMatchObject({ read: true, edit: false });
    expect(org.security.fieldRights(user, status)).toEqual({ read: true, edit: false });
    org.assign(user, 'Depot_User');
    expect(org.security.objectRights(user, shipment)).toMatchObject({ read: true, create: true, edit: true, delete: false });
    expect(org.security.fieldRights(user, status)).toEqual({ read: true, edit: true });
    expect(org.security.hasCustomPermission(user, 'deliver_shipments')).toBe(true);
    expect(org.security.canRunClass(user, 'ShipmentService')).toBe(true);
    expect(org.security.canRunClass(user, 'ShipmentHandler')).toBe(false);
    expect(org.security.canSeeTab(user, 'Shipment__c')).toBe(true);
    expect(org.security.canSeeApp(user, 'Depot')).toBe(true);
  });

  test('a group gives what its sets give', () => {
    const org = new TestOrg(DEPOT);
    const user = org.person('Packer');
    org.insert('PermissionSetAssignment', { AssigneeId: user, PermissionSetGroupId: org.one("SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Depot_Team'") });
    expect(org.security.objectRights(user, org.object('Shipment__c'))).toMatchObject({ create: true, edit: true });
  });

  test('the administrator reaches every object, and a new custom field only when it is granted', () => {
    const org = new TestOrg(DEPOT);
    const admin = org.security.adminUserId;
    expect(org.security.objectRights(admin, org.object('Shipment__c'))).toEqual({ create: true, read: true, edit: true, delete: true, viewAll: true, modifyAll: true });
    const status = org.object('Shipment__c').field('Status__c') as FieldModel;
    expect(org.security.canReadField(admin, status)).toBe(false);
    expect(org.security.canEditField(admin, org.object('Lead').field('Website') as FieldModel)).toBe(true);
    org.assign(admin, 'Depot_User');
    expect(org.security.canReadField(admin, status)).toBe(true);
  });

  test('muting takes a right and what hangs on it', () => {
    const org = new TestOrg(project({
      'permissionsets/Packer.permissionset-meta.xml': `<PermissionSet>${field('Crate__c.Grade__c', true, true)}<label>Packer</label>${crate({ allowRead: true, allowEdit: true, allowDelete: true })}</PermissionSet>`,
      'mutingpermissionsets/Quiet.mutingpermissionset-meta.xml': `<MutingPermissionSet>${field('Crate__c.Grade__c', false, true)}<label>Quiet</label>${crate({ allowEdit: true })}</MutingPermissionSet>`,
      'permissionsetgroups/Team.permissionsetgroup-meta.xml': '<PermissionSetGroup><label>Team</label><mutingPermissionSets>Quiet</mutingPermissionSets><permissionSets>Packer</permissionSets></PermissionSetGroup>',
    }));
    const user = org.person('Packer');
    org.assign(user, 'Team');
    expect(org.security.objectRights(user, org.object('Crate__c'))).toMatchObject({ read: true, edit: false, delete: false });
    expect(org.security.fieldRights(user, org.object('Crate__c').field('Grade__c') as FieldModel)).toEqual({ read: true, edit: false });
    expect(org.security.canEditField(user, org.object('Crate__c').field('Code__c') as FieldModel)).toBe(true);
  });

  test('a partner licence does not carry view all', () => {
    const org = new TestOrg(set(crate({ allowRead: true, viewAllRecords: true })));
    // The project has no roles; the owner gets one by hand.
    const [role] = org.insert('UserRole', { Name: 'Chief', DeveloperName: 'Chief' }) as [string];
    const owner = org.person('Owner', 'Standard User', { UserRoleId: role });
    const { userId } = org.partner('North', owner);
    expect(() => org.assign(userId, 'Packer')).toThrow("The user license doesn't allow the permission: View All Crate__c");
    org.assign(owner, 'Packer');
    expect(org.security.objectRights(owner, org.object('Crate__c')).viewAll).toBe(true);
  });

  test('field rights stand in queries: a hidden field is no column', () => {
    const org = new TestOrg(DEPOT);
    const user = org.person('Packer');
    org.assign(user, 'Depot_Reader');
    expect(() => org.database.query('SELECT Notes__c FROM Shipment__c', { userId: user, mode: 'user', sharing: true })).toThrow(/Notes__c/);
  });
});

describe('logins', () => {
  test('a password opens a session that ends after two hours without use', () => {
    const org = new TestOrg(DEPOT);
    const { security, clock } = org;
    security.setPassword(security.adminUserId, 'correct horse');
    expect(security.authenticate('ADMIN@depot.local', 'correct horse')).toBe(security.adminUserId);
    expect(security.authenticate('admin@depot.local', 'wrong')).toBeUndefined();
    expect(security.authenticate('nobody@depot.local', 'correct horse')).toBeUndefined();
    const token = security.createSession(security.adminUserId);
    expect(token.startsWith(`${security.organizationId.slice(0, 15)}!`)).toBe(true);
    clock.time += 90 * 60 * 1000;
    expect(security.sessionUser(token)).toBe(security.adminUserId);
    clock.time += 90 * 60 * 1000;
    expect(security.sessionUser(token)).toBe(security.adminUserId);
    clock.time += 121 * 60 * 1000;
    expect(security.sessionUser(token)).toBeUndefined();
  });

  test('a deactivated user has no session', () => {
    const org = new TestOrg(DEPOT);
    const user = org.person('Gone');
    const token = org.security.createSession(user);
    org.update('User', { Id: user, IsActive: false });
    expect(org.security.sessionUser(token)).toBeUndefined();
  });
});

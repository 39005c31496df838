import type { Caller, DmlOperation, Row } from '../../database';
import { project, TestOrg } from './org';

const role = '<Role><caseAccessLevel>None</caseAccessLevel><contactAccessLevel>Edit</contactAccessLevel><name>Head</name><opportunityAccessLevel>None</opportunityAccessLevel></Role>';
const files = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({ 'roles/Head.role-meta.xml': role, ...more });

interface World { readonly org: TestOrg; readonly owner: string }

function world(more?: Readonly<Record<string, string>>): World {
  const org = new TestOrg(project(files(more)));
  return { org, owner: org.person('Owner', 'Standard User', { UserRoleId: org.role('Head') }) };
}

/** What a user may do of their own, told by the first code of each row. */
function attempt(org: TestOrg, userId: string, operation: DmlOperation, object: string, row: Row): string {
  const caller: Caller = { userId, mode: 'user', sharing: true };
  const [result] = org.database.dml(operation, org.object(object), [row], caller, { allOrNone: false, origin: { kind: 'api' } });
  return result?.success ? 'ok' : (result?.errors[0]?.code ?? 'nothing');
}

describe('cases of people outside', () => {
  test('the contact of a case reads and edits it, colleagues and neighbours do not', () => {
    // GIVEN a case that the organisation owns WHEN its contact is a partner user THEN that user alone outside reaches it
    const { org, owner } = world();
    const north = org.partner('North', owner);
    const south = org.partner('South', owner);
    const [otherContact] = org.insert('Contact', { LastName: 'Second', AccountId: north.accountId, OwnerId: owner }) as [string];
    const colleague = org.person('Second', 'Partner Community User', { ContactId: otherContact });
    const [id] = org.insert('Case', { Subject: 'Leak', ContactId: north.contactId, OwnerId: owner }) as [string];
    expect([north.userId, colleague, south.userId].map((user) => org.access(user, 'Case', id))).toEqual(['read edit', '', '']);
    expect(org.seen(north.userId, 'Case')).toEqual([id]);
    // WHEN the contact changes THEN so does the access
    org.update('Case', { Id: id, ContactId: otherContact });
    expect([north.userId, colleague].map((user) => org.access(user, 'Case', id))).toEqual(['', 'read edit']);
  });

  test('published comments are seen outside, others are not, counts included', () => {
    const { org, owner } = world();
    const north = org.partner('North', owner);
    const [id] = org.insert('Case', { Subject: 'Leak', ContactId: north.contactId, OwnerId: owner }) as [string];
    const [open] = org.insert('CaseComment', { ParentId: id, CommentBody: 'We look into it.', IsPublished: true }) as [string];
    org.insert('CaseComment', { ParentId: id, CommentBody: 'A second leak this month.' });
    expect(org.seen(north.userId, 'CaseComment')).toEqual([open]);
    expect(org.seen(owner, 'CaseComment')).toHaveLength(2);
    const asks: Caller = { userId: north.userId, mode: 'user', sharing: true };
    expect(org.database.query('SELECT COUNT() FROM CaseComment', asks).size).toBe(1);
    expect(org.database.query('SELECT Id, (SELECT Id FROM CaseComments) FROM Case', asks).rows[0]?.children['CaseComments']).toHaveLength(1);
  });

  test('what people outside write is published, on their cases only, and stays as it is', () => {
    const { org, owner } = world();
    const north = org.partner('North', owner);
    const south = org.partner('South', owner);
    const [id] = org.insert('Case', { Subject: 'Leak', ContactId: north.contactId, OwnerId: owner }) as [string];
    expect(attempt(org, north.userId, 'insert', 'CaseComment', { ParentId: id, CommentBody: 'Any news?', IsPublished: false })).toBe('ok');
    expect(attempt(org, south.userId, 'insert', 'CaseComment', { ParentId: id, CommentBody: 'Hello' })).toBe('INVALID_CROSS_REFERENCE_KEY');
    const [comment] = org.seen(north.userId, 'CaseComment') as [string];
    expect(attempt(org, north.userId, 'update', 'CaseComment', { Id: comment, IsPublished: false })).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    expect(attempt(org, south.userId, 'update', 'CaseComment', { Id: comment, IsPublished: false })).toBe('INVALID_CROSS_REFERENCE_KEY');
  });

  test('inside, a comment may be published later, its words and its place stay', () => {
    // https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_casecomment.htm, Usage
    const { org, owner } = world();
    const [id] = org.insert('Case', { Subject: 'Leak', OwnerId: owner }) as [string];
    const [comment] = org.insert('CaseComment', { ParentId: id, CommentBody: 'Seen.' }) as [string];
    expect(attempt(org, owner, 'update', 'CaseComment', { Id: comment, IsPublished: true })).toBe('ok');
    expect(attempt(org, owner, 'update', 'CaseComment', { Id: comment, CommentBody: 'Never seen.' })).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    expect(attempt(org, org.security.adminUserId, 'update', 'CaseComment', { Id: comment, CommentBody: 'Seen twice.' })).toBe('ok');
    expect(attempt(org, org.security.adminUserId, 'delete', 'CaseComment', { Id: comment })).toBe('ok');
  });
});

const sharingSet = (mappings: string, profile = 'Partner Community User'): Record<string, string> => ({ 'sharingSets/Colleagues.sharingSet-meta.xml': `<SharingSet>${mappings}<name>Colleagues</name><profiles>${profile}</profiles></SharingSet>` });
const mapping = (object: string, objectField: string, userField: string, level = 'Read'): string =>
  `<accessMappings><accessLevel>${level}</accessLevel><object>${object}</object><objectField>${objectField}</objectField><userField>${userField}</userField></accessMappings>`;
const lookup = (name: string, to: string): string =>
  `<CustomField><fullName>${name}</fullName><deleteConstraint>SetNull</deleteConstraint><label>${name}</label><referenceTo>${to}</referenceTo><relationshipLabel>${name}</relationshipLabel><relationshipName>${name.replace('__c', 's')}</relationshipName><type>Lookup</type></CustomField>`;
const packer = '<PermissionSet><label>Packer</label><objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Crate__c</object><viewAllRecords>false</viewAllRecords></objectPermissions></PermissionSet>';

describe('sharing sets', () => {
  test('open the cases of the account to all of its users, and to nobody else', () => {
    const { org, owner } = world(sharingSet(mapping('Case', 'AccountId', 'Account')));
    const north = org.partner('North', owner);
    const south = org.partner('South', owner);
    const insider = org.person('Insider');
    const [id] = org.insert('Case', { Subject: 'Leak', AccountId: north.accountId, OwnerId: owner }) as [string];
    expect([north.userId, south.userId, insider].map((user) => org.access(user, 'Case', id))).toEqual(['read', '', '']);
    expect(attempt(org, north.userId, 'update', 'Case', { Id: id, Subject: 'Drip' })).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    // Sharing sets store no share rows: https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_objects_accountshare.htm
    expect(org.database.sql.all('SELECT "RowCause" AS cause FROM "CaseShare" WHERE "CaseId" = ?', [id])).toEqual([{ cause: 'Owner' }]);
  });

  test('give to edit, by lookups of records and of the user\'s account and contact', () => {
    const { org, owner } = world({
      ...sharingSet(mapping('Crate__c', 'Keeper__c', 'Contact', 'Edit') + mapping('Crate__c', 'Case__c.Account', 'Account.Parent') + mapping('Account', 'Id', 'Account.ParentId')),
      'objects/Crate__c/fields/Keeper__c.field-meta.xml': lookup('Keeper__c', 'Contact'), 'objects/Crate__c/fields/Case__c.field-meta.xml': lookup('Case__c', 'Case'), 'permissionsets/Packer.permissionset-meta.xml': packer,
    });
    const north = org.partner('North', owner);
    org.assign(north.userId, 'Packer');
    const [head] = org.insert('Account', { Name: 'North Group', OwnerId: owner }) as [string];
    const [kase] = org.insert('Case', { Subject: 'Leak', AccountId: head, OwnerId: owner }) as [string];
    const [kept, told, strange] = org.insert('Crate__c', { Code__c: 'A', Keeper__c: north.contactId, OwnerId: owner }, { Code__c: 'B', Case__c: kase, OwnerId: owner }, { Code__c: 'C', OwnerId: owner }) as [string, string, string];
    const reach = (): string[] => [kept, told, strange].map((id) => org.access(north.userId, 'Crate__c', id));
    expect(reach()).toEqual(['read edit', '', '']);
    org.update('Account', { Id: north.accountId, ParentId: head });
    expect(reach()).toEqual(['read edit', 'read', '']);
    expect(org.seen(north.userId, 'Account')).toEqual([north.accountId, head].sort());
  });

  test.each([
    ['a profile that is not there', sharingSet(mapping('Case', 'Account', 'Account'), 'Nobody'), 'In field: profiles - no Profile named Nobody found'],
    ['people inside', sharingSet(mapping('Case', 'Account', 'Account'), 'Standard User'), 'cannot use sharing sets'],
    ['a field that is no lookup', sharingSet(mapping('Case', 'Subject', 'Account')), 'Case.Subject is not a lookup to one object'],
    ['two ends that differ', sharingSet(mapping('Case', 'Contact', 'Account')), 'both must be the same object'],
    ['a level of its own', sharingSet(mapping('Case', 'Account', 'Account', 'All')), "'All' is not a valid value for the enum of accessLevel"],
    ['what everybody outside edits anyway', sharingSet(mapping('Product2', 'Id', 'Account')), 'its external organization-wide default is ReadWrite'],
    ['what the parent controls', sharingSet(mapping('Contact', 'Account', 'Account')), 'does not model sharing sets on objects whose parent controls access (Contact)'],
    ['an object that is not there', sharingSet(mapping('Nothing__c', 'Account', 'Account')), 'In field: object - no CustomObject named Nothing__c found'],
    ['the user\'s manager', sharingSet(mapping('Case', 'Account', 'Manager')), 'does not model sharing sets by the user\'s Manager'],
    ['a mapping without an object', sharingSet('<accessMappings><accessLevel>Read</accessLevel></accessMappings>'), 'Required field is missing: object'],
  ])('refuse %s', (_, more, message) => {
    expect(() => world(more)).toThrow(message);
  });
});

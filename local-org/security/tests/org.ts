/** Orgs for these tests: the depot project, or a small one made of given files; and people in them. */
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openDatabase, type Caller, type DatabaseEngine, type Row } from '../../database';
import { formulaCompiler } from '../../formula';
import { loadOrg, PlatformError, type ObjectModel, type OrgModel, type OrgShape } from '../../schema';
import { createSecurity, type Security } from '..';

export const DEPOT = join(__dirname, '../../conformance/fixtures/depot');

export class TestOrg {
  readonly org: OrgModel;
  readonly database: DatabaseEngine;
  readonly security: Security;
  readonly clock = { time: Date.UTC(2026, 0, 5), now: (): number => this.clock.time };
  private serial = 0;

  constructor(projectDir: string, shape?: OrgShape) {
    this.org = loadOrg({ projectDir, ...(shape ? { shape } : {}) });
    this.database = openDatabase(this.org, formulaCompiler);
    this.security = createSecurity(this.org, this.database, this.clock);
    this.database.attach({ access: this.security, clock: this.clock });
  }

  object(name: string): ObjectModel {
    return this.org.object(name) as ObjectModel;
  }

  /** Rows written by the platform; throws on the first that fails. */
  insert(object: string, ...rows: Row[]): string[] {
    return this.write('insert', object, rows);
  }

  update(object: string, ...rows: Row[]): string[] {
    return this.write('update', object, rows);
  }

  private write(operation: 'insert' | 'update' | 'delete', object: string, rows: Row[]): string[] {
    const caller: Caller = { userId: this.security.adminUserId, mode: 'system', sharing: false };
    const results = told(() => this.database.dml(operation, this.object(object), rows, caller, { allOrNone: true, origin: { kind: 'api' } }));
    const wrong = results.find((each) => !each.success && each.errors[0]?.code !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
    if (wrong) throw new Error(`${wrong.errors[0]?.code}: ${wrong.errors[0]?.message}`);
    return results.map((each) => each.id as string);
  }

  one(soql: string): string {
    const row = this.database.query(soql, { userId: this.security.adminUserId, mode: 'system', sharing: false }).rows[0];
    if (!row) throw new Error(`Nothing found: ${soql}`);
    return row.values['Id'] as string;
  }

  /** A user of the profile; `more` may set UserRoleId or ContactId. */
  person(name: string, profile = 'Standard User', more: Row = {}): string {
    const number = ++this.serial;
    return this.insert('User', {
      Username: `${name}${number}@depot.test`, LastName: name, Email: `${name}@depot.test`, Alias: name.slice(0, 8), TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US', LanguageLocaleKey: 'en_US', EmailEncodingKey: 'UTF-8',
      CommunityNickname: `${name}${number}`, ProfileId: this.one(`SELECT Id FROM Profile WHERE Name = '${profile}'`), ...more,
    })[0] as string;
  }

  role(developerName: string): string {
    return this.one(`SELECT Id FROM UserRole WHERE DeveloperName = '${developerName}'`);
  }

  assign(userId: string, set: string): void {
    this.insert('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: this.one(`SELECT Id FROM PermissionSet WHERE Name = '${set}'`) });
  }

  /** A partner account owned by `ownerId` with one partner user. */
  partner(name: string, ownerId: string): { accountId: string; contactId: string; userId: string } {
    const [accountId] = this.insert('Account', { Name: name, OwnerId: ownerId }) as [string];
    const [contactId] = this.insert('Contact', { LastName: name, AccountId: accountId, OwnerId: ownerId }) as [string];
    return { accountId, contactId, userId: this.person(name, 'Partner Community User', { ContactId: contactId }) };
  }

  /** Ids of an object that the user sees in user mode. */
  seen(userId: string, object: string): string[] {
    return this.database.query(`SELECT Id FROM ${object}`, { userId, mode: 'user', sharing: true }).rows.map((row) => row.values['Id'] as string).sort();
  }

  access(userId: string, object: string, id: string): string {
    const found = this.security.recordAccess(userId, this.object(object), id);
    return Object.entries(found).filter(([, has]) => has).map(([name]) => name).join(' ');
  }
}

/** The same error with its code in the message. */
function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof PlatformError ? new Error(`${error.code}: ${error.message}`) : error;
  }
}

const SFDX = JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '67.0' });
const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** A project of one custom object Crate__c with two fields and a detail, plus the given files (path below main/default to XML without shell). */
export function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'security-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('sfdx-project.json', SFDX);
  const all: Record<string, string> = {
    'objects/Crate__c/Crate__c.object-meta.xml': '<CustomObject><deploymentStatus>Deployed</deploymentStatus><label>Crate</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Crates</pluralLabel><sharingModel>Private</sharingModel></CustomObject>',
    'objects/Crate__c/fields/Grade__c.field-meta.xml': '<CustomField><fullName>Grade__c</fullName><label>Grade</label><length>20</length><type>Text</type></CustomField>',
    'objects/Crate__c/fields/Code__c.field-meta.xml': '<CustomField><fullName>Code__c</fullName><label>Code</label><length>20</length><required>true</required><type>Text</type></CustomField>',
    'objects/Bottle__c/Bottle__c.object-meta.xml': '<CustomObject><deploymentStatus>Deployed</deploymentStatus><label>Bottle</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Bottles</pluralLabel><sharingModel>ControlledByParent</sharingModel></CustomObject>',
    'objects/Bottle__c/fields/Crate__c.field-meta.xml': '<CustomField><fullName>Crate__c</fullName><label>Crate</label><referenceTo>Crate__c</referenceTo><relationshipLabel>Bottles</relationshipLabel><relationshipName>Bottles</relationshipName><relationshipOrder>0</relationshipOrder><reparentableMasterDetail>false</reparentableMasterDetail><type>MasterDetail</type><writeRequiresMasterRead>false</writeRequiresMasterRead></CustomField>',
    ...files,
  };
  for (const [path, text] of Object.entries(all)) write(`force-app/main/default/${path}`, `<?xml version="1.0" encoding="UTF-8"?>\n${text.replace(/^<(\w+)>/, `<$1 ${NAMESPACE}>`)}\n`);
  return folder;
}

/** The package in a local org of its own, with people and codes, driven through anonymous Apex: each act as its person. */
import { join } from 'node:path';
import { createPlatform, type Platform } from '../../../local-org/server';
import { guardedFieldsOf } from '../../../local-org/cli/project';

const PROJECT = join(__dirname, '../../..');
/** Acts of one person in one transaction, so that none comes near a governor limit. */
const ACTS_A_TRANSACTION = 8;

/** What one person does. `apex` finds what it needs in `items`; a bulk act finds those of all claims on which it is done in the same way. */
export interface Act { readonly user: string; readonly apex: string; readonly item: unknown; readonly bulk: boolean; }

interface Statement { readonly apex: string; readonly items: unknown[]; readonly indexes: number[]; }

/** Set-up records and others cannot be saved in one transaction, so the world is made in three. */
const EMPLOYEES = `
  UserRole role = new UserRole(Name = 'History Role');
  insert as system role;
  Id admin = [SELECT ProfileId FROM User WHERE Id = :UserInfo.getUserId() WITH SYSTEM_MODE].ProfileId;
  Id minimum = [SELECT Id FROM Profile WHERE Name IN ('Minimum Access - Salesforce', 'Standard User') WITH SYSTEM_MODE ORDER BY Name LIMIT 1].Id;
  List<User> people = new List<User>{ new User(ProfileId = admin) };
  for (Integer i = 0; i < 4; i++) { people.add(new User(ProfileId = minimum)); }
  for (Integer i = 0; i < people.size(); i++) {
    User each = people[i];
    each.UserRoleId = role.Id; each.LastName = 'History'; each.Username = 'history' + i + '@example.test'; each.Email = each.Username; each.Alias = 'h' + i;
    each.TimeZoneSidKey = 'GMT'; each.LocaleSidKey = 'en_US'; each.EmailEncodingKey = 'UTF-8'; each.LanguageLocaleKey = 'en_US';
  }
  insert as system people;
  Map<String, Id> sets = new Map<String, Id>();
  for (PermissionSet found : [SELECT Id, Name FROM PermissionSet WHERE Name LIKE 'PRM_Service%' WITH SYSTEM_MODE]) { sets.put(found.Name, found.Id); }
  List<PermissionSetAssignment> rights = new List<PermissionSetAssignment>();
  for (Integer i = 1; i <= 4; i++) {
    rights.add(new PermissionSetAssignment(AssigneeId = people[i].Id, PermissionSetId = sets.get(i < 3 ? 'PRM_Service_Adjudicator' : 'PRM_Service_Funds')));
  }
  insert as system rights;
  System.debug('IDS ' + String.join(new List<Id>{ people[1].Id, people[2].Id, people[3].Id, people[4].Id }, ' '));
`;
const RECORDS = `
  Id owner = [SELECT Id FROM User WHERE Username = 'history0@example.test' WITH SYSTEM_MODE].Id;
  Account partner = new Account(Name = 'Partner', PRM_Is_Partner__c = true, PRM_Partner_Status__c = 'Active', OwnerId = owner);
  Account stock = new Account(Name = 'Stock');
  insert as system new List<Account>{ partner, stock };
  insert as system new Contact(LastName = 'Person', AccountId = partner.Id, OwnerId = owner);
  Product2 product = new Product2(Name = 'Pump', IsActive = true, Family = 'Pumps', PRM_Kind__c = 'Product', PRM_Serialised__c = true);
  Product2 part = new Product2(Name = 'Seal', IsActive = true, Family = 'Pumps', PRM_Kind__c = 'Part');
  insert as system new List<Product2>{ product, part };
  Asset piece = new Asset(Name = 'Pump 1', SerialNumber = 'H-1', Product2Id = product.Id, AccountId = stock.Id);
  insert as system piece;
  PRM_Fault_Code__c fault = new PRM_Fault_Code__c(Name = 'Leak', PRM_Code__c = 'LEAK', PRM_Active__c = true);
  insert as system fault;
  System.debug('IDS ' + String.join(new List<Id>{ partner.Id, part.Id, fault.Id, piece.Id, product.Id }, ' '));
`;
const PARTNER = `
  User person = new User(ContactId = [SELECT Id FROM Contact WHERE LastName = 'Person' WITH SYSTEM_MODE LIMIT 1].Id, LastName = 'Partner', Username = 'history9@example.test', Email = 'history9@example.test', Alias = 'h9', TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US');
  person.ProfileId = [SELECT Id FROM Profile WHERE UserType = 'PowerPartner' WITH SYSTEM_MODE ORDER BY Name LIMIT 1].Id;
  insert as system person;
  List<PermissionSetAssignment> rights = new List<PermissionSetAssignment>();
  for (PermissionSet found : [SELECT Id FROM PermissionSet WHERE Name IN ('PRM_Service_Partner', 'PRM_Catalogue_Partner', 'PRM_Partner_Portal') WITH SYSTEM_MODE]) {
    rights.add(new PermissionSetAssignment(AssigneeId = person.Id, PermissionSetId = found.Id));
  }
  insert as system rights;
  System.debug('IDS ' + person.Id);
`;

/** Runs acts and tells what stands. */
export class World {
  readonly clock = { time: Date.UTC(2026, 0, 5, 12), now: (): number => this.clock.time };
  readonly people: { readonly partner: string; readonly adjudicators: readonly string[]; readonly payers: readonly string[]; readonly job: string };
  private readonly platform: Platform;
  private readonly ids: readonly string[];

  constructor() {
    this.platform = createPlatform({ projectDir: PROJECT, cacheDir: join(PROJECT, '.cache'), guardedFields: guardedFieldsOf(PROJECT), clock: this.clock });
    const errors = this.platform.apex.compile();
    if (errors.length) throw new Error(`The package does not compile: ${JSON.stringify(errors[0])}`);
    const job = this.platform.security.adminUserId;
    const made = (text: string): string[] => (/IDS ([\w ]+)/.exec(this.run(job, text))?.[1] ?? '').trim().split(' ');
    const [one = '', two = '', payer = '', other = ''] = made(EMPLOYEES);
    this.ids = made(RECORDS);
    const [partner = ''] = made(PARTNER);
    this.people = { partner, adjudicators: [one, two], payers: [payer, other], job };
  }

  /** Drafts with their lines; the ids of claims, each with those of its lines in order. */
  create(drafts: readonly { readonly preAuthorisation: boolean; readonly lines: readonly { readonly part: boolean; readonly cents: number }[] }[]): { id: string; lineIds: string[] }[] {
    const [partner, part, fault, piece, product] = this.ids;
    const texts = drafts.map((draft) => `claims.add(new PRM_Warranty_Claim__c(PRM_Partner__c = '${partner}', PRM_Type__c = '${draft.preAuthorisation ? 'Pre-Authorisation' : 'Claim'}', PRM_Status__c = 'Draft', PRM_Serial__c = 'H-1', PRM_Asset__c = '${piece}', PRM_Product__c = '${product}', PRM_Failure_Date__c = Date.today(), PRM_Repair_Date__c = Date.today(), PRM_Fault_Code__c = '${fault}', PRM_Complaint__c = 'Leaks', PRM_Currency_Code__c = 'EUR'));`);
    const lines = drafts.flatMap((draft, at) => draft.lines.map((line, position) => `lines.add(${this.line(`claims[${at}].Id`, position + 1, line.part ? `'${part}'` : 'null', line.cents)});`));
    const logs = this.run(this.people.job, `List<PRM_Warranty_Claim__c> claims = new List<PRM_Warranty_Claim__c>();\n${texts.join('\n')}\ninsert as system claims;\nList<PRM_Claim_Line__c> lines = new List<PRM_Claim_Line__c>();\n${lines.join('\n')}\ninsert as system lines;\nfor (PRM_Claim_Line__c line : lines) { System.debug('MADE ' + line.PRM_Claim__c + ' ' + line.Id); }`);
    const made: { id: string; lineIds: string[] }[] = [];
    for (const [, id = '', lineId = ''] of logs.matchAll(/MADE (\w+) (\w+)/g)) {
      if (made.at(-1)?.id !== id) made.push({ id, lineIds: [] });
      made.at(-1)?.lineIds.push(lineId);
    }
    return made;
  }

  /** Whether each act was carried out; its refusal otherwise. Acts of one person share transactions, each with a savepoint. */
  carryOut(acts: readonly Act[]): (string | null)[] {
    const results = new Array<string | null>(acts.length).fill('not run');
    for (const [user, statements] of this.statements(acts)) {
      for (let at = 0; at < statements.length; at += ACTS_A_TRANSACTION) {
        const mine = statements.slice(at, at + ACTS_A_TRANSACTION);
        const text = mine.map(({ apex, items }, index) => `{ Savepoint s = Database.setSavepoint(); try { String items = '${JSON.stringify(items)}'; ${apex} System.debug('DONE ${index}'); } catch (Exception refused) { Database.rollback(s); System.debug('REFUSED ${index} ' + refused.getTypeName() + ' ' + refused.getMessage()); } }`).join('\n');
        const logs = this.run(user, text);
        const told = (index: string | undefined, why: string | null): void => mine[Number(index)]?.indexes.forEach((each) => { results[each] = why; });
        for (const [, index] of logs.matchAll(/DONE (\d+)/g)) told(index, null);
        for (const [, index, why = ''] of logs.matchAll(/REFUSED (\d+) (.*)/g)) told(index, why);
      }
    }
    return results;
  }

  /** What each person does: bulk acts that are the same become one. */
  private statements(acts: readonly Act[]): Map<string, Statement[]> {
    const byUser = new Map<string, Statement[]>();
    acts.forEach(({ user, apex, item, bulk }, index) => {
      const mine = byUser.get(user) ?? [];
      byUser.set(user, mine);
      const same = bulk ? mine.find((each) => each.apex === apex && acts[each.indexes[0] ?? -1]?.bulk) : undefined;
      if (same) {
        same.items.push(item);
        same.indexes.push(index);
      } else {
        mine.push({ apex, items: [item], indexes: [index] });
      }
    });
    return byUser;
  }

  sweep(): void { this.run(this.people.job, 'new PrmClaimSweepJob().execute(null);'); }

  rows(soql: string): readonly Record<string, unknown>[] {
    return this.platform.database.query(soql, { userId: this.people.job, mode: 'system', sharing: false }).rows.map((row) => row.values);
  }

  private line(claim: string, position: number, part: string, cents: number): string {
    return `new PRM_Claim_Line__c(PRM_Claim__c = ${claim}, PRM_Position__c = ${position}, PRM_Kind__c = ${part === 'null' ? `'Other'` : `'Part'`}, PRM_Part__c = ${part}, PRM_Quantity__c = 1, PRM_Unit_Price__c = ${(cents / 100).toFixed(2)}, PRM_Outcome__c = 'Open')`;
  }

  private run(user: string, text: string): string {
    const result = this.platform.apex.executeAnonymous(user, text);
    if (!result.success) throw new Error(`${result.compileProblem ?? result.exceptionMessage} at ${result.line}: ${text.split('\n')[result.line - 1] ?? ''}`);
    return result.logs;
  }
}

/** Two partners, the first with two people; an agent of the help desk, an adjudicator; a product under warranty with a part. */
import type { Platform } from '../../../../local-org/server';
import { execute } from '../../locks/boundary';
import type { Act } from '../race/act';
import type { Arena } from '../race/duel';
import type { RaceOrg } from '../race/org';
import { employee, partnerPerson, rows } from '../race/people';

export interface RecordWorld extends RaceOrg {
  readonly people: { readonly one: string; readonly colleague: string; readonly rival: string; readonly agent: string; readonly adjudicator: string };
}

/** Two acts on records of a kind; an arena's record is its id. */
export interface Kind { readonly arena: Arena<string>; readonly acts: readonly [Act<string>, Act<string>]; }

const RECORDS = `
insert as system new List<Account>{
    new Account(Name = 'West', PRM_Is_Partner__c = true, PRM_Partner_Status__c = 'Active'),
    new Account(Name = 'Coast', PRM_Is_Partner__c = true, PRM_Partner_Status__c = 'Active'),
    new Account(Name = 'Warehouse')
};
insert as system new Product2(Name = 'Boiler', IsActive = true, Family = 'Boilers', PRM_Kind__c = 'Product', PRM_Serialised__c = true);
insert as system new Product2(Name = 'Burner', IsActive = true, Family = 'Boilers', PRM_Kind__c = 'Part');
insert as system new PRM_Warranty_Term__c(Name = 'Boilers', PRM_Family__c = 'Boilers', PRM_Months__c = 24, PRM_Currency_Code__c = 'EUR', PRM_Active__c = true);`;

/** What lets somebody of the help desk see requests. */
const helpDesk = (personId: string): string => `
Group desk = [SELECT Id FROM Group WHERE Type = 'Regular' AND DeveloperName = 'PRM_Help_Desk_Agents' WITH SYSTEM_MODE];
insert as system new GroupMember(GroupId = desk.Id, UserOrGroupId = '${personId}');`;

export function recordWorld(org: RaceOrg): RecordWorld {
  const { platform } = org;
  org.setTime(0);
  execute(platform, RECORDS);
  const person = (name: string, partner: string): string => partnerPerson(platform, name, partner, 'PRM_Partner_User');
  const agent = employee(platform, 'Agent', 'PRM_Channel_Manager');
  execute(platform, helpDesk(agent));
  return { ...org, people: { one: person('OfWest', 'West'), colleague: person('InWest', 'West'), rival: person('OfCoast', 'Coast'), agent, adjudicator: employee(platform, 'Decider', 'PRM_Claims_Adjudicator') } };
}

/** What a query finds of a record, field by field, without what differs from record to record. */
export const found = (platform: Platform, soql: string, id: string): unknown[][] => rows(platform, soql, { id }).map((row) => Object.entries(row).filter(([field]) => field !== 'Id').map(([, value]) => value));

/** The id of what a query finds of something named `name`; there must be one. */
export function idOf(platform: Platform, soql: string, name: string): string {
  const ids = rows(platform, soql, { name }).map((row) => row['Id']);
  if (ids.length !== 1) throw new Error(`${soql} finds ${ids.length} of ${name}`);
  return String(ids[0]);
}

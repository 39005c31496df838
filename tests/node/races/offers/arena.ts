/** Leads, each offered to one of two partners, and what can be said of them. */
import type { Platform } from '../../../../local-org/server';
import { execute } from '../../locks/boundary';
import type { Arena } from '../race/duel';
import { MOMENT, type RaceOrg } from '../race/org';
import { employee, partnerPerson, rows } from '../race/people';

/** A lead that is offered. */
export interface OfferedLead {
  readonly leadId: string;
  readonly offerId: string;
  /** The partner that was asked, and its person. */
  readonly partnerId: string;
  readonly personId: string;
  /** The partner that was not asked. */
  readonly otherId: string;
}

export interface OfferArena extends Arena<OfferedLead> { readonly managerId: string; }

/** Leads distributed at once. */
const BATCH = 60;
/** Seconds from the moment of the world until the offer of a fresh lead runs out; those of the waiting ones run out much later. */
export const DUE = 24 * 3600;

const partners = (managerId: string): string => `
List<Account> partners = new List<Account>();
for (String name : new List<String>{ 'North', 'South' }) {
    partners.add(new Account(Name = name, PRM_Is_Partner__c = true, PRM_Partner_Status__c = 'Active', PRM_Channel_Manager__c = '${managerId}'));
}
insert as system partners;
for (Account partner : partners) {
    insert as system new PRM_Agreement__c(Name = 'Agreement', PRM_Partner__c = partner.Id, PRM_Status__c = 'In Force', PRM_Valid_From__c = Date.newInstance(2020, 1, 1));
    insert as system new PRM_Territory__c(Name = 'Everywhere', PRM_Partner__c = partner.Id, PRM_Country_Code__c = '*', PRM_Active__c = true);
}`;

const RULE = `
Set<Id> partnerIds = new Map<Id, Account>([SELECT Id FROM Account WHERE PRM_Is_Partner__c = true WITH SYSTEM_MODE]).keySet();
PrmRoutingProfiles.touch(partnerIds);
PrmRoutingProfiles.rebuild(10);
insert as system new PRM_Routing_Rule__c(
    Name = 'Rule', PRM_Order__c = 10, PRM_Active__c = true, PRM_Answer_Hours__c = 2400, PRM_Business_Hours__c = false, PRM_Hop_Limit__c = 5, PRM_Mode__c = 'Single',
    PRM_All_Partners__c = true, PRM_Require_Competency__c = false, PRM_Require_Language__c = false, PRM_Use_Score__c = false
);`;

const LEADS = `
List<Lead> leads = new List<Lead>();
for (Integer i = 0; i < ${BATCH}; i++) {
    leads.add(new Lead(LastName = 'Customer', Company = 'Company', Email = 'customer@example.test', PRM_Country_Code__c = 'DE'));
}
insert as system leads;
new PrmRoutingJob().execute(null);`;

export function offerArena(org: RaceOrg): OfferArena {
  const { platform, setTime } = org;
  const managerId = employee(platform, 'Manager', 'PRM_Channel_Manager');
  execute(platform, partners(managerId));
  const people = new Map(['North', 'South'].map((name) => [String(rows(platform, 'SELECT Id FROM Account WHERE Name = :name', { name })[0]?.['Id']), partnerPerson(platform, `Of${name}`, name, 'PRM_Partner_User')]));
  execute(platform, RULE);
  const waiting: OfferedLead[] = [];
  return {
    ...org, managerId,
    fresh: () => {
      if (waiting.length === 0) {
        setTime(0);
        const known = new Set(rows(platform, 'SELECT PRM_Lead__c FROM PRM_Lead_Offer__c').map((row) => row['PRM_Lead__c']));
        execute(platform, LEADS);
        waiting.push(...offered(platform, people).filter(({ leadId }) => !known.has(leadId)));
      }
      const record = waiting.pop();
      if (!record) throw new Error('No lead was offered');
      due(platform, record, MOMENT + DUE * 1000);
      return record;
    },
    stateOf: (record) => stateOf(platform, record),
    check: () => check(platform),
  };
}

function offered(platform: Platform, people: ReadonlyMap<string, string>): OfferedLead[] {
  return rows(platform, `SELECT Id, PRM_Lead__c, PRM_Partner__c FROM PRM_Lead_Offer__c WHERE PRM_Status__c = 'Offered'`).map((row) => {
    const partnerId = String(row['PRM_Partner__c']);
    const otherId = [...people.keys()].find((id) => id !== partnerId);
    return { leadId: String(row['PRM_Lead__c']), offerId: String(row['Id']), partnerId, personId: people.get(partnerId) ?? '', otherId: otherId ?? '' };
  });
}

function due(platform: Platform, { offerId }: OfferedLead, moment: number): void {
  const object = platform.org.object('PRM_Lead_Offer__c');
  if (!object) throw new Error('There is no offer');
  const admin = { userId: platform.security.adminUserId, mode: 'system', sharing: false } as const;
  platform.database.dml('update', object, [{ Id: offerId, PRM_Due_At__c: new Date(moment).toISOString() }], admin, { allOrNone: true, origin: { kind: 'api' } });
}

function stateOf(platform: Platform, record: OfferedLead): unknown {
  const known = new Map<unknown, string>([[record.partnerId, 'asked'], [record.otherId, 'other'], [record.personId, 'person'], [platform.security.adminUserId, 'administrator'], [null, 'none']]);
  const word = (id: unknown): string => known.get(id) ?? 'another';
  const lead = rows(platform, 'SELECT OwnerId, PRM_Routing_Status__c, PRM_Routing_Reason__c, PRM_Partner__c FROM Lead WHERE Id = :id', { id: record.leadId })[0];
  const offers = rows(platform, 'SELECT Id, PRM_Partner__c, PRM_Status__c, PRM_Stage__c, PRM_Decline_Reason__c, PRM_Contact_Email__c, PRM_Accepted_By__c FROM PRM_Lead_Offer__c WHERE PRM_Lead__c = :id ORDER BY PRM_Sequence__c', { id: record.leadId });
  return {
    lead: [lead?.['PRM_Routing_Status__c'], lead?.['PRM_Routing_Reason__c'], word(lead?.['PRM_Partner__c']), word(lead?.['OwnerId'])],
    offers: offers.map((offer) => ({
      is: [word(offer['PRM_Partner__c']), offer['PRM_Status__c'], offer['PRM_Stage__c'], offer['PRM_Decline_Reason__c'], offer['PRM_Contact_Email__c'], word(offer['PRM_Accepted_By__c'])],
      shares: rows(platform, 'SELECT RowCause FROM PRM_Lead_Offer__Share WHERE ParentId = :id ORDER BY RowCause', { id: String(offer['Id']) }).map((row) => row['RowCause']),
      steps: rows(platform, 'SELECT PRM_Kind__c FROM PRM_Lead_Progress__c WHERE PRM_Offer__c = :id ORDER BY Id', { id: String(offer['Id']) }).map((row) => row['PRM_Kind__c']),
      promises: rows(platform, 'SELECT PRM_Kept__c FROM PRM_Relationship_Fact__c WHERE PRM_Evidence__c = :evidence', { evidence: `PRM_Lead_Offer__c:${String(offer['Id'])}` }).map((row) => row['PRM_Kept__c']),
    })),
    decisions: rows(platform, 'SELECT PRM_Way__c FROM PRM_Routing_Decision__c WHERE PRM_Lead__c = :id ORDER BY Id', { id: record.leadId }).map((row) => row['PRM_Way__c']),
  };
}

const ANSWERED = ['Accepted', 'Declined', 'Expired', 'Won', 'Lost'];

/** Counts of partners are those of their offers; a lead stands as its offers do. */
function check(platform: Platform): void {
  const offers = rows(platform, 'SELECT PRM_Lead__c, PRM_Partner__c, PRM_Status__c FROM PRM_Lead_Offer__c');
  const having = (partner: unknown, statuses: readonly string[]): number => offers.filter((offer) => offer['PRM_Partner__c'] === partner && statuses.includes(String(offer['PRM_Status__c']))).length;
  for (const profile of rows(platform, 'SELECT PRM_Partner__c, PRM_Open_Leads__c, PRM_Answered__c, PRM_Accepted__c FROM PRM_Routing_Profile__c')) {
    const partner = profile['PRM_Partner__c'];
    const counted = [having(partner, ['Offered', 'Accepted']), having(partner, ANSWERED), having(partner, ['Accepted'])];
    expect({ partner, counts: [profile['PRM_Open_Leads__c'], profile['PRM_Answered__c'], profile['PRM_Accepted__c']] }).toEqual({ partner, counts: counted });
  }
  const open = new Map<unknown, Record<string, unknown>[]>();
  for (const offer of offers) if (['Offered', 'Accepted'].includes(String(offer['PRM_Status__c']))) open.set(offer['PRM_Lead__c'], [...(open.get(offer['PRM_Lead__c']) ?? []), offer]);
  const leads = rows(platform, 'SELECT Id, PRM_Routing_Status__c, PRM_Partner__c FROM Lead');
  const held = (id: unknown): unknown[] => (open.get(id) ?? []).map((offer) => [offer['PRM_Status__c'], offer['PRM_Partner__c']]);
  expect(leads.map(({ Id: id }) => ({ id, held: held(id) }))).toEqual(leads.map(({ Id: id, PRM_Routing_Status__c: status, PRM_Partner__c: partner }) => ({ id, held: status === 'New' ? [] : [[status, partner]] })));
}

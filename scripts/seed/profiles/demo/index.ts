/** The demo: programme, partners with people and agreements, rules, leads. */
import type { SeedRecord, SeedSet, SeedValue } from '../../load/records';
import { idKey } from '../../load/write';
import { catalogue } from './catalogue';
import { claims } from './claims';
import { demoLeads, unroutableLeads } from './leads';
import { PARTNERS, RULES, TIERS } from './partners';
import { requests } from './requests';
import { plain } from './text';

export { STANDARD_BOOK } from './catalogue';
export { PARTNERS } from './partners';

export const partnerKey = (key: string): string => `demo:partner:${key}`;
export const contactEmail = (partner: string, last: string): string => `${plain(last)}@${partner}.example`;

const KEY = 'PRM_Key__c';
const ref = (object: string, key: string): SeedValue => ({ key: idKey(object, key) });
const partnerRef = (key: string): SeedValue => ref('Account', partnerKey(key));

function day(asOf: Date, offset: number): string {
  return new Date(asOf.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
}

/** Sets in the order in which they are loaded, before people may log in. */
export function programme(asOf: Date, channelManager: string): SeedSet[] {
  const manager = ref('User', channelManager);
  return [
    { object: 'PRM_Tier__c', keyField: KEY, records: TIERS.map((tier) => ({ key: `demo:tier:${tier.key}`, fields: { Name: tier.name, PRM_Rank__c: tier.rank, PRM_Weight__c: tier.weight } })) },
    {
      object: 'Account', keyField: KEY,
      records: PARTNERS.map((partner) => ({
        key: partnerKey(partner.key),
        fields: { Name: partner.name, BillingCity: partner.city, BillingCountry: partner.country, OwnerId: manager, PRM_Is_Partner__c: true, PRM_Partner_Status__c: 'Active', PRM_Partner_Type__c: partner.type, PRM_Tier__c: ref('PRM_Tier__c', `demo:tier:${partner.tier.toLowerCase()}`), PRM_Channel_Manager__c: manager, PRM_Languages__c: partner.languages },
      })),
    },
    { object: 'Contact', keyField: 'Email', records: PARTNERS.flatMap((partner) => partner.people.map((person) => ({ key: contactEmail(partner.key, person.last), fields: { FirstName: person.first, LastName: person.last, AccountId: partnerRef(partner.key), OwnerId: manager } }))) },
    perPartner('PRM_Agreement__c', 'agreement', (partner) => [{ suffix: '1', fields: { Name: `${partner.name} 2026`.slice(0, 80), PRM_Version__c: '2026.1', PRM_Status__c: 'In Force', PRM_Valid_From__c: day(asOf, -200), PRM_Valid_To__c: day(asOf, 530), PRM_Notice_Days__c: 90 } }]),
    perPartner('PRM_Territory__c', 'territory', (partner) => [{ suffix: partner.countryCode, fields: { Name: partner.country, PRM_Country_Code__c: partner.countryCode, PRM_Country__c: partner.country, PRM_Active__c: true } }]),
    perPartner('PRM_Competency__c', 'competency', (partner) => partner.skills.map((skill) => ({ suffix: plain(skill), fields: { PRM_Skill__c: skill, PRM_Valid_From__c: day(asOf, -300), PRM_Valid_Until__c: day(asOf, 430) } }))),
    perPartner('PRM_Partner_Member__c', 'member', (partner) => partner.people.map((person) => ({ suffix: plain(person.last), fields: { PRM_Contact__c: ref('Contact', contactEmail(partner.key, person.last)), PRM_Role__c: person.manager ? 'Principal' : 'Sales', PRM_Active__c: true, PRM_Since__c: day(asOf, -200) } }))),
    {
      object: 'PRM_Routing_Rule__c', keyField: KEY,
      records: RULES.map((rule) => ({ key: `demo:rule:${rule.key}`, fields: { Name: rule.name, PRM_Order__c: rule.order, PRM_Active__c: true, PRM_Countries__c: rule.countries, PRM_Answer_Hours__c: rule.hours, PRM_Business_Hours__c: rule.businessHours, PRM_Hop_Limit__c: 3, PRM_Mode__c: 'Single', PRM_Cap__c: 500, PRM_All_Partners__c: true, PRM_Require_Competency__c: true, PRM_Use_Score__c: false } })),
    },
    ...catalogue(asOf),
  ];
}

/** Leads, loaded last: saving them starts the distribution. */
export function leads(count: number): SeedSet[] {
  return [{ object: 'Lead', keyField: KEY, onlyWhenNew: true, records: [...demoLeads({ count, seed: 7 }), ...unroutableLeads()] }];
}

/** What happened in service, loaded after people may log in: requests name them, claims are shared with them. */
export function service(asOf: Date): SeedSet[] {
  return [...requests(), ...claims(asOf)];
}

function perPartner(object: string, kind: string, rows: (partner: (typeof PARTNERS)[number]) => { suffix: string; fields: SeedRecord['fields'] }[]): SeedSet {
  return { object, keyField: KEY, records: PARTNERS.flatMap((partner) => rows(partner).map(({ suffix, fields }) => ({ key: `demo:${kind}:${partner.key}:${suffix}`, fields: { ...fields, PRM_Partner__c: partnerRef(partner.key) } }))) };
}

/** Locks whose absence no single transaction shows: a second one must find the row held. */
import type { Platform } from '../../../local-org/server';
import { assign, execute, packagePlatform, withSecond } from './boundary';

/** Two partners with room, a rule for everybody, and a lead that waits to be distributed. */
const WORLD = `
List<Account> partners = new List<Account>();
for (Integer i = 0; i < 2; i++) {
    partners.add(new Account(Name = 'Partner ' + i, PRM_Is_Partner__c = true, PRM_Partner_Status__c = 'Active'));
}
insert as system partners;
for (Account partner : partners) {
    insert as system new PRM_Agreement__c(Name = 'Agreement', PRM_Partner__c = partner.Id, PRM_Status__c = 'In Force', PRM_Valid_From__c = Date.newInstance(2020, 1, 1));
    insert as system new PRM_Territory__c(Name = 'Everywhere', PRM_Partner__c = partner.Id, PRM_Country_Code__c = '*', PRM_Active__c = true);
}
PrmRoutingProfiles.rebuild(10);
insert as system new PRM_Routing_Rule__c(
    Name = 'Rule', PRM_Order__c = 10, PRM_Active__c = true, PRM_Answer_Hours__c = 24, PRM_Business_Hours__c = false, PRM_Hop_Limit__c = 5, PRM_Mode__c = 'Single',
    PRM_All_Partners__c = true, PRM_Require_Competency__c = false, PRM_Require_Language__c = false, PRM_Use_Score__c = false
);
insert as system new Lead(LastName = 'Customer', Company = 'Company', Email = 'customer@example.test', PRM_Country_Code__c = 'DE');`;

const DISTRIBUTION = 'new PrmRoutingJob().execute(null);';
const HAND_OVER = `
PRM_Lead_Offer__c offer = [SELECT PRM_Lead__c, PRM_Partner__c FROM PRM_Lead_Offer__c WHERE PRM_Status__c = 'Offered' WITH SYSTEM_MODE];
Account other = [SELECT Id FROM Account WHERE PRM_Is_Partner__c = true AND Id != :offer.PRM_Partner__c WITH SYSTEM_MODE];
PrmLeadHandOver.handOver(offer.PRM_Lead__c, other.Id, null, new PrmSeenLead(null, null));`;

let platform: Platform;
beforeAll(() => {
  platform = packagePlatform();
  assign(platform, 'PRM_Leads_Channel', 'PRM_Partner_Channel');
  execute(platform, WORLD);
}, 120_000);
afterAll(() => platform.database.close());

/** Does `first`, and between its query `after` and its query `before` lets a second transaction want every profile; answers what that was told. */
function meanwhile(first: string, after: RegExp, before: RegExp): string {
  const system = { userId: platform.security.adminUserId, mode: 'system', sharing: false } as const;
  const told: string[] = [];
  let underWay = false;
  const reached = withSecond(platform, () => execute(platform, first), (query) => {
    if (underWay && before.test(query)) return true;
    underWay ||= after.test(query);
    return false;
  }, () => {
    try {
      told.push(`${platform.database.query('SELECT Id FROM PRM_Routing_Profile__c FOR UPDATE', system).size} rows are free`);
    } catch (failure) {
      told.push((failure as { code?: string }).code ?? String(failure));
    }
  });
  expect(reached).toBeGreaterThan(0);
  return told.join(', ');
}

test('GIVEN partners with room WHEN another distribution wants them between counting and offering THEN it finds them held, and no cap is passed', () => {
  expect(meanwhile(DISTRIBUTION, /FROM\s+PRM_Routing_Profile__c[\s\S]*LIMIT\s+2000/i, /FROM\s+PRM_Lead_Offer__c/i)).toBe('UNABLE_TO_LOCK_ROW');
});

test('GIVEN a lead that a manager hands to a partner with room WHEN the distribution wants that partner before the lead is given THEN it finds it held', () => {
  expect(meanwhile(HAND_OVER, /FROM\s+PRM_Routing_Profile__c\s+WHERE\s+PRM_Partner__c\s*=/i, /FROM\s+Lead\b[\s\S]*FOR\s+UPDATE/i)).toBe('UNABLE_TO_LOCK_ROW');
});

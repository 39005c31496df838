/** Locks whose absence no single transaction shows: a second one must find the row held. */
import type { Platform } from '../../../local-org/server';
import { packagePlatform, runWithSecond } from './boundary';

let platform: Platform;
beforeAll(() => {
  platform = packagePlatform();
}, 120_000);
afterAll(() => platform.database.close());

const PROFILES = 'SELECT Id, PRM_Open_Leads__c FROM PRM_Routing_Profile__c FOR UPDATE';

/** What the first does, as an Apex test method; the place: the first query `before` that comes after the query `after`; what the second wants meanwhile. */
const CASES: readonly (readonly [does: string, testClass: string, method: string, after: RegExp, before: RegExp, wanted: string])[] = [
  ['hands a lead over to a partner who has room', 'PrmOfferWithdrawalTest', 'managerHandsALeadOver', /FROM\s+PRM_Routing_Profile__c\s+WHERE\s+PRM_Partner__c\s*=/i, /FROM\s+Lead\b[\s\S]*FOR\s+UPDATE/i, PROFILES],
  ['distributes leads up to the cap', 'PrmRoutingJobTest', 'capIsNeverPassedOverSeveralDistributions', /FROM\s+PRM_Routing_Profile__c[\s\S]*LIMIT\s+2000/i, /FROM\s+PRM_Lead_Offer__c/i, PROFILES],
];

test.each(CASES)('GIVEN one who %s WHEN another wants the same profiles meanwhile THEN they are held, so that no cap is passed', (_does, testClass, method, after, before, wanted) => {
  const system = { userId: platform.security.adminUserId, mode: 'system', sharing: false } as const;
  const told: string[] = [];
  const second = (): void => {
    try {
      told.push(`${platform.database.query(wanted, system).size} rows are free.`);
    } catch (failure) {
      told.push((failure as { code?: string }).code ?? String(failure));
    }
  };
  let underWay = false;
  const reached = runWithSecond(platform, testClass, method, (query) => {
    if (underWay && before.test(query)) return true;
    underWay ||= after.test(query);
    return false;
  }, second);
  expect(reached).toBeGreaterThan(0);
  expect(told).toEqual(['UNABLE_TO_LOCK_ROW']);
});

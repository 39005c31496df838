/** Locks whose absence no single transaction shows: a second one must find the row held. */
import type { Platform } from '../../../local-org/server';
import { packagePlatform, runWithSecond } from './boundary';

let platform: Platform;
beforeAll(() => {
  platform = packagePlatform();
}, 120_000);
afterAll(() => platform.database.close());

test('GIVEN a manager who hands a lead over WHEN the distribution wants the chosen partner meanwhile THEN it waits, so that the cap holds', () => {
  const system = { userId: platform.security.adminUserId, mode: 'system', sharing: false } as const;
  const told: string[] = [];
  const distribution = (): void => {
    // As the routing job reads them: every profile, for update.
    try {
      platform.database.query('SELECT Id, PRM_Open_Leads__c FROM PRM_Routing_Profile__c FOR UPDATE', system);
      told.push('The profiles are free.');
    } catch (failure) {
      told.push((failure as { code?: string }).code ?? String(failure));
    }
  };
  // The partner has been looked at, and the lead is about to be locked and given away.
  let handsOver = false;
  const reached = runWithSecond(platform, 'PrmOfferWithdrawalTest', 'managerHandsALeadOver', (query) => {
    handsOver ||= /FROM\s+PRM_Routing_Profile__c\s+WHERE\s+PRM_Partner__c\s*=/i.test(query);
    return handsOver && /FROM\s+Lead\b[\s\S]*FOR\s+UPDATE/i.test(query);
  }, distribution);
  expect(reached).toBeGreaterThan(0);
  expect(told).toEqual(['UNABLE_TO_LOCK_ROW']);
});

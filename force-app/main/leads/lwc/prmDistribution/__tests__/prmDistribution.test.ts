import { actionsOf, factsOf, isQueued, keyOf } from 'c/prmDistribution';
import { offered, queued, stale } from '../../prmLeadBoard/__tests__/data/board';

describe('c/prmDistribution', () => {
  it('tells two offers of one lead apart', () => {
    // GIVEN two partners of a pool were asked
    const [first, second] = [offered(), offered({ offerId: 'a01000000000099' })];
    // WHEN THEN
    expect(keyOf(first)).not.toBe(keyOf(second));
    expect(keyOf(queued())).toBe(queued().leadId);
  });

  it('offers to send a lead round again only where the server would', () => {
    // GIVEN a queued lead, one on its way, one that is offered
    // WHEN THEN
    expect(actionsOf(queued())).toContain('routeAgain');
    expect(actionsOf(queued({ status: 'New' }))).not.toContain('routeAgain');
    expect(actionsOf(offered())).not.toContain('routeAgain');
    expect(isQueued(offered())).toBe(false);
  });

  it('offers to take back only what somebody holds', () => {
    // GIVEN WHEN THEN
    expect(actionsOf(stale())).toContain('recall');
    expect(actionsOf(queued())).not.toContain('recall');
  });

  it('leaves out facts that are not known', () => {
    // GIVEN WHEN THEN
    expect(factsOf(queued({ countryCode: null }))).toBe('GTX Pro · Lan Nguyen');
  });
});

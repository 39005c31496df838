/** Leads: each partner accepts two offers, works on them, and some decline one. */
import type { Page, People } from './people';

export async function workOnLeads(people: People): Promise<void> {
  let turn = 0;
  for (const partner of people.partners()) {
    turn++;
    const { items } = await people.call<Page>(partner, 'PrmOfferInboxController.listOffers', { pageNumber: 1, pageSize: 10, status: 'Offered', search: '' });
    const [one, two, three] = items;
    if (!one || !two || !three) continue;
    await people.call(partner, 'PrmOfferInboxController.accept', { offerId: one.id });
    await people.call(partner, 'PrmMyLeadsController.moveStage', { offerId: one.id, stage: 'Contacted', note: 'Called, a visit is agreed.' });
    await people.call(partner, 'PrmMyLeadsController.logProgress', { offerId: one.id, note: 'Asked for drawings of the site.', nextStep: 'Visit the site', nextStepDate: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10) });
    await people.call(partner, 'PrmOfferInboxController.accept', { offerId: two.id });
    if (turn % 2 === 0) {
      for (const stage of ['Contacted', 'Qualified', 'Proposal']) await people.call(partner, 'PrmMyLeadsController.moveStage', { offerId: two.id, stage, note: '' });
      await people.call(partner, 'PrmMyLeadsController.setOutcome', turn % 4 === 0 ? { offerId: two.id, outcome: 'Lost', reason: 'PRICE', wonValue: null, note: 'A competitor was cheaper.' } : { offerId: two.id, outcome: 'Won', reason: 'SALE', wonValue: 18500, note: 'Ordered for spring.' });
    }
    if (turn % 3 === 0) await people.call(partner, 'PrmOfferInboxController.decline', { offerId: three.id, reason: 'TOO_BUSY', note: 'Our installers are booked until spring.' });
  }
}

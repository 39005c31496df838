/** The demo's partners at work: what they would have clicked by now, called as them through the portal's own door. */
import { setTimeout as wait } from 'node:timers/promises';
import { connect, SeedError } from '../seed/connection';
import type { Persona } from '../seed/load/index';

/** Longest wait until the demo's leads are distributed, in milliseconds. */
const PATIENCE_MS = 30_000;

interface Page { readonly items: readonly { readonly id: string }[]; }

/** Calls an @AuraEnabled method as a logged-in user, as a page of the local org does. */
async function call<T>(instanceUrl: string, token: string, method: string, args: Record<string, unknown>): Promise<T> {
  const [className, name] = method.split('.');
  const response = await fetch(`${instanceUrl}/web/apex/${className}/${name}`, { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }, body: JSON.stringify(args) });
  const answer: unknown = await response.json();
  if (!response.ok) throw new SeedError(`${method} answered ${response.status}: ${JSON.stringify(answer)}`);
  return (answer as { returnValue: T }).returnValue;
}

/** Waits until the demo's leads are routed; then each partner accepts two offers, works on them and declines one. */
export async function playPartners(instanceUrl: string, admin: Persona, partners: readonly Persona[]): Promise<void> {
  const manager = await connect({ instanceUrl, username: admin.username, password: admin.password });
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(200)) {
    if ((await manager.query("SELECT COUNT() FROM Lead WHERE PRM_Routing_Status__c = 'New'")).totalSize === 0) break;
  }
  const first = new Map<string, Persona>();
  for (const partner of partners) if (partner.account && !first.has(partner.account)) first.set(partner.account, partner);
  let turn = 0;
  for (const partner of first.values()) {
    turn++;
    const { accessToken } = await connect({ instanceUrl, username: partner.username, password: partner.password });
    const token = accessToken ?? '';
    const { items } = await call<Page>(instanceUrl, token, 'PrmOfferInboxController.listOffers', { pageNumber: 1, pageSize: 10, status: 'Offered', search: '' });
    const [one, two, three] = items;
    if (!one || !two || !three) continue;
    await call(instanceUrl, token, 'PrmOfferInboxController.accept', { offerId: one.id });
    await call(instanceUrl, token, 'PrmMyLeadsController.moveStage', { offerId: one.id, stage: 'Contacted', note: 'Called, a visit is agreed.' });
    await call(instanceUrl, token, 'PrmMyLeadsController.logProgress', { offerId: one.id, note: 'Asked for drawings of the site.', nextStep: 'Visit the site', nextStepDate: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10) });
    await call(instanceUrl, token, 'PrmOfferInboxController.accept', { offerId: two.id });
    if (turn % 2 === 0) {
      for (const stage of ['Contacted', 'Qualified', 'Proposal']) await call(instanceUrl, token, 'PrmMyLeadsController.moveStage', { offerId: two.id, stage, note: '' });
      await call(instanceUrl, token, 'PrmMyLeadsController.setOutcome', turn % 4 === 0 ? { offerId: two.id, outcome: 'Lost', reason: 'PRICE', wonValue: null, note: 'A competitor was cheaper.' } : { offerId: two.id, outcome: 'Won', reason: 'SALE', wonValue: 18500, note: 'Ordered for spring.' });
    }
    if (turn % 3 === 0) await call(instanceUrl, token, 'PrmOfferInboxController.decline', { offerId: three.id, reason: 'TOO_BUSY', note: 'Our installers are booked until spring.' });
  }
}

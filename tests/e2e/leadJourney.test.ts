/** A lead on its way: it comes in, is offered, accepted by one, worked on and won; another is declined and goes on. */
import type { Connection } from 'jsforce';
import type { Browser } from 'playwright-core';
import { logIn, onePerPartner, type Persona } from '../../scripts/accept/client';
import { differences, WAYS_TO_OFFER } from '../../scripts/accept/foreign';
import { cardIn, find, refresh } from './support/board';
import { openBrowser, seat, type Seat } from './support/browser';
import { company, lead, leadComesIn, offersOf, openOffer, quickRule, until, type OfferRow } from './support/leads';
import { theOrg, type Org } from './support/org';

jest.setTimeout(180_000);

const PRODUCT = 'Journey Pump';

let org: Org;
let browser: Browser;
let admin: Connection;
let manager: Connection;
let board: Seat;

beforeAll(async () => {
  org = await theOrg();
  browser = await openBrowser();
  admin = await logIn(org, org.persona('PRM Administrator'));
  manager = await logIn(org, org.persona('Channel Manager'));
  await quickRule(admin, PRODUCT);
  board = await seat(browser, org, org.persona('Channel Manager'));
});

afterAll(async () => browser?.close());

const cardOf = (inbox: Seat, name: string) => inbox.page.locator('c-prm-offer-card').filter({ hasText: name });
const toast = (from: Seat, text: string) => from.page.getByText(text).first();
const other = (account: string): Persona & { account: string } => onePerPartner(org).find((each) => each.account !== account)!;

describe('GIVEN a lead that came in by the API and was offered to a partner', () => {
  const name = company('Hansa Werft');
  let leadId: string;
  let offer: OfferRow;
  let partner: Seat;
  let colleague: Seat;

  beforeAll(async () => {
    leadId = await leadComesIn(manager, { Company: name, PRM_Product__c: PRODUCT });
    offer = await openOffer(admin, leadId);
    const account = offer.PRM_Partner__r.Name;
    [partner, colleague] = await Promise.all([seat(browser, org, org.persona('Partner Manager', account)), seat(browser, org, org.persona('Partner User', account))]);
    await Promise.all([partner.goto('/partners/offers'), colleague.goto('/partners/offers')]);
  });

  test('WHEN the channel manager looks at the board THEN the card stands under Offered with the partner and the time left', async () => {
    await refresh(board.page);
    const card = await find(board.page, 'offered', name);
    await card.getByText(offer.PRM_Partner__r.Name).waitFor();
    expect(await card.innerText()).toMatch(/\d+ min left/);
  });

  test('WHEN the partner opens the offers THEN the card says how long is left and why the partner was chosen, and not who the customer is', async () => {
    const card = cardOf(partner, name);
    await card.waitFor();
    const text = await card.innerText();
    expect(text).toMatch(/\d+ min left/);
    expect(text).toContain('Why you: You serve this area');
    expect(text).not.toContain('Moreau');
    expect(text).not.toContain('camille.moreau');
  });

  test('WHEN another partner tries the offer by its id THEN every answer is that of an id that never existed', async () => {
    const stranger = await logIn(org, other(offer.PRM_Partner__r.Name));
    expect(await differences(stranger, WAYS_TO_OFFER, offer.Id)).toEqual([]);
    expect((await openOffer(admin, leadId)).Id).toBe(offer.Id);
  });

  test('WHEN the partner accepts THEN one click is enough, and a colleague who still sees it is told that it is taken', async () => {
    await cardOf(colleague, name).getByRole('button', { name: `Accept ${name}` }).waitFor();
    await cardOf(partner, name).getByRole('button', { name: `Accept ${name}` }).click();
    await toast(partner, `The lead is yours: ${name}`).waitFor();
    await cardOf(partner, name).waitFor({ state: 'detached' });
    await cardOf(colleague, name).getByRole('button', { name: `Accept ${name}` }).click();
    await colleague.page.getByRole('alert').getByText('This lead is already taken.').waitFor();
    await cardOf(colleague, name).waitFor({ state: 'detached' });
    expect(await offersOf(admin, leadId)).toMatchObject([{ Id: offer.Id, PRM_Status__c: 'Accepted' }]);
    expect(await lead(admin, leadId)).toMatchObject({ PRM_Routing_Status__c: 'Accepted', PRM_Partner__c: offer.PRM_Partner__c });
  });

  test('WHEN the channel manager refreshes THEN the card has moved to Accepted', async () => {
    await refresh(board.page);
    await (await find(board.page, 'accepted', name)).getByText(offer.PRM_Partner__r.Name).waitFor();
    expect(await cardIn(board.page, 'offered', name).count()).toBe(0);
  });

  test('WHEN the partner logs progress and moves stages THEN the history tells it and the board shows the stage', async () => {
    await partner.goto('/partners/leads');
    await partner.page.getByRole('button', { name, exact: true }).click();
    const panel = partner.page.getByRole('dialog');
    await panel.getByText('camille.moreau@customer.example').waitFor();
    await panel.getByLabel('What happened').fill('Spoke to the harbour master.');
    await panel.getByLabel('Next step').fill('Send drawings');
    await panel.getByRole('button', { name: 'Log progress' }).click();
    await panel.getByRole('list', { name: 'History' }).getByText('Spoke to the harbour master.').waitFor();
    for (const stage of ['Contacted', 'Qualified', 'Proposal']) {
      await panel.getByRole('button', { name: `Move to ${stage}` }).click();
      await panel.locator('[aria-current]').getByText(stage).waitFor();
    }
    await refresh(board.page);
    await (await find(board.page, 'accepted', name)).getByText('Proposal').waitFor();
    expect(await offersOf(admin, leadId)).toMatchObject([{ PRM_Stage__c: 'Proposal' }]);
  });

  test('WHEN the partner closes the lead as won without a reason THEN the form asks for it; with one the lead is won', async () => {
    const panel = partner.page.getByRole('dialog');
    await panel.getByRole('radio', { name: 'Won' }).check();
    await panel.getByLabel('Value of the business').fill('18500');
    await panel.getByRole('button', { name: 'Close the lead' }).click();
    await panel.getByText('Please correct the marked fields.').waitFor();
    expect(await offersOf(admin, leadId)).toMatchObject([{ PRM_Status__c: 'Accepted' }]);
    await panel.getByLabel('Reason').selectOption('SALE');
    await panel.getByRole('button', { name: 'Close the lead' }).click();
    await toast(partner, 'Lead closed: Won').waitFor();
    expect(await offersOf(admin, leadId)).toMatchObject([{ PRM_Status__c: 'Won', PRM_Stage__c: 'Won' }]);
    await until('the won lead to be converted', async () => (await lead(admin, leadId)).IsConverted);
    expect(await lead(admin, leadId)).toMatchObject({ PRM_Routing_Status__c: 'Won', PRM_Outcome__c: 'Won' });
  });

  test('WHEN the channel manager refreshes THEN the won lead has left the board', async () => {
    await refresh(board.page);
    await cardIn(board.page, 'accepted', name).waitFor({ state: 'detached' });
    expect(await board.page.locator('c-prm-lead-card').filter({ hasText: name }).count()).toBe(0);
  });
});

describe('GIVEN a rule that asks two partners at once', () => {
  const name = company('Doppelhaus Bau');
  const product = company('Pool Pump');

  test('WHEN one accepts THEN the other, whose page still shows the offer, is refused in a sentence and loses sight of it', async () => {
    await quickRule(admin, product, { PRM_Mode__c: 'Pool', PRM_Pool_Size__c: 2 });
    const leadId = await leadComesIn(manager, { Company: name, PRM_Product__c: product });
    const offers = await offersOf(admin, leadId);
    expect(offers).toMatchObject([{ PRM_Status__c: 'Offered' }, { PRM_Status__c: 'Offered' }]);
    const [first, second] = (await Promise.all(offers.map((offer) => seat(browser, org, org.persona('Partner User', offer.PRM_Partner__r.Name))))) as [Seat, Seat];
    for (const each of [first, second]) {
      await each.goto('/partners/offers');
      await cardOf(each, name).getByText('Other partners were asked too').waitFor();
    }
    await cardOf(first, name).getByRole('button', { name: `Accept ${name}` }).click();
    await toast(first, `The lead is yours: ${name}`).waitFor();
    await cardOf(second, name).getByRole('button', { name: `Accept ${name}` }).click();
    await second.page.getByRole('alert').getByText(name).waitFor();
    await cardOf(second, name).waitFor({ state: 'detached' });
    const statuses = (await offersOf(admin, leadId)).map((offer) => [offer.PRM_Partner__c, offer.PRM_Status__c]);
    expect(statuses.sort()).toEqual([[offers[0]?.PRM_Partner__c, 'Accepted'], [offers[1]?.PRM_Partner__c, 'Taken']].sort());
    const loser = await logIn(org, org.persona('Partner User', offers[1]?.PRM_Partner__r.Name));
    expect((await loser.query(`SELECT Id FROM PRM_Lead_Offer__c WHERE Id = '${offers[1]?.Id}'`)).totalSize).toBe(0);
  });
});

describe('GIVEN an offer that does not suit the partner', () => {
  const name = company('Allgäu Käserei');

  test('WHEN the partner declines with a reason THEN the offer goes to the next partner, and the first sees it no more', async () => {
    const leadId = await leadComesIn(manager, { Company: name, PRM_Product__c: PRODUCT });
    const first = await openOffer(admin, leadId);
    const partner = await seat(browser, org, org.persona('Partner Manager', first.PRM_Partner__r.Name));
    await partner.goto('/partners/offers');
    await cardOf(partner, name).getByRole('button', { name: `Decline ${name}` }).click();
    await cardOf(partner, name).getByRole('group').getByRole('button').first().click();
    await toast(partner, `Declined: ${name}`).waitFor();
    await until('the next partner to be asked', async () => (await offersOf(admin, leadId)).length === 2);
    const [declined, next] = await offersOf(admin, leadId);
    expect(declined).toMatchObject({ Id: first.Id, PRM_Status__c: 'Declined' });
    expect(next).toMatchObject({ PRM_Status__c: 'Offered', PRM_Sequence__c: 2 });
    expect(next?.PRM_Partner__c).not.toBe(first.PRM_Partner__c);
    expect((await (await logIn(org, org.persona('Partner Manager', first.PRM_Partner__r.Name))).query(`SELECT Id FROM PRM_Lead_Offer__c WHERE Id = '${first.Id}'`)).totalSize).toBe(0);
    await refresh(board.page);
    await (await find(board.page, 'offered', name)).getByText(next?.PRM_Partner__r.Name ?? '').waitFor();
    const second = await seat(browser, org, org.persona('Partner Manager', next?.PRM_Partner__r.Name));
    await second.goto('/partners/offers');
    await cardOf(second, name).waitFor();
  });
});

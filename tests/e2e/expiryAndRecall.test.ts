/** Offers that end without an answer, and what the channel manager does by hand. */
import type { Connection } from 'jsforce';
import type { Browser, Page } from 'playwright-core';
import { logIn, onePerPartner } from '../../scripts/accept/client';
import { cardIn, choose, find, refresh } from './support/board';
import { openBrowser, seat, type Seat } from './support/browser';
import { apex, company, lead, leadComesIn, offersOf, openOffer, quickRule, until, type OfferRow } from './support/leads';
import { theOrg, type Org } from './support/org';

jest.setTimeout(180_000);

const PRODUCT = 'Expiry Pump';

let org: Org;
let browser: Browser;
let admin: Connection;
let board: Seat;
const seats = new Map<string, Seat>();

beforeAll(async () => {
  org = await theOrg();
  browser = await openBrowser();
  admin = await logIn(org, org.persona('PRM Administrator'));
  await quickRule(admin, PRODUCT);
  board = await seat(browser, org, org.persona('Channel Manager'));
});

afterAll(async () => browser?.close());

/** The partner's own browser, one per partner. */
async function partnerSeat(account: string): Promise<Seat> {
  const there = seats.get(account) ?? (await seat(browser, org, org.persona('Partner Manager', account)));
  seats.set(account, there);
  await there.goto('/partners/offers');
  return there;
}

const cardOf = (inbox: Seat, name: string) => inbox.page.locator('c-prm-offer-card').filter({ hasText: name });

async function sees(account: string, offerId: string): Promise<boolean> {
  const connection = await logIn(org, onePerPartner(org).find((each) => each.account === account)!);
  return (await connection.query(`SELECT Id FROM PRM_Lead_Offer__c WHERE Id = '${offerId}'`)).totalSize === 1;
}

/** The offer after the first, once it is made. */
async function nextOffer(leadId: string, first: OfferRow): Promise<OfferRow> {
  await until('the next partner to be asked', async () => (await offersOf(admin, leadId)).some((offer) => offer.Id !== first.Id && offer.PRM_Status__c === 'Offered'));
  return openOffer(admin, leadId);
}

async function makeOverdue(offer: OfferRow): Promise<void> {
  const saved = await admin.sobject('PRM_Lead_Offer__c').update({ Id: offer.Id, PRM_Due_At__c: new Date(Date.now() - 60_000).toISOString() });
  expect(saved).toMatchObject({ success: true });
}

describe('GIVEN an offer whose time has run out', () => {
  test('WHEN the partner accepts it from a page opened before THEN a sentence says that it is too late', async () => {
    const name = company('Zu spät GmbH');
    const offer = await openOffer(admin, await leadComesIn(admin, { Company: name, PRM_Product__c: PRODUCT }));
    const partner = await partnerSeat(offer.PRM_Partner__r.Name);
    const accept = cardOf(partner, name).getByRole('button', { name: `Accept ${name}` });
    await accept.waitFor();
    await makeOverdue(offer);
    await accept.click();
    await partner.page.getByRole('alert').getByText('The time to answer this offer is over.').waitFor();
    expect(await sees(offer.PRM_Partner__r.Name, offer.Id)).toBe(true);
  });

  test('WHEN the sweep runs THEN it expires, leaves the partner’s sight and goes to the next partner', async () => {
    const name = company('Moorbad Kontor');
    const leadId = await leadComesIn(admin, { Company: name, PRM_Product__c: PRODUCT });
    const first = await openOffer(admin, leadId);
    const before = await partnerSeat(first.PRM_Partner__r.Name);
    await cardOf(before, name).waitFor();
    await makeOverdue(first);
    await apex(admin, 'new PrmSweeper().execute(null);');
    const next = await nextOffer(leadId, first);
    expect(next.PRM_Partner__c).not.toBe(first.PRM_Partner__c);
    expect((await offersOf(admin, leadId))[0]).toMatchObject({ Id: first.Id, PRM_Status__c: 'Expired' });
    expect(await sees(first.PRM_Partner__r.Name, first.Id)).toBe(false);
    const after = await partnerSeat(next.PRM_Partner__r.Name);
    await cardOf(after, name).waitFor();
    await before.goto('/partners/offers');
    expect(await cardOf(before, name).count()).toBe(0);
  });

  test('WHEN all partners let it run out THEN the lead waits on the board with the reason', async () => {
    const name = company('Niemand & Söhne');
    const leadId = await leadComesIn(admin, { Company: name, PRM_Product__c: PRODUCT });
    const first = await openOffer(admin, leadId);
    await makeOverdue(first);
    await apex(admin, 'System.enqueueJob(new PrmOfferExpiryJob());');
    await makeOverdue(await nextOffer(leadId, first));
    await apex(admin, 'System.enqueueJob(new PrmOfferExpiryJob());');
    await until('the lead to wait', async () => (await lead(admin, leadId)).PRM_Routing_Status__c === 'Queued');
    expect(await lead(admin, leadId)).toMatchObject({ PRM_Routing_Reason__c: 'ALL_DECLINED' });
    await refresh(board.page);
    await (await find(board.page, 'unrouted', name)).waitFor();
  });
});

describe('GIVEN the board', () => {
  test('WHEN the channel manager takes an offer back with a note THEN the partner loses it and the next is asked', async () => {
    const name = company('Rückruf AG');
    const leadId = await leadComesIn(admin, { Company: name, PRM_Product__c: PRODUCT });
    const first = await openOffer(admin, leadId);
    await refresh(board.page);
    await choose(await find(board.page, 'offered', name), 'Take back');
    const panel = board.page.getByRole('dialog');
    await panel.getByText('The partner has not answered yet.').waitFor();
    await panel.getByLabel('Note').fill('The customer asked for somebody else.');
    await panel.getByRole('button', { name: 'Take back' }).last().click();
    await board.page.getByText(`${name} was taken back`).first().waitFor();
    const next = await nextOffer(leadId, first);
    expect((await offersOf(admin, leadId))[0]).toMatchObject({ PRM_Status__c: 'Recalled' });
    expect(await sees(first.PRM_Partner__r.Name, first.Id)).toBe(false);
    expect(await sees(next.PRM_Partner__r.Name, next.Id)).toBe(true);
  });

  test('WHEN a lead is handed over by the keyboard alone THEN the chosen partner gets it and the focus comes back', async () => {
    const name = company('Tastatur KG');
    const leadId = await leadComesIn(admin, { Company: name, PRM_Product__c: PRODUCT });
    const first = await openOffer(admin, leadId);
    const chosen = onePerPartner(org).find((each) => each.account !== first.PRM_Partner__r.Name)!.account;
    await refresh(board.page);
    const card = await find(board.page, 'offered', name);
    await card.getByRole('button', { name: /^Actions for/ }).focus();
    await board.page.keyboard.press('Enter');
    await card.getByRole('menuitem').first().waitFor();
    await pressUntil(board.page, 'ArrowDown', 'Hand over');
    await board.page.keyboard.press('Enter');
    const panel = board.page.getByRole('dialog');
    await panel.getByRole('list', { name: 'Partners' }).waitFor();
    await pressUntil(board.page, 'Tab', 'Search');
    await board.page.keyboard.type(chosen);
    await panel.getByRole('list', { name: 'Partners' }).getByRole('listitem').nth(1).waitFor({ state: 'detached' });
    await pressUntil(board.page, 'Tab', `Offer to ${chosen}`);
    await board.page.keyboard.press('Enter');
    await board.page.getByText(`${name} was offered to ${chosen}`).first().waitFor();
    expect(await openOffer(admin, leadId)).toMatchObject({ PRM_Partner__r: { Name: chosen } });
    expect(await sees(first.PRM_Partner__r.Name, first.Id)).toBe(false);
    // On the card where it is still shown, else on the board's heading: never lost.
    await board.page.locator(':focus').filter({ hasText: new RegExp(`${name}|Distribution of leads`) }).last().waitFor();
    const partner = await partnerSeat(chosen);
    await partner.page.getByLabel('Search').fill(name);
    await cardOf(partner, name).getByText('Your channel manager chose you.').waitFor();
  });

  test('WHEN a rule is made for a lead that found nobody, and the lead is distributed again THEN a partner is asked', async () => {
    const product = company('Rare Pump');
    const name = company('Wartezimmer eG');
    const leadId = await leadComesIn(admin, { Company: name, PRM_Product__c: product });
    expect(await lead(admin, leadId)).toMatchObject({ PRM_Routing_Status__c: 'Queued', PRM_Routing_Reason__c: 'NO_COMPETENCY' });
    await quickRule(admin, product);
    await refresh(board.page);
    const card = await find(board.page, 'unrouted', name);
    await card.getByText('No partner with the competency').waitFor();
    await choose(card, 'Distribute again');
    await board.page.getByText(`${name} is being distributed again`).first().waitFor();
    await until('the lead to be offered', async () => (await lead(admin, leadId)).PRM_Routing_Status__c === 'Offered');
    await refresh(board.page);
    await find(board.page, 'offered', name);
    expect(await cardIn(board.page, 'unrouted', name).count()).toBe(0);
  });
});

/** Presses a key until what has the focus bears the name; fails after more presses than the page has stops. */
async function pressUntil(page: Page, key: string, name: string): Promise<void> {
  // A locator looks past the shadow of components, which `document.activeElement` does not.
  const focused = (): Promise<string> => page.locator(':focus').last().evaluate((element: unknown) => {
    const { labels, innerText, ariaLabel } = element as { labels?: ArrayLike<{ innerText: string }>; innerText: string; ariaLabel: string | null };
    return (labels?.[0]?.innerText ?? ariaLabel ?? innerText).trim();
  });
  for (let pressed = 0; pressed < 40; pressed++) {
    if ((await focused()) === name) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${name} cannot be reached with ${key}; the focus is on ${await focused()}.`);
}

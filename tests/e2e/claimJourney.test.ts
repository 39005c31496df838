/** From a piece that is registered to money that comes back: partner, two adjudicators and two approvers, each at a browser of their own. */
import type { Connection } from 'jsforce';
import type { Browser, Locator, Page } from 'playwright-core';
import { logIn, type Persona } from '../../scripts/accept/client';
import { openBrowser, seat, settled, type Seat } from './support/browser';
import { claimWorld, daysAgo, type ClaimWorld } from './support/claims';
import { call, filed, statusOf, withoutAudit } from './support/filing';
import { until } from './support/leads';
import { theOrg, type Org } from './support/org';
import { button, fileClaim, heading } from './support/wizard';

jest.setTimeout(180_000);

const CONSOLE = '/lightning/app/PRM_Service_Console';

let org: Org;
let browser: Browser;
let admin: Connection;
let persona: Persona;
let world: ClaimWorld;
let partner: Seat;
let adjudicators: Seat[];
let approvers: Seat[];
/** The claim that rules decide, its number with the partner and with us; and the claim that people decide. */
const number = `JOURNEY-${process.pid}-${Date.now().toString(36)}`;
let byRule: { id: string; name: string };
let byHand: { id: string; name: string };

interface ClaimRow extends Record<string, unknown> { readonly Id: string; readonly Name: string; readonly PRM_Status__c: string; }
const claimWhere = async (where: string): Promise<ClaimRow> => (await admin.query<ClaimRow>(`SELECT Id, Name, PRM_Status__c, PRM_Approved_Total__c, PRM_Return_State__c FROM PRM_Warranty_Claim__c WHERE ${where}`)).records[0] as ClaimRow;
const becomes = (claimId: string, status: string): Promise<void> => until(`the claim to be ${status}`, async () => (await statusOf(admin, claimId)) === status);
const sumOf = async (claimId: string, entry: string): Promise<number> => (await admin.query<{ sum: number }>(`SELECT SUM(PRM_Amount__c) sum FROM PRM_Claim_Ledger__c WHERE PRM_Claim__c = '${claimId}' AND PRM_Entry__c = '${entry}'`)).records[0]?.sum ?? 0;

beforeAll(async () => {
  org = await theOrg();
  browser = await openBrowser();
  admin = await logIn(org, org.persona('PRM Administrator'));
  await withoutAudit(admin);
  persona = org.persona('Partner Manager');
  world = await claimWorld(admin, persona.account as string, { pieces: 2, unsold: 1 });
  const two = (name: string): Promise<Seat[]> => Promise.all(org.personas.filter((each) => each.persona === name).map((each) => seat(browser, org, each)));
  [partner, adjudicators, approvers] = await Promise.all([seat(browser, org, persona), two('Claims Adjudicator'), two('Funds Approver')]);
  expect([adjudicators.length, approvers.length]).toEqual([2, 2]);
});

afterAll(async () => browser?.close());

/** Opens a page of the console where the claim is in a list, found by its name. */
async function openRow(at: Seat, tab: string, search: string, show = ''): Promise<Page> {
  await at.goto(`${CONSOLE}/${tab}`);
  if (show) await at.page.locator('[data-control="choice"]').selectOption(show);
  await at.page.getByLabel('Search').first().fill(search);
  await at.page.keyboard.press('Enter');
  await at.page.waitForURL(/search=/);
  await settled(at.page);
  return at.page;
}

/** Opens a claim in the adjudicators' queue. */
async function inQueue({ page, goto }: Seat, claimId: string, scope: 'all' | 'appealed' = 'all'): Promise<Page> {
  await goto(`${CONSOLE}/PRM_Claim_Queue`);
  await page.locator(`[data-scope="${scope}"]`).click();
  await page.locator(`[data-scope="${scope}"][aria-pressed="true"]`).waitFor();
  await page.locator(`[data-claim="${claimId}"]`).click();
  await page.locator('c-prm-claim-decision [data-line]').first().waitFor();
  return page;
}

const line = (page: Page, position: number): Locator => page.locator(`c-prm-claim-decision section[data-line]`).nth(position - 1);
const act = (page: Page, position: number, name: 'Approve' | 'Adjust' | 'Reject'): Promise<void> => line(page, position).getByRole('button', { name: new RegExp(`^${name}`) }).click();
const words = (page: Page, position: number, text: string): Promise<void> => line(page, position).getByLabel('Why, as the partner reads it').fill(text);
const decide = async (page: Page): Promise<void> => {
  await button(page, 'Save decision').click();
  await page.locator('[data-announcement]').filter({ hasText: /is decided/ }).waitFor({ state: 'attached' });
};

describe('GIVEN a piece in the partner’s stock', () => {
  test('WHEN it is sold and registered THEN it is under warranty', async () => {
    await partner.goto('/partners/serials');
    const { page } = partner;
    const serial = world.serials[1] as string;
    // The page has two fields of this name; the other one looks a number up.
    await page.locator('c-prm-registration-form').getByLabel('Serial number').fill(serial);
    await page.getByRole('textbox', { name: 'Owner', exact: true }).fill('Hansa Werft');
    await page.getByLabel('Day of the sale').fill(daysAgo(60));
    await button(page, 'Register').click();
    await page.getByText(`Registered: ${serial}`).first().waitFor();
    await page.getByRole('button', { name: serial }).first().waitFor();
    expect((await admin.query(`SELECT COUNT() FROM PRM_Asset_Coverage__c WHERE PRM_Serial__c = '${serial}' AND PRM_Status__c = 'Active'`)).totalSize).toBe(1);
  });

  test('WHEN a claim in order is filed for it THEN rules approve it, line by line, at once', async () => {
    await partner.goto('/partners/file-claim');
    const { page } = partner;
    await fileClaim(page, world, { serial: world.serials[1] as string, number, proof: number });
    const filedClaim = await claimWhere(`PRM_Claim_Number__c = '${number}'`);
    byRule = { id: filedClaim.Id, name: filedClaim.Name };
    await becomes(byRule.id, 'Approved');
    await page.reload();
    await page.locator('c-prm-claim-lines li[data-outcome="Approved"]').nth(2).waitFor();
    expect(await page.locator('[data-entry="Approved"]').innerText()).toMatch(/270[.,]00/);
  });
});

describe('GIVEN a claim with a cost that no rule decides', () => {
  test('WHEN it is filed THEN it waits in the queue of people, with what the rules said', async () => {
    const connection = await logIn(org, persona);
    const id = await filed(admin, connection, world, { serial: world.serials[0] as string, part: 1, other: 300, proof: `${number} by hand` });
    byHand = { id, name: (await claimWhere(`Id = '${id}'`)).Name };
    expect(await statusOf(admin, id)).toBe('Under Review');
    const page = await inQueue(adjudicators[0]!, id);
    expect(await heading(page, byHand.name).count()).toBe(1);
  });

  test('WHEN an adjudicator adjusts one line and rejects one THEN the claim is partly approved and the partner reads why', async () => {
    const { page } = adjudicators[0]!;
    await act(page, 1, 'Approve');
    await act(page, 2, 'Adjust');
    await line(page, 2).getByLabel('Amount to pay').fill('90');
    await words(page, 2, 'One and a half hours are enough for a seal.');
    await act(page, 3, 'Reject');
    await words(page, 3, 'A crane was not needed.');
    await decide(page);
    await becomes(byHand.id, 'Partly Approved');
    await partner.goto(`/partners/claim?claim=${byHand.id}`);
    await partner.page.getByText('One and a half hours are enough for a seal.').waitFor();
    await partner.page.locator('li[data-outcome="Rejected"]').getByText('A crane was not needed.').waitFor();
    expect(await sumOf(byHand.id, 'Approved')).toBe(210);
  });

  test('WHEN the partner appeals THEN the first adjudicator may not decide, and another one grants more', async () => {
    const { page } = partner;
    await page.getByLabel('Why you disagree').fill('The pump weighs 300 kg.');
    await button(page, 'Appeal').click();
    await becomes(byHand.id, 'Under Review');
    const first = await inQueue(adjudicators[0]!, byHand.id, 'appealed');
    await first.locator('[data-refusal]').getByText('You decided this claim before the appeal, so somebody else must decide it now.').waitFor();
    expect(await button(first, 'Save decision').count()).toBe(0);
    const second = await inQueue(adjudicators[1]!, byHand.id, 'appealed');
    await second.getByText('The pump weighs 300 kg.').waitFor();
    await act(second, 1, 'Approve');
    await act(second, 2, 'Approve');
    await act(second, 3, 'Adjust');
    await line(second, 3).getByLabel('Amount to pay').fill('40');
    await words(second, 3, 'Half of the crane.');
    await decide(second);
    await becomes(byHand.id, 'Partly Approved');
    await partner.goto(`/partners/claim?claim=${byHand.id}`);
    await page.getByText('Half of the crane.').waitFor();
    expect(await button(page, 'Appeal').count()).toBe(0);
    expect(await sumOf(byHand.id, 'Approved')).toBe(280);
  });
});

describe('GIVEN a part that must come back', () => {
  test('WHEN the partner ships it and something else arrives THEN the claim is back in review, and is decided again', async () => {
    const { page } = partner;
    await page.getByLabel('Carrier').fill('Spedition Nord');
    await page.getByLabel('Tracking number').fill('NX 4711');
    await button(page, 'Mark as shipped').click();
    await page.getByText(/NX 4711/).first().waitFor();
    const desk = await openRow(approvers[0]!, 'PRM_Returned_Parts', byHand.name);
    await desk.locator('c-prm-ui-list [data-open]').first().click();
    const slip = desk.getByRole('dialog');
    await slip.getByLabel('Pieces that came').fill('0');
    await slip.getByLabel('Note').fill('The box was empty.');
    await slip.getByRole('button', { name: 'Record receipt' }).click();
    await slip.getByText(`Claim ${byHand.name} is back in review`, { exact: false }).waitFor();
    await becomes(byHand.id, 'Under Review');
    const review = await inQueue(adjudicators[1]!, byHand.id);
    await act(review, 1, 'Adjust');
    await line(review, 1).getByLabel('Amount to pay').fill('60');
    await words(review, 1, 'The part never came: half of it.');
    await decide(review);
    await becomes(byHand.id, 'Partly Approved');
    expect(await claimWhere(`Id = '${byHand.id}'`)).toMatchObject({ PRM_Approved_Total__c: 220, PRM_Return_State__c: 'Received' });
  });
});

describe('GIVEN money that is owed', () => {
  test('WHEN an approver pays both claims THEN each is paid once, what was approved', async () => {
    for (const claim of [byRule, byHand]) {
      const page = await openRow(approvers[0]!, 'PRM_Claim_Payments', claim.name);
      await page.locator('c-prm-ui-list [data-select]').first().check();
      await page.getByLabel('Payment reference').fill(`CN ${number}`);
      await button(page, 'Pay').click();
      await becomes(claim.id, 'Paid');
    }
    expect([await sumOf(byRule.id, 'Paid'), await sumOf(byHand.id, 'Paid')]).toEqual([270, 220]);
    await partner.goto(`/partners/claim?claim=${byHand.id}`);
    expect(await partner.page.locator('[data-entry="Paid"]').innerText()).toMatch(/220[.,]00/);
  });

  test('WHEN a payment shall be taken back THEN who asks cannot approve, and another approver does', async () => {
    const asking = await openRow(approvers[0]!, 'PRM_Claim_Payments', byRule.name, 'Paid');
    await asking.locator('c-prm-ui-list [data-open]').first().click();
    await asking.getByLabel('Reason').fill('The piece was repaired twice.');
    await button(asking, 'Ask to take it back').click();
    await asking.locator('[data-second]').waitFor();
    expect(await button(asking, /^Approve: /).count()).toBe(0);
    const approving = await openRow(approvers[1]!, 'PRM_Claim_Payments', byRule.name, 'Clawback');
    await approving.locator('c-prm-ui-list [data-open]').first().click();
    await approving.getByText('The piece was repaired twice.').waitFor();
    await button(approving, 'Approve: take it back').click();
    await becomes(byRule.id, 'Clawed Back');
    expect(await sumOf(byRule.id, 'Clawed Back')).toBe(270);
    await partner.goto(`/partners/claim?claim=${byRule.id}`);
    await partner.page.getByText('The piece was repaired twice.').first().waitFor();
  });

  test('WHEN a supplier bears its share THEN it is asked, accepts and pays, and the report says what came back', async () => {
    const [supplier] = world.suppliers as [string];
    const page = await openRow(approvers[1]!, 'PRM_Recoveries', supplier);
    await page.locator('c-prm-ui-list [data-open]').first().click();
    const card = page.getByRole('dialog');
    await card.getByRole('button', { name: 'Mark as asked' }).click();
    await card.getByRole('button', { name: 'Supplier accepts' }).click();
    await card.getByLabel(/Amount that came back/).fill('132');
    await card.getByRole('button', { name: 'Record money' }).click();
    await until('the money to be recorded', async () => (await admin.query(`SELECT COUNT() FROM PRM_Supplier_Recovery__c WHERE PRM_Claim__c = '${byHand.id}' AND PRM_Status__c = 'Recovered' AND PRM_Recovered__c = 132`)).totalSize === 1);
    await card.getByRole('button', { name: 'Close' }).click();
    await page.locator('c-prm-recovery-report c-prm-ui-chart').first().waitFor();
    const rows = await call<{ supplierName: string; recovered: number }[]>(await logIn(org, org.persona('Funds Approver')), 'PrmRecoveriesController.report', { fromDay: null, toDay: null });
    expect(rows.find((row) => row.supplierName === supplier)).toMatchObject({ recovered: 132 });
  });
});

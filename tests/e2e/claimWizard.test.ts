/** A claim filed by a partner: serial with its warranty at once, what failed, three lines, a proof, review. */
import type { Connection } from 'jsforce';
import type { Browser } from 'playwright-core';
import { logIn, type Persona } from '../../scripts/accept/client';
import { expectAccessible, failing } from './support/axe';
import { openBrowser, seat, type Seat } from './support/browser';
import { claimWorld, type ClaimWorld } from './support/claims';
import { until } from './support/leads';
import { idlePartner } from './support/people';
import { theOrg, type Org } from './support/org';
import { button, fileClaim } from './support/wizard';

jest.setTimeout(180_000);

/** What is allowed for a claim of three lines: a click, a key command, a field filled count one each. */
const MOST_INTERACTIONS = 30;

let org: Org;
let browser: Browser;
let admin: Connection;
let persona: Persona;
let world: ClaimWorld;
let partner: Seat;

beforeAll(async () => {
  org = await theOrg();
  browser = await openBrowser();
  admin = await logIn(org, org.persona('PRM Administrator'));
  persona = org.persona('Partner Manager');
  world = await claimWorld(admin, persona.account as string);
  partner = await seat(browser, org, persona);
});

afterAll(async () => browser?.close());

interface ClaimRow { readonly Id: string; readonly PRM_Status__c: string; readonly PRM_Claimed_Total__c: number; readonly PRM_Line_Count__c: number; readonly PRM_Proof_Count__c: number | null; }
const claimOf = async (number: string): Promise<ClaimRow | undefined> =>
  (await admin.query<ClaimRow & Record<string, unknown>>(`SELECT Id, PRM_Status__c, PRM_Claimed_Total__c, PRM_Line_Count__c, PRM_Proof_Count__c FROM PRM_Warranty_Claim__c WHERE PRM_Claim_Number__c = '${number}'`)).records[0];

describe('GIVEN a partner with a broken pump under warranty', () => {
  const number = `E2E-${process.pid}-${Date.now().toString(36)}`;

  test('WHEN a claim of three lines is filed THEN at most 30 interactions are needed, and it is with us', async () => {
    await partner.goto('/partners/file-claim');
    const { page } = partner;
    const hand = await fileClaim(page, world, { serial: ` ${(world.serials[0] as string).toLowerCase()}`, number });
    expect(hand.count).toBeLessThanOrEqual(MOST_INTERACTIONS);
    await until('the claim to be submitted', async () => (await claimOf(number))?.PRM_Status__c !== 'Draft');
    expect(await claimOf(number)).toMatchObject({ PRM_Claimed_Total__c: 270, PRM_Line_Count__c: 3, PRM_Proof_Count__c: 1 });
  });

  test('WHEN its page is looked at THEN it shows path, lines, money and proof, without violation at both widths', async () => {
    const { page } = partner;
    await page.getByText('invoice.pdf', { exact: true }).waitFor();
    expect(await page.locator('c-prm-claim-lines li').count()).toBe(3);
    expect(await page.locator('[data-entry="Claimed"]').innerText()).toMatch(/270[.,]00/);
    await expectAccessible(page);
  });

  test('WHEN the list is opened THEN the claim is found by its number and opens', async () => {
    await partner.goto('/partners/claims');
    const { page } = partner;
    await page.getByLabel('Search').fill(number);
    await page.keyboard.press('Enter');
    await page.waitForURL(/search=/);
    await page.getByRole('button', { name: number }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: number }).click();
    await page.getByRole('heading', { name: `Claim ${number}` }).waitFor();
  });
});

describe('GIVEN a claim that is being written', () => {
  test('WHEN the page is reloaded, and when the session is lost before anything reached the server THEN all that was typed is there', async () => {
    const { page, context } = partner;
    await partner.goto('/partners/file-claim');
    await page.getByLabel(/Serial number/).fill(world.serials[1] as string);
    await page.getByText('Under warranty').waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('What the customer reported').fill('It stopped.');
    await page.getByText(/^Draft saved/).waitFor();
    await page.waitForURL(/claim=/);
    await page.reload();
    await page.getByLabel('What the customer reported').waitFor();
    expect(await page.getByLabel('What the customer reported').inputValue()).toBe('It stopped.');
    await context.clearCookies();
    await page.getByLabel('What you found and did').fill('New bearing.');
    const address = page.url();
    await page.goto('/');
    await page.getByLabel('Username').fill(persona.username);
    await page.getByLabel('Password').fill(persona.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.waitForURL(/\/partners\//);
    await page.goto(address);
    await page.getByText('What you typed last time was kept and is here again.').waitFor();
    expect(await page.getByLabel('What you found and did').inputValue()).toBe('New bearing.');
  });

  test('WHEN it is not complete THEN each problem stands at its field and at the top, and leads to the field', async () => {
    const { page } = partner;
    await page.getByLabel('Day of the failure').fill('2999-01-01');
    await button(page, 'Next').click();
    const summary = page.getByRole('alert').filter({ hasText: 'Please correct the marked fields.' });
    await summary.waitFor();
    await summary.getByRole('button', { name: /Day of the failure/ }).click();
    expect(await page.evaluate('(() => { let active = document.activeElement; while (active.shadowRoot && active.shadowRoot.activeElement) active = active.shadowRoot.activeElement; return active.type; })()')).toBe('date');
    await expectAccessible(page);
  });

  test('WHEN Escape is pressed THEN it is asked whether to leave, and the draft stands before all that waits for nobody', async () => {
    const { page } = partner;
    await page.getByLabel('What you found and did').press('Escape');
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await page.waitForURL(/\/partners\/claims/);
    const rows = page.locator('c-prm-ui-list tbody tr');
    await rows.filter({ hasText: world.serials[1] as string }).getByText('Finish your draft').waitFor();
    const texts = await rows.allInnerTexts();
    const place = texts.findIndex((text) => text.includes(world.serials[1] as string));
    for (const before of texts.slice(0, place)) expect(before).toMatch(/Answer our question|Send the parts|Finish your draft/);
  });
});

describe('GIVEN a serial that nobody knows', () => {
  test('WHEN a letter stands for a digit THEN the near one is proposed and taken only on a click', async () => {
    const { page } = partner;
    await partner.goto('/partners/file-claim');
    const serial = world.serials[0] as string;
    const wrong = serial.replace(/0$/, 'O');
    await page.getByLabel(/Serial number/).fill(wrong);
    await button(page, `Use ${serial}`).waitFor();
    await button(page, 'Next').click();
    await page.getByRole('alert').filter({ hasText: wrong }).waitFor();
    expect(await page.getByLabel(/Serial number/).inputValue()).toBe(wrong);
    await button(page, `Use ${serial}`).click();
    await page.getByText('Under warranty').waitFor();
    expect(await page.getByLabel(/Serial number/).inputValue()).toBe(serial);
  });
});

describe('GIVEN a partner without claims, and a server that fails', () => {
  test.each(['/partners/claims', '/partners/claim'])('WHEN %s is empty THEN it says what to do, without violation', async (path) => {
    const idle = await seat(browser, org, await idlePartner(admin));
    await idle.goto(path);
    await idle.page.locator('c-prm-ui-empty').first().waitFor();
    await expectAccessible(idle.page);
    await idle.context.close();
  });

  test.each(['/partners/claims', '/partners/claim?claim=a0X000000000001', '/partners/file-claim?claim=a0X000000000001'])('WHEN %s is in error THEN it offers to try again, without violation', async (path) => {
    const { page } = partner;
    await failing(page, /\/web\/apex\//, async () => {
      await page.goto(path);
      await page.getByRole('button', { name: 'Try again' }).first().waitFor();
      await expectAccessible(page);
    });
  });
});

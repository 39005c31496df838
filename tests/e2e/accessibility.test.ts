/** Every page of portal and console by axe, wide and at 320 pixels: with rows, empty and in error. */
import type { Connection } from 'jsforce';
import type { Browser, Page } from 'playwright-core';
import { logIn, type Persona } from '../../scripts/accept/client';
import { expectAccessible, failing, pageWidth, violations } from './support/axe';
import { openBrowser, seat, settled, WIDE, type Seat } from './support/browser';
import { idlePartner } from './support/people';
import { theOrg, type Org } from './support/org';

jest.setTimeout(180_000);

let org: Org;
let browser: Browser;
let admin: Connection;
let partner: Seat;
let idle: Seat;
let manager: Seat;
/** A second browser of the channel manager, so that two pages are checked at once. */
let deputy: Seat;

beforeAll(async () => {
  org = await theOrg();
  browser = await openBrowser();
  admin = await logIn(org, org.persona('PRM Administrator'));
  const quiet: Persona = await idlePartner(admin);
  const people = [org.persona('Partner Manager'), quiet, org.persona('Channel Manager'), org.persona('Channel Manager')];
  [partner, idle, manager, deputy] = (await Promise.all(people.map((person) => seat(browser, org, person)))) as [Seat, Seat, Seat, Seat];
});

afterAll(async () => browser?.close());

describe('GIVEN the checks', () => {
  test('WHEN a fault is planted inside a component THEN it is found: the checks see into components', async () => {
    await partner.goto('/partners/offers');
    await partner.page.locator('c-prm-offer-card').first().waitFor();
    await partner.page.locator('c-prm-offer-card article').first().evaluate((article: unknown) => {
      (article as { insertAdjacentHTML(place: string, html: string): void }).insertAdjacentHTML('beforeend', '<img src="data:,"><div style="width: 4000px">wide</div>');
    });
    expect((await violations(partner.page)).join('\n')).toContain('image-alt');
    expect(await pageWidth(partner.page)).toBeGreaterThan(WIDE.width);
  });
});

describe('GIVEN the log-in pages', () => {
  test.each(['/', '/partners/login'])('WHEN %s is open, and after a wrong password THEN it has no violation', async (path) => {
    const context = await browser.newContext({ baseURL: org.instanceUrl });
    const page = await context.newPage();
    await page.goto(path);
    await expectAccessible(page);
    await page.getByLabel('Username').fill('nobody@nowhere.example');
    await page.getByLabel('Password').fill('wrong-1');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await context.close();
  });
});

const PORTAL = ['/partners/', '/partners/offers', '/partners/leads'];

describe('GIVEN the portal', () => {
  test.each(PORTAL)('WHEN %s has rows, has none, and fails THEN it has no violation', async (path) => {
    const withRows = async (): Promise<void> => {
      await partner.goto(path);
      await partner.page.locator('c-prm-offer-card, c-prm-ui-list tbody tr').first().waitFor();
      await expectAccessible(partner.page);
    };
    const withNone = async (): Promise<void> => {
      await idle.goto(path);
      await idle.page.locator('c-prm-ui-empty').first().waitFor();
      await expectAccessible(idle.page);
    };
    await Promise.all([withRows(), withNone()]);
    await failing(partner.page, /\/web\/apex\//, async () => {
      await partner.page.goto(path);
      await partner.page.getByRole('alert').first().waitFor();
      await expectAccessible(partner.page);
    });
  });

  test('WHEN an offer is being declined, and a lead is open beside the list THEN there is no violation', async () => {
    await partner.goto('/partners/offers');
    await partner.page.getByRole('button', { name: /^Decline / }).first().click();
    await partner.page.getByText('Why do you decline?').waitFor();
    await expectAccessible(partner.page);
    await partner.goto('/partners/leads');
    await partner.page.locator('c-prm-ui-list [data-open]').first().click();
    await partner.page.getByRole('dialog').getByRole('radio', { name: 'Won' }).check();
    await partner.page.getByLabel('Reason').waitFor();
    await expectAccessible(partner.page);
  });
});

const BOARD = '/lightning/app/PRM_Console/PRM_Lead_Board';

describe('GIVEN the board', () => {
  test('WHEN it has cards, none, and fails THEN it has no violation', async () => {
    const withCards = async (): Promise<void> => {
      await manager.goto(BOARD);
      await manager.page.locator('c-prm-lead-card').first().waitFor();
      await expectAccessible(manager.page);
    };
    const withNone = async (): Promise<void> => {
      // The demo always has leads: the server's own answer, with the cards taken out.
      await deputy.page.route(/PrmLeadBoardController\/columns/, async (route) => {
        const answer = (await (await route.fetch()).json()) as { returnValue: { total: number; cards: unknown[] }[] };
        await route.fulfill({ json: { returnValue: answer.returnValue.map((each) => ({ ...each, total: 0, cards: [] })) } });
      });
      await deputy.goto(BOARD);
      await deputy.page.getByText('Every lead has found a partner.').first().waitFor();
      await expectAccessible(deputy.page);
      await deputy.page.unroute(/PrmLeadBoardController\/columns/);
    };
    await Promise.all([withCards(), withNone()]);
    await failing(manager.page, /\/web\/apex\//, async () => {
      await manager.page.goto(BOARD);
      await manager.page.getByRole('alert').first().waitFor();
      await expectAccessible(manager.page);
    });
  });

  test('WHEN a lead is open beside it, in each view THEN there is no violation', async () => {
    await manager.goto(BOARD);
    const card = manager.page.locator('c-prm-lead-column[data-column="offered"] c-prm-lead-card').first();
    await card.locator('[data-action="explain"]').click();
    const panel = manager.page.getByRole('dialog');
    await panel.getByRole('table').first().waitFor();
    await expectAccessible(manager.page);
    await panel.getByRole('button', { name: 'Hand over' }).click();
    await panel.getByRole('list', { name: 'Partners' }).waitFor();
    await expectAccessible(manager.page);
    await panel.getByRole('button', { name: 'Take back' }).first().click();
    await panel.getByLabel('Note').waitFor();
    await expectAccessible(manager.page);
  });
});

/** Objects with a tab in the console. */
const TABS = ['PRM_Lead_Offer__c', 'Lead', 'Account', 'PRM_Routing_Rule__c', 'PRM_Routing_Decision__c', 'PRM_Named_Account__c', 'PRM_Agreement__c', 'PRM_Territory__c', 'PRM_Tier__c'];

describe('GIVEN the console', () => {
  test.each(TABS)('WHEN the list of %s and one of its records are open THEN there is no violation', async (object) => {
    const list = async (): Promise<void> => {
      await deputy.page.goto(`/lightning/o/${object}/list`);
      await listStands(deputy.page);
      await expectAccessible(deputy.page);
    };
    const [record] = (await admin.query<{ Id: string }>(`SELECT Id FROM ${object} ORDER BY CreatedDate DESC LIMIT 1`)).records;
    const page = async (): Promise<void> => {
      if (!record) return;
      await manager.goto(`/lightning/r/${object}/${record.Id}/view`);
      await manager.page.locator('web-field-value').first().waitFor();
      await manager.page.locator('lightning-spinner').first().waitFor({ state: 'detached' });
      await expectAccessible(manager.page);
    };
    await Promise.all([list(), page()]);
  });

  test('WHEN a list fails THEN it has no violation', async () => {
    await failing(manager.page, /\/ui-api\/list-records\//, async () => {
      await manager.page.goto('/lightning/o/Lead/list');
      await manager.page.getByRole('alert').first().waitFor();
      await expectAccessible(manager.page);
    });
  });
});

/** A list shows its rows, or says that it has none. */
async function listStands(page: Page): Promise<void> {
  await settled(page);
  await page.locator('web-record-table').first().waitFor();
  await page.locator('lightning-spinner').first().waitFor({ state: 'detached' });
}

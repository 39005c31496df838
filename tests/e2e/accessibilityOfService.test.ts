/** Every page of catalogue, requests and claims by axe, wide and at 320 pixels: with rows, empty and in error. */
import type { Connection } from 'jsforce';
import type { Browser, Page } from 'playwright-core';
import { logIn } from '../../scripts/accept/client';
import { expectAccessible, failing, withoutRows } from './support/axe';
import { openBrowser, seat, type Seat } from './support/browser';
import { claimWorld } from './support/claims';
import { call, filed, withoutAudit } from './support/filing';
import { theOrg, type Org } from './support/org';

jest.setTimeout(240_000);

const APEX = /\/web\/apex\//;

let org: Org;
let browser: Browser;
let admin: Connection;
type Who = 'partner' | 'administrator' | 'manager' | 'adjudicator' | 'approver';
const seats = new Map<Who, Promise<Seat>>();
/** A claim that waits for a person, and one that was paid after its part came back. */
let waiting: string;

const PERSONAS: Readonly<Record<Who, string>> = { partner: 'Partner Manager', administrator: 'PRM Administrator', manager: 'Channel Manager', adjudicator: 'Claims Adjudicator', approver: 'Funds Approver' };

/** One browser for each kind of person, opened when first needed. */
function at(who: Who): Promise<Seat> {
  const known = seats.get(who) ?? seat(browser, org, org.persona(PERSONAS[who]));
  seats.set(who, known);
  return known;
}

beforeAll(async () => {
  org = await theOrg();
  browser = await openBrowser();
  admin = await logIn(org, org.persona('PRM Administrator'));
  await withoutAudit(admin);
  const persona = org.persona('Partner Manager');
  const world = await claimWorld(admin, persona.account as string);
  const partner = await logIn(org, persona);
  const [first, second, third] = world.serials as [string, string, string];
  waiting = await filed(admin, partner, world, { serial: first, other: 300, proof: `waiting ${first}` });
  const paid = await filed(admin, partner, world, { serial: second, proof: `paid ${second}` });
  await filed(admin, partner, world, { serial: third, part: 1, proof: `returning ${third}` });
  await call(await logIn(org, org.persona('Funds Approver')), 'PrmPaymentDeskController.pay', { claimIds: [paid], reference: 'CN-1' });
  await call(partner, 'PrmRequestsController.open', { draft: { subject: 'Which oil?', description: 'The plate cannot be read any more.', severity: 'Question', category: 'Documentation' } });
});

afterAll(async () => browser?.close());

interface PageCase {
  readonly who: Who;
  readonly path: string;
  /** What stands there when there are rows. */
  readonly rows: string;
  /** The call whose rows are taken out; none where the page cannot be empty. */
  readonly list?: RegExp;
  /** What stands there without rows, where it is not the usual hint. */
  readonly empty?: string;
}

const LIST = 'c-prm-ui-list [data-open]';
const PAGES: readonly (readonly [name: string, page: PageCase])[] = [
  ['claims', { who: 'partner', path: '/partners/claims', rows: LIST, list: /PrmMyClaimsController\/listClaims/ }],
  ['one claim', { who: 'partner', path: '/partners/claim?claim=CLAIM', rows: 'c-prm-claim-lines li' }],
  ['no claim', { who: 'partner', path: '/partners/claim', rows: 'c-prm-ui-empty' }],
  ['requests', { who: 'partner', path: '/partners/requests', rows: LIST, list: /PrmRequestsController\/listRequests/ }],
  ['catalogue', { who: 'partner', path: '/partners/catalogue', rows: LIST, list: /PrmCatalogueController\/listProducts/ }],
  ['serials', { who: 'partner', path: '/partners/serials', rows: LIST, list: /PrmRegistrationController\/listCoverages/ }],
  ['help desk', { who: 'manager', path: '/lightning/app/PRM_Service_Console/PRM_Help_Desk', rows: LIST, list: /PrmHelpDeskController\/listQueue/ }],
  ['claim queue', { who: 'adjudicator', path: '/lightning/app/PRM_Service_Console/PRM_Claim_Queue', rows: 'c-prm-claim-decision [data-line]', list: /PrmAdjudicatorController\/queue/ }],
  ['rules', { who: 'administrator', path: '/lightning/app/PRM_Service_Console/PRM_Claim_Rules', rows: LIST }],
  ['costs', { who: 'adjudicator', path: '/lightning/app/PRM_Service_Console/PRM_Claim_Costs', rows: 'c-prm-ui-chart', list: /PrmClaimCostController\/costs/, empty: 'c-prm-ui-chart' }],
  ['payments', { who: 'approver', path: '/lightning/app/PRM_Service_Console/PRM_Claim_Payments', rows: LIST, list: /PrmPaymentDeskController\/listClaims/ }],
  ['returns', { who: 'approver', path: '/lightning/app/PRM_Service_Console/PRM_Returned_Parts', rows: LIST, list: /PrmReturnsDeskController\/listReturns/ }],
  ['recoveries', { who: 'approver', path: '/lightning/app/PRM_Service_Console/PRM_Recoveries', rows: LIST, list: /PrmRecoveriesController\/(?:listRecoveries|report)/ }],
];

/** The page as it stands once nothing waits any more. */
async function stands(page: Page, path: string, what: string): Promise<void> {
  await page.goto(path.replace('CLAIM', waiting));
  await page.locator(what).first().waitFor();
  await page.locator('c-prm-ui-skeleton').first().waitFor({ state: 'detached' });
}

describe('GIVEN pages of catalogue, requests and claims', () => {
  test.each(PAGES)('WHEN the page of %s has rows, has none, and fails THEN it has no violation', async (_name, { who, path, rows, list, empty = 'c-prm-ui-empty' }) => {
    const { page } = await at(who);
    await stands(page, path, rows);
    await expectAccessible(page);
    if (list) {
      await withoutRows(page, list, async () => {
        await stands(page, path, empty);
        await expectAccessible(page);
      });
    }
    if (path === '/partners/claim') return;
    await failing(page, APEX, async () => {
      await stands(page, path, '[role="alert"]');
      await expectAccessible(page);
    });
  });

  test('WHEN a claim is being filed, from nothing and with a server that fails THEN there is no violation', async () => {
    const { page } = await at('partner');
    await stands(page, '/partners/file-claim', 'h1');
    await expectAccessible(page);
    await page.getByLabel(/Serial number/).fill('NOBODY-KNOWS-IT');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('alert').first().waitFor();
    await expectAccessible(page);
    await failing(page, APEX, async () => {
      await stands(page, '/partners/file-claim?claim=CLAIM', '[role="alert"]');
      await expectAccessible(page);
    });
  });
});

const OPENED: readonly (readonly [name: string, who: Who, path: string, what: string])[] = [
  ['request', 'partner', '/partners/requests', 'c-prm-conversation'],
  ['product', 'partner', '/partners/catalogue', 'c-prm-additions'],
  ['registration', 'partner', '/partners/serials', 'dl'],
  ['request at the desk', 'manager', '/lightning/app/PRM_Service_Console/PRM_Help_Desk', 'c-prm-desk-request c-prm-conversation'],
  ['payment', 'approver', '/lightning/app/PRM_Service_Console/PRM_Claim_Payments', 'c-prm-payment-claim c-prm-claim-lines'],
  ['return', 'approver', '/lightning/app/PRM_Service_Console/PRM_Returned_Parts', 'c-prm-return-receipt section'],
  ['recovery', 'approver', '/lightning/app/PRM_Service_Console/PRM_Recoveries', 'c-prm-recovery-card'],
];

describe('GIVEN something is open beside a list', () => {
  test.each(OPENED)('WHEN it is a %s THEN there is no violation', async (_name, who, path, what) => {
    const { page } = await at(who);
    await stands(page, path, LIST);
    await page.locator(LIST).first().click();
    await page.getByRole('dialog').locator(what).first().waitFor();
    await page.locator('c-prm-ui-skeleton').first().waitFor({ state: 'detached' });
    await expectAccessible(page);
  });

  test('WHEN it is a rule of a draft THEN there is no violation', async () => {
    const { page } = await at('administrator');
    await stands(page, '/lightning/app/PRM_Service_Console/PRM_Claim_Rules', LIST);
    await page.locator('[data-action="draft"]').click();
    await page.locator('[data-action="add"]').click();
    await page.getByRole('dialog').locator('c-prm-rule-form').waitFor();
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.locator('[data-action="discard"]').click();
    await page.locator('[data-action="add"]').waitFor({ state: 'detached' });
  });
});

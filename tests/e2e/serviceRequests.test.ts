/** A service request on its way: a partner asks, the help desk asks back and notes inside, the partner answers and closes with a mark. */
import type { Browser } from 'playwright-core';
import { logIn, onePerPartner } from '../../scripts/accept/client';
import { differences, WAYS_TO_REQUEST } from '../../scripts/accept/foreign';
import { violations } from './support/axe';
import { NARROW, openBrowser, seat, type Seat } from './support/browser';
import { theOrg, type Org } from './support/org';

jest.setTimeout(180_000);

const SUBJECT = `Pump does not start ${Date.now().toString(36)}`;
const NOTE = 'The third one of this batch.';

let org: Org;
let browser: Browser;
let partner: Seat;
let desk: Seat;

const open = async (at: Seat): Promise<void> => at.page.getByRole('button', { name: SUBJECT }).first().click();
const say = async (at: Seat, words: string, act: string): Promise<void> => {
  await at.page.getByLabel('Message').fill(words);
  await at.page.getByRole('button', { name: act, exact: true }).click();
};

beforeAll(async () => {
  org = await theOrg();
  browser = await openBrowser();
  const { account } = onePerPartner(org)[0]!;
  [partner, desk] = await Promise.all([seat(browser, org, org.persona('Partner Manager', account!)), seat(browser, org, org.persona('Channel Manager'))]);
  await partner.goto('/partners/requests');
});

afterAll(async () => browser?.close());

test('WHEN a partner sends a request THEN it opens with the time to the first answer', async () => {
  await partner.page.getByRole('button', { name: 'New request' }).click();
  await partner.page.getByLabel('How badly is the customer hit?').selectOption('Standstill');
  await partner.page.getByLabel('What is it about?').selectOption('Product Fault');
  await partner.page.getByLabel('In a line').fill(SUBJECT);
  expect(await violations(partner.page)).toEqual([]);
  await partner.page.getByRole('button', { name: 'Send request' }).click();
  await partner.page.getByText('First answer due').waitFor();
  expect(await violations(partner.page)).toEqual([]);
});

test('WHEN the help desk asks back and notes inside THEN the queue says that it waits for the partner', async () => {
  await desk.goto('/lightning/app/PRM_Service_Console/PRM_Help_Desk');
  expect(await violations(desk.page)).toEqual([]);
  await open(desk);
  await say(desk, 'Which voltage is there?', 'Ask the partner');
  await desk.page.getByText('Which voltage is there?').first().waitFor();
  await say(desk, NOTE, 'Note inside');
  await desk.page.getByText(NOTE).first().waitFor();
  expect(await violations(desk.page)).toEqual([]);
  await desk.page.getByRole('button', { name: 'Close', exact: true }).last().click();
  await desk.page.getByRole('row').filter({ hasText: SUBJECT }).getByText('Waits for the partner').waitFor();
});

test('WHEN the partner answers on a phone THEN it reads the question and never the note', async () => {
  const phone = await seat(browser, org, org.persona('Partner Manager', onePerPartner(org)[0]!.account!), NARROW);
  await phone.goto('/partners/requests?show=Answer');
  await open(phone);
  await phone.page.getByText('Which voltage is there?').waitFor();
  expect(await phone.page.getByText(NOTE).count()).toBe(0);
  await say(phone, '230 volts.', 'Send');
  await phone.page.getByText('230 volts.').first().waitFor();
  expect(await violations(phone.page)).toEqual([]);
  await phone.context.close();
});

test('WHEN the partner closes it with a mark THEN the help desk reads it as closed', async () => {
  await partner.goto('/partners/requests');
  await open(partner);
  await partner.page.getByLabel('How did we do? 5 is the best').selectOption('5');
  await partner.page.getByRole('button', { name: 'Close request' }).click();
  await partner.page.getByText('The request is closed.').first().waitFor();
  await desk.goto('/lightning/app/PRM_Service_Console/PRM_Help_Desk?show=Closed');
  await desk.page.getByRole('button', { name: SUBJECT }).first().waitFor();
  await desk.goto('/lightning/app/PRM_Service_Console/PRM_Help_Desk');
  expect(await desk.page.getByRole('button', { name: SUBJECT }).count()).toBe(0);
});

test('WHEN another partner asks for it by its id THEN it answers as an id that never existed', async () => {
  const manager = await logIn(org, org.persona('Channel Manager'));
  const { records } = await manager.query<{ Id: string }>(`SELECT Id FROM Case WHERE Subject = '${SUBJECT}'`);
  const stranger = await logIn(org, onePerPartner(org)[1]!);
  expect((await stranger.query('SELECT Id FROM Case')).records.some((row) => row.Id === records[0]!.Id)).toBe(false);
  expect(await differences(stranger, WAYS_TO_REQUEST, records[0]!.Id)).toEqual([]);
  await expect(stranger.query('SELECT Id FROM PRM_Internal_Note__c')).rejects.toThrow(/PRM_Internal_Note__c/);
});

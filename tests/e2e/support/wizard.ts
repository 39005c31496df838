/** The claim wizard as a person works through it. */
import type { Locator, Page } from 'playwright-core';
import { daysAgo, type ClaimWorld } from './claims';

/** Counts what a person does: a click, a key command, a field filled count one each. */
export class Hand {
  count = 0;
  constructor(private readonly page: Page) {}
  async click(target: Locator): Promise<void> { this.count++; await target.click(); }
  async fill(label: string | RegExp, value: string): Promise<void> { this.count++; await this.page.getByLabel(label).last().fill(value); }
  async choose(label: string | RegExp, value: string): Promise<void> { this.count++; await this.page.getByLabel(label).last().selectOption({ label: value }); }
  async key(key: string): Promise<void> { this.count++; await this.page.keyboard.press(key); }
  async files(label: string, name: string, content: string): Promise<void> { this.count++; await this.page.getByLabel(label).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) }); }
}

export const heading = (page: Page, text: string): Locator => page.getByRole('heading', { name: text, exact: true });
export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

/** The label of the entry that holds a text. */
async function optionOf(page: Page, label: string, text: string): Promise<string> {
  const entries = await page.getByLabel(label).last().locator('option').allInnerTexts();
  const found = entries.find((entry) => entry.includes(text));
  if (!found) throw new Error(`${label} offers no ${text}: ${entries.join(', ')}`);
  return found;
}

/** Files a claim of a part, two hours of work and sixty kilometres, worth 270.00, on the page that files claims. */
export async function fileClaim(page: Page, world: ClaimWorld, { serial, number, proof = 'invoice' }: { serial: string; number: string; proof?: string }): Promise<Hand> {
  const hand = new Hand(page);
  await hand.fill(/Serial number/, serial);
  await page.getByText('Under warranty').waitFor();
  await hand.key('Enter');
  await heading(page, 'What failed').waitFor();
  await hand.fill('Day of the failure', daysAgo(5));
  await hand.fill('Day of the repair', daysAgo(3));
  await hand.fill('Usage at the failure', '120');
  await hand.choose('Fault code', await optionOf(page, 'Fault code', world.fault));
  await hand.choose('Part that caused the failure', await optionOf(page, 'Part that caused the failure', world.parts[0] as string));
  await hand.fill('What the customer reported', 'It leaks at the shaft.');
  await hand.fill('What you found and did', 'Changed impeller and seal.');
  await hand.fill('Customer', 'Hansa Werft');
  await hand.fill('Your claim number', number);
  await hand.key('Enter');
  await heading(page, 'Lines').waitFor();
  await hand.click(button(page, 'Add: Part'));
  await hand.click(button(page, 'Add: Labour'));
  await hand.click(button(page, 'Add: Travel'));
  await hand.fill('Kilometres', '60');
  await page.locator('[data-total]').getByText(/270[.,]00/).waitFor();
  await hand.click(button(page, 'Next'));
  await heading(page, 'Proofs').first().waitFor();
  await hand.files('Add files', 'invoice.pdf', `%PDF-1.7 ${proof}`);
  await page.getByText('invoice.pdf', { exact: true }).waitFor();
  await hand.click(button(page, 'Next'));
  await heading(page, 'Review').waitFor();
  await hand.click(button(page, 'Submit claim'));
  await page.waitForURL(/\/partners\/claim\?/);
  await heading(page, `Claim ${number}`).waitFor();
  return hand;
}

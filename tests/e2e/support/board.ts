/** The channel manager's board as a person reads it. */
import type { Locator, Page } from 'playwright-core';

export type ColumnKey = 'unrouted' | 'offered' | 'accepted' | 'stale';

export const column = (page: Page, key: ColumnKey): Locator => page.locator(`c-prm-lead-column[data-column="${key}"]`);
export const cardIn = (page: Page, key: ColumnKey, company: string): Locator => column(page, key).locator('c-prm-lead-card').filter({ hasText: company });

/** Asks for fresh columns and waits until they are there. */
export async function refresh(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().includes('/PrmLeadBoardController/columns'));
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await answered;
}

/** Finds a company's card in a column, asking for more cards where there are more. */
export async function find(page: Page, key: ColumnKey, company: string): Promise<Locator> {
  const found = cardIn(page, key, company);
  const more = column(page, key).locator('[data-action="more"]');
  while ((await found.count()) === 0 && (await more.isVisible())) {
    const answered = page.waitForResponse((response) => response.url().includes('/PrmLeadBoardController/cards'));
    await more.click();
    await answered;
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
  await found.waitFor();
  return found;
}

/** Opens a card's menu and chooses from it. */
export async function choose(card: Locator, action: string): Promise<void> {
  await card.getByRole('button', { name: /^Actions for/ }).click();
  await card.getByRole('menuitem', { name: action, exact: true }).click();
}

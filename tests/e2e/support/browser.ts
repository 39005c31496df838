/** Chromium, and people in it. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Persona } from '../../../scripts/accept/client';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../scripts/setup/chromium';
import type { Org } from './org';

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 320, height: 640 };

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });

/** A person at a browser of their own: nothing is shared with another's. */
export interface Seat { readonly page: Page; readonly context: BrowserContext; goto(path: string): Promise<void>; }

/** Opens the log-in page, fills it in as a person does and waits for the page behind it. */
export async function seat(browser: Browser, org: Org, persona: Persona, viewport = WIDE): Promise<Seat> {
  const context = await browser.newContext({ viewport, baseURL: org.instanceUrl, reducedMotion: 'reduce' });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('Username').fill(persona.username);
  await page.getByLabel('Password').fill(persona.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL((url) => url.pathname.startsWith(persona.account ? '/partners/' : '/lightning/'));
  return {
    page,
    context,
    async goto(path) {
      await page.goto(path);
      await settled(page);
    },
  };
}

/** Waits until the page's components stand and none of them waits for rows. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('c-prm-ui-skeleton').first().waitFor({ state: 'detached' });
}

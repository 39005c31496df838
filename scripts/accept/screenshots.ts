/** `npm run screenshots`: pictures of the demo for the README, from a local org of its own. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, ensureChromium } from '../setup/chromium';
import { orgOf, type OrgFile } from './client';

interface Picture { readonly name: string; readonly persona: string; readonly account?: string; readonly path: string; readonly width: number; readonly height: number; readonly wanted: string; }

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };
const BOARD = { persona: 'Channel Manager', path: '/lightning/app/PRM_Console/PRM_Lead_Board', wanted: 'c-prm-lead-card' };
/** A company whose customers have names that all readers can read. */
const PARTNER = { persona: 'Partner Manager', account: 'Cascade Supply Inc.' };

const PICTURES: readonly Picture[] = [
  { name: 'home', ...PARTNER, path: '/partners/', wanted: 'c-prm-offer-card', ...WIDE },
  { name: 'inbox', ...PARTNER, path: '/partners/offers', wanted: 'c-prm-offer-card', ...WIDE },
  { name: 'inbox-320', ...PARTNER, path: '/partners/offers', wanted: 'c-prm-offer-card', ...NARROW },
  { name: 'my-leads', ...PARTNER, path: '/partners/leads', wanted: 'c-prm-ui-list tbody tr', ...WIDE },
  { name: 'claims', ...PARTNER, path: '/partners/claims', wanted: 'c-prm-ui-list tbody tr', ...WIDE },
  { name: 'queue', persona: 'Claims Adjudicator', path: '/lightning/app/PRM_Service_Console/PRM_Claim_Queue', wanted: 'c-prm-claim-decision', ...WIDE },
  { name: 'board', ...BOARD, ...WIDE },
  { name: 'board-320', ...BOARD, ...NARROW },
];

/** Starts a demo of its own; stops it by its own process afterwards. */
async function withDemo(work: (org: OrgFile) => Promise<void>): Promise<void> {
  const project = resolve(__dirname, '../..');
  const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
  const demo = spawn(process.execPath, ['--require', './local-org/typescript.cjs', 'scripts/setup/start.ts', '--port', '0', '--data', folder, '--fresh'], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await new Promise<void>((ready, failed) => {
      let printed = '';
      demo.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString('utf8');
        if (printed.includes('Local org ready at')) ready();
      });
      demo.once('exit', () => failed(new Error(`The local org did not start:\n${printed}`)));
    });
    await work(orgOf(folder));
  } finally {
    const gone = new Promise((done) => demo.once('exit', done));
    if (demo.exitCode === null && demo.kill('SIGTERM')) await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function logInPage(browser: Browser, org: OrgFile, { persona, account, width, height }: Picture): Promise<Page> {
  const person = org.personas.find((each) => each.persona === persona && (account === undefined || each.account === account));
  if (!person) throw new Error(`The demo has no ${persona} of ${account ?? 'any account'}.`);
  const context = await browser.newContext({ baseURL: org.instanceUrl, viewport: { width, height }, deviceScaleFactor: 2, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('Username').fill(person.username);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL((url) => url.pathname !== '/' && url.pathname !== '/login');
  return page;
}

async function take(): Promise<void> {
  const images = resolve(__dirname, '../../docs/images');
  mkdirSync(images, { recursive: true });
  await withDemo(async (org) => {
    const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
    try {
      for (const picture of PICTURES) {
        const page = await logInPage(browser, org, picture);
        await page.goto(picture.path);
        await page.locator(picture.wanted).first().waitFor();
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: join(images, `${picture.name}.png`) });
        process.stdout.write(`docs/images/${picture.name}.png\n`);
        await page.context().close();
      }
    } finally {
      await browser.close();
    }
  });
}

if (require.main === module) {
  take().catch((failure: unknown) => {
    process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
    process.exit(1);
  });
}

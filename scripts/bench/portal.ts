/** A page of the portal in Chromium: bytes of script over the wire, and when the first rows stand. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, ensureChromium } from '../setup/chromium';
import { median, type Benchmark } from './benchmark';
import { ROOT } from './org';

interface OrgJson { readonly instanceUrl: string; readonly personas: readonly { username: string; password: string; account: string | null }[]; }

export const portal: Benchmark = {
  name: 'portal',
  async run(runs) {
    const folder = mkdtempSync(join(tmpdir(), 'portal-'));
    const child = spawn(process.execPath, ['--require', './local-org/typescript.cjs', 'scripts/setup/start.ts', '--port', '0', '--data', folder], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await new Promise<void>((resolve, reject) => {
        let text = '';
        child.stdout.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          if (text.includes('Local org ready at')) resolve();
        });
        child.once('exit', () => reject(new Error(`npm start ended early: ${text.slice(-500)}`)));
      });
      const org = JSON.parse(readFileSync(join(folder, 'org.json'), 'utf8')) as OrgJson;
      const quick = await visits(org, runs, 1);
      const slow = await visits(org, runs, 4);
      return [
        { what: 'offers page: script', value: quick.kilobytes, unit: 'KB gz', budget: 500 },
        { what: 'offers page: first rows', value: quick.rows, unit: 's', budget: 1 },
        { what: 'offers page: first rows at a quarter of the CPU', value: slow.rows, unit: 's', budget: 2.5 },
      ];
    } finally {
      child.kill('SIGINT');
      await new Promise((resolve) => child.once('exit', resolve));
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Opens the page with an empty cache, `runs` times. */
async function visits(org: OrgJson, runs: number, slowdown: number): Promise<{ kilobytes: number; rows: number }> {
  const partner = org.personas.find((each) => each.account);
  if (!partner) throw new Error('org.json names no partner.');
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const bytes: number[] = [];
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${org.instanceUrl}/`);
      await page.fill('input[name=username]', partner.username);
      await page.fill('input[name=password]', partner.password);
      await page.click('button[type=submit]');
      await page.waitForURL('**/partners/**');
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.setCacheDisabled', { cacheDisabled: true });
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      let script = 0;
      const scripts = new Set<string>();
      session.on('Network.responseReceived', (event) => {
        if (event.type === 'Script') scripts.add(event.requestId);
      });
      session.on('Network.loadingFinished', (event) => {
        if (scripts.has(event.requestId)) script += event.encodedDataLength;
      });
      const started = performance.now();
      await page.goto(`${org.instanceUrl}/partners/offers`, { waitUntil: 'commit' });
      await page.locator('[data-action=accept]').first().waitFor();
      times.push((performance.now() - started) / 1000);
      await page.waitForLoadState('networkidle');
      bytes.push(script / 1024);
      await context.close();
    }
    return { kilobytes: median(bytes), rows: median(times) };
  } finally {
    await browser.close();
  }
}

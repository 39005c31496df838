/** Finds Chromium, or installs it: by apt-get as root, else by playwright's own download, else says what to run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** The shell is Chromium without what a screen needs: a page loads for two thirds of the processor time. */
const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Path of a Chromium that can be started; undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  const downloaded = chromium.executablePath();
  return [named, ...PLACES, downloaded].find((path): path is string => Boolean(path) && existsSync(path as string));
}

/** Flags that a headless run needs where there is no display, as root, without a network. */
export const CHROMIUM_FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Makes sure there is a browser; throws with the line to run when there cannot be. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  const root = process.getuid?.() === 0;
  if (root && spawnSync('apt-get', ['--version']).status === 0) {
    process.stdout.write('Installing Chromium with apt-get …\n');
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    const install = (name: string): number | null => spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-dejavu-core'], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status;
    // Distributions without the shell have the browser.
    if (install('chromium-headless-shell') !== 0) install('chromium');
  } else {
    spawnSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], { stdio: 'inherit' });
  }
  const installed = findChromium();
  if (!installed) throw new Error('The browser journeys need Chromium. Install it (Debian: sudo apt-get install chromium-headless-shell) or set CHROMIUM_PATH, then run npm test again.');
  return installed;
}

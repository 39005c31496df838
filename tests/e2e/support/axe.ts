/** Pages checked by axe, as a screen reader meets them. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { NARROW, WIDE } from './browser';

const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Violations that are not ours to mend: in the markup of base components as the npm package ships them. */
export interface Exception { readonly rule: string; readonly where: RegExp; readonly reason: string; }
export const EXCEPTIONS: readonly Exception[] = [];

interface Violation { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string; readonly failureSummary?: string }[]; }

/** Rows of a table that are checked; those after them are made by the same template. */
const ROWS = 12;

/** Finds the rows left out, through all shadow roots. */
const REST = `(() => { const rest = []; const walk = (root) => { for (const each of root.querySelectorAll('*')) { if (each.shadowRoot) walk(each.shadowRoot); if (each.localName === 'tbody') rest.push(...[...each.children].slice(${ROWS})); } }; walk(document); return rest; })()`;

/** What axe finds, a line each with rule, place and what to do; exceptions left out. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(SOURCE);
  // The style sheets are preloaded for a rule that is off by default.
  const found = (await page.evaluate(`axe.run({ include: [document], exclude: ${REST} }, { preload: false, resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target, html, failureSummary }) => ({ target, html, failureSummary })) })))`)) as Violation[];
  return found.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html, target }) => !EXCEPTIONS.some(({ rule, where }) => rule === id && where.test(`${JSON.stringify(target)} ${html}`)))
      .map(({ target, html, failureSummary }) => `${id} at ${target.flat().join(' > ')}: ${html.slice(0, 200)} ${(failureSummary ?? '').replace(/\s+/g, ' ')}`)
  );
}

/** How far the page reaches sideways, in pixels. */
export const pageWidth = (page: Page): Promise<number> => page.evaluate('document.scrollingElement.scrollWidth');

/** Both widths, one after the other; the page stays as it is. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    expect({ width: size.width, violations: await violations(page) }).toEqual({ width: size.width, violations: [] });
  }
  expect(await pageWidth(page)).toBeLessThanOrEqual(NARROW.width);
  await page.setViewportSize(WIDE);
}

/** Answers calls that match as a server that fails, as long as the work goes on. */
export async function failing(page: Page, pattern: RegExp, work: () => Promise<void>): Promise<void> {
  await page.route(pattern, (route) => route.fulfill({ status: 500, contentType: 'application/json', body: JSON.stringify({ message: 'Something went wrong on our side.', errorCode: 'AURA_HANDLED' }) }));
  await work().finally(() => page.unroute(pattern));
}

/** Takes all rows out of the server's own answers that match: of pages their items, of lists their entries. */
export async function withoutRows(page: Page, pattern: RegExp, work: () => Promise<void>): Promise<void> {
  await page.route(pattern, async (route) => {
    const { returnValue } = (await (await route.fetch()).json()) as { returnValue: unknown };
    await route.fulfill({ json: { returnValue: Array.isArray(returnValue) ? [] : { ...(returnValue as object), items: [], rows: [], total: 0 } } });
  });
  await work().finally(() => page.unroute(pattern));
}

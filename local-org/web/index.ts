/** Floor 6: draws apps, tabs, pages and the partner site from the project's own metadata. */
import type { Platform, Route } from '../server';
import { buildClient } from './build';
import { Pages } from './pages';
import { webRoutes } from './routes';

export { supportList } from './support';

export interface WebOptions {
  /** Folder for built assets, kept between starts: `.cache/web` of the project. */
  readonly cacheDir: string;
  readonly log?: (message: string) => void;
}
export interface Web { readonly routes: Route[]; /** Milliseconds the build took; near 0 when the cache had it. */ readonly buildMs: number; }

/**
 * Reads the project's pages, builds its components and gives the routes that serve them.
 * Throws SourceError with file and position for what is wrong in a page or component, NotModelledError for what is not modelled.
 */
export async function createWeb(platform: Platform, options: WebOptions): Promise<Web> {
  const started = performance.now();
  const pages = new Pages(platform.org);
  const { dir, manifest } = await buildClient(platform.org, { cacheDir: options.cacheDir, icons: pages.icons, auraMethod: (className, method) => platform.apex.auraMethod(className, method) });
  const log = options.log ?? ((message: string) => process.stderr.write(`${message}\n`));
  return { routes: webRoutes({ pages, manifest, dir, org: platform.org, log }), buildMs: Math.round(performance.now() - started) };
}

/** What this floor draws, read from its own tables and folders. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_TEMPLATES } from './pages/console/flexipage';
import { STANDARD_PARTS } from './pages/console/parts';
import { SITE_PARTS } from './pages/site/parts';

export function supportList(): Readonly<Record<'Page templates' | 'Standard components' | 'Site components' | 'Modules of its own', readonly string[]>> {
  const modules = readdirSync(join(__dirname, 'client/modules/lightning')).filter((name) => /^[a-z]\w*$/i.test(name));
  return { 'Page templates': PAGE_TEMPLATES, 'Standard components': STANDARD_PARTS, 'Site components': SITE_PARTS, 'Modules of its own': modules.sort().map((name) => `lightning/${name}`) };
}

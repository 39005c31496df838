import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotModelledError } from '../../schema';
import { buildClient, type BuildResult } from '../build';
import { component, PLAIN, project, removeProjects } from './support/project';

const cacheDir = mkdtempSync(join(tmpdir(), 'web-cache-'));
/** The compiled base components are the same for every project. */
const transformCache = join(__dirname, '../../../.cache/web/transforms.json');
const build = (files: Record<string, string>): Promise<BuildResult> => buildClient(project(files), { cacheDir, transformCache, icons: [], auraMethod: (className, method) => (className === 'Yard' && method === 'list' ? { cacheable: true } : undefined) });
const script = (imports: string): string => `${imports}\nimport { LightningElement } from 'lwc';\nexport default class Board extends LightningElement {}\n`;

afterAll(() => {
  removeProjects();
  rmSync(cacheDir, { recursive: true, force: true });
});

/** A cold build compiles some 200 base components. */
const COLD_MS = 120_000;

describe('building the client', () => {
  it('GIVEN a component in TypeScript that imports types of a library WHEN built THEN scripts and styles stand compressed in the cache, nothing of the types is left, AND a second build takes them from there', async () => {
    const org = project(component(script("import type { X } from 'lodash';\nexport type { Y } from 'lodash';"), '<template><lightning-button label="Go"></lightning-button></template>'));
    const options = { cacheDir, transformCache, icons: [], auraMethod: () => undefined };
    const first = await buildClient(org, options);
    expect(first.built).toBe(true);
    for (const name of [...first.manifest.scripts, ...first.manifest.styles]) {
      for (const suffix of ['', '.gz', '.br']) expect(existsSync(join(first.dir, name + suffix))).toBe(true);
    }
    expect(first.manifest.scripts.map((name) => name.split('-')[0])).toEqual(['shadow', 'main']);
    const total = first.manifest.assets.filter(({ name }) => name.endsWith('.js')).reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
    expect(total).toBeLessThan(512_000);
    expect(await buildClient(org, options)).toMatchObject({ built: false, dir: first.dir });
  }, COLD_MS);

  it('GIVEN a template that does not compile WHEN built THEN the error has its file and line', async () => {
    await expect(build(component(PLAIN, '<template>\n  <p>{a b}</p>\n</template>'))).rejects.toThrow(/lwc\/board\/board\.html:2:\d+ /);
  }, COLD_MS);

  it('GIVEN a decorator misused in TypeScript WHEN built THEN the error points into the source as written', async () => {
    const text = "import { api, LightningElement } from 'lwc';\ninterface Row {\n  readonly id: string;\n}\nexport default class Board extends LightningElement {\n  rows: Row[] = [];\n  @api isOpen = true;\n}\n";
    await expect(build(component(text))).rejects.toThrow(/lwc\/board\/board\.ts:7:\d+ /);
  }, COLD_MS);
});

describe('what a component may import', () => {
  it.each([
    ['an unknown lightning module', "import { subscribe } from 'lightning/empApi';", /board\.ts:1:\d+ .*lightning\/empApi/],
    ['an unknown scoped module', "import x from '@salesforce/contentAssetUrl/logo';", /board\.ts:1:\d+ .*@salesforce\/contentAssetUrl\/logo/],
    ['a label that does not exist', "import x from '@salesforce/label/c.Nowhere';", /board\.ts:1:\d+ Custom label "Nowhere" does not exist/],
    ['an Apex method that does not exist', "import x from '@salesforce/apex/Yard.none';", /board\.ts:1:\d+ .*'Yard\.none'/],
    ['a field that does not exist', "import x from '@salesforce/schema/Account.Nowhere__c';", /Field "Nowhere__c" does not exist on Account/],
    ['another component that does not exist', "import x from 'c/none';", /No component or module "c\/none"/],
    ['a library', "import x from 'lodash';", /"lodash" cannot be imported/],
  ])('GIVEN %s WHEN built THEN the error names it with file and line', async (_what, imports, message) => {
    await expect(build(component(script(imports)))).rejects.toThrow(message);
  });

  it('GIVEN a base component that does not exist WHEN a template uses it THEN it is refused by name', async () => {
    const attempt = build(component(PLAIN, '<template>\n  <lightning-nothing-like-it></lightning-nothing-like-it>\n</template>'));
    await expect(attempt).rejects.toThrow(NotModelledError);
    await expect(attempt).rejects.toThrow(/board\.html:2:\d+ .*lightning\/nothingLikeIt/);
  });
});

/** Small SFDX projects in temporary folders. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { loadOrg, type OrgModel } from '../../../schema';
import type { Viewer } from '../../pages';

export const DEPOT = resolve(__dirname, '../../../conformance/fixtures/depot');

const XML = (root: string, body: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${root}>\n`;

const folders: string[] = [];

/** Writes the files below `force-app/main/default` and gives the project's folder. */
export function writeProject(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'web-floor-'));
  folders.push(dir);
  const all: Record<string, string> = { 'sfdx-project.json': JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '66.0' }) };
  for (const [path, text] of Object.entries(files)) all[join('force-app/main/default', path)] = text;
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

export const project = (files: Readonly<Record<string, string>>): OrgModel => loadOrg({ projectDir: writeProject(files) });

export function removeProjects(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

const PROPERTY = '<property name="size" type="Integer"/><property name="open" type="Boolean"/>';

export const componentMeta = XML('LightningComponentBundle', `<apiVersion>66.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__AppPage</target><target>lightning__RecordPage</target></targets><targetConfigs><targetConfig targets="lightning__AppPage">${PROPERTY}</targetConfig></targetConfigs>`);

/** A component `board` with the given script and template. */
export const component = (script: string, template = '<template><p>Board</p></template>'): Record<string, string> => ({
  'lwc/board/board.js-meta.xml': componentMeta,
  'lwc/board/board.ts': script,
  'lwc/board/board.html': template,
});

export const PLAIN = "import { api, LightningElement } from 'lwc';\nexport default class Board extends LightningElement {\n  @api size = 1;\n  @api open = false;\n}\n";

/** App `Yard` with one tab that shows the page `Yard_Home`. */
export const app = (items: string): Record<string, string> => ({
  'applications/Yard.app-meta.xml': XML('CustomApplication', '<formFactors>Large</formFactors><label>Yard</label><navType>Standard</navType><tabs>Yard_Home</tabs><uiType>Lightning</uiType>'),
  'tabs/Yard_Home.tab-meta.xml': XML('CustomTab', '<flexiPage>Yard_Home</flexiPage><label>Yard Home</label><motif>Custom98: Truck</motif>'),
  'flexipages/Yard_Home.flexipage-meta.xml': XML('FlexiPage', `\n<flexiPageRegions>\n${items}\n<name>main</name><type>Region</type></flexiPageRegions><masterLabel>Yard Home</masterLabel><template><name>flexipage:defaultAppHomeTemplate</name></template><type>AppPage</type>`),
});

export const item = (name: string, properties: Readonly<Record<string, string>> = {}, more = ''): string => {
  const values = Object.entries(properties).map(([key, value]) => `<componentInstanceProperties><name>${key}</name><value>${value}</value></componentInstanceProperties>`).join('');
  return `<itemInstances><componentInstance>${values}<componentName>${name}</componentName><identifier>${name.replace(/\W/g, '_')}</identifier>${more}</componentInstance></itemInstances>`;
};

/** Somebody who may see everything, unless told otherwise. */
export const viewer = (differs: Partial<Viewer> = {}): Viewer => ({
  userId: '005000000000001AAA', profileName: 'System Administrator', external: false,
  canSeeApp: () => true, canSeeTab: () => true, canReadObject: () => true, isMember: () => true,
  ...differs,
});

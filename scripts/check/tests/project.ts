/** Small projects on disk, to feed gates a fault. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Files = Readonly<Record<string, string>>;

const made: string[] = [];

afterAll(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Writes files below a new folder and answers it; the folder goes when the tests are over. */
export function project(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'gate-'));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export const META = (type: string, body: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">\n${body}\n</${type}>\n`;

/** A package of two domains that keeps every rule. */
export const SOUND: Files = {
  'sfdx-project.json': JSON.stringify({ packageDirectories: [{ path: 'force-app/main', default: true }], sourceApiVersion: '66.0' }),
  'config/domains.json': JSON.stringify({ floors: [{ floor: 0, domains: ['core'] }, { floor: 1, domains: ['trade'] }, { floor: 1, domains: ['repair'] }] }),
  'config/system-mode.json': JSON.stringify({ classes: {} }),
  'force-app/main/core/README.md': '# core',
  'force-app/main/trade/README.md': '# trade',
  'force-app/main/repair/README.md': '# repair',
  'force-app/main/core/classes/api/PrmBase.cls': 'public with sharing class PrmBase {\n}\n',
  'force-app/main/core/classes/api/PrmBase.cls-meta.xml': META('ApexClass', '<apiVersion>67.0</apiVersion><status>Active</status>'),
  'force-app/main/core/classes/PrmInner.cls': 'public with sharing class PrmInner {\n}\n',
  'force-app/main/trade/classes/PrmTrade.cls': 'public with sharing class PrmTrade {\n    public PrmBase base;\n    public List<Account> all() {\n        return [SELECT Id FROM Account WITH USER_MODE];\n    }\n    public void save(Account row) {\n        update as user row;\n        Database.insert(row, AccessLevel.USER_MODE);\n    }\n}\n',
  'force-app/main/repair/classes/PrmRepair.cls': 'public with sharing class PrmRepair {\n}\n',
};

export function changed(files: Files): Files {
  return { ...SOUND, ...files };
}

/** What a person reads when a project is wrong: one clear line with file and place, exit code 1. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const META = (type: string, body: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">\n${body}\n</${type}>\n`;
const SOUND: Readonly<Record<string, string>> = {
  'sfdx-project.json': JSON.stringify({ packageDirectories: [{ path: 'app', default: true }], sourceApiVersion: '66.0' }),
  'app/classes/Crate.cls': 'public with sharing class Crate {\n    public static Integer twice(Integer n) {\n        return n * 2;\n    }\n}\n',
  'app/classes/Crate.cls-meta.xml': META('ApexClass', '    <apiVersion>67.0</apiVersion>\n    <status>Active</status>'),
};
const folders: string[] = [];

function check(files: Readonly<Record<string, string>>, ...flags: string[]): { code: number | null; out: string; err: string } {
  const root = mkdtempSync(join(tmpdir(), 'org-check-'));
  folders.push(root);
  for (const [path, text] of Object.entries({ ...SOUND, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const result = spawnSync(process.execPath, ['--require', join(__dirname, '..', '..', 'typescript.cjs'), join(__dirname, '..', 'main.ts'), 'check', '--project', root, ...flags], { encoding: 'utf8', cwd: join(__dirname, '..', '..', '..') });
  return { code: result.status, out: result.stdout.replaceAll(`${root}/`, ''), err: result.stderr.replaceAll(`${root}/`, '').split('\n').filter((line) => !line.startsWith('npm warn')).join('\n').trim() };
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe('org check', () => {
  it('GIVEN a sound project WHEN it is checked THEN it says what it read and ends with 0', () => {
    const result = check({});
    expect(result).toMatchObject({ code: 0, err: '' });
    expect(result.out).toMatch(/^No findings: \d+ objects, 1 Apex files/);
  });

  const faults: readonly (readonly [string, Record<string, string>, RegExp])[] = [
    ['metadata that does not parse', { 'app/objects/Box__c/Box__c.object-meta.xml': '<CustomObject>\n  <label>Box\n</CustomObject>' }, /^app\/objects\/Box__c\/Box__c\.object-meta\.xml:3:\d+ .*not well-formed/],
    ['an Apex type error', { 'app/classes/Crate.cls': 'public with sharing class Crate {\n    public static void a() {\n        Integer n = \'one\';\n    }\n}\n' }, /^app\/classes\/Crate\.cls:3:\d+ Illegal assignment from String to Integer$/],
    ['an unknown field in SOQL', { 'app/classes/Crate.cls': 'public with sharing class Crate {\n    public static List<Account> a() {\n        return [SELECT Id, Colour__c FROM Account WITH USER_MODE];\n    }\n}\n' }, /^app\/classes\/Crate\.cls:3:\d+ .*No such column 'Colour__c' on entity 'Account'/],
    ['Apex that does not parse', { 'app/classes/Crate.cls': 'public with sharing class Crate {\n    public void a( {\n}\n' }, /^app\/classes\/Crate\.cls:2:\d+ /],
    ['a metadata type that is not modelled', { 'app/flows/Go.flow-meta.xml': META('Flow', '    <label>Go</label>') }, /^app\/flows\/Go\.flow-meta\.xml:\d+:\d+ The local org does not model/],
  ];
  it.each(faults)('GIVEN %s WHEN it is checked THEN one line tells file and place and the code is 1', (_what, files, expected) => {
    const result = check(files);
    expect(result.code).toBe(1);
    expect(result.err).toMatch(expected);
    expect(result.err).not.toMatch(/\n\s+at /);
    expect(result.err.split('\n')).toHaveLength(1);
  });

  it('GIVEN --json and a fault WHEN it is checked THEN only JSON is printed and the code is 1', () => {
    const result = check({ 'app/classes/Crate.cls': 'public with sharing class Crate {\n    public static void a() {\n        b();\n    }\n}\n' }, '--json');
    expect(result.code).toBe(1);
    expect(JSON.parse(result.out)).toMatchObject({ error: { messages: [expect.stringContaining('Crate.cls:3:')] } });
  });
});

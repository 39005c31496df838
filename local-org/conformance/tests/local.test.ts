import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { judgeAll } from '../judge/all';
import { localOrg } from '../local/org';
import { refusedClasses, testCases, throws } from '../cases/rows';

const PAGE = { url: 'https://example.com', section: 'A' };
const folder = mkdtempSync(join(tmpdir(), 'conformance-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  const classes = join(folder, 'tiny/force-app/main/default/classes');
  mkdirSync(classes, { recursive: true });
  writeFileSync(join(folder, 'tiny/sfdx-project.json'), JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], name: 'tiny', namespace: '', sourceApiVersion: '67.0' }));
  writeFileSync(join(classes, 'TinyTest.cls'), "@IsTest\nprivate class TinyTest {\n    @IsTest\n    static void adds() {\n        Assert.areEqual(2, 1 + 1);\n    }\n    @IsTest\n    static void breaks() {\n        throw new IllegalArgumentException('no');\n    }\n}\n");
  writeFileSync(join(classes, 'TinyTest.cls-meta.xml'), '<?xml version="1.0" encoding="UTF-8"?>\n<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">\n    <apiVersion>67.0</apiVersion>\n    <status>Active</status>\n</ApexClass>\n');
});

test('GIVEN cases of each kind WHEN run on the local org THEN right ones pass and wrong expectations are noticed', async () => {
  const cases = [
    ...testCases('tiny', 'TinyTest', [['adds', 'r', PAGE], ['breaks', 'r', PAGE, throws('System.IllegalArgumentException', 'no')]]),
    ...testCases('tiny', 'TinyTest', [['breaks', 'r', PAGE, throws('System.IllegalArgumentException', 'yes')], ['adds', 'r', PAGE, throws('System.MathException', 'no')]]).map((each) => ({ ...each, name: `wrong ${each.name}` })),
    ...refusedClasses('tiny', 'TinyWrong', [
      ['right', 'r', PAGE, 'public class $ {\n    Wagon one;\n}', 2, 5, 'Invalid type: Wagon'],
      ['wrong', 'r', PAGE, 'public class $ {\n    Integer one;\n}', 2, 5, 'Invalid type: Integer'],
    ]),
  ];
  const outcomes = await judgeAll(localOrg(folder), { cases, deployments: [{ name: 'tiny', permissionSets: [] }], complete: true });
  expect(Object.fromEntries(outcomes.map((each) => [each.name, each.outcome]))).toEqual({
    'TinyTest.adds': 'passed', 'TinyTest.breaks': 'passed', 'wrong TinyTest.breaks': 'failed', 'wrong TinyTest.adds': 'failed', 'refused: right': 'passed', 'refused: wrong': 'failed',
  });
});

test('GIVEN no case WHEN the runner runs THEN it fails', () => {
  const run = spawnSync(process.execPath, ['--require', join(__dirname, '../../typescript.cjs'), join(__dirname, '../run.ts'), '--case', 'no case is named so'], { encoding: 'utf8' });
  expect(run.stdout).toContain('No case is named');
  expect(run.status).toBe(1);
});

/** Reports of a test run, and stack traces in lines of Apex: run through the real platform on a small project. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApexTestRun } from '../../apex';
import { createPlatform, type Platform } from '../../server';
import { jsonReport, lcovReport, textReport } from '../report';

const CLASSES = 'force-app/main/default/classes';
const TRIGGERS = 'force-app/main/default/triggers';
const META = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></${root}>\n`;

let folder: string;
let platform: Platform;
let run: ApexTestRun;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reports-'));
  cpSync(join(__dirname, '../../conformance/fixtures/depot'), folder, { recursive: true });
  const add = (path: string, root: string, lines: readonly string[]): void => {
    writeFileSync(join(folder, path), lines.join('\n'));
    writeFileSync(join(folder, `${path}-meta.xml`), META(root));
  };
  add(`${TRIGGERS}/ContactTrigger.trigger`, 'ApexTrigger', ['trigger ContactTrigger on Contact (before insert) {', '  for (Contact each : Trigger.new) {', "    Depths.check(each);", '  }', '}']);
  add(`${CLASSES}/Depths.cls`, 'ApexClass', ['public with sharing class Depths {', '  public class Inner {', '    public void fail() {', '      Account nothing;', '      nothing.Name = null;', '    }', '  }', '  public static void check(Contact each) {', "    if (each.LastName == 'Bad') {", '      new Inner().fail();', '    }', '  }', '}']);
  add(`${CLASSES}/DepthsTest.cls`, 'ApexClass', [
    '@IsTest', 'private class DepthsTest {', '  @IsTest', '  static void fails() {', '    new Depths.Inner().fail();', '  }', '  @IsTest', '  static void counts() {', "    insert as system new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B') };",
    '    List<Account> found = [SELECT Id FROM Account WITH SYSTEM_MODE];', '    Assert.areEqual(2, found.size());', '  }', '}',
  ]);
  platform = createPlatform({ projectDir: folder });
  expect(platform.apex.compile().map((error) => error.message)).toEqual([]);
  run = platform.apex.runTests({ classes: ['DepthsTest'], coverage: true });
}, 60_000);
afterAll(() => {
  platform.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('stack traces', () => {
  it('GIVEN an inner class that fails in a test THEN the trace has its name and line', () => {
    expect(run.results.find((each) => each.method === 'fails')).toMatchObject({ outcome: 'Fail', message: 'System.NullPointerException: Attempt to de-reference a null object', stack: 'Class.Depths.Inner.fail: line 5, column 1\nClass.DepthsTest.fails: line 5, column 1' });
  });
  it('GIVEN a trigger that fails under anonymous Apex THEN the trace leads through class, trigger and block', () => {
    const failed = platform.apex.executeAnonymous(platform.security.adminUserId, "Integer i = 0;\ninsert new Contact(LastName = 'Bad');");
    expect(failed.success).toBe(false);
    expect(failed.exceptionMessage).toContain('Class.Depths.Inner.fail: line 5, column 1\nClass.Depths.check: line 10, column 1\nTrigger.ContactTrigger: line 3, column 1');
    expect(failed.exceptionStackTrace).toBe('AnonymousBlock: line 2, column 1');
  });
  it('GIVEN a method of an anonymous block that fails THEN the trace names the block alone', () => {
    const failed = platform.apex.executeAnonymous(platform.security.adminUserId, 'void deep() {\n  new Depths.Inner().fail();\n}\ndeep();');
    expect(failed.exceptionStackTrace).toBe('Class.Depths.Inner.fail: line 5, column 1\nAnonymousBlock: line 2, column 1\nAnonymousBlock: line 4, column 1');
  });
});

describe('reports', () => {
  it('GIVEN a run WHEN it is told as JSON THEN each test has what it used', () => {
    expect(jsonReport(run, 1, false).tests.find((each) => each.method === 'counts')?.limits).toEqual({ queries: 1, queryRows: 2, dmlStatements: 1, dmlRows: 2, statements: expect.any(Number) as number });
    expect(run.results.find((each) => each.method === 'counts')?.limits.statements).toBeGreaterThanOrEqual(3);
  });
  it('GIVEN a run WHEN limits are asked for THEN the printed report lists them, the hungriest first', () => {
    const report = jsonReport(run, 1, false);
    expect(textReport(report)).not.toContain('DepthsTest.counts');
    const lines = textReport(report, true).split('\n');
    expect(lines[0]?.trim().split(/ {2,}/)).toEqual(['queries', 'rows', 'DML', 'DML rows', 'statements', 'test']);
    expect(lines[1]?.trim()).toMatch(/^1 +2 +1 +2 +\d+ +DepthsTest\.counts$/);
    expect(lines[2]).toContain('DepthsTest.fails');
  });
  it('GIVEN coverage WHEN it is told as lcov THEN each file has its lines and their hits', () => {
    const record = lcovReport(run).split('end_of_record').map((each) => each.trim().split('\n')).find((each) => each[0]?.endsWith('Depths.cls'));
    expect(record).toEqual([`SF:${join(folder, CLASSES, 'Depths.cls')}`, 'DA:4,1', 'DA:5,1', 'DA:9,0', 'DA:10,0', 'LF:4', 'LH:2']);
  });
});

/** Locks are found in the package's Apex, each with the tests that reach it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockMutants } from '../long/mutants/locks';
import { changed, project } from './project';

const STORE = `public without sharing class PrmStore {
    // FOR UPDATE in words is no lock.
    /* nor FOR UPDATE here */
    public static void load(Id wanted) {
        if (wanted == null) {
            return;
        }
        List<Account> rows = [SELECT Id FROM Account WHERE Id = :wanted WITH SYSTEM_MODE FOR UPDATE];
        List<SObject> others = Database.query('SELECT Id FROM Contact -- // FOR UPDATE', AccessLevel.SYSTEM_MODE);
    }
}
`;
const testClass = (name: string, uses: string): string => `@IsTest\nprivate class ${name} {\n    @IsTest\n    static void works() {\n        ${uses};\n    }\n}\n`;
const root = project(changed({
  'force-app/main/core/classes/PrmStore.cls': STORE,
  'force-app/main/core/classes/PrmDesk.cls': 'public with sharing class PrmDesk {\n    void a() {\n        PrmStore.load(null);\n    }\n}\n',
  'force-app/main/core/tests/PrmStoreTest.cls': testClass('PrmStoreTest', 'PrmStore.load(null)'),
  'force-app/main/core/tests/PrmDeskTest.cls': testClass('PrmDeskTest', 'new PrmDesk()'),
  'force-app/main/core/tests/PrmOtherTest.cls': testClass('PrmOtherTest', 'Integer a = 1'),
  'force-app/main/core/tests/PrmStoreData.cls': '@IsTest\npublic class PrmStoreData {\n    public static void make() {\n        PrmStore.load(null);\n    }\n}\n',
}));

it('GIVEN a class with locks and words about them WHEN it is searched THEN every lock is one mutant, those in query text too', () => {
  const found = lockMutants(root);
  expect(found.map((each) => each.name)).toEqual(['the lock on Account in PrmStore.load, line 8', 'the lock on Contact in PrmStore.load, line 9']);
  const text = readFileSync(join(root, found[0]?.file ?? ''), 'utf8');
  for (const { at, search } of found) expect(text.startsWith(search, at)).toBe(true);
});

it('GIVEN a lock WHEN its tests are chosen THEN the nearest come first, and classes without a test method never', () => {
  const [lock] = lockMutants(root);
  const classes = (lock?.tests ?? []).map((command) => command.filter((_, index) => command[index - 1] === '--class'));
  expect(classes).toEqual([['PrmStoreTest'], [], ['PrmDeskTest'], ['PrmOtherTest']]);
});

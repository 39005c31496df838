/** Locks are found in the package's Apex, each with the tests that reach it; the page keeps what was tried before. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockMutants } from '../long/mutants/locks';
import { page } from '../long/mutants/page';
import { allMutants } from '../long/mutants/table';
import { faultIn } from '../long/mutants/tree';
import type { Mutant } from '../long/mutants/types';
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
  expect(classes).toEqual([['PrmStoreTest'], [], [], ['PrmDeskTest'], ['PrmOtherTest']]);
});

it('GIVEN the table WHEN its rows are read THEN each can be tried, and the programs and files that its commands name are there', () => {
  const tree = join(__dirname, '../../..');
  const mutants = allMutants(tree);
  const named = mutants.flatMap(({ tests }) => tests.flat()).filter((word) => /^(node_modules|\.?\/?local-org|scripts|tests)\/\S+$/.test(word));
  expect(named.length).toBeGreaterThan(mutants.length / 2);
  expect(mutants.map((mutant) => [mutant.name, faultIn(tree, mutant)]).filter(([, fault]) => fault)).toEqual([]);
  expect([...new Set(named)].filter((path) => !existsSync(join(tree, path)))).toEqual([]);
});

it('GIVEN a page WHEN some mutants are tried again THEN their rows are new, others stay with their commit, and what is gone is gone', () => {
  const mutant = (name: string): Mutant => ({ name, floor: 'database', file: 'a.ts', search: 'a', replace: 'b', tests: [] });
  const [kept, again, fresh] = [mutant('kept'), mutant('again'), mutant('fresh')];
  const before = page('c1', [kept, again, mutant('gone')], [kept, again, mutant('gone')].map((each) => ({ mutant: each, outcome: 'killed', seconds: 1, why: '' })), '');
  const rows = page('c2', [kept, again, fresh], [{ mutant: again, outcome: 'survived', seconds: 2, why: 'the test passes' }], before).split('\n').filter((line) => line.startsWith('| database'));
  expect(rows).toEqual(['| database | kept | `a.ts` | killed | 1 | c1 |', '| database | again | `a.ts` | survived: the test passes | 2 | c2 |', '| database | fresh | `a.ts` | not tried |  |  |']);
});

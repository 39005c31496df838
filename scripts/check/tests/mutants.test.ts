import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MUTANTS } from '../long/mutants/table';

const ROOT = join(__dirname, '../../..');

test('GIVEN the mutants WHEN the code moves on THEN each still has its text, exactly once', () => {
  const times = (file: string, text: string): number => (existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8').split(text).length - 1 : 0);
  expect(MUTANTS.filter((each) => times(each.file, each.search) !== 1).map((each) => each.name)).toEqual([]);
  expect(MUTANTS.filter((each) => each.search === each.replace)).toEqual([]);
});

test('GIVEN the floors WHEN counted THEN each has a mutant and the package has three', () => {
  const floors = new Set(MUTANTS.map((each) => each.floor));
  expect(['schema', 'formula', 'database', 'security', 'apex', 'server', 'web', 'package'].filter((floor) => !floors.has(floor))).toEqual([]);
  expect(MUTANTS.filter((each) => each.floor === 'package').length).toBeGreaterThanOrEqual(3);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documents } from '../../check/gates/documents';
import { unverified } from '../cases';
import { FLOORS, type Part } from '../floors';
import { stale, withPart } from '../write';

const root = mkdtempSync(join(tmpdir(), 'documents-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const PART: Part = { file: 'A.md', name: 'list', lines: () => ['- One: a, b.'] };
const FRAME = 'Before\n\n<!-- list: begin, written by npm run docs:generate -->\nold\n<!-- list: end -->\n\nAfter\n';

test('GIVEN this repository WHEN its documents are held against the tables THEN nothing is stale', () => {
  expect(documents.run(join(__dirname, '../../..'))).toEqual([]);
});

test('GIVEN a stale part WHEN only looked at THEN it is told; WHEN written THEN it is current and the rest stays', () => {
  writeFileSync(join(root, 'A.md'), FRAME);
  expect(stale(root, [PART], false)).toEqual(['A.md: the part list is not current; run npm run docs:generate']);
  expect(readFileSync(join(root, 'A.md'), 'utf8')).toBe(FRAME);
  stale(root, [PART], true);
  expect(readFileSync(join(root, 'A.md'), 'utf8')).toBe(FRAME.replace('\nold\n', '\n\n- One: a, b.\n\n'));
  expect(stale(root, [PART], false)).toEqual([]);
});

test('GIVEN a document without the markers WHEN looked at THEN the finding says which lines it needs', () => {
  expect(() => withPart('nothing', PART)).toThrow('A.md has no place for the part list');
});

test('GIVEN every floor WHEN its list is asked THEN it has one, and none is empty', () => {
  expect(FLOORS.filter((each) => each.lines().length === 0).map((each) => each.file)).toEqual([]);
});

test('GIVEN a verification WHEN cases are counted THEN later and different ones are unverified', () => {
  const text = '# Verified\n\n## Differences\n\n- **b**\n\n## Verified cases\n\n- a\n';
  expect([unverified(text, ['a', 'b', 'c']), unverified(undefined, ['a'])]).toEqual([['b', 'c'], ['a']]);
});

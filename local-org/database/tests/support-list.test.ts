import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { supportList } from '..';

test('GIVEN the tables of this floor WHEN the README is read THEN it lists what they hold', () => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  for (const [heading, names] of Object.entries(supportList())) expect(readme).toContain(`- ${heading}: ${names.join(', ')}.`);
});

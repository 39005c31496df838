import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadOrg } from '../../../local-org/schema';
import { layResources } from '../resources';

const ROOT = resolve(__dirname, '../../..');
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'resources-'));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'force-app/main'), { recursive: true });
  writeFileSync(join(root, 'sfdx-project.json'), readFileSync(join(ROOT, 'sfdx-project.json')));
  mkdirSync(join(root, 'force-app/portal'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('GIVEN a project WHEN the libraries are laid THEN it has the static resource, and a second time changes nothing', () => {
  expect(layResources(root)).toBe(2);
  const resource = loadOrg({ projectDir: root }).staticResources.get('PRM_ChartJs');
  expect(resource).toMatchObject({ contentType: 'application/javascript' });
  expect(readFileSync(resource!.path, 'utf8')).toMatch(/^\/\*!\s+\* Chart\.js v4/);
  expect(readFileSync(resource!.path, 'utf8')).not.toContain('sourceMappingURL');
  expect(layResources(root)).toBe(0);
});

test('GIVEN a resource that was changed by hand WHEN they are laid THEN it is as npm has it again', () => {
  layResources(root);
  writeFileSync(join(root, 'force-app/main/core/staticresources/PRM_ChartJs.js'), 'alert(1)');
  expect(layResources(root)).toBe(1);
});

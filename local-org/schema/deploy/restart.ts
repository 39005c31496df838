/**
 * An org that starts deploys its project again: what the project holds comes before what was deployed into the org earlier, what only
 * was deployed stays. So who changes a source and starts anew sees the change.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLabels } from '../metadata/resources';
import { classify, type Classified } from '../metadata/table';
import { filesBelow, readProject } from '../source/project';
import { parseXml } from '../source/xml';
import { isMerged, mergeXml } from './merge';
import { keyOfFile, REMOVED_FILE, removedIn, SOURCES } from './overlay';
import { currentDeployed, keepDraft, nextNumber } from './store';

/** Brings the folder of deployed sources below the project; changes nothing where they have nothing in common. */
export function deployProjectAgain(root: string, projectDir: string): void {
  const current = currentDeployed(root);
  if (!current) return;
  const project = readProject(projectDir).files.map(classify);
  const common = inBoth(project, filesBelow(join(current, SOURCES)).map(classify));
  if (common.length === 0 && removedIn(current).length === 0) return;
  const folder = join(root, String(nextNumber(root)));
  rmSync(folder, { recursive: true, force: true });
  cpSync(current, folder, { recursive: true });
  for (const { deployed, own } of common) {
    const path = join(folder, deployed.file.path.slice(current.length));
    if (own && isMerged(deployed.parent ?? '')) {
      writeFileSync(path, mergeXml(deployed.parent ?? '', readFileSync(path), readFileSync(own.file.path)));
      continue;
    }
    rmSync(path, { force: true });
    rmSync(`${path}-meta.xml`, { force: true });
  }
  writeFileSync(join(folder, REMOVED_FILE), '[]');
  keepDraft(root, { folder, origin: () => undefined });
}

interface Common { readonly deployed: Classified; /** The file of the project; a label stands in some file of it. */ readonly own?: Classified; }

function inBoth(project: readonly Classified[], deployed: readonly Classified[]): Common[] {
  const byKey = new Map(project.map((each) => [keyOfFile(each), each]));
  const labels = labelsOf(project);
  return deployed.flatMap((each): Common[] => {
    if (each.type === 'CustomLabels') return [...labelsOf([each])].every((name) => labels.has(name)) ? [{ deployed: each }] : [];
    const key = keyOfFile(each);
    const own = key === undefined ? undefined : byKey.get(key);
    if (!own) return [];
    // A merged file that holds the project's part already is left alone.
    if (isMerged(each.parent ?? '') && Buffer.from(mergeXml(each.parent ?? '', readFileSync(each.file.path), readFileSync(own.file.path))).equals(readFileSync(each.file.path))) return [];
    return [{ deployed: each, own }];
  });
}

function labelsOf(files: readonly Classified[]): Set<string> {
  const labels = new Map<string, { name: string; value: string }>();
  for (const each of files) if (each.type === 'CustomLabels') readLabels(parseXml(each.file.path, readFileSync(each.file.path, 'utf8')), labels);
  return new Set(labels.keys());
}

/** Components that were deployed into an org take the place of those of the same name in its project. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify, type Classified } from '../metadata/table';
import { filesBelow } from '../source/project';

/** File of a folder of deployed sources that names the components which a deployment deleted. */
export const REMOVED_FILE = 'removed.json';
/** Folder of the deployed sources themselves. */
export const SOURCES = 'main/default';

/** What a file is part of, as one text; files of one component have the same. */
export function componentKey(type: string, fullName: string): string {
  return `${type} ${fullName}`.toLowerCase();
}

/** Undefined for what is no component of its own: labels are told apart one by one, the content of a resource by its metadata. */
export function keyOfFile(each: Classified): string | undefined {
  const { segments } = each.file;
  if (segments.includes('lwc')) return componentKey('LightningComponentBundle', each.fullName);
  if (segments.includes('digitalExperiences')) return componentKey('DigitalExperienceBundle', segments.slice(segments.indexOf('digitalExperiences') + 1).slice(0, 2).join('/'));
  switch (each.type) {
    case 'Content':
    case 'CustomLabels':
      return undefined;
    case 'CustomField':
      return componentKey('CustomField', `${each.parent}.${each.fullName}`);
    case 'ObjectPart':
      return componentKey(`objectpart ${each.part}`, `${each.parent}.${each.fullName}`);
    case 'Component':
      return componentKey(each.parent ?? '', each.fullName);
    default:
      return componentKey(each.type, each.fullName);
  }
}

export interface Layered {
  readonly files: readonly Classified[];
  /** Files that came by deployment. */
  readonly deployed: ReadonlySet<Classified>;
  /** Keys of what a deployment deleted. */
  readonly removed: ReadonlySet<string>;
}

/** The files of a project with what was deployed since; `folder` is absent where nothing was. */
export function withDeployed(project: readonly Classified[], folder: string | undefined): Layered {
  if (!folder) return { files: project, deployed: new Set(), removed: new Set() };
  const upper = filesBelow(join(folder, SOURCES)).map(classify);
  const removed = new Set(removedIn(folder));
  const hidden = new Set([...upper.map(keyOfFile), ...removed]);
  const kept = project.filter((each) => {
    const key = keyOfFile(each);
    return key === undefined || !hidden.has(key);
  });
  return { files: [...kept, ...upper], deployed: new Set(upper), removed };
}

export function removedIn(folder: string): string[] {
  const file = join(folder, REMOVED_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
}

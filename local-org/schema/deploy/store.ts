/**
 * What was deployed into an org, on disk: numbered folders of sources, and one small file that says which counts. That file is
 * renamed into its place, so that a process killed at any moment leaves the org as it was or as it is to be.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NotModelledError } from '../errors';
import type { OrgModel } from '../types';
import { CUTS } from './formats';
import { isMerged, mergeXml } from './merge';
import { componentKey, REMOVED_FILE, removedIn, SOURCES } from './overlay';
import type { DeployedComponent, DeployedFile, Unpacked } from './unpack';

const CURRENT = 'current.json';

/** The folder that counts; undefined while nothing was deployed. */
export function currentDeployed(root: string): string | undefined {
  const file = join(root, CURRENT);
  if (!existsSync(file)) return undefined;
  return join(root, (JSON.parse(readFileSync(file, 'utf8')) as { folder: string }).folder);
}

export interface Draft {
  /** The folder as it would be. */
  readonly folder: string;
  /** The component and file of the deployment that a source file comes from. */
  origin(path: string): { readonly component: DeployedComponent; readonly file: DeployedFile } | undefined;
}

/** Writes what the org's sources would be with these components; nothing counts before `keepDraft`. */
export function draftOf(root: string, org: OrgModel, changes: Pick<Unpacked, 'components' | 'removed'>): Draft {
  const current = currentDeployed(root);
  const folder = join(root, String(nextNumber(root)));
  rmSync(folder, { recursive: true, force: true });
  if (current) cpSync(current, folder, { recursive: true });
  mkdirSync(join(folder, SOURCES), { recursive: true });
  const gone = new Set(removedIn(folder));
  const origins = new Map<string, { component: DeployedComponent; file: DeployedFile }>();
  for (const removed of changes.removed) remove(folder, org, removed, gone);
  for (const component of changes.components) {
    gone.delete(componentKey(component.type, component.fullName));
    clear(folder, component);
    for (const file of component.files) {
      const path = join(folder, SOURCES, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, isMerged(component.type) ? merged(org, component, file) : file.bytes);
      origins.set(path, { component, file });
    }
  }
  writeFileSync(join(folder, REMOVED_FILE), JSON.stringify([...gone]));
  return { folder, origin: (path) => origins.get(path) ?? originOfMeta(origins, path) };
}

/** Makes a draft count. The folder before it is kept: pages that are open may still read from it. */
export function keepDraft(root: string, draft: Draft): void {
  const number = Number(draft.folder.split(/[\\/]/).pop());
  const file = join(root, CURRENT);
  writeFileSync(`${file}.next`, JSON.stringify({ folder: String(number) }));
  renameSync(`${file}.next`, file);
  for (const name of readdirSync(root)) if (/^\d+$/.test(name) && Number(name) < number - 1) rmSync(join(root, name), { recursive: true, force: true });
}

export function dropDraft(draft: Draft): void {
  rmSync(draft.folder, { recursive: true, force: true });
}

export function nextNumber(root: string): number {
  const current = currentDeployed(root);
  return current ? Number(current.split(/[\\/]/).pop()) + 1 : 1;
}

/** Faults of a class's metadata file are told at the class. */
function originOfMeta<T>(origins: ReadonlyMap<string, T>, path: string): T | undefined {
  return origins.get(path.replace(/-meta\.xml$/, '')) ?? origins.get(`${path}-meta.xml`);
}

/** Bundles are deployed whole: a file that the new one lacks goes. */
function clear(folder: string, { type, fullName }: DeployedComponent): void {
  if (type === 'LightningComponentBundle') rmSync(join(folder, SOURCES, 'lwc', fullName), { recursive: true, force: true });
  if (type === 'DigitalExperienceBundle') rmSync(join(folder, SOURCES, 'digitalExperiences', fullName), { recursive: true, force: true });
  if (type === 'StaticResource') rmSync(join(folder, SOURCES, 'staticresources', fullName), { recursive: true, force: true });
}

function merged(org: OrgModel, component: DeployedComponent, file: DeployedFile): Uint8Array {
  const before = org.component(component.type, component.fullName);
  return before ? mergeXml(component.type, readFileSync(before.file), file.bytes) : file.bytes;
}

/** Types of which a single source file can be taken away, and its name. Data hangs on the others. */
const REMOVABLE: Readonly<Record<string, (name: string) => string>> = {
  ApexClass: (name) => `classes/${name}.cls`,
  ApexTrigger: (name) => `triggers/${name}.trigger`,
  LightningComponentBundle: (name) => `lwc/${name}`,
  CustomLabel: (name) => CUTS.CustomLabels?.labels?.path('', name) ?? '',
  PermissionSet: (name) => `permissionsets/${name}.permissionset-meta.xml`,
};

export const removableTypes: readonly string[] = Object.keys(REMOVABLE);

function remove(folder: string, org: OrgModel, { type, fullName, fileName }: Unpacked['removed'][number], gone: Set<string>): void {
  const at = { file: fileName, line: 1, column: 1 };
  // What is not there need not be deleted: the platform warns of it and goes on.
  if (!hasComponent(org, type, fullName)) return;
  const path = REMOVABLE[type];
  if (!path) throw new NotModelledError(`the deletion of components of type ${type}`, at);
  const file = join(folder, SOURCES, path(fullName));
  rmSync(file, { recursive: true, force: true });
  rmSync(`${file}-meta.xml`, { force: true });
  gone.add(componentKey(type, fullName));
}

/** Whether the org has this component. */
export function hasComponent(org: OrgModel, type: string, fullName: string): boolean {
  const name = fullName.toLowerCase();
  const [object = '', piece = ''] = fullName.split('.');
  if (type === 'CustomObject') return org.object(fullName) !== undefined;
  if (type === 'CustomField') return org.object(object)?.field(piece) !== undefined;
  if (type === 'ValidationRule') return Boolean(org.object(object)?.validationRules.some((each) => each.name === piece));
  if (type === 'CustomMetadata') return org.customMetadata.some((each) => each.developerName === piece && each.object.replace(/__mdt$/, '') === object);
  if (type === 'StaticResource') return org.staticResources.has(fullName);
  if (type === 'ApexClass' || type === 'ApexTrigger') return org.apex.some((each) => each.kind === (type === 'ApexClass' ? 'class' : 'trigger') && each.name.toLowerCase() === name);
  if (type === 'LightningComponentBundle') return org.lwc.has(fullName);
  if (type === 'CustomLabel') return org.labels.has(name);
  return org.component(type, fullName) !== undefined;
}

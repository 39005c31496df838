/** From a project folder to the model of its org. */
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { NotModelledError, SourceError } from './errors';
import { complete, type Objects } from './build/complete';
import { OrgView } from './build/org';
import { readApex, readBundle } from './metadata/code';
import { checkComponent, COMPONENT_TYPES } from './metadata/components';
import { readField } from './metadata/field';
import { changeStandardObject, kindOf, readCustomObject } from './metadata/object';
import { OBJECT_PARTS } from './metadata/objectParts';
import { readRecord } from './metadata/records';
import { readLabels, readResource } from './metadata/resources';
import { classify, start, type Classified, type TypedType } from './metadata/table';
import { componentKey, withDeployed, type Layered } from './deploy/overlay';
import { applyStandardValueSet, readGlobalValueSet } from './metadata/valueSets';
import { readProject } from './source/project';
import { parseXml } from './source/xml';
import { featuresOf, standardObjects } from './standard';
import type { ApexSource, CustomMetadataRecord, LwcBundle, MetadataComponent, ObjectModel, OrgModel, OrgShape, PicklistValue, XmlElement } from './types';

export interface LoadOptions {
  readonly projectDir: string;
  /** Folder of what was deployed since, by name before what the project holds. */
  readonly deployedDir?: string;
  readonly shape?: OrgShape;
  /** Key prefixes that objects of the data have, by name. */
  readonly keyPrefixes?: ReadonlyMap<string, string>;
}

/** Reads every package directory of an SFDX project. Throws SourceError at the first thing that is wrong. */
export function loadOrg(options: LoadOptions): OrgModel {
  const project = readProject(options.projectDir);
  const layered = withDeployed(project.files.map(classify), options.deployedDir);
  const { files } = layered;
  const features = featuresOf(options.shape);
  const builders = standardObjects(features, options.shape);
  readObjects(files, builders);
  complete(builders, features, options.keyPrefixes);
  const objects = new Map<string, ObjectModel>();
  for (const [key, builder] of builders) objects.set(key, builder.freeze());
  return new OrgView({
    projectDir: project.dir,
    apiVersion: project.apiVersion,
    objects,
    features,
    customMetadata: readRecords(files, objects),
    apex: readApexFiles(files),
    lwc: readBundles(files),
    labels: readAllLabels(layered),
    components: readComponents(files),
    sites: ofType(files, 'DigitalExperience').map((each) => ({ name: each.fullName, folder: dirname(each.file.path) })),
    staticResources: readResources(files),
  });
}

const ofType = (files: readonly Classified[], type: TypedType | 'Component'): readonly Classified[] => files.filter((each) => each.type === type);
const xmlOf = (each: Classified): XmlElement => parseXml(each.file.path, readFileSync(each.file.path, 'utf8'));

function readObjects(files: readonly Classified[], objects: Objects): void {
  const valueSets = new Map<string, readonly PicklistValue[]>();
  for (const each of ofType(files, 'GlobalValueSet')) valueSets.set(each.fullName, readGlobalValueSet(xmlOf(each)));
  for (const each of ofType(files, 'StandardValueSet')) applyStandardValueSet(xmlOf(each), each.fullName, objects);
  for (const each of ofType(files, 'CustomObject')) readObjectFile(each, objects);
  for (const each of ofType(files, 'CustomField')) readField(xmlOf(each), each, parentOf(each, objects), valueSets);
  for (const each of ofType(files, 'ObjectPart')) {
    const part = OBJECT_PARTS[each.part ?? ''];
    const root = xmlOf(each);
    if (!part || root.name !== part.root) throw new SourceError(`The root element must be ${part?.root}, found ${root.name}.`, root.position);
    part.read(root, parentOf(each, objects), each.fullName);
  }
}

function readObjectFile(each: Classified, objects: Objects): void {
  const root = xmlOf(each);
  if (kindOf(each.fullName) === 'standard') return changeStandardObject(root, parentOf(each, objects));
  const key = each.fullName.toLowerCase();
  if (objects.has(key)) throw new SourceError(`The object ${each.fullName} is defined twice.`, root.position);
  objects.set(key, readCustomObject(root, each.fullName));
}

function parentOf(each: Classified, objects: Objects): Objects extends Map<string, infer B> ? B : never {
  const name = each.parent ?? '';
  const found = objects.get(name.toLowerCase());
  if (found) return found;
  if (kindOf(name) === 'standard') throw new NotModelledError(`the standard object ${name}`, start(each.file));
  throw new SourceError(`The object ${name} is not defined: ${name}.object-meta.xml is missing.`, start(each.file));
}

function readRecords(files: readonly Classified[], objects: ReadonlyMap<string, ObjectModel>): CustomMetadataRecord[] {
  const seen = new Set<string>();
  return ofType(files, 'CustomMetadata').map((each) => {
    const root = xmlOf(each);
    if (seen.has(each.fullName.toLowerCase())) throw new SourceError(`The record ${each.fullName} is defined twice.`, root.position);
    seen.add(each.fullName.toLowerCase());
    return readRecord(root, each.fullName, (name) => objects.get(name.toLowerCase()));
  });
}

function readApexFiles(files: readonly Classified[]): ApexSource[] {
  const seen = new Map<string, string>();
  return files.flatMap((each) => {
    if (each.type !== 'ApexClass' && each.type !== 'ApexTrigger') return [];
    const key = `${each.type} ${each.fullName.toLowerCase()}`;
    if (seen.has(key)) throw new SourceError(`${each.type} ${each.fullName} is defined twice.`, start(each.file));
    seen.set(key, each.file.path);
    return [readApex(each.file.path, each.type === 'ApexClass' ? 'class' : 'trigger')];
  });
}

function readBundles(files: readonly Classified[]): Map<string, LwcBundle> {
  const bundles = new Map<string, LwcBundle>();
  for (const each of ofType(files, 'LightningComponentBundle')) {
    const bundle = readBundle(each.file.path);
    if (bundles.has(bundle.name)) throw new SourceError(`The component ${bundle.name} is defined twice.`, start(each.file));
    bundles.set(bundle.name, bundle);
  }
  const orphan = files.find((each) => each.type === 'Content' && each.file.segments.includes('lwc') && !bundles.has(each.fullName));
  if (orphan) throw new SourceError(`The component ${orphan.fullName} has no ${orphan.fullName}.js-meta.xml.`, start(orphan.file));
  return bundles;
}

/** Labels are deployed one by one, whatever file they came in. */
function readAllLabels({ files, deployed, removed }: Layered): Map<string, { name: string; value: string }> {
  const labels = new Map<string, { name: string; value: string }>();
  const later = new Map<string, { name: string; value: string }>();
  for (const each of ofType(files, 'CustomLabels')) readLabels(xmlOf(each), deployed.has(each) ? later : labels);
  for (const name of [...labels.keys()]) if (removed.has(componentKey('CustomLabel', name))) labels.delete(name);
  return new Map([...labels, ...later]);
}

function readResources(files: readonly Classified[]): Map<string, { name: string; path: string; contentType: string }> {
  const resources = new Map<string, { name: string; path: string; contentType: string }>();
  for (const each of ofType(files, 'StaticResource')) {
    const resource = readResource(xmlOf(each), each.file.path);
    if (resources.has(resource.name)) throw new SourceError(`The static resource ${resource.name} is defined twice.`, start(each.file));
    resources.set(resource.name, resource);
  }
  return resources;
}

function readComponents(files: readonly Classified[]): Map<string, Map<string, MetadataComponent>> {
  const components = new Map<string, Map<string, MetadataComponent>>();
  const add = (type: string, fullName: string, each: Classified, root: XmlElement): void => {
    const ofThisType = components.get(type) ?? new Map<string, MetadataComponent>();
    if (ofThisType.has(fullName)) throw new SourceError(`${type} ${fullName} is defined twice.`, root.position);
    ofThisType.set(fullName, Object.freeze({ type, fullName, file: each.file.path, root }));
    components.set(type, ofThisType);
  };
  for (const each of files) {
    const entry = COMPONENT_TYPES[each.parent ?? ''];
    if (each.type === 'Component' && each.parent && entry) {
      const root = xmlOf(each);
      checkComponent(root, each.parent, entry);
      add(each.parent, each.fullName, each, root);
    } else if (each.type === 'Settings') {
      const root = xmlOf(each);
      if (root.name !== `${each.fullName}Settings`) throw new SourceError(`The root element must be ${each.fullName}Settings, found ${root.name}.`, root.position);
      add('Settings', each.fullName, each, root);
    } else if (each.type === 'DigitalExperience') {
      const root = xmlOf(each);
      checkComponent(root, 'DigitalExperienceBundle', COMPONENT_TYPES['DigitalExperienceBundle'] as NonNullable<typeof entry>);
      add('DigitalExperienceBundle', basename(each.file.path).replace(/\..*$/, ''), each, root);
    }
  }
  return components;
}

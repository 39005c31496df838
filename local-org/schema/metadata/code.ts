/** Apex classes and triggers, Lightning web components: source with a metadata file beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { SourceError } from '../errors';
import { booleanOf, checkShape, oneOf, requiredText, shape } from '../source/shape';
import { parseXml } from '../source/xml';
import type { ApexSource, LwcBundle, XmlElement } from '../types';

const APEX = shape('apiVersion status', 'fullName', 'packageVersions');
const BUNDLE = shape('apiVersion', 'isExposed masterLabel description targets targetConfigs capabilities lightningComponentType');
const TARGETS = shape('', '', 'target');
const TARGET_CONFIGS = shape('', '', 'targetConfig');
const TARGET_CONFIG = shape('', 'objects masterLabel supportedFormFactors actionType hasStep configurationEditor', 'property event propertyType');
const PROPERTY_TYPES = ['String', 'Integer', 'Boolean', 'Color', 'ContentReference', 'HorizontalAlignment', 'Icon', 'ImageUrl', 'Text', 'Picklist', 'Number'];
/** Oldest version the local org knows the rules of, newest that exists. */
const VERSIONS = { lowest: 50, highest: 67 };

export function readApex(file: string, kind: 'class' | 'trigger'): ApexSource {
  const metaFile = `${file}-meta.xml`;
  const top = { file, line: 1, column: 1 };
  if (!existsSync(metaFile)) throw new SourceError(`${basename(metaFile)} is missing.`, top);
  const root = parseXml(metaFile, readFileSync(metaFile, 'utf8'));
  const rootName = kind === 'class' ? 'ApexClass' : 'ApexTrigger';
  if (root.name !== rootName) throw new SourceError(`The root element must be ${rootName}, found ${root.name}.`, root.position);
  checkShape(root, rootName, APEX);
  const status = oneOf(root, 'status', ['Active', 'Inactive', 'Deleted'] as const);
  return {
    name: basename(file).replace(/\.(cls|trigger)$/, ''),
    kind,
    file,
    text: readFileSync(file, 'utf8').replace(/^\uFEFF/, ''),
    apiVersion: apiVersionOf(root),
    active: status === 'Active',
  };
}

export function apiVersionOf(root: XmlElement): number {
  const text = requiredText(root, 'apiVersion');
  const version = Number(text);
  if (!/^\d+(\.0)?$/.test(text) || version < VERSIONS.lowest || version > VERSIONS.highest)
    throw new SourceError(`Invalid api version: ${text}. Supported are ${VERSIONS.lowest}.0 to ${VERSIONS.highest}.0.`, root.child('apiVersion')?.position);
  return version;
}

export function readBundle(metaFile: string): LwcBundle {
  const folder = dirname(metaFile);
  const name = basename(folder);
  const root = parseXml(metaFile, readFileSync(metaFile, 'utf8'));
  if (root.name !== 'LightningComponentBundle') throw new SourceError(`The root element must be LightningComponentBundle, found ${root.name}.`, root.position);
  if (basename(metaFile) !== `${name}.js-meta.xml`) throw new SourceError(`The metadata file of the component ${name} must be named ${name}.js-meta.xml.`, root.position);
  if (!/^[a-z](?!.*__)[A-Za-z0-9_]*(?<!_)$/.test(name)) throw new SourceError(`The component name "${name}" must begin with a lower-case letter and hold letters, digits and single underscores only.`, root.position);
  if (!['.js', '.ts', '.css', '.html'].some((suffix) => existsSync(join(folder, name + suffix)))) throw new SourceError(`The component ${name} has no ${name}.js or ${name}.ts.`, root.position);
  checkShape(root, 'LightningComponentBundle', BUNDLE);
  const label = root.value('masterLabel');
  const targets = readTargets(root);
  return { name, folder, apiVersion: apiVersionOf(root), isExposed: booleanOf(root, 'isExposed'), ...(label ? { label } : {}), targets, properties: readProperties(root, targets) };
}

function readTargets(root: XmlElement): string[] {
  const element = root.child('targets');
  if (!element) return [];
  checkShape(element, 'Targets', TARGETS);
  return element.all('target').map((each) => {
    if (!/^lightning(Community|Snapin|Static|CommunityX)?__?\w+$/.test(each.text)) throw new SourceError(`Invalid target: ${each.text}`, each.position);
    return each.text;
  });
}

function readProperties(root: XmlElement, targets: readonly string[]): LwcBundle['properties'] {
  const configs = root.child('targetConfigs');
  if (!configs) return [];
  checkShape(configs, 'TargetConfigs', TARGET_CONFIGS);
  return configs.all('targetConfig').flatMap((config) => {
    checkShape(config, 'TargetConfig', TARGET_CONFIG);
    const names = (config.attributes['targets'] ?? '').split(',').map((each) => each.trim()).filter(Boolean);
    if (names.length === 0) throw new SourceError('targetConfig needs the attribute targets.', config.position);
    const stray = names.find((each) => !targets.includes(each));
    if (stray) throw new SourceError(`The target ${stray} of targetConfig is not among the targets of the component.`, config.position);
    return config.all('property').flatMap((property) => {
      const { name, type } = property.attributes;
      if (!name || !type) throw new SourceError('property needs the attributes name and type.', property.position);
      if (!PROPERTY_TYPES.includes(type) && !type.startsWith('apex://') && !type.startsWith('@salesforce/')) throw new SourceError(`'${type}' is not a valid type of the property ${name}.`, property.position);
      const preset = property.attributes['default'];
      return names.map((target) => ({ target, name, type, ...(preset !== undefined ? { default: preset } : {}), required: property.attributes['required'] === 'true' }));
    });
  });
}

/** Custom labels and static resources. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { SourceError } from '../errors';
import { booleanOf, checkShape, oneOf, requiredText, shape } from '../source/shape';
import type { XmlElement } from '../types';

const LABELS = shape('', '', 'labels');
const LABEL = shape('fullName language protected shortDescription value', 'categories');
const RESOURCE = shape('cacheControl contentType', 'fullName description');

export function readLabels(root: XmlElement, labels: Map<string, { name: string; value: string }>): void {
  if (root.name !== 'CustomLabels') throw new SourceError(`The root element must be CustomLabels, found ${root.name}.`, root.position);
  checkShape(root, 'CustomLabels', LABELS);
  for (const element of root.children) {
    checkShape(element, 'CustomLabel', LABEL);
    const name = requiredText(element, 'fullName');
    booleanOf(element, 'protected');
    if (labels.has(name.toLowerCase())) throw new SourceError(`The custom label ${name} is defined twice.`, element.position);
    const value = requiredText(element, 'value');
    if (value.length > 1000) throw new SourceError(`The custom label ${name} is longer than 1000 characters.`, element.child('value')?.position);
    labels.set(name.toLowerCase(), { name, value });
  }
}

export function readResource(root: XmlElement, file: string): { name: string; path: string; contentType: string } {
  if (root.name !== 'StaticResource') throw new SourceError(`The root element must be StaticResource, found ${root.name}.`, root.position);
  checkShape(root, 'StaticResource', RESOURCE);
  oneOf(root, 'cacheControl', ['Public', 'Private'] as const);
  const name = basename(file).replace(/\.resource-meta\.xml$/, '');
  const folder = dirname(file);
  const content = readdirSync(folder).find((each) => each !== basename(file) && (each === name || basename(each, extname(each)) === name));
  if (!content || !existsSync(join(folder, content))) throw new SourceError(`The content of the static resource ${name} is missing.`, root.position);
  return { name, path: join(folder, content), contentType: requiredText(root, 'contentType') };
}

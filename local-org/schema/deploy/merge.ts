/** Files of types whose parts are deployed one by one: what a deployment does not name stays. */
import { NAMESPACE, xmlParts, xmlText, type XmlParts } from '../source/xmlParts';
import { MERGED } from './formats';

export const isMerged = (type: string): boolean => MERGED[type] !== undefined;

/** The new file over the old one. Elements of one name stand together, as the platform asks. */
export function mergeXml(type: string, before: Uint8Array, after: Uint8Array): Uint8Array {
  const keys = MERGED[type] ?? {};
  const old = xmlParts('', xmlText(before));
  const fresh = xmlParts('', xmlText(after));
  const identity = ({ name, values }: XmlParts['parts'][number]): string => (keys[name] ? `${name} ${values.get(keys[name] as string) ?? ''}` : name);
  const replaced = new Set(fresh.parts.map(identity));
  const groups = new Map<string, string[]>();
  const put = (document: XmlParts, part: XmlParts['parts'][number]): void => {
    const group = groups.get(part.name) ?? [];
    group.push(document.text.slice(part.start, part.end));
    groups.set(part.name, group);
  };
  for (const part of old.parts) if (!replaced.has(identity(part))) put(old, part);
  for (const part of fresh.parts) put(fresh, part);
  const body = [...groups.values()].flat().map((each) => `    ${each}\n`);
  return new Uint8Array(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<${fresh.root} xmlns="${NAMESPACE}">\n${body.join('')}</${fresh.root}>\n`, 'utf8'));
}

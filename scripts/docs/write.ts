/** Parts of documents that are generated stand between markers; what stands there is held current by a gate. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from './floors';

const begin = (name: string): string => `<!-- ${name}: begin, written by npm run docs:generate -->`;
const end = (name: string): string => `<!-- ${name}: end -->`;

/** The document with the part as it should be. Throws where it has no place for it. */
export function withPart(text: string, part: Part): string {
  const from = text.indexOf(begin(part.name));
  const to = text.indexOf(end(part.name));
  if (from < 0 || to < from) throw new Error(`${part.file} has no place for the part ${part.name}: put ${begin(part.name)} and ${end(part.name)} on lines of their own.`);
  return `${text.slice(0, from + begin(part.name).length)}\n\n${part.lines().join('\n')}\n\n${text.slice(to)}`;
}

/** Documents whose generated part is not what it should be; with `write` they are brought up to date. */
export function stale(root: string, parts: readonly Part[], write: boolean): string[] {
  return parts.flatMap((part) => {
    const file = join(root, part.file);
    const text = readFileSync(file, 'utf8');
    let wanted: string;
    try {
      wanted = withPart(text, part);
    } catch (failure) {
      return [(failure as Error).message];
    }
    if (wanted === text) return [];
    if (write) writeFileSync(file, wanted);
    return [`${part.file}: the part ${part.name} is not current; run npm run docs:generate`];
  });
}

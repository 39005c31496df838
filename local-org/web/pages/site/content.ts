/** Content files of an Experience workspace: `sfdc_cms__<type>/<name>/content.json`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceError, type Position } from '../../../schema';
import type { Json } from '../types';

export interface ComponentJson { readonly type: 'component'; readonly definition: string; readonly id: string; readonly attributes?: Readonly<Record<string, Json>>; readonly children?: readonly RegionJson[]; }
export interface RegionJson { readonly type: 'region'; readonly name: string; readonly id: string; readonly children?: readonly ComponentJson[]; }

/** One content item, able to say where in its file something stands. */
export interface Content {
  readonly name: string;
  readonly title: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Place of the first occurrence of a text; the file's start when it is not there. */
  at(needle?: string): Position;
}

function positionIn(file: string, text: string, needle: string): Position {
  const offset = Math.max(0, text.indexOf(needle));
  const before = text.slice(0, offset);
  return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function parse(file: string, text: string): { title?: unknown; contentBody?: unknown } {
  try {
    return JSON.parse(text) as { title?: unknown; contentBody?: unknown };
  } catch (error) {
    const offset = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? 0);
    const before = text.slice(0, offset);
    throw new SourceError(`The content is not JSON: ${(error as Error).message}`, { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') });
  }
}

/** All items of a type in a workspace, by name. Files are named relative to `projectDir` in errors. */
export function readContents(projectDir: string, workspace: string, type: string): Content[] {
  const folder = join(workspace, `sfdc_cms__${type}`);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name }) => {
      const path = join(folder, name, 'content.json');
      const file = path.startsWith(`${projectDir}/`) ? path.slice(projectDir.length + 1) : path;
      if (!existsSync(path)) throw new SourceError(`${type} "${name}" has no content.json.`, { file, line: 1, column: 1 });
      const text = readFileSync(path, 'utf8');
      const json = parse(file, text);
      if (typeof json.contentBody !== 'object' || json.contentBody === null) throw new SourceError('The content has no contentBody.', { file, line: 1, column: 1 });
      return { name, title: typeof json.title === 'string' ? json.title : name, body: json.contentBody as Record<string, unknown>, at: (needle = '') => positionIn(file, text, needle) };
    });
}

/** A text of the body; its absence is an error at the file. */
export function textOf(content: Content, key: string): string {
  const value = content.body[key];
  if (typeof value !== 'string') throw new SourceError(`contentBody needs "${key}".`, content.at());
  return value;
}

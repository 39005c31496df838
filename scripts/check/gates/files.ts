/** Walking a project's files. */
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join, relative } from 'node:path';

const PASSED_OVER = new Set(['node_modules', '.git', '.cache', '.local-org', 'dist', 'reports']);

/** Every file below a folder, as paths relative to `root`, sorted; nothing when the folder is not there. */
export function filesBelow(root: string, folder: string, wanted: (path: string) => boolean = () => true): string[] {
  const top = join(root, folder);
  if (!existsSync(top)) return [];
  const out: string[] = [];
  const walk = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (PASSED_OVER.has(entry.name)) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (wanted(path)) out.push(relative(root, path));
    }
  };
  walk(top);
  return out.sort();
}

export function textOf(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Line number, from 1, of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Apex without comments and strings, each replaced by blanks so that offsets stay. */
export function apexCode(text: string): string {
  const blank = (found: string): string => found.replace(/[^\n]/g, ' ');
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'/g, blank);
}

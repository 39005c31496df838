/** The files of an SFDX project: sfdx-project.json, .forceignore, the walk over the package directories. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { SourceError } from '../errors';
import { ignoreMatcher } from './ignore';

/** A file of a package directory. Folders are relative to the package directory, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  /** Path segments below the package directory, file name included. */
  readonly segments: readonly string[];
  readonly name: string;
}

export interface Project {
  readonly dir: string;
  readonly apiVersion: number;
  readonly files: readonly SourceFile[];
}

/** Folders that never hold metadata, whatever .forceignore says: what the CLI's own templates ignore. */
const ALWAYS_IGNORED = /^(__tests__|__mocks__|node_modules|jsconfig\.json|tsconfig(\.\w+)?\.json|\..*|package\.xml|.*\.md)$/i;

/** Reads sfdx-project.json and lists the metadata files of all package directories, in a stable order. */
export function readProject(projectDir: string): Project {
  const dir = resolve(projectDir);
  const file = join(dir, 'sfdx-project.json');
  if (!existsSync(file)) throw new SourceError('This folder is not a Salesforce DX project: sfdx-project.json is missing.', { file, line: 1, column: 1 });
  const { packageDirectories, sourceApiVersion } = parseProjectFile(file);
  const ignored = ignoreMatcher(join(dir, '.forceignore'));
  const files: SourceFile[] = [];
  const seen = new Set<string>();
  for (const path of packageDirectories) {
    const root = resolve(dir, path);
    if (!existsSync(root) || !statSync(root).isDirectory())
      throw new SourceError(`The package directory "${path}" does not exist.`, { file, line: 1, column: 1 });
    walk(root, [], files, (absolute) => {
      if (seen.has(absolute)) return true;
      seen.add(absolute);
      return ignored(relative(dir, absolute).split(sep).join('/'));
    });
  }
  return { dir, apiVersion: sourceApiVersion, files };
}

function parseProjectFile(file: string): { packageDirectories: string[]; sourceApiVersion: number } {
  const refuse = (problem: string): never => {
    throw new SourceError(problem, { file, line: 1, column: 1 });
  };
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return refuse(`sfdx-project.json is not valid JSON: ${(error as Error).message}`);
  }
  const project = (json ?? {}) as { packageDirectories?: unknown; sourceApiVersion?: unknown };
  if (!Array.isArray(project.packageDirectories) || project.packageDirectories.length === 0) return refuse('sfdx-project.json must have packageDirectories.');
  const packageDirectories = project.packageDirectories.map((entry: unknown) => {
    const path = (entry as { path?: unknown } | null)?.path;
    return typeof path === 'string' && path !== '' ? path : refuse('Every entry of packageDirectories must have a path.');
  });
  const version = project.sourceApiVersion;
  if (typeof version !== 'string' || !/^\d{2,3}\.0$/.test(version)) return refuse('sfdx-project.json must have a sourceApiVersion such as "67.0".');
  return { packageDirectories, sourceApiVersion: Number(version) };
}

/** The metadata files of one folder, in a stable order; none where it does not exist. */
export function filesBelow(folder: string): SourceFile[] {
  const files: SourceFile[] = [];
  if (existsSync(folder)) walk(folder, [], files, () => false);
  return files;
}

function walk(folder: string, segments: readonly string[], files: SourceFile[], skip: (path: string) => boolean): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (ALWAYS_IGNORED.test(entry.name) || skip(path)) continue;
    const below = [...segments, entry.name];
    if (entry.isDirectory()) walk(path, below, files, skip);
    else files.push({ path, segments: below, name: entry.name });
  }
}

/** Line and column of an offset in a text, both from 1. */
export function positionOf(file: string, text: string, offset: number): { file: string; line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { file, line: before.split('\n').length, column: offset - lineStart + 1 };
}

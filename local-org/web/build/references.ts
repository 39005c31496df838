/** What a component's sources refer to by name: modules, tags, icons; each with its place. */
import { createRequire } from 'node:module';
import type typescript from 'typescript';
import type { Position } from '../../schema';
import type { BundleSource, SourceFile } from './sources';

export interface Reference { readonly specifier: string; readonly position: Position; }

/** Line and column of an offset, both from 1. */
export function positionAt(file: string, text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { file, line, column: offset - before.lastIndexOf('\n') };
}

/** Imports of types alone: nothing of them is left when the types are taken out. */
const TYPE_IMPORT = /^[ \t]*(?:import|export)\s+type\s[^;'"]*from\s*(['"])[^'"]+\1/gm;
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** Loaded when there are components to read: it costs a command without pages a quarter of a second. */
const compiler = (): typeof typescript => createRequire(__filename)('typescript') as typeof typescript;

function scriptReferences(file: SourceFile): Reference[] {
  return compiler()
    .preProcessFile(file.extension === '.ts' ? file.text.replace(TYPE_IMPORT, blank) : file.text, true, true)
    .importedFiles.filter((entry) => !entry.fileName.startsWith('.'))
    .map((entry) => ({ specifier: entry.fileName, position: positionAt(file.path, file.text, entry.pos) }));
}

const camel = (kebab: string): string => kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** `<c-my-part>` is module `c/myPart`, `<lightning-card>` is `lightning/card`. */
function templateReferences(file: SourceFile): Reference[] {
  const text = file.text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...text.matchAll(/<(c|lightning)-([a-z][a-z0-9-]*)/g)].map((match) => ({
    specifier: `${match[1]}/${camel(match[2]!)}`,
    position: positionAt(file.path, file.text, match.index + 1),
  }));
}

const REFERENCES_OF: Readonly<Record<string, (file: SourceFile) => Reference[]>> = {
  '.ts': scriptReferences,
  '.js': scriptReferences,
  '.html': templateReferences,
  '.css': () => [],
};

/** Modules that the bundle's scripts import and its templates use; relative imports left out. */
export const referencesOf = (bundle: BundleSource): Reference[] => bundle.files.flatMap((file) => REFERENCES_OF[file.extension]!(file));

const ICON = /\b(?:utility|standard|custom|action|doctype):[a-zA-Z]\w*/g;

/** Icon names that occur in a text: whatever has the form of one, wherever it stands. */
export const iconsIn = (text: string): string[] => text.match(ICON) ?? [];

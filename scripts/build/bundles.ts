/** Component bundles of the package: their files as the platform gets them, TypeScript turned into JavaScript. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { filesBelow } from '../check/gates/files';

export interface Bundle { readonly name: string; readonly folder: string; /** File name to content. */ readonly files: Readonly<Record<string, string>>; }

/** The options of `tsc` for components: classes keep their decorators and fields for the LWC compiler to see. */
const OPTIONS: ts.CompilerOptions = { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, useDefineForClassFields: true, experimentalDecorators: false, verbatimModuleSyntax: true, isolatedModules: true };

/** Removes types from one module. */
export function toJavaScript(text: string, fileName: string): string {
  return ts.transpileModule(text, { compilerOptions: OPTIONS, fileName }).outputText;
}

/** Every bundle below `force-app`, tests and TypeScript sources left out. */
export function readBundles(root: string): Bundle[] {
  return filesBelow(root, 'force-app', (path) => path.endsWith('.js-meta.xml')).map((meta) => {
    const folder = dirname(meta);
    const files: Record<string, string> = {};
    for (const file of filesBelow(root, folder, (path) => !path.includes('/__tests__/') && !path.includes('/__mocks__/'))) {
      const name = file.slice(folder.length + 1);
      const text = readFileSync(join(root, file), 'utf8');
      if (name.endsWith('.d.ts')) continue;
      if (name.endsWith('.ts')) files[name.replace(/\.ts$/, '.js')] = toJavaScript(text, name);
      else if (!name.endsWith('.js') || files[name] === undefined) files[name] ??= text;
    }
    return { name: basename(folder), folder, files };
  });
}

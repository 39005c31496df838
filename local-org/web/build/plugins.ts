/** Bundler plugins: TypeScript components, generated modules, icons. They run in the worker process. */
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { transform } from 'esbuild';
import type { Plugin } from 'vite';

const VIRTUAL = '\0virtual:';

/** Serves modules from a table of specifier to text. */
export function virtualModules(modules: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'virtual-modules',
    enforce: 'pre',
    resolveId: (source) => (Object.hasOwn(modules, source) ? VIRTUAL + source : undefined),
    load: (id) => (id.startsWith(VIRTUAL) ? { code: modules[id.slice(VIRTUAL.length)]!, moduleType: 'js' } : undefined),
  };
}

/**
 * Resolves what a project's component imports as if the client imported it: the project's own folders need hold
 * neither libraries nor a configuration for them.
 */
export function importedByClient(client: string, own: string, base: string): Plugin {
  const found = new Map<string, string | undefined>();
  // Looked up by path: the compiler's own resolver reads every package.json on the way, for every import.
  const lightning = (name: string): string | undefined => {
    if (!found.has(name)) found.set(name, [join(own, name, `${name}.ts`), join(base, name, `${name}.js`)].find((path) => existsSync(path)));
    return found.get(name);
  };
  return {
    name: 'imported-by-client',
    enforce: 'pre',
    resolveId(source, importer) {
      const name = /^lightning\/(\w+)$/.exec(source)?.[1];
      if (name) return lightning(name);
      if (!importer || importer === client || importer.includes('node_modules') || !/^(?:c|lightning|lwc)(?:\/|$)/.test(source)) return undefined;
      return this.resolve(source, client, { skipSelf: true });
    },
  };
}

/** Maps a place in transpiled code back to the source: the compiler reports places in what it was given. */
export class SourcePlaces {
  private readonly maps = new Map<string, SourceMap>();

  add(file: string, map: string): void {
    this.maps.set(file, new SourceMap(JSON.parse(map) as ConstructorParameters<typeof SourceMap>[0]));
  }

  /** Lines and columns from 1, in and out. */
  original(file: string, line: number, column: number): { line: number; column: number } {
    const entry = this.maps.get(file)?.findEntry(line - 1, column - 1);
    return entry && 'originalLine' in entry ? { line: entry.originalLine + 1, column: entry.originalColumn + 1 } : { line, column };
  }
}

/**
 * Strips types and leaves decorators and class fields to the LWC compiler: target ESNext with define semantics,
 * since anything older emits decorator helpers that the platform rejects.
 */
export function typescriptComponents(places: SourcePlaces): Plugin {
  return {
    name: 'typescript-components',
    enforce: 'pre',
    async load(id) {
      const file = id.split('?', 1)[0]!;
      if (!file.endsWith('.ts') || file.startsWith('\0')) return undefined;
      const { code, map } = await transform(readFileSync(file, 'utf8'), {
        loader: 'ts',
        target: 'esnext',
        sourcefile: file,
        sourcemap: 'external',
        tsconfigRaw: { compilerOptions: { target: 'ESNext', useDefineForClassFields: true, experimentalDecorators: false } },
      });
      places.add(file, map);
      return { code, moduleType: 'js' };
    },
  };
}

const ICON_TABLE = /iconSvgTemplates(?:Utility|Standard|Custom|Action|Doctype)(?:Rtl)?[\\/]buildTemplates[\\/]templates\.js$/;

/** Where the base component has no template for an icon it draws nothing; here it then takes the sprite, which the server serves. */
const NO_TEMPLATE = "return this.src ? sanitizeURL(this.src) : '';";
const FROM_SPRITE = "if (this.src) return sanitizeURL(this.src); return this.category && this.isReady ? `/assets/icons/${this.category}-sprite/svg/symbols.svg#${this.name}` : '';";

function withSprite(path: string): string {
  const code = readFileSync(path, 'utf8');
  if (!code.includes(NO_TEMPLATE)) throw new Error(`${path} is not the version of primitiveIcon that this build knows.`);
  return code.replace(NO_TEMPLATE, FROM_SPRITE);
}

/** Keeps the icon templates that are named in the sources; an icon whose name is computed comes from the sprite. */
export function namedIcons(names: readonly string[]): Plugin {
  const wanted = new Set(names.map((name) => name.replace(':', '_')));
  return {
    name: 'named-icons',
    enforce: 'pre',
    load(id) {
      if (/[\\/]primitiveIcon[\\/]primitiveIcon\.js$/.test(id)) return { code: withSprite(id), moduleType: 'js' };
      if (!ICON_TABLE.test(id)) return undefined;
      const kept = [...readFileSync(id, 'utf8').matchAll(/^import \{ default as (\w+) \} from '([^']+)';$/gm)].filter((match) => wanted.has(match[1]!));
      const imports = kept.map((match) => match[0]).join('\n');
      return { code: `${imports}\nexport default { ${kept.map((match) => match[1]).join(', ')} };\n`, moduleType: 'js' };
    },
  };
}

/** Runs vite with the LWC compiler over the job. ESM-only libraries are imported here, in the worker process. */
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { importedByClient, namedIcons, SourcePlaces, typescriptComponents, virtualModules } from './plugins';
import { TransformCache } from './transforms';
import type { BuildJob, BuildProblem } from './types';

const CLIENT = resolve(__dirname, '../client');
const BASE_PACKAGE = dirname(require.resolve('lightning-base-components/package.json'));
const BASE = join(BASE_PACKAGE, 'src/lightning');

const versionOf = (name: string): string => (JSON.parse(readFileSync(join(dirname(BASE_PACKAGE), name, 'package.json'), 'utf8')) as { version: string }).version;

/** Scripts of a page, in the order they run. */
const ENTRIES = ['shadow', 'main'];

interface Located { message?: string; id?: string; loc?: { file?: string; line?: number; column?: number }; errors?: Located[]; plugin?: string }

/** The innermost error that has a place. */
function findLocated(error: Located): Located {
  for (const inner of error.errors ?? []) {
    const found = findLocated(inner);
    if (found.loc?.file ?? found.id) return found;
  }
  return error;
}

/** What a bundler error says, at its place in the source file. */
export function problemOf(error: unknown, places: SourcePlaces): BuildProblem {
  const located = findLocated(error as Located);
  const message = String(located.message ?? error).split('\n')[0]!.replace(/^\[plugin [^\]]*\]\s*/, '');
  const rawFile = located.loc?.file ?? located.id;
  if (!rawFile) return { message };
  const file = rawFile.split('?', 1)[0]!;
  const { line, column } = places.original(file, located.loc?.line ?? 1, Math.max(1, located.loc?.column ?? 1));
  return { message, file: isAbsolute(file) ? file : resolve(file), line, column };
}

export class BundleError extends Error {
  constructor(readonly problem: BuildProblem) { super(problem.message); }
}

/** Compiles and minifies everything reachable from the client's entry into `outDir`; returns the scripts a page runs, in order. */
export async function bundle(job: BuildJob): Promise<{ scripts: string[] }> {
  const [{ build }, { default: lwc }] = await Promise.all([import('vite'), import('vite-plugin-lwc')]);
  const places = new SourcePlaces();
  const cache = new TransformCache(job.transformCache, ['lwc', 'lightning-base-components', '@lwc/rollup-plugin', 'vite-plugin-lwc'].map(versionOf).join(' '));
  const modules = [...job.bundles.map(({ name, path }) => ({ name: `c/${name}`, path })), { dir: join(CLIENT, 'modules') }, { npm: 'lightning-base-components' }];
  try {
    const result = await build({
      configFile: false,
      envFile: false,
      root: CLIENT,
      logLevel: 'silent',
      oxc: false,
      publicDir: false,
      plugins: [
        virtualModules(job.virtualModules),
        importedByClient(join(CLIENT, 'main.ts'), join(CLIENT, 'modules/lightning'), BASE),
        typescriptComponents(places),
        namedIcons(job.icons),
        ...lwc({ rootDir: join(CLIENT, 'modules'), modules, enableDynamicComponents: true, enableSyntheticElementInternals: true }).map((plugin) => cache.wrap(plugin)),
      ],
      build: {
        outDir: job.outDir,
        emptyOutDir: false,
        target: 'es2022',
        reportCompressedSize: false,
        modulePreload: false,
        rollupOptions: {
          input: ENTRIES.map((name) => join(CLIENT, `${name}.ts`)),
          onwarn: () => undefined,
          output: { entryFileNames: '[name]-[hash].js', chunkFileNames: 'part-[hash].js', assetFileNames: 'asset-[hash][extname]' },
        },
      },
    });
    const outputs = (Array.isArray(result) ? result : [result]).flatMap((part) => ('output' in part ? part.output : []));
    const scripts = ENTRIES.map((name) => {
      const entry = outputs.find((output) => output.type === 'chunk' && output.isEntry && output.name === name);
      if (!entry) throw new Error(`The bundler wrote no ${name} script.`);
      return entry.fileName;
    });
    cache.save();
    return { scripts };
  } catch (error) {
    throw new BundleError(problemOf(error, places));
  }
}

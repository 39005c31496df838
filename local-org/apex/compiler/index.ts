/** The Apex compiler: see README.md. */
import type { DatabaseEngine } from '../../database';
import type { OrgModel, SourceError } from '../../schema';
import { compileAnonymous, type AnonymousCode } from './anonymous';
import { compile, declareOrg, type CompiledCode } from './build';
import { CompilerCache, cacheKey } from './cache';
import type { Library } from './platform';
import { Problems } from './problems';
import { Program } from './program/program';
import type { World } from './resolve';

export { Program, type CompiledTrigger, type LineCoverage } from './program/program';
export type { AnonymousCode } from './anonymous';
export type { ClassRecord, FieldRecord, MethodRecord } from './describe';

export interface CompileOptions {
  /** Folder for compiled code by content; none is kept when it is null. */
  readonly cacheDir?: string | null;
}

export interface Compilation {
  /** All problems of all classes, one a statement at most, in order of file and line. */
  readonly errors: readonly SourceError[];
  /** Runs when there are no errors; with errors it knows no class. */
  readonly program: Program;
  /** Compiles a block of anonymous Apex against the org. */
  compileAnonymous(text: string): { readonly errors: readonly SourceError[]; readonly code?: AnonymousCode };
}

const NOTHING: CompiledCode = { code: '(function () { return {}; })', lines: { methods: [], files: [], entries: [] }, classes: [], triggers: [], coverage: [] };

/** Compiles every class and trigger of the org. */
export function compileOrg(org: OrgModel, database: Pick<DatabaseEngine, 'analyse'>, library: Library, options: CompileOptions = {}): Compilation {
  const cache = options.cacheDir === null ? undefined : new CompilerCache(org, options.cacheDir);
  const key = cache && cacheKey(org, library);
  let world: World | undefined;
  let compiled = key === undefined ? undefined : cache?.program(key);
  let errors: readonly SourceError[] = [];
  if (!compiled) {
    const result = compile(org, database, library, cache?.parse);
    cache?.storeTrees();
    errors = sorted(result.problems.all);
    world = result.world;
    compiled = errors.length > 0 ? NOTHING : result.compiled;
    if (key !== undefined && errors.length === 0) cache?.storeProgram(key, compiled);
  }
  const program = new Program(org, library, compiled);
  return {
    errors,
    program,
    compileAnonymous(text) {
      world ??= declareOrg(org, library, new Problems(), cache?.parse).world;
      return compileAnonymous(text, org, database, world, program);
    },
  };
}

function sorted(errors: readonly SourceError[]): SourceError[] {
  return [...errors].sort((a, b) => {
    const [left, right] = [a.position, b.position];
    return (left?.file ?? '').localeCompare(right?.file ?? '') || (left?.line ?? 0) - (right?.line ?? 0) || (left?.column ?? 0) - (right?.column ?? 0);
  });
}

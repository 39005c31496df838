/** Runs generated code: what it calls `$r`. */
import { Script } from 'node:vm';
import { NotModelledError, type ObjectModel, type OrgModel } from '../../../schema';
import * as ops from '../../runtime/ops';
import { CompiledQuery, registerScript, type RuntimeType, type ScriptLines } from '../../runtime/ops';
import type { Frame, PlatformClass } from '../../runtime/types';
import type { RuntimeTypes } from './runtime-types';

/** Names defined by generated code: classes and functions. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Names = Record<string, any>;

export interface LoaderContext {
  readonly org: OrgModel;
  readonly library: ReadonlyMap<string, PlatformClass>;
  readonly types: RuntimeTypes;
  /** Counters of the class with this index in the coverage tables. */
  counters(index: number, size: number): Float64Array;
}

/** Evaluates generated code under the name that stack traces show and answers the names it defines. */
export function load(name: string, code: string, lines: ScriptLines, context: LoaderContext, scope: Names = {}): Names {
  registerScript(name, lines);
  const main = new Script(code, { filename: name }).runInThisContext() as (...args: unknown[]) => Names;
  return main(resolver(context), ops, ops.notNull, scope);
}

function resolver(context: LoaderContext): Record<string, unknown> {
  const queries = new Map<string, CompiledQuery>();
  return {
    member(owner: string, key: string): unknown {
      const found = context.library.get(owner.toLowerCase())?.members?.[key];
      if (!found) throw new NotModelledError(`${owner}: ${key}`);
      return found;
    },
    type: (name: string): RuntimeType => context.types.type(name),
    query(text: string): CompiledQuery {
      let query = queries.get(text);
      if (!query) queries.set(text, (query = new CompiledQuery(text)));
      return query;
    },
    frame: (className: string, sharing: boolean, mode: 'user' | 'system', apiVersion: number): Frame => Object.freeze({ className, sharing, mode, apiVersion }),
    object: (name: string): ObjectModel => context.org.object(name) as ObjectModel,
    counters: (index: number, size: number) => context.counters(index, size),
  };
}

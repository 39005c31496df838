/** Runs test classes one by one, with room for requests in between. */
import type { ApexTestResult, ApexTestRun } from '../../apex';
import { pause } from '../background';
import type { Platform } from '../types';

export interface AskedClass { readonly name: string; /** All when absent. */ readonly methods?: readonly string[]; }
export interface RunHooks {
  readonly coverage?: boolean;
  readonly before?: (className: string) => void;
  readonly after?: (className: string, results: readonly ApexTestResult[]) => void;
  /** The rest is left out. */
  readonly enough?: () => boolean;
}

/** In `trial`, an org without data. */
export async function runClasses(trial: Platform, classes: readonly AskedClass[], hooks: RunHooks = {}): Promise<ApexTestRun> {
  const results: ApexTestResult[] = [];
  const covered = new Map<string, { name: string; file: string; covered: Set<number>; all: Set<number> }>();
  for (const { name, methods } of classes) {
    await pause();
    if (hooks.enough?.()) break;
    hooks.before?.(name);
    const run = trial.apex.runTests({ classes: [name], ...(methods ? { methods } : {}), coverage: hooks.coverage ?? false });
    results.push(...run.results);
    for (const each of run.coverage) {
      const held = covered.get(each.name) ?? { name: each.name, file: each.file, covered: new Set<number>(), all: new Set<number>() };
      each.covered.forEach((line) => held.covered.add(line));
      [...each.covered, ...each.uncovered].forEach((line) => held.all.add(line));
      covered.set(each.name, held);
    }
    hooks.after?.(name, run.results);
  }
  const sorted = (lines: Iterable<number>): number[] => [...lines].sort((a, b) => a - b);
  return { results, coverage: [...covered.values()].map((each) => ({ name: each.name, file: each.file, covered: sorted(each.covered), uncovered: sorted([...each.all].filter((line) => !each.covered.has(line))) })) };
}

/** Runs Apex tests of a project, in worker processes when there are classes enough, and gathers one report. */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ApexTestRun, CoverageOfClass } from '../apex';
import { shapeNamed } from '../schema';
import { createPlatform, type Platform } from '../server';
import { guardedFieldsOf } from './project';
import { DoesNotCompile } from './serve';

export interface TestRunOptions { readonly projectDir: string; readonly classes?: readonly string[]; readonly coverage: boolean; readonly workers?: number; /** Name of an org shape. */ readonly shape?: string; }

/** Test classes one process must have to be worth its start. */
const CLASSES_PER_WORKER = 4;

/** Runs the tests in this process, on an org in memory: one that is built, or one of their own. */
export function runHere(options: TestRunOptions, built?: Platform): ApexTestRun {
  const platform = built ?? createPlatform({ projectDir: options.projectDir, cacheDir: join(options.projectDir, '.cache'), guardedFields: guardedFieldsOf(options.projectDir), ...(options.shape ? { shape: shapeNamed(options.shape) } : {}) });
  const errors = platform.apex.compile();
  if (errors.length) throw new DoesNotCompile(errors);
  return platform.apex.runTests({ coverage: options.coverage, ...(options.classes?.length ? { classes: options.classes } : {}) });
}

/** Runs the tests over several processes, each with its own org in memory; where one is enough it takes the org that is built. */
export async function runFannedOut(options: TestRunOptions, testClasses: readonly string[], built?: Platform): Promise<ApexTestRun> {
  const workers = Math.max(1, Math.min(options.workers ?? availableParallelism(), Math.ceil(testClasses.length / CLASSES_PER_WORKER)));
  if (workers === 1) return runHere({ ...options, classes: testClasses }, built);
  const shares = Array.from({ length: workers }, (_unused, index) => testClasses.filter((_name, at) => at % workers === index));
  const runs = await Promise.all(shares.map((classes) => inWorker({ ...options, classes })));
  return { results: runs.flatMap((run) => run.results), coverage: merge(runs.map((run) => run.coverage)) };
}

function inWorker(options: TestRunOptions): Promise<ApexTestRun> {
  return new Promise((resolve, reject) => {
    const child = fork(join(__dirname, 'testWorker.ts'), [], { execArgv: ['--require', join(__dirname, '..', 'typescript.cjs')], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.once('message', (message: { run?: ApexTestRun; error?: string }) => {
      if (message.run) resolve(message.run);
      else reject(new Error(message.error ?? 'A test worker stopped without a result'));
    });
    child.once('exit', (code) => reject(new Error(`A test worker ended early with code ${code}`)));
    child.send(options);
  });
}

/** A line is covered when any process ran it. */
function merge(parts: readonly (readonly CoverageOfClass[])[]): CoverageOfClass[] {
  const byName = new Map<string, { file: string; covered: Set<number>; uncovered: Set<number> }>();
  for (const each of parts.flat()) {
    const held = byName.get(each.name) ?? { file: each.file, covered: new Set<number>(), uncovered: new Set<number>() };
    each.covered.forEach((line) => held.covered.add(line));
    each.uncovered.forEach((line) => held.uncovered.add(line));
    byName.set(each.name, held);
  }
  return [...byName].map(([name, held]) => ({
    name,
    file: held.file,
    covered: [...held.covered].sort((a, b) => a - b),
    uncovered: [...held.uncovered].filter((line) => !held.covered.has(line)).sort((a, b) => a - b),
  }));
}

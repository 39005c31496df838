/** Runs Apex tests: each method in a transaction that is rolled back, on the data of its class's set-up. */
import type { Environment } from '../execution/environment';
import { runTransaction, uncaught } from '../execution/transaction';
import { NotModelledError } from '../../schema';
import { freshCounters } from '../runtime/data';
import type { CompiledClass, CompiledMethod, LimitCounters, TestState } from '../runtime/types';
import type { ApexTestResult } from '../types';

export interface TestOptions { readonly classes?: readonly string[]; readonly methods?: readonly string[]; readonly onResult?: (result: ApexTestResult) => void; }

/** Leaves a transaction without keeping what it did. */
class Undo extends Error {}

const hasAnnotation = (annotations: CompiledMethod['annotations'], name: string): boolean => annotations.some((each) => each.name.toLowerCase() === name);

export function runTests(environment: Environment, options: TestOptions): ApexTestResult[] {
  const wanted = options.classes?.map((name) => name.toLowerCase());
  const methods = options.methods?.map((name) => name.toLowerCase());
  const results: ApexTestResult[] = [];
  for (const each of environment.program().classes) {
    if (!each.isTest || each.name.includes('.') || (wanted && !wanted.includes(each.name.toLowerCase()))) continue;
    const chosen = each.methods.filter((method) => method.isTest && method.static && (!methods || methods.includes(method.name.toLowerCase())));
    if (chosen.length === 0) continue;
    for (const result of runClass(environment, each, chosen)) {
      results.push(result);
      options.onResult?.(result);
    }
  }
  return results;
}

function newTest(): TestState {
  return { started: false, stopped: false, mocks: new Map(), jobs: [] };
}

function runClass(environment: Environment, tested: CompiledClass, methods: readonly CompiledMethod[]): ApexTestResult[] {
  const results: ApexTestResult[] = [];
  refuseData(tested);
  undone(environment, () => {
    const setup = tested.methods.find((method) => method.static && hasAnnotation(method.annotations, 'testsetup'));
    const failure = setup ? attempt(environment, tested, setup) : undefined;
    for (const method of methods) {
      const started = performance.now();
      const limits: { counted: LimitCounters } = { counted: freshCounters(0) };
      let error = failure;
      if (!error) undoneWithin(environment, () => (error = attempt(environment, tested, method, limits)));
      results.push({ class: tested.name, method: method.name, outcome: error ? 'Fail' : 'Pass', message: error?.message ?? null, stack: error?.stack || null, timeMs: performance.now() - started, limits: limits.counted });
    }
  });
  return results;
}

function refuseData(tested: CompiledClass): void {
  const annotation = tested.annotations.find((each) => each.name.toLowerCase() === 'istest');
  const seeAll = Object.entries(annotation?.parameters ?? {}).find(([name]) => name.toLowerCase() === 'seealldata')?.[1];
  if (seeAll?.toLowerCase() === 'true') throw new NotModelledError(`SeeAllData=true (class ${tested.name})`);
}

/** Runs one method; answers its failure. What is not an exception of Apex is a defect or a refusal: it fails the test by name. */
function attempt(environment: Environment, tested: CompiledClass, method: CompiledMethod, limits?: { counted: LimitCounters }): { message: string; stack: string } | undefined {
  const test = newTest();
  try {
    runTransaction(environment, { kind: 'test', userId: environment.security.adminUserId, name: `${tested.name}.${method.name}`, test, asynchronous: false }, (x) => {
      try {
        x.runtime.invokeStatic(x, tested.name, method.name, []);
      } finally {
        if (limits) limits.counted = { ...x.limits };
      }
    });
    return undefined;
  } catch (failure) {
    const { message, stack, exception } = uncaught(failure);
    return { message, stack: exception ? stack : failure instanceof Error && !(failure instanceof NotModelledError) ? (failure.stack ?? '') : stack };
  }
}

function undone(environment: Environment, work: () => void): void {
  try {
    environment.database.transaction(() => {
      work();
      throw new Undo();
    });
  } catch (failure) {
    if (!(failure instanceof Undo)) throw failure;
  }
  environment.security.invalidate();
}

function undoneWithin(environment: Environment, work: () => void): void {
  try {
    environment.database.successive(() => {
      work();
      throw new Undo();
    });
  } catch (failure) {
    if (!(failure instanceof Undo)) throw failure;
  }
  environment.security.invalidate();
}

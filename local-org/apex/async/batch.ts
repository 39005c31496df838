/** Batch Apex: start, execute in chunks, finish; each a transaction of its own. */
import type { Environment } from '../execution/environment';
import { runTransaction, uncaught, type Transaction } from '../execution/transaction';
import { QueryLocator } from '../library';
import { eachOf } from '../runtime/ops';
import type { ApexValue, TestState } from '../runtime/types';
import { ApexList, SObjectValue } from '../runtime/values';
import { context } from './contexts';
import type { Job } from './job';
import { complete, mark } from './run';

/** Runs a batch to its end. A chunk that fails is counted and the next one runs; in a test the first failure is thrown. */
export function runBatch(environment: Environment, job: Job, test?: TestState): void {
  const request = job.request as { target: ApexValue; scope: number };
  const transaction = <T>(name: string, work: (x: Transaction) => T): T =>
    runTransaction(environment, { kind: 'batch', userId: job.userId, name: `${job.name} ${name}`, ...(test ? { test } : {}), job: { id: job.id, depth: job.depth, maximumDepth: job.maximumDepth } }, work);
  // Without Database.Stateful the instance that start saw is what each chunk begins from; fields that chunks set are not carried over.
  const stateful = environment.program().isInstance(request.target, 'Database.Stateful');
  const before = stateful ? undefined : fieldsOf(request.target);
  const records = transaction('start', (x) => {
    const scope = x.runtime.invoke(x, request.target, 'start', [context.batch(job.id)]);
    return scope instanceof QueryLocator ? scope.records.items : [...eachOf(x, scope)];
  });
  const chunks: ApexValue[][] = [];
  for (let at = 0; at < records.length; at += request.scope) chunks.push(records.slice(at, at + request.scope));
  mark(environment, job.id, { TotalJobItems: chunks.length });
  let errors = 0;
  chunks.forEach((chunk, index) => {
    try {
      if (before) Object.assign(request.target as object, before);
      transaction('execute', (x) => x.runtime.invoke(x, request.target, 'execute', [context.batch(job.id), new ApexList(chunk, elementType(chunk))]));
    } catch (failure) {
      errors++;
      if (test || !uncaught(failure).exception) throw failure;
      mark(environment, job.id, { NumberOfErrors: errors, ExtendedStatus: `First error: ${uncaught(failure).message}`.slice(0, 255) });
    }
    mark(environment, job.id, { JobItemsProcessed: index + 1 });
  });
  transaction('finish', (x) => {
    x.runtime.invoke(x, request.target, 'finish', [context.batch(job.id)]);
    complete(environment, job, {});
  });
}

function fieldsOf(target: ApexValue): Record<string, unknown> {
  return { ...(target as Record<string, unknown>) };
}

function elementType(chunk: readonly ApexValue[]): string {
  const first: unknown = chunk[0];
  return first instanceof SObjectValue ? first.object.name : 'Object';
}

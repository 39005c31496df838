/** The thread in which the cases run: tells of each before and after, so that another thread can see it hang. */
import { parentPort, workerData } from 'node:worker_threads';
import { chanceOf } from './chance';
import type { KindName } from './kinds';
import { THROWERS } from './throwers';

export interface Batch { readonly kind: KindName; readonly count: number; }
/** `from` counts through all batches. */
export interface WorkerTask { readonly seed: number; readonly batches: readonly Batch[]; readonly from: number; }
export type WorkerMessage =
  | { readonly what: 'begins'; readonly index: number; readonly name: string; readonly shown: string }
  | { readonly what: 'ends'; readonly index: number; readonly name: string; readonly accepted: boolean; readonly shown: string; readonly fault?: string }
  | { readonly what: 'done' };

const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);

async function main({ seed, batches, from }: WorkerTask): Promise<void> {
  let first = 0;
  for (const { kind, count } of batches) {
    if (from < first + count) await runBatch(kind, seed, first, Math.max(0, from - first), count);
    first += count;
  }
  tell({ what: 'done' });
}

async function runBatch(kind: KindName, seed: number, first: number, from: number, count: number): Promise<void> {
  const thrower = await THROWERS[kind]();
  try {
    for (let index = from; index < count; index++) {
      const place = { index: first + index, name: `${kind}, case ${index}` };
      const { accepted, shown, fault } = await thrower.run(chanceOf(seed, index), (text) => tell({ what: 'begins', ...place, shown: text }));
      tell({ what: 'ends', ...place, accepted, shown: fault ? shown : '', ...(fault ? { fault } : {}) });
    }
  } finally {
    await thrower.close();
  }
}

void main(workerData as WorkerTask);

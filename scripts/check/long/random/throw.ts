/** Throws cases at the org in a thread of its own, under the eyes of a watchdog; goes on behind one that hangs. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Batch, WorkerMessage, WorkerTask } from './worker';

export interface Thrown { readonly ran: number; readonly accepted: number; readonly faults: readonly string[]; }

/** Processor time that one case may take. The clock of a busy machine counts for a process that waits alone. */
const HANG_CPU_MS = 5_000;
const HANG_CLOCK_MS = 120_000;
const LOOK_MS = 500;
/** Told apart; a fault that shows ten times is known. */
const FAULTS_TOLD = 40;

interface Watched { next: number; accepted: number; faults: string[]; }

export async function throwAt(batches: readonly Batch[], seed: number): Promise<Thrown> {
  const count = batches.reduce((sum, each) => sum + each.count, 0);
  const state: Watched = { next: 0, accepted: 0, faults: [] };
  while (state.next < count && state.faults.length < FAULTS_TOLD) await stretch({ seed, batches, from: state.next }, state);
  return { ran: state.next, accepted: state.accepted, faults: state.faults };
}

/** From one start of the thread to its end, or to a case that hangs or takes the thread down. */
function stretch(task: WorkerTask, state: Watched): Promise<void> {
  const worker = new Worker(join(__dirname, 'worker.ts'), { workerData: task, execArgv: ['--require', join(__dirname, '../../../../local-org/typescript.cjs')] });
  let current: { index: number; name: string; shown: string } | undefined;
  let since = Date.now();
  let cpu = process.cpuUsage();
  let over = false;
  return new Promise((resolve) => {
    const finish = (): void => {
      if (over) return;
      over = true;
      clearInterval(timer);
      void worker.terminate().then(() => resolve());
    };
    const fault = (what: string): void => {
      if (over) return;
      state.faults.push(`seed ${task.seed}, ${current?.name ?? 'before the first case'}: ${what}\n${current?.shown ?? ''}`);
      state.next = current ? current.index + 1 : Infinity;
    };
    const timer = setInterval(() => {
      const used = process.cpuUsage(cpu);
      if (!current || ((used.user + used.system) / 1000 < HANG_CPU_MS && Date.now() - since < HANG_CLOCK_MS)) return;
      fault(`hangs: more than ${HANG_CPU_MS / 1000} s`);
      finish();
    }, LOOK_MS);
    worker.on('message', (message: WorkerMessage) => {
      since = Date.now();
      cpu = process.cpuUsage();
      if (message.what === 'begins') {
        current = message;
      } else if (message.what === 'ends') {
        if (message.fault) state.faults.push(`seed ${task.seed}, ${message.name}: ${message.fault}\n${message.shown}`);
        if (message.accepted) state.accepted++;
        state.next = message.index + 1;
        if (state.faults.length >= FAULTS_TOLD) finish();
      } else {
        finish();
      }
    });
    worker.on('error', (failure) => {
      fault(`takes the process down: ${failure.stack ?? failure.message}`);
      finish();
    });
    worker.on('exit', (code) => {
      fault(`ends the process with code ${code}`);
      finish();
    });
  });
}

/** One benchmark: what it measures, against which budget, beside which baseline. Those of one name run together. */
export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** At most this; absent where there is no budget. */
  readonly budget?: number;
  /** The same work done otherwise, in the same run. */
  readonly baseline?: { readonly what: string; readonly value: number };
}

export interface Benchmark {
  readonly name: string;
  /** Runs the work `runs` times where time is measured, and answers medians. */
  run(runs: number, log: (line: string) => void): Promise<readonly Measure[]>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Milliseconds of `work`, each of `runs` times. */
export async function timed(runs: number, work: () => Promise<unknown> | unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return median(times);
}

/** Milliseconds of processor time of this process: what other programs do on the machine hardly shows in it. */
export function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export const missed = (measure: Measure): boolean => measure.budget !== undefined && measure.value > measure.budget;

/** The execution that runs now. Everything is synchronous and one transaction runs at a time, so one variable holds it. */
import type { Execution } from './types';

let current: Execution | undefined;

/** Undefined outside Apex. */
export const currentExecution = (): Execution | undefined => current;

/** Runs `work` as part of `x`. */
export function within<T>(x: Execution, work: () => T): T {
  const previous = current;
  current = x;
  try {
    return work();
  } finally {
    current = previous;
  }
}

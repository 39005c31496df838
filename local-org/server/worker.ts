/** Queued Apex between requests: one job at a time, so that requests are never kept waiting for a whole queue. */
import type { Platform } from './types';

export interface Worker {
  /** Looks for due work soon. */
  nudge(): void;
  stop(): void;
}

/** Longest sleep between two looks at the schedule, in milliseconds. */
const MAX_SLEEP = 5_000;

export function startWorker(platform: Platform, log: (message: string) => void): Worker {
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;
  let stopped = false;

  function turn(): void {
    immediate = undefined;
    if (stopped) return;
    let ran = 0;
    try {
      ran = platform.apex.runDueJobs(1);
    } catch (failure) {
      log(`A queued job could not be run: ${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}`);
    }
    if (ran > 0 && platform.apex.pendingJobs > 0) nudge();
    else sleep();
  }

  function sleep(): void {
    clearTimeout(timer);
    const due = platform.apex.nextDue;
    const wait = due === undefined ? MAX_SLEEP : Math.min(MAX_SLEEP, Math.max(50, due - platform.clock.now()));
    timer = setTimeout(turn, wait);
    timer.unref();
  }

  function nudge(): void {
    if (stopped || immediate) return;
    immediate = setImmediate(turn);
  }

  sleep();
  return {
    nudge,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      if (immediate) clearImmediate(immediate);
    },
  };
}

/** The last requests of a running org with the Apex that ran for each: what its developer page shows. */
import type { ApexPlatform } from '../../apex';
import type { Platform } from '../types';

export type ApexRun = ApexPlatform['recent'][number];

export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** Empty where nobody is logged in. */
  readonly userId: string;
  readonly status: number;
  readonly ms: number;
  /** Transactions of Apex that the request ran, first one first. */
  readonly runs: readonly ApexRun[];
}

/** Requests that are kept, the newest first. */
const KEPT = 100;
/** Documents, pictures and the code of pages say nothing of the org. */
const WORTH_KEEPING = /^\/(services|web\/(page|apex|file|lookup))\b/;

const logs = new WeakMap<Platform, LoggedRequest[]>();

export function requestsOf(platform: Platform): readonly LoggedRequest[] {
  return logs.get(platform) ?? [];
}

/** Remembers where the Apex log stands; what comes on top of it until the answer belongs to the request. */
export function startRequest(platform: Platform, head: { readonly method: string; readonly path: string }): (userId: string, status: number) => void {
  const started = performance.now();
  const { apex, clock } = platform;
  const top = apex.recent[0];
  return (userId, status) => {
    if (!WORTH_KEEPING.test(head.path)) return;
    const end = top ? apex.recent.indexOf(top) : apex.recent.length;
    const runs = apex.recent.slice(0, end < 0 ? apex.recent.length : end).reverse();
    const held = logs.get(platform) ?? [];
    held.unshift({ at: clock.now(), ...head, userId, status, ms: performance.now() - started, runs });
    held.length = Math.min(held.length, KEPT);
    logs.set(platform, held);
  };
}

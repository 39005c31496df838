/** Work that takes longer than a request may: deployments and test runs of an org, one after the other. */
import type { Platform } from './types';

const queues = new WeakMap<Platform, Promise<void>>();

/** Runs `work` when what was asked for before it is done, and not before the request that asked is answered. */
export function inBackground(platform: Platform, work: () => Promise<void>): void {
  const before = queues.get(platform) ?? Promise.resolve();
  queues.set(platform, before.then(pause).then(work));
}

/** Lets requests that wait have their turn. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** What races: things that people and jobs do with one record. */
import type { Platform } from '../../../../local-org/server';
import { PlatformError } from '../../../../local-org/schema';

/** How an act ended: done, or what whoever did it was told. */
export type Outcome = { readonly done: true } | { readonly done: false; readonly told: string };

/** Something that is done with a record `T` of the world. */
export interface Act<T> {
  readonly name: string;
  /** Seconds between the moment of the world and the act: each transaction has its own time. */
  readonly at: number;
  readonly run: (record: T) => Outcome;
  /** Labels of the sentences for whoever comes second, besides the one that somebody else is at it right now; none for jobs. */
  readonly refusals: readonly string[];
  /** Acts after which this one may be done as well: then both win, one after the other. */
  readonly follows?: readonly string[];
}

/** What whoever comes second is told while the first one is at it. */
export const BUSY = 'PRM_Busy';

/** A job that comes second finds nothing to do, and tells nobody. */
export const NOTHING_TO_DO = 'nothing to do';

/** Calls a method of a controller as a component does; a refusal is what the component shows. `refusalIn` finds one that is part of an answer. */
export function call(platform: Platform, userId: string, method: string, args: Readonly<Record<string, unknown>>, refusalIn?: (answer: unknown) => string | undefined): Outcome {
  const [className = '', name = ''] = method.split('.');
  try {
    const answer = platform.apex.callAura(userId, className, name, args, { cacheableOnly: false });
    const told = refusalIn?.(answer);
    return told === undefined ? { done: true } : { done: false, told };
  } catch (failure) {
    if (failure instanceof PlatformError && failure.code === 'AURA_HANDLED') return { done: false, told: failure.message };
    throw failure;
  }
}

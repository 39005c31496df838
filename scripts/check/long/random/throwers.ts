/** Who throws each kind. */
import type { Chance } from './chance';
import { formulas } from './formulas';
import type { KindName } from './kinds';
import { metadata } from './metadata';
import { queries } from './queries';
import { requests } from './requests';

/** What one case came to: `fault` when it is what may never be. */
export interface Fate { readonly shown: string; readonly accepted: boolean; readonly fault?: string; }

/** Throws cases at the org; each is told in full before it runs, so that one that hangs can be named. */
export interface Thrower {
  run(chance: Chance, tell: (shown: string) => void): Promise<Fate>;
  close(): Promise<void>;
}

export const THROWERS: Readonly<Record<KindName, () => Promise<Thrower>>> = { requests, queries, formulas, metadata };

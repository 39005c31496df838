/** Wires floors 0 to 4 into one platform: the composition root below HTTP. */
import { createApex } from '../apex';
import { openDatabase, type Clock } from '../database';
import { formulaCompiler } from '../formula';
import { loadOrg, type OrgShape } from '../schema';
import { createSecurity } from '../security';
import type { Platform } from './types';

export interface PlatformOptions {
  readonly projectDir: string;
  /** SQLite file; in memory when absent. */
  readonly dataFile?: string;
  /** Where compiled Apex is kept between starts; no cache when absent. */
  readonly cacheDir?: string;
  readonly shape?: OrgShape;
  readonly clock?: Clock;
  /** Fields whose change by Apex needs FOR UPDATE: strict locking. */
  readonly guardedFields?: readonly string[];
}

export const systemClock: Clock = { now: () => Date.now() };

/** Builds the org. Source errors are thrown as SourceError; Apex errors are left to `apex.compile()`. */
export function createPlatform(options: PlatformOptions): Platform {
  const clock = options.clock ?? systemClock;
  const org = loadOrg({ projectDir: options.projectDir, ...(options.shape ? { shape: options.shape } : {}) });
  const database = openDatabase(org, formulaCompiler, options.dataFile ? { file: options.dataFile } : {});
  database.attach({ clock });
  const security = createSecurity(org, database, clock);
  const apex = createApex(org, database, security, formulaCompiler, clock, options.cacheDir ? { cacheDir: options.cacheDir } : {});
  database.attach({ access: security, triggers: apex, events: apex, clock });
  if (options.guardedFields?.length) database.guard(options.guardedFields);
  return { org, formula: formulaCompiler, database, security, apex, clock };
}

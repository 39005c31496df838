/** Every mutant: those written down by floor, and those found in the package. */
import { lockMutants } from './locks';
import { APEX } from './table/apex';
import { DATABASE } from './table/database';
import { FORMULA } from './table/formula';
import { PACKAGE } from './table/package';
import { SCHEMA } from './table/schema';
import { SECURITY } from './table/security';
import { SERVICE } from './table/service';
import { SURFACE } from './table/surface';
import type { Mutant } from './types';

/** `root` holds the tree whose package is searched. */
export function allMutants(root: string): readonly Mutant[] {
  return [...SCHEMA, ...FORMULA, ...DATABASE, ...SECURITY, ...APEX, ...SURFACE, ...PACKAGE, ...SERVICE, ...lockMutants(root)];
}

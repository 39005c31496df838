/** What single standard objects do of their own, by name: one entry an object. */
import { CASE } from './cases';
import { CASE_COMMENT } from './caseComments';
import type { StandardBehaviour } from './types';

const BEHAVIOURS: Readonly<Record<string, StandardBehaviour>> = { Case: CASE, CaseComment: CASE_COMMENT };

const NONE: StandardBehaviour = {};

export const behaviourOf = (object: string): StandardBehaviour => BEHAVIOURS[object] ?? NONE;

/** Objects that the platform looks after beside its general rules. */
export const behavedObjects: readonly string[] = Object.keys(BEHAVIOURS);

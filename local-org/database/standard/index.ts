/** What single standard objects do of their own, by name: one entry an object. */
import { CASE } from './cases';
import { CASE_COMMENT } from './caseComments';
import { CONTENT_DOCUMENT_LINK } from './fileLinks';
import { CONTENT_DOCUMENT, CONTENT_VERSION } from './files';
import { PRICEBOOK_ENTRY } from './prices';
import type { DmlOperation } from '../types';
import type { StandardBehaviour } from './types';

const BEHAVIOURS: Readonly<Record<string, StandardBehaviour>> = {
  Case: CASE, CaseComment: CASE_COMMENT, ContentDocument: CONTENT_DOCUMENT, ContentDocumentLink: CONTENT_DOCUMENT_LINK, ContentVersion: CONTENT_VERSION, PricebookEntry: PRICEBOOK_ENTRY,
};

const NONE: StandardBehaviour = {};

export const behaviourOf = (object: string): StandardBehaviour => BEHAVIOURS[object] ?? NONE;

/** Calls that the Object Reference leaves out for the object. */
export const refusesDml = (object: string, operation: DmlOperation): boolean => behaviourOf(object).refuses?.includes(operation) ?? false;

/** Objects that the platform looks after beside its general rules. */
export const behavedObjects: readonly string[] = Object.keys(BEHAVIOURS);

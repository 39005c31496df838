/**
 * Reads Apex in one pass, hundreds of times faster than the full grammar when that is cold. It takes a source whole or not at
 * all: what it does not take, and so every source with an error, goes to the full grammar, which is the one that judges.
 */
import { quickly } from '../../../schema';
import type { AnonymousUnit, ClassDeclaration, TriggerDeclaration } from '../ast';
import { Cursor } from './cursor';
import { anonymousUnit, classUnit, triggerUnit } from './declarations';

const quick = <T>(text: string, read: (cursor: Cursor) => T): T | undefined => quickly(() => read(new Cursor(text)));

export const quickClass = (text: string): ClassDeclaration | undefined => quick(text, classUnit);
export const quickTrigger = (text: string): TriggerDeclaration | undefined => quick(text, triggerUnit);
export const quickAnonymous = (text: string): AnonymousUnit | undefined => quick(text, anonymousUnit);

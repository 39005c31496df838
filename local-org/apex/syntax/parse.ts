/** From source text to tree: by the quick reading where it takes the source, else by the full grammar. */
import type { AnonymousUnit, ClassDeclaration, TriggerDeclaration } from './ast';
import { anonymousByGrammar, classByGrammar, triggerByGrammar, type Parsed } from './grammar';
import { quickAnonymous, quickClass, quickTrigger } from './quick';

/** A `.cls` file. */
export function parseClass(text: string): Parsed<ClassDeclaration> {
  const unit = quickClass(text);
  return unit ? { unit, problems: [] } : classByGrammar(text);
}

/** A `.trigger` file. */
export function parseTrigger(text: string): Parsed<TriggerDeclaration> {
  const unit = quickTrigger(text);
  return unit ? { unit, problems: [] } : triggerByGrammar(text);
}

/** A block of anonymous Apex. */
export function parseAnonymous(text: string): Parsed<AnonymousUnit> {
  const unit = quickAnonymous(text);
  return unit ? { unit, problems: [] } : anonymousByGrammar(text);
}

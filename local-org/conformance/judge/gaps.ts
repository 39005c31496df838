/** Cases that the local org is known to refuse by name: skipped with the reason, and a fault once they pass. */
import type { CaseOutcome } from '../types';

/** A documented feature that the local org names and does not model (docs/local-org-gaps.md). */
export interface Gap { readonly case: string; /** Part of the message by which it refuses. */ readonly refusal: string; }

const NOT_MODELLED = 'The local org does not model';

/** Only a refusal that names the feature is a gap; any other failure of such a case stays a failure. */
export function withGaps(outcomes: readonly CaseOutcome[], gaps: readonly Gap[]): CaseOutcome[] {
  const judged = outcomes.map((each): CaseOutcome => {
    const gap = gaps.find((one) => one.case === each.name);
    if (!gap) return each;
    if (each.outcome === 'passed') return { name: each.name, outcome: 'failed', message: 'It passes: strike it from the list of gaps' };
    return each.message?.includes(NOT_MODELLED) && each.message.includes(gap.refusal) ? { name: each.name, outcome: 'skipped', message: each.message } : each;
  });
  const names = new Set(outcomes.map((each) => each.name));
  const unknown = gaps.filter((each) => !names.has(each.case)).map((each): CaseOutcome => ({ name: each.case, outcome: 'failed', message: 'The list of gaps names a case that does not exist' }));
  return [...judged, ...unknown];
}

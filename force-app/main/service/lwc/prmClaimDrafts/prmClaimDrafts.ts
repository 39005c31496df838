import { EMPTY_DRAFT, isTyped, STEPS, type ClaimDraft, type Step } from 'c/prmClaimForm';
import { dropDraft, keepDraft, loadDraft } from 'c/prmUiDraft';

/** What is kept of a claim that is being typed: no page, no session and no server is needed to have it again. */
export interface Kept {
  readonly draft: ClaimDraft;
  readonly step: Step;
  /** The server has what is kept, so that its own draft counts if it is newer. */
  readonly saved: boolean;
}

const nameOf = (claimId: string): string => `claim.${claimId || 'new'}`;

/** The copy of a claim, of a new one for an empty id; nothing where none was kept. */
export function keptOf(claimId: string): Kept | undefined {
  try {
    const { draft, step, saved } = JSON.parse(loadDraft(nameOf(claimId)).json ?? '') as Kept;
    return { draft: { ...EMPTY_DRAFT, ...draft }, step: STEPS.includes(step) ? step : 'serial', saved };
  } catch {
    // Nothing kept, or kept by another version of this page: the server's draft is there still.
    return undefined;
  }
}

/** Keeps a copy; nothing is kept of a claim without a word. */
export function keep(kept: Kept): void {
  if (isTyped(kept.draft)) keepDraft(nameOf(kept.draft.claimId), { json: JSON.stringify(kept) });
  else dropDraft(nameOf(kept.draft.claimId));
}

/** Forgets the copy of a claim, of the new one for an empty id. */
export function forget(claimId: string): void {
  dropDraft(nameOf(claimId));
}

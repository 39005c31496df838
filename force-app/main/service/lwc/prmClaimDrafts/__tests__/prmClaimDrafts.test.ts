import { forget, keep, keptOf } from 'c/prmClaimDrafts';
import { EMPTY_DRAFT } from 'c/prmClaimForm';
import { TYPED } from '../../prmClaimForm/__tests__/data/drafts';

afterEach(() => window.localStorage.clear());

describe('copies of claims in the browser', () => {
  it('come back with their step, the new one and each saved one for itself', () => {
    keep({ draft: TYPED, step: 'lines', saved: false });
    keep({ draft: { ...TYPED, claimId: 'a01', complaint: 'Other' }, step: 'review', saved: true });
    expect(keptOf('')).toEqual({ draft: TYPED, step: 'lines', saved: false });
    expect(keptOf('a01')).toMatchObject({ draft: { complaint: 'Other' }, step: 'review', saved: true });
    forget('');
    expect(keptOf('')).toBeUndefined();
    expect(keptOf('a01')).toBeDefined();
  });

  it('are not kept of a claim without a word, and survive other versions of the page', () => {
    keep({ draft: EMPTY_DRAFT, step: 'serial', saved: false });
    expect(window.localStorage).toHaveLength(0);
    const { caseId: _later, ...earlier } = TYPED;
    keep({ draft: earlier as typeof TYPED, step: 'gone' as never, saved: false });
    expect(keptOf('')).toEqual({ draft: TYPED, step: 'serial', saved: false });
  });
});

import PrmClaimReview from 'c/prmClaimReview';
import { changedLine } from 'c/prmClaimForm';
import { find, findAll, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { TERMS, WITH_PART } from '../../prmClaimForm/__tests__/data/drafts';

afterEach(unmountAll);

const shown = async (properties: object = {}): Promise<HTMLElement> => {
  const element = mount('c-prm-claim-review', PrmClaimReview, { draft: WITH_PART, terms: TERMS, faults: [{ value: 'a0F000000000001', label: 'F-1 · Leaks' }], productName: 'Pump', currencyCode: 'EUR', proofCount: 1, covered: true, ...properties });
  await settled();
  return element;
};

describe('review', () => {
  it('shows once more what is sent, and leads back to each part', async () => {
    const element = await shown();
    const changes = recorded(element, 'stepchange');
    expect(textOf(element).replace(/\s/g, ' ')).toMatch(/SN-1 · Pump.*F-1 · Leaks.*T-1 · Impeller.*It leaks.*1 × 120 · EUR 120.00/);
    expect(findAll(element, '.warning')).toHaveLength(0);
    findAll(element, '[data-step]').forEach((button) => button.click());
    expect(changes).toEqual(['serial', 'fault', 'lines', 'proofs'].map((step) => ({ step })));
    expect(textOf(find(element, '[data-total]')).replace(/\s/g, ' ')).toBe('EUR 120.00');
    await expect(element).toBeAccessible();
  });

  it('warns of what may stand in the way', async () => {
    const element = await shown({ covered: false, proofCount: 0, draft: changedLine(WITH_PART, '1', { unitPrice: '500' }) });
    expect(findAll(element, '.warning').map(textOf)).toEqual(['c.PRM_UI_CLAIM_Review_Not_Covered', 'c.PRM_UI_CLAIM_Review_Over', 'c.PRM_UI_CLAIM_Review_No_Proof']);
    await expect(element).toBeAccessible();
  });
});

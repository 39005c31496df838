import PrmEntitlement from 'c/prmEntitlement';
import { findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import type { Entitlement } from 'c/prmCoverage';
import { entitlement } from '../../prmCoverage/__tests__/data/coverage';

jest.mock('@salesforce/label/c.PRM_COV_Goodwill_Share', () => ({ default: 'Goodwill up to {0} %' }), { virtual: true });

const shown = async (answer: Entitlement | undefined): Promise<HTMLElement> => {
  const element = mount('c-prm-entitlement', PrmEntitlement, { answer });
  await settled();
  return element;
};

afterEach(unmountAll);

describe('entitlement', () => {
  it('says yes, why, until when, by which term', async () => {
    const element = await shown(entitlement());
    expect(textOf(element)).toContain('c.PRM_COV_Covered');
    expect(textOf(element)).toContain('Two years');
    expect(textOf(element)).toContain('1000 Hours');
    expect(findAll(element, 'dt')).toHaveLength(4);
    await expect(element).toBeAccessible();
  });

  it('says no and why, and that goodwill is possible', async () => {
    const element = await shown(entitlement({ covered: false, reason: 'It ended.', usageLimit: null, goodwillPossible: true, goodwillShare: 50 }));
    expect(textOf(element)).toContain('c.PRM_COV_Not_Covered');
    expect(textOf(element)).toContain('It ended.');
    expect(textOf(element)).toContain('Goodwill up to 50 %');
    await expect(element).toBeAccessible();
  });

  it('names goodwill without a share', async () => {
    expect(textOf(await shown(entitlement({ covered: false, goodwillPossible: true, goodwillShare: null })))).toContain('c.PRM_COV_Goodwill');
  });

  it('has no facts without a term, and shows nothing without an answer', async () => {
    expect(findAll(await shown(entitlement({ covered: false, termName: null })), 'dl')).toHaveLength(0);
    expect(textOf(await shown(undefined))).toBe('');
  });
});

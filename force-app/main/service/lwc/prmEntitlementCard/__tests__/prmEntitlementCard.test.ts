import PrmEntitlementCard from 'c/prmEntitlementCard';
import { findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Until', () => ({ default: 'Until {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Goodwill_Possible', () => ({ default: 'Goodwill {0}' }), { virtual: true });

afterEach(unmountAll);

const shown = async (properties: object): Promise<HTMLElement> => {
  const element = mount('c-prm-entitlement-card', PrmEntitlementCard, properties as Record<string, unknown>);
  await settled();
  await expect(element).toBeAccessible();
  return element;
};

describe('entitlement', () => {
  it('says yes, until when and by which term', async () => {
    const element = await shown({ serial: 'SN-1', productName: 'Pump', entitlement: { covered: true, until: '2028-01-31', usageLimit: 5000, usageUnit: 'Hours', termName: 'Standard' } });
    expect(textOf(element)).toMatch(/Pump · SN-1 .*Covered .*Until Jan 31, 2028/);
    expect(textOf(element)).not.toContain('Goodwill');
  });

  it('says no, why, and that goodwill may be asked for', async () => {
    const element = await shown({ entitlement: { covered: false, reason: 'It ended in May.', goodwillPossible: true, goodwillShare: 50 } });
    expect(textOf(element)).toMatch(/Not_Covered It ended in May. Goodwill 50/);
  });

  it('says what to do before a serial is known, and keeps the place while it asks', async () => {
    expect(textOf(await shown({}))).toContain('Entitlement_Hint');
    expect(findAll(await shown({ busy: true }), 'c-prm-ui-skeleton')).toHaveLength(1);
  });
});

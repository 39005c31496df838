import PrmClaimMoney from 'c/prmClaimMoney';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { detail } from '../../prmClaims/__tests__/data/claims';

afterEach(unmountAll);

describe('money of a claim', () => {
  it('is summed by its entries, later corrections taken off, with what is still owed', async () => {
    const element = mount('c-prm-claim-money', PrmClaimMoney, { ledger: detail().ledger, currencyCode: 'EUR' });
    await settled();
    const amounts = Object.fromEntries(findAll(element, '.sum').map((sum) => [sum.dataset.entry, textOf(sum).replace(/.*EUR\s/, '')]));
    expect(amounts).toEqual({ Claimed: '230.00', Approved: '200.00', Paid: '150.00', owed: '50.00' });
    expect(findAll(element, 'tbody tr')).toHaveLength(4);
    await expect(element).toBeAccessible();
  });

  it('has not moved yet', async () => {
    const element = mount('c-prm-claim-money', PrmClaimMoney);
    await settled();
    expect(textOf(find(element, 'p'))).toBe('c.PRM_UI_CLAIM_No_Money');
    expect(findAll(element, 'dl')).toHaveLength(0);
  });
});

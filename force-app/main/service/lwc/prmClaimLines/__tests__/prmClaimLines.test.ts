import PrmClaimLines from 'c/prmClaimLines';
import { findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { detail } from '../../prmClaims/__tests__/data/claims';

afterEach(unmountAll);

describe('lines of a claim', () => {
  it('tell what was claimed, what was decided and why', async () => {
    const element = mount('c-prm-claim-lines', PrmClaimLines, { lines: detail().lines, currencyCode: 'EUR' });
    await settled();
    const [cut, open] = findAll(element, 'li').map((line) => textOf(line).replace(/\s/g, ' '));
    expect(cut).toMatch(/1. Part · T-1 · Impeller Adjusted 1 × EUR 120.00 .*EUR 120.00 .*EUR 100.00 Cut to the list price./);
    expect(open).toMatch(/^2. Travel · Two trips 220 × EUR 0.50 /);
    expect(findAll(element, 'c-prm-ui-state')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});

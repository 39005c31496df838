import PrmClaimReturn from 'c/prmClaimReturn';
import type { ReturnSlip } from 'c/prmClaims';
import { enter, find, findAll, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { slip } from '../../prmClaims/__tests__/data/claims';

jest.mock('@salesforce/label/c.PRM_UI_CLAIM_Return_Sent', () => ({ default: 'Sent {0} by {1}' }), { virtual: true });

const shown = async (fields: Partial<ReturnSlip> = {}): Promise<HTMLElement & { saved(): void }> => {
  const element = mount('c-prm-claim-return', PrmClaimReturn, { slip: slip(fields), claimTitle: 'C-100' });
  await settled();
  return element;
};

afterEach(() => {
  unmountAll();
  window.localStorage.clear();
});

describe('return slip', () => {
  it('names claim and parts, and can be printed', async () => {
    const element = await shown();
    const printed = recorded(element, 'printslip');
    expect(textOf(element)).toMatch(/C-100 .*T-1 · Impeller P-77 1/);
    find(element, '[data-action="print"]').click();
    expect(printed).toEqual([{ returnId: 'a02000000000001' }]);
    await expect(element).toBeAccessible();
  });

  it('is shipped with carrier and number, by Enter too, and marks what is missing', async () => {
    const element = await shown();
    const ships = recorded(element, 'ship');
    find(element, '[data-action="ship"]').click();
    await settled();
    expect(ships).toEqual([]);
    expect(textOf(element)).toContain('PRM_UI_Required');
    const [carrier, tracking] = findAll(element, 'c-prm-ui-field');
    enter(find(carrier!, 'input'), 'DHL');
    enter(find(tracking!, 'input'), 'JJD01');
    find(element, '.form').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(ships).toEqual([{ returnId: 'a02000000000001', carrier: 'DHL', tracking: 'JJD01' }]);
    unmountAll();
    expect(find<HTMLElement & { value: string }>(await shown(), 'c-prm-ui-field').value).toBe('DHL');
  });

  it('says how it was sent, what was wrong, or that the parts stay', async () => {
    const sent = await shown({ toShip: false, status: 'Mismatch', shippedOn: '2026-11-20', carrier: 'DHL', tracking: 'J1', mismatch: 'Another serial.' });
    expect(textOf(sent)).toMatch(/Sent Nov 20, 2026 by DHL J1 Another serial./);
    expect(findAll(sent, '.form')).toHaveLength(0);
    sent.saved();
    const scrapped = await shown({ disposition: 'Scrap on Site', status: 'Scrapped', toShip: false });
    expect(textOf(scrapped)).toContain('Return_Scrap');
    expect(findAll(scrapped, '[data-action]')).toHaveLength(0);
    await expect(scrapped).toBeAccessible();
  });
});

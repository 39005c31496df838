import PrmReturnReceipt from 'c/prmReturnReceipt';
import getReturn from '@salesforce/apex/PrmReturnsDeskController.getReturn';
import receive from '@salesforce/apex/PrmReturnsDeskController.receive';
import waive from '@salesforce/apex/PrmReturnsDeskController.waive';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { find, findAll, mount, press, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { detailOf } from '../../prmReturnRows/__tests__/data/returns';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmReturnsDeskController.getReturn',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmReturnsDeskController.receive', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmReturnsDeskController.waive', () => ({ default: jest.fn() }), { virtual: true });

const wired = getReturn as unknown as TestAdapter;
const receiving = receive as unknown as jest.Mock;
const ID = 'a02000000000001AAA';
const shown = async (own = {}): Promise<HTMLElement> => {
  const element = mount('c-prm-return-receipt', PrmReturnReceipt, { recordId: ID });
  wired.emit(detailOf(own));
  await settled();
  return element;
};

afterEach(() => {
  unmountAll();
  jest.clearAllMocks();
  window.localStorage.clear();
});

describe('a return at the desk', () => {
  it('records line by line what came, and says what follows from a mismatch', async () => {
    receiving.mockResolvedValue(detailOf({ status: 'Mismatch', statusLabel: 'Mismatch', mismatch: 'Seal: 2 announced, 1 came.', claimStatus: 'Under Review', isOpen: false }));
    const element = await shown();
    await expect(element).toBeAccessible();
    // WHEN it is filled in as announced and one number changed
    find(element, '[data-action="announced"]').click();
    await settled();
    const [quantity] = findAll(element, 'c-prm-ui-field');
    quantity!.dispatchEvent(new CustomEvent('valuechange', { detail: { name: 'a03000000000001AAA.quantity', value: '1' } }));
    await settled();
    find(element, '[data-action="receive"]').click();
    await settled();
    // THEN the server hears of it and the page says what follows
    expect(receiving).toHaveBeenCalledWith({ returnId: ID, receipts: [{ lineId: 'a03000000000001AAA', quantity: 1, serial: 'PS-1', note: '' }] });
    expect(textOf(find(element, '[data-mismatch]'))).toContain('Seal: 2 announced, 1 came.');
    expect(textOf(find(element, '[data-mismatch]'))).toContain('c.PRM_UI_RETURN_Back_To_Review');
    expect(findAll(element, 'c-prm-ui-field')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('asks for the number of pieces of every line', async () => {
    const element = await shown();
    press(find(element, '.part'), 'Enter');
    await settled();
    expect(receiving).not.toHaveBeenCalled();
    expect(textOf(findAll(element, 'c-prm-ui-field')[0]!)).toContain('c.PRM_UI_Required');
  });

  it('keeps what was typed through a reload, and through a failure', async () => {
    receiving.mockRejectedValue({ body: { message: 'Somebody was faster.' } });
    const element = await shown();
    find(element, '[data-action="announced"]').click();
    await settled();
    find(element, '[data-action="receive"]').click();
    await settled();
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Somebody was faster.');
    unmountAll();
    const again = await shown();
    expect(findAll<HTMLElement & { value: string }>(again, 'c-prm-ui-field').map(({ value }) => value)).toEqual(['2', 'PS-1', '']);
  });

  it('is waived with a reason', async () => {
    (waive as unknown as jest.Mock).mockResolvedValue(detailOf({ status: 'Waived', statusLabel: 'Waived', waiveReason: 'Too dear.', isOpen: false }));
    const element = await shown();
    find(element, 'c-prm-claim-reply').dispatchEvent(new CustomEvent('reply', { detail: { text: 'Too dear.' } }));
    await settled();
    expect(waive).toHaveBeenCalledWith({ returnId: ID, reason: 'Too dear.' });
    expect(textOf(find(element, 'c-prm-desk-facts'))).toContain('Too dear.');
    await expect(element).toBeAccessible();
  });
});

import PrmPaymentDesk from 'c/prmPaymentDesk';
import listClaims from '@salesforce/apex/PrmPaymentDeskController.listClaims';
import pay from '@salesforce/apex/PrmPaymentDeskController.pay';
import totals from '@salesforce/apex/PrmPaymentDeskController.totals';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { pageOf, payment } from '../../prmPaymentRows/__tests__/data/payments';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmPaymentDeskController.listClaims',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/PrmPaymentDeskController.totals',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/PrmPaymentDeskController.getClaim',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmPaymentDeskController.pay', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmPaymentDeskController.askClawback', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmPaymentDeskController.approveClawback', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmPaymentDeskController.refuseClawback', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Count', () => ({ default: '({0})' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_PAY_Selected', () => ({ default: '{0} selected: {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_PAY_Total_Ready', () => ({ default: '{0} can be paid now ({1})' }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_PAY_Total_Blocked', () => ({ default: '{0} waits ({1})' }), { virtual: true });

const wired = listClaims as unknown as TestAdapter;
const sums = totals as unknown as TestAdapter;
const paying = pay as unknown as jest.Mock;
const READY = payment({ id: 'a01000000000001AAA' });
const LATE = payment({ id: 'a01000000000002AAA', name: 'WC-0002', overdue: true, amount: 70 });
const BLOCKED = payment({ id: 'a01000000000003AAA', name: 'WC-0003', blocked: 'The parts must come back.' });
const shown = async (items = [READY, LATE, BLOCKED]): Promise<HTMLElement> => {
  const element = mount('c-prm-payment-desk', PrmPaymentDesk);
  wired.emit(pageOf(items));
  sums.emit([{ currencyCode: 'EUR', ready: 300, readyCount: 2, blocked: 230, blockedCount: 1 }]);
  await settled();
  return element;
};
const selectAll = async (element: HTMLElement): Promise<void> => {
  find(element, '[data-action="all"]').click();
  await settled();
};
const type = async (element: HTMLElement, value: string): Promise<void> => {
  const field = find(element, 'c-prm-ui-field');
  (field as HTMLElement & { value: string }).value = value;
  field.dispatchEvent(new CustomEvent('valuechange', { detail: { name: 'reference', value } }));
  await settled();
};

afterEach(() => {
  unmountAll();
  jest.clearAllMocks();
  window.history.replaceState({}, '', '/');
});

describe('payment desk', () => {
  it('says what is owed by currency, and what of it waits', async () => {
    const element = await shown();
    expect(textOf(find(element, 'h1'))).toBe('c.PRM_UI_PAY_Title (3)');
    expect(findAll(element, '.total').map((each) => textOf(each).replace(/\u00a0/g, ' '))).toEqual(['EUR 300.00 can be paid now (2)', 'EUR 230.00 waits (1)']);
    await expect(element).toBeAccessible();
  });

  it('pays what is selected, and nothing that is blocked, with one reference', async () => {
    // GIVEN all that can be paid is selected
    paying.mockResolvedValue(undefined);
    const element = await shown();
    await selectAll(element);
    expect(textOf(find(element, '.pay__sum')).replace(/\u00a0/g, ' ')).toBe('2 selected: EUR 300.00');
    await expect(element).toBeAccessible();
    // WHEN it is paid
    await type(element, 'CN-7');
    find(element, '[data-action="pay"]').click();
    await settled();
    // THEN the server hears of these, and the selection is gone
    expect(paying).toHaveBeenCalledWith({ claimIds: [READY.id, LATE.id], reference: 'CN-7' });
    expect(findAll(element, '.pay')).toHaveLength(0);
  });

  it('asks for the reference first', async () => {
    const element = await shown();
    await selectAll(element);
    find(element, '[data-action="pay"]').click();
    await settled();
    expect(paying).not.toHaveBeenCalled();
    expect(textOf(find(element, 'c-prm-ui-field'))).toContain('c.PRM_UI_Required');
  });

  it('keeps selection and reference when the payment fails', async () => {
    paying.mockRejectedValue({ body: { message: 'Somebody was faster.' } });
    const element = await shown();
    await selectAll(element);
    await type(element, 'CN-7');
    find(element, '[data-action="pay"]').click();
    await settled();
    expect(textOf(find(element, '.pay c-prm-ui-error'))).toContain('Somebody was faster.');
    expect(find<HTMLElement & { value: string }>(element, 'c-prm-ui-field').value).toBe('CN-7');
  });

  it('lets go of the selection, and forgets who can no longer be paid', async () => {
    const element = await shown();
    await selectAll(element);
    wired.emit(pageOf([READY, { ...LATE, blocked: 'The parts must come back.' }]));
    await settled();
    expect(textOf(find(element, '.pay__sum'))).toContain('1 selected');
    find(element, '[data-action="none"]').click();
    await settled();
    expect(findAll(element, '.pay')).toHaveLength(0);
  });

  it('shows what was paid without boxes, and opens a claim beside it', async () => {
    const element = await shown([payment({ status: 'Paid', statusLabel: 'Paid', paidAt: '2026-03-02T10:00:00.000Z', reference: 'CN-7' })]);
    find(element, 'c-prm-ui-filters').dispatchEvent(new CustomEvent('filter', { detail: { search: '', choice: 'Paid' } }));
    await settled();
    expect(wired.getLastConfig()).toMatchObject({ show: 'Paid' });
    const list = find(element, 'c-prm-ui-list');
    expect(findAll(list, '[data-select]')).toHaveLength(0);
    expect(textOf(list)).toContain('CN-7');
    find(list, '[data-open]').click();
    await settled();
    expect(findAll(element, 'c-prm-payment-claim')).toHaveLength(1);
    find(element, 'c-prm-ui-panel').dispatchEvent(new CustomEvent('close'));
    await settled();
    expect(findAll(element, 'c-prm-payment-claim')).toHaveLength(0);
  });

  it('says that nothing is to be paid, and that the page failed', async () => {
    const element = await shown([]);
    expect(find<HTMLElement & { heading: string }>(element, 'c-prm-ui-empty').heading).toBe('c.PRM_UI_PAY_None');
    wired.error({ message: 'Not allowed.' });
    await settled();
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Not allowed.');
    await expect(element).toBeAccessible();
  });
});

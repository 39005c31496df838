import PrmRequestPanel from 'c/prmRequestPanel';
import close from '@salesforce/apex/PrmRequestsController.close';
import getRequest from '@salesforce/apex/PrmRequestsController.getRequest';
import reopen from '@salesforce/apex/PrmRequestsController.reopen';
import reply from '@salesforce/apex/PrmRequestsController.reply';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { enter, find, findAll, mount, settled, unmountAll } from '../../../../../../tests/components/dom';
import { detail, message } from '../../prmServiceRequests/__tests__/data/requests';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmRequestsController.getRequest',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmRequestsController.close', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRequestsController.reopen', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRequestsController.reply', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmProofsController.listProofs',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmProofsController.add', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmProofsController.attach', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmProofsController.remove', () => ({ default: jest.fn() }), { virtual: true });

const wired = getRequest as unknown as TestAdapter;
const shown = async (own = {}): Promise<HTMLElement> => {
  const element = mount('c-prm-request-panel', PrmRequestPanel, { recordId: '500000000000001AAA' });
  wired.emit(detail(own));
  await settled();
  return element;
};
const send = (element: HTMLElement, action: string, body: string): void => {
  find(element, 'c-prm-reply').dispatchEvent(new CustomEvent('send', { detail: { action, body } }));
};
const messagesOf = (element: HTMLElement): number => find<HTMLElement & { messages: readonly unknown[] }>(element, 'c-prm-conversation').messages.length;

afterEach(() => {
  unmountAll();
  window.localStorage.clear();
  jest.clearAllMocks();
});

describe('a service request of the partner', () => {
  it('sends a message and shows it', async () => {
    (reply as unknown as jest.Mock).mockResolvedValue(detail({}, [message(), message({ id: '00a2', ours: false })]));
    const element = await shown();
    send(element, 'send', '230 volts');
    await settled();
    expect(reply).toHaveBeenCalledWith({ requestId: '500000000000001AAA', body: '230 volts' });
    expect(messagesOf(element)).toBe(2);
    await expect(element).toBeAccessible();
  });

  it('closes with a mark', async () => {
    (close as unknown as jest.Mock).mockResolvedValue(detail({ closed: true, mark: 5, status: 'Closed' }));
    const element = await shown();
    enter(find(find(element, 'c-prm-ui-field[data-part="mark"]'), 'select'), '5');
    find(element, '[data-action="close"]').click();
    await settled();
    expect(close).toHaveBeenCalledWith({ requestId: '500000000000001AAA', mark: 5, note: '' });
    expect(findAll(element, '[data-action="close"]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('offers to open a closed request again, with a reason', async () => {
    (reopen as unknown as jest.Mock).mockResolvedValue(detail());
    const element = await shown({ closed: true, mark: 3, status: 'Closed' });
    expect(find<HTMLElement & { actions: readonly { name: string }[] }>(element, 'c-prm-reply').actions.map(({ name }) => name)).toEqual(['reopen']);
    send(element, 'reopen', 'It stopped again');
    await settled();
    expect(reopen).toHaveBeenCalledWith({ requestId: '500000000000001AAA', body: 'It stopped again' });
  });

  it('shows what went wrong and keeps the conversation', async () => {
    (reply as unknown as jest.Mock).mockRejectedValue(new Error('offline'));
    const element = await shown();
    send(element, 'send', '230 volts');
    await settled();
    expect(findAll(element, 'c-prm-ui-error')).toHaveLength(1);
    expect(messagesOf(element)).toBe(1);
    await expect(element).toBeAccessible();
  });

  it('offers to try again when the request cannot be read', async () => {
    const element = mount('c-prm-request-panel', PrmRequestPanel, { recordId: '500000000000001AAA' });
    wired.error();
    await settled();
    expect(find<HTMLElement & { retryable: boolean }>(element, 'c-prm-ui-error').retryable).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('carries files of both sides until it is closed', async () => {
    const files = (element: HTMLElement): HTMLElement & { recordId: string; editable: boolean } => find(element, 'c-prm-proofs');
    const open = await shown();
    expect(files(open)).toMatchObject({ recordId: '500000000000001AAA', editable: true });
    await expect(open).toBeAccessible();
    const closed = await shown({ closed: true, status: 'Closed' });
    expect(files(closed).editable).toBe(false);
  });
});

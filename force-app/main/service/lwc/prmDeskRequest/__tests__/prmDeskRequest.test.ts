import PrmDeskRequest from 'c/prmDeskRequest';
import getRequest from '@salesforce/apex/PrmHelpDeskController.getRequest';
import note from '@salesforce/apex/PrmHelpDeskController.note';
import reply from '@salesforce/apex/PrmHelpDeskController.reply';
import take from '@salesforce/apex/PrmHelpDeskController.take';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { find, findAll, mount, settled, unmountAll } from '../../../../../../tests/components/dom';
import { deskDetail } from '../../prmServiceRequests/__tests__/data/requests';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmHelpDeskController.getRequest',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmHelpDeskController.note', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmHelpDeskController.reply', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmHelpDeskController.take', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmProofsController.listProofs',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/PrmProofsController.add', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmProofsController.attach', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmProofsController.remove', () => ({ default: jest.fn() }), { virtual: true });

const wired = getRequest as unknown as TestAdapter;
const ID = '500000000000001AAA';
const shown = async (own = {}): Promise<HTMLElement> => {
  const element = mount('c-prm-desk-request', PrmDeskRequest, { recordId: ID });
  wired.emit(deskDetail(own));
  await settled();
  return element;
};
const send = async (element: HTMLElement, action: string): Promise<void> => {
  find(element, 'c-prm-reply').dispatchEvent(new CustomEvent('send', { detail: { action, body: 'Words' } }));
  await settled();
};

afterEach(() => {
  unmountAll();
  jest.clearAllMocks();
});

describe('a service request at the help desk', () => {
  it.each([
    ['answer', { asks: false, closes: false }],
    ['ask', { asks: true, closes: false }],
    ['solve', { asks: false, closes: true }],
  ])('sends a message to %s', async (action, flags) => {
    (reply as unknown as jest.Mock).mockResolvedValue(deskDetail());
    const element = await shown();
    await send(element, action);
    expect(reply).toHaveBeenCalledWith({ requestId: ID, body: 'Words', ...flags });
    await expect(element).toBeAccessible();
  });

  it('keeps notes inside', async () => {
    (note as unknown as jest.Mock).mockResolvedValue(deskDetail({}, [{ id: 'a01', body: 'Third one', author: 'Charlotte', writtenAt: '2026-03-02T13:00:00.000Z' }]));
    const element = await shown();
    await send(element, 'note');
    expect(reply).not.toHaveBeenCalled();
    expect(find<HTMLElement & { items: readonly { title: string }[] }>(element, 'c-prm-ui-timeline').items.map(({ title }) => title)).toEqual(['Third one']);
    await expect(element).toBeAccessible();
  });

  it('is taken by whoever looks after it, once', async () => {
    (take as unknown as jest.Mock).mockResolvedValue(deskDetail({ agentName: 'Charlotte' }));
    const element = await shown();
    find(element, '[data-action="take"]').click();
    await settled();
    expect(take).toHaveBeenCalledWith({ requestId: ID });
    expect(findAll(element, '[data-action="take"]')).toHaveLength(0);
  });

  it('takes nothing but notes once it is closed', async () => {
    const element = await shown({ closed: true, status: 'Closed' });
    expect(find<HTMLElement & { actions: readonly { name: string }[] }>(element, 'c-prm-reply').actions.map(({ name }) => name)).toEqual(['note']);
    await expect(element).toBeAccessible();
  });

  it('shows what went wrong', async () => {
    (reply as unknown as jest.Mock).mockRejectedValue(new Error('offline'));
    const element = await shown();
    await send(element, 'answer');
    expect(findAll(element, 'c-prm-ui-error')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('carries files of both sides until it is closed', async () => {
    const files = (element: HTMLElement): HTMLElement & { recordId: string; editable: boolean } => find(element, 'c-prm-proofs');
    const open = await shown();
    expect(files(open)).toMatchObject({ recordId: ID, editable: true });
    await expect(open).toBeAccessible();
    const closed = await shown({ closed: true, status: 'Closed' });
    expect(files(closed).editable).toBe(false);
  });
});

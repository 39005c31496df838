import PrmRecoveryCard from 'c/prmRecoveryCard';
import accept from '@salesforce/apex/PrmRecoveriesController.accept';
import recover from '@salesforce/apex/PrmRecoveriesController.recover';
import refuse from '@salesforce/apex/PrmRecoveriesController.refuse';
import send from '@salesforce/apex/PrmRecoveriesController.send';
import { find, findAll, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { recovery } from '../../prmRecoveryRows/__tests__/data/recoveries';

jest.mock('@salesforce/apex/PrmRecoveriesController.accept', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRecoveriesController.recover', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRecoveriesController.refuse', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PrmRecoveriesController.send', () => ({ default: jest.fn() }), { virtual: true });

const SENT = { status: 'Sent', statusLabel: 'Sent', next: ['Accepted', 'Refused', 'Recovered'] };
const recoveryId = recovery().id;
const shown = async (own = {}): Promise<HTMLElement> => {
  const element = mount('c-prm-recovery-card', PrmRecoveryCard, { recovery: recovery(own) });
  await settled();
  return element;
};
const type = async (element: HTMLElement, name: string, value: string): Promise<void> => {
  const field = find<HTMLElement & { value: string }>(element, `[data-field="${name}"]`);
  field.value = value;
  field.dispatchEvent(new CustomEvent('valuechange', { detail: { name, value } }));
  await settled();
};
const click = async (element: HTMLElement, action: string): Promise<void> => {
  find(element, `[data-action="${action}"]`).click();
  await settled();
};

afterEach(() => {
  unmountAll();
  jest.clearAllMocks();
  window.localStorage.clear();
});

describe('a recovery', () => {
  it('is marked as asked, and tells its owner how it stands', async () => {
    (send as unknown as jest.Mock).mockResolvedValue(recovery(SENT));
    const element = await shown();
    const steps = recorded<{ recovery: { status: string } }>(element, 'step');
    expect(findAll(element, '[data-action]')).toHaveLength(1);
    await click(element, 'send');
    expect(send).toHaveBeenCalledWith({ recoveryId });
    expect(steps.map((step) => step.recovery.status)).toEqual(['Sent']);
    await expect(element).toBeAccessible();
  });

  it('is accepted without words', async () => {
    (accept as unknown as jest.Mock).mockResolvedValue(recovery({ status: 'Accepted' }));
    const element = await shown(SENT);
    await expect(element).toBeAccessible();
    await click(element, 'accept');
    expect(accept).toHaveBeenCalledWith({ recoveryId, note: '' });
  });

  it('is refused with words only', async () => {
    (refuse as unknown as jest.Mock).mockResolvedValue(recovery({ status: 'Refused' }));
    const element = await shown(SENT);
    await click(element, 'refuse');
    expect(refuse).not.toHaveBeenCalled();
    expect(textOf(find(element, '[data-field="note"]'))).toContain('c.PRM_UI_Required');
    await type(element, 'note', 'Worn out.');
    await click(element, 'refuse');
    expect(refuse).toHaveBeenCalledWith({ recoveryId, note: 'Worn out.' });
  });

  it('takes the amount that came back, and nothing that is no number', async () => {
    (recover as unknown as jest.Mock).mockResolvedValue(recovery({ status: 'Recovered', recovered: 100 }));
    const element = await shown(SENT);
    await click(element, 'recover');
    expect(textOf(find(element, '[data-field="amount"]'))).toContain('c.PRM_UI_Required');
    await type(element, 'amount', '-1');
    await click(element, 'recover');
    expect(recover).not.toHaveBeenCalled();
    await type(element, 'amount', '100');
    await click(element, 'recover');
    expect(recover).toHaveBeenCalledWith({ recoveryId, amount: 100 });
  });

  it('keeps what was typed when the server refuses', async () => {
    (recover as unknown as jest.Mock).mockRejectedValue({ body: { message: 'Enter an amount up to 138.' } });
    const element = await shown(SENT);
    await type(element, 'amount', '500');
    await click(element, 'recover');
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Enter an amount up to 138.');
    expect(find<HTMLElement & { value: string }>(element, '[data-field="amount"]').value).toBe('500');
  });

  it('offers nothing once it is over', async () => {
    const element = await shown({ status: 'Lapsed', statusLabel: 'Lapsed', next: [] });
    expect(findAll(element, '[data-action]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});

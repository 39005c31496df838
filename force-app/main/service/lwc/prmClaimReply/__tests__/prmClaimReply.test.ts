import PrmClaimReply from 'c/prmClaimReply';
import { enter, find, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

const shown = async (): Promise<HTMLElement & { saved(): void }> => {
  const element = mount('c-prm-claim-reply', PrmClaimReply, { draftName: 'claim.answer.1', label: 'Your answer', action: 'Send' });
  await settled();
  return element;
};
const area = (element: HTMLElement): HTMLTextAreaElement => find(find(element, 'c-prm-ui-field'), 'textarea');

afterEach(() => {
  unmountAll();
  window.localStorage.clear();
});

describe('reply', () => {
  it('is sent by its button and by Control and Enter, never empty', async () => {
    const element = await shown();
    const replies = recorded(element, 'reply');
    find(element, '[data-action="send"]').click();
    await settled();
    expect(replies).toEqual([]);
    expect(textOf(element)).toContain('PRM_UI_Required');
    enter(area(element), 'The left one.');
    find(element, '[data-action="send"]').click();
    find(element, '.reply').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    find(element, '.reply').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
    expect(replies).toEqual([{ text: 'The left one.' }, { text: 'The left one.' }]);
    await expect(element).toBeAccessible();
  });

  it('is kept through a reload until it is saved', async () => {
    enter(area(await shown()), 'Half a sen');
    unmountAll();
    const again = await shown();
    expect(area(again).value).toBe('Half a sen');
    again.saved();
    unmountAll();
    expect(area(await shown()).value).toBe('');
  });
});

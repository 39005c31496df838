import PrmReply from 'c/prmReply';
import { enter, find, mount, recorded, settled, unmountAll } from '../../../../../../tests/components/dom';

type Form = HTMLElement & { saved(): void };
const ACTIONS = [
  { name: 'answer', label: 'Answer', brand: true },
  { name: 'ask', label: 'Ask' },
];
const shown = async (): Promise<Form> => {
  const element = mount('c-prm-reply', PrmReply, { recordId: '500', actions: ACTIONS }) as unknown as Form;
  await settled();
  return element;
};
const area = (element: HTMLElement): HTMLTextAreaElement => find<HTMLTextAreaElement>(find(element, 'c-prm-ui-field'), 'textarea');

afterEach(() => {
  unmountAll();
  window.localStorage.clear();
});

describe('reply', () => {
  it('tells what was written and with which act', async () => {
    const element = await shown();
    const sent = recorded(element, 'send');
    enter(area(element), ' Turn the valve. ');
    find(element, '[data-action="ask"]').click();
    expect(sent).toEqual([{ action: 'ask', body: 'Turn the valve.' }]);
    await expect(element).toBeAccessible();
  });

  it('sends nothing without words and marks the field', async () => {
    const element = await shown();
    const sent = recorded(element, 'send');
    find(element, '[data-action="answer"]').click();
    await settled();
    expect(sent).toEqual([]);
    expect(area(element).getAttribute('aria-invalid')).toBe('true');
    await expect(element).toBeAccessible();
  });

  it('still has what was typed when it is opened again, until it is saved', async () => {
    enter(area(await shown()), 'Half a thou');
    unmountAll();
    const again = await shown();
    expect(area(again).value).toBe('Half a thou');
    again.saved();
    unmountAll();
    expect(area(await shown()).value).toBe('');
  });
});

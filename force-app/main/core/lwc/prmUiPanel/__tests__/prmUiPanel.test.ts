import PrmUiPanel from 'c/prmUiPanel';
import { find, mount, press, recorded, settled, unmountAll } from '../../../../../../tests/components/dom';

afterEach(unmountAll);

const opened = async (): Promise<HTMLElement> => {
  const element = mount('c-prm-ui-panel', PrmUiPanel, { heading: 'Contoso' });
  await settled();
  return element;
};

describe('panel', () => {
  it('is a dialog of that name and takes the focus when it opens', async () => {
    const element = await opened();
    const dialog = find(element, '[role="dialog"]');
    expect(find(element, `#${dialog.getAttribute('aria-labelledby')}`).textContent).toBe('Contoso');
    expect(element.shadowRoot!.activeElement).toBe(find(element, '[data-heading]'));
    await expect(element).toBeAccessible();
  });

  it.each<[string, (element: HTMLElement) => void]>([
    ['Escape', (element) => press(find(element, '[data-heading]'), 'Escape')],
    ['its button', (element) => find(element, '[data-action="close"]').click()],
    ['a click beside it', (element) => find(element, '[data-backdrop]').click()],
  ])('closes by %s', async (_way, act) => {
    const element = await opened();
    const closed = recorded(element, 'close');
    act(element);
    expect(closed).toHaveLength(1);
  });

  it('does not close by another key', async () => {
    const element = await opened();
    const closed = recorded(element, 'close');
    press(find(element, '[data-heading]'), 'Enter');
    expect(closed).toHaveLength(0);
  });

  it.each(['start', 'end'])('keeps the focus when it would leave at the %s', async (edge) => {
    const element = await opened();
    find(element, `[data-edge="${edge}"]`).focus();
    expect(element.shadowRoot!.activeElement).toBe(find(element, '[data-heading]'));
  });
});

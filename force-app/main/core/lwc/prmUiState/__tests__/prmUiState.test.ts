import PrmUiState from 'c/prmUiState';
import { find, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

interface Icon extends HTMLElement {
  iconName: string;
}

afterEach(unmountAll);

describe('state', () => {
  it.each([
    ['success', 'utility:success'],
    ['error', 'utility:error'],
    ['purple', 'utility:record'],
  ])('shows a %s as a word with the icon %s', async (tone, icon) => {
    const element = mount('c-prm-ui-state', PrmUiState, { label: 'Won', tone });
    await settled();
    expect(textOf(element)).toBe('Won');
    expect(find<Icon>(element, 'lightning-icon').iconName).toBe(icon);
    await expect(element).toBeAccessible();
  });
});

import PrmUiEmpty from 'c/prmUiEmpty';
import { mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

afterEach(unmountAll);

describe('empty state', () => {
  it('says what would be here and what to do', async () => {
    const element = mount('c-prm-ui-empty', PrmUiEmpty, { heading: 'No offers', body: 'New leads appear here.' });
    await settled();
    expect(textOf(element)).toBe('No offers New leads appear here.');
    await expect(element).toBeAccessible();
  });
});

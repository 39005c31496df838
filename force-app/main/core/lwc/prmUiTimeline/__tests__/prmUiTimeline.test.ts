import PrmUiTimeline from 'c/prmUiTimeline';
import { findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

afterEach(unmountAll);

describe('timeline', () => {
  it('tells what happened, when and by whom', async () => {
    const element = mount('c-prm-ui-timeline', PrmUiTimeline, {
      label: 'History',
      items: [
        { id: '1', title: 'Progress', text: 'Called', at: '2026-11-22T05:00:00Z', author: 'Lan' },
        { id: '2', title: 'Accepted' },
      ],
    });
    await settled();
    const entries = findAll(element, 'li').map(textOf);
    expect(entries[0]).toMatch(/^Progress Called Nov 2\d, 2026.* · Lan$/);
    expect(entries[1]).toBe('Accepted');
    await expect(element).toBeAccessible();
  });
});

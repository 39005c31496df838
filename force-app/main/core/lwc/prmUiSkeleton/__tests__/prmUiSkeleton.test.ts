import PrmUiSkeleton from 'c/prmUiSkeleton';
import { findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

afterEach(unmountAll);

describe('skeleton', () => {
  it('keeps the place of rows and says once that they load', async () => {
    const element = mount('c-prm-ui-skeleton', PrmUiSkeleton, { rows: 4 });
    await settled();
    expect(findAll(element, '[aria-hidden="true"]')).toHaveLength(4);
    expect(textOf(element)).toBe('c.PRM_UI_Loading');
    await expect(element).toBeAccessible();
  });
});

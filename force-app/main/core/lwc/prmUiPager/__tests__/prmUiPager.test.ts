import PrmUiPager from 'c/prmUiPager';
import { find, findAll, mount, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

jest.mock('@salesforce/label/c.PRM_UI_Page_Of', () => ({ default: '{0} to {1} of {2}' }), { virtual: true });

afterEach(unmountAll);

describe('pager', () => {
  it('says which rows are shown and goes both ways', async () => {
    // GIVEN the last of three pages
    const element = mount('c-prm-ui-pager', PrmUiPager, { pageNumber: 3, pageSize: 10, total: 24 });
    const pages = recorded<{ pageNumber: number }>(element, 'page');
    await settled();
    // THEN it tells the rows, and there is no way on
    expect(textOf(find(element, '[role="status"]'))).toBe('21 to 24 of 24');
    expect(find<HTMLButtonElement>(element, '[data-action="next"]').disabled).toBe(true);
    // WHEN going back
    find(element, '[data-action="previous"]').click();
    // THEN the second page is asked for
    expect(pages).toEqual([{ pageNumber: 2 }]);
    await expect(element).toBeAccessible();
  });

  it('is not there while one page holds all', async () => {
    const element = mount('c-prm-ui-pager', PrmUiPager, { pageNumber: 1, pageSize: 10, total: 10 });
    await settled();
    expect(findAll(element, 'button')).toHaveLength(0);
  });
});

import { pageWithin } from 'c/prmUiPaging';

describe('pageWithin', () => {
  it('stays on a page that has rows', () => {
    expect(pageWithin({ items: [1], total: 30, pageSize: 10 }, 3)).toBe(3);
  });

  it('goes back to the last page when its own has lost its rows', () => {
    // GIVEN a third page whose only row was just settled
    const answer = { items: [], total: 20, pageSize: 10 };
    // WHEN the page is asked for
    const page = pageWithin(answer, 3);
    // THEN it is the second
    expect(page).toBe(2);
  });

  it('is the first when there is nothing at all', () => {
    expect(pageWithin({ items: [], total: 0, pageSize: 10 }, 4)).toBe(1);
  });
});

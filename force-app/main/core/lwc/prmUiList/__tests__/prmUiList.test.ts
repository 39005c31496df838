import PrmUiList from 'c/prmUiList';
import { find, findAll, mount, press, recorded, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { COLUMNS, ROWS } from './data/rows';

type List = HTMLElement & PrmUiList;

afterEach(unmountAll);

const shown = async (properties: Record<string, unknown> = {}): Promise<List> => {
  const element = mount('c-prm-ui-list', PrmUiList, { label: 'Leads', columns: COLUMNS, rows: ROWS, ...properties }) as List;
  await settled();
  return element;
};

describe('list', () => {
  it('shows each row by its columns, with its second line and mark', async () => {
    const element = await shown();
    const [first, , third] = findAll(element, 'tbody tr');
    expect(textOf(first!)).toMatch(/^Contoso Hanoi Late Qualified .* Nov 22, 2026$/);
    expect(textOf(third!)).not.toContain('2026');
    await expect(element).toBeAccessible();
  });

  it('names each cell for screens where the headings are not seen', async () => {
    const element = await shown();
    expect(findAll(element, 'tbody tr:first-child td').map((cell) => cell.dataset.label)).toEqual(['Company', 'Stage', 'Due', 'By when']);
  });

  it('opens a row', async () => {
    const element = await shown();
    const opened = recorded(element, 'open');
    find(element, '[data-id="2"]').click();
    expect(opened).toEqual([{ id: '2' }]);
  });

  it('moves between rows by keys and stays inside', async () => {
    // GIVEN the focus on the first row
    const element = await shown();
    element.focusRow('1');
    const focused = (): string | undefined => (element.shadowRoot!.activeElement as HTMLElement).dataset.id;
    // WHEN keys are pressed one after the other
    const visited = ['ArrowDown', 'ArrowUp', 'ArrowUp', 'End', 'ArrowDown', 'Home', 'x'].map((key) => {
      press(element.shadowRoot!.activeElement as HTMLElement, key);
      return focused();
    });
    // THEN the focus follows and never leaves the rows
    expect(visited).toEqual(['2', '1', '1', '3', '3', '1', '1']);
  });

  it('takes the focus to a row, or to the first when that one is gone', async () => {
    const element = await shown();
    element.focusRow('3');
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset.id).toBe('3');
    element.focusRow('gone');
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset.id).toBe('1');
  });

  it('asks the server to sort, and turns the direction on the second time', async () => {
    // GIVEN a list sorted by company
    const element = await shown({ sortField: 'company', sortDirection: 'asc' });
    const sorts = recorded(element, 'sort');
    const headings = findAll(element, 'th');
    expect(headings.map((heading) => heading.getAttribute('aria-sort'))).toEqual(['ascending', null, null, null]);
    // WHEN two headings are pressed
    find(element, '[data-field="company"]').click();
    find(element, '[data-field="day"]').click();
    // THEN the same turns round, the other begins upwards
    expect(sorts).toEqual([
      { field: 'company', direction: 'desc' },
      { field: 'day', direction: 'asc' },
    ]);
  });

  it('passes on which page is wanted', async () => {
    const element = await shown({ total: 60, pageSize: 25, pageNumber: 1 });
    const pages = recorded(element, 'page');
    find(find(element, 'c-prm-ui-pager'), '[data-action="next"]').click();
    expect(pages).toEqual([{ pageNumber: 2 }]);
  });

  it('selects rows, and lets go of them, where rows can be selected', async () => {
    // GIVEN three rows, of which the first is selected and the last cannot be
    const rows = ROWS.map((row, index) => ({ ...row, locked: index === 2 }));
    const element = await shown({ rows, selectable: true, selected: ['1'] });
    const selections = recorded(element, 'select');
    const boxes = findAll<HTMLInputElement>(element, '[data-select]');
    expect(boxes.map(({ checked, disabled }) => [checked, disabled])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
    expect(boxes[0]!.getAttribute('aria-label')).toBe('c.PRM_UI_Select_Row');
    // WHEN the second is chosen and the first let go of
    boxes[1]!.click();
    boxes[0]!.click();
    // THEN the owner hears of each choice
    expect(selections).toEqual([{ ids: ['1', '2'] }, { ids: [] }]);
    await expect(element).toBeAccessible();
  });

  it('has no boxes otherwise', async () => {
    expect(findAll(await shown(), '[data-select]')).toHaveLength(0);
  });
});

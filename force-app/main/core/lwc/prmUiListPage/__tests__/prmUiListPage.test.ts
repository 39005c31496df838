import { refreshApex } from '@salesforce/apex';
import { changed } from 'c/prmUiBus';
import type { Page } from 'c/prmUiPaging';
import Orders, { type Order } from './data/orders/orders';
import { find, findAll, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/label/c.PRM_UI_Count', () => ({ default: '({0})' }), { virtual: true });

type Empty = HTMLElement & { heading: string; body: string };

const ORDERS = [
  { id: '1', name: 'First' },
  { id: '2', name: 'Second' },
];
const pageOf = (items: readonly Order[] = ORDERS, total = items.length): Page<Order> => ({ items, total, pageNumber: 1, pageSize: 2 });
const opened = (): ReturnType<typeof mount<Orders>> => mount('c-orders', Orders);
const tell = async (element: HTMLElement, selector: string, name: string, detail?: object): Promise<void> => {
  find(element, selector).dispatchEvent(new CustomEvent(name, { detail }));
  await settled();
};
const shown = async (data = pageOf()): Promise<ReturnType<typeof opened>> => {
  const element = opened();
  element.give({ data });
  await settled();
  return element;
};

afterEach(() => {
  unmountAll();
  jest.clearAllMocks();
  window.history.replaceState({}, '', '/');
});

describe('page of a list', () => {
  it('waits for the first answer, then counts what there is', async () => {
    const element = opened();
    await settled();
    expect(textOf(find(element, 'h1'))).toBe('Orders');
    expect(findAll(element, 'c-prm-ui-skeleton')).toHaveLength(1);
    element.give({ data: pageOf() });
    await settled();
    expect(textOf(find(element, 'h1'))).toBe('Orders (2)');
    expect(findAll(element, 'c-prm-ui-skeleton')).toHaveLength(0);
    expect(textOf(find(element, 'c-prm-ui-list'))).toContain('Second');
    await expect(element).toBeAccessible();
  });

  it('begins where the address says', async () => {
    window.history.replaceState({}, '', '/?search=oak&show=Closed&page=3');
    const element = await shown();
    expect(element.asked).toEqual({ pageNumber: 3, show: 'Closed', search: 'oak' });
  });

  it('knows nothing of a filter that it does not offer', async () => {
    window.history.replaceState({}, '', '/?show=Burnt');
    const element = await shown();
    expect(element.asked).toMatchObject({ show: '' });
  });

  it('keeps filters and page in the address; another filter begins at the first page', async () => {
    const element = await shown(pageOf(ORDERS, 9));
    await tell(element, 'c-prm-ui-list', 'page', { pageNumber: 2 });
    expect(window.location.search).toBe('?page=2');
    await tell(element, 'c-prm-ui-filters', 'filter', { search: 'oak', choice: 'Closed' });
    expect(window.location.search).toBe('?search=oak&show=Closed');
    expect(element.asked).toEqual({ pageNumber: 1, show: 'Closed', search: 'oak' });
  });

  it('goes back to the last page when its own has lost its rows', async () => {
    window.history.replaceState({}, '', '/?page=3');
    const element = await shown(pageOf([], 4));
    expect(element.asked).toMatchObject({ pageNumber: 2 });
  });

  it('tells nothing at all from nothing that matches', async () => {
    const element = await shown(pageOf([]));
    expect(find<Empty>(element, 'c-prm-ui-empty')).toMatchObject({ heading: 'None', body: 'None so far.' });
    await tell(element, 'c-prm-ui-filters', 'filter', { search: '', choice: 'Closed' });
    expect(find<Empty>(element, 'c-prm-ui-empty')).toMatchObject({ heading: 'No match', body: 'Search for something else.' });
  });

  it('shows what went wrong beside the rows it has, and asks again', async () => {
    const element = await shown();
    element.give({ error: { message: 'Not now.' } });
    await settled();
    expect(findAll(element, 'c-prm-ui-error')).toHaveLength(1);
    expect(findAll(element, 'c-prm-ui-list')).toHaveLength(1);
    await tell(element, 'c-prm-ui-error', 'retry');
    expect(findAll(element, 'c-prm-ui-error')).toHaveLength(0);
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('opens a row in the panel and gives the focus back to it', async () => {
    const element = await shown();
    await tell(element, 'c-prm-ui-list', 'open', { id: '2' });
    expect(find<HTMLElement & { heading: string }>(element, 'c-prm-ui-panel').heading).toBe('Second');
    await tell(element, 'c-prm-ui-panel', 'close');
    expect(findAll(element, 'c-prm-ui-panel')).toHaveLength(0);
    expect((find(element, 'c-prm-ui-list').shadowRoot!.activeElement as HTMLElement).dataset.id).toBe('2');
  });

  it('asks again after a change elsewhere on the page, until it is gone', async () => {
    await shown();
    changed('orders');
    changed('offers');
    expect(refreshApex).toHaveBeenCalledTimes(1);
    unmountAll();
    changed('orders');
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });
});

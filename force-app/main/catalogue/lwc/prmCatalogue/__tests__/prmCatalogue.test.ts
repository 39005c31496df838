import PrmCatalogue from 'c/prmCatalogue';
import { changed } from 'c/prmUiBus';
import { refreshApex } from '@salesforce/apex';
import kinds from '@salesforce/apex/PrmCatalogueController.kinds';
import listProducts from '@salesforce/apex/PrmCatalogueController.listProducts';
import type { TestAdapter } from '@salesforce/sfdx-lwc-jest';
import { find, mount, settled, textOf, unmountAll } from '../../../../../../tests/components/dom';
import { pageOf, product } from '../../prmCatalogueItems/__tests__/data/products';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock(
  '@salesforce/apex/PrmCatalogueController.listProducts',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/PrmCatalogueController.kinds',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/PrmCatalogueController.listAdditions',
  () => ({ default: require<typeof import('@salesforce/sfdx-lwc-jest')>('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/label/c.PRM_UI_Count', () => ({ default: '({0})' }), { virtual: true });

const productsWire = listProducts as unknown as TestAdapter;
const PART = product({ id: '01t000000000002AAA', name: 'Seal', price: null, currencyCode: null, description: null });

const shown = async (items = [product(), PART], total = items.length): Promise<HTMLElement> => {
  const element = mount('c-prm-catalogue', PrmCatalogue);
  productsWire.emit(pageOf(items, total));
  (kinds as unknown as TestAdapter).emit([{ value: 'Part', label: 'Part' }]);
  await settled();
  return element;
};
const list = (element: HTMLElement): HTMLElement => find(element, 'c-prm-ui-list');
const panel = (element: HTMLElement): HTMLElement & { heading: string } => find(element, 'c-prm-ui-panel');

afterEach(() => {
  unmountAll();
  window.history.replaceState({}, '', '/');
  jest.clearAllMocks();
});

describe('catalogue', () => {
  it('lists products with the price of the partner', async () => {
    const element = await shown();
    expect(textOf(find(element, 'h1'))).toBe('c.PRM_CAT_Catalogue (2)');
    expect(textOf(list(element))).toContain('€1,200.00');
    await expect(element).toBeAccessible();
  });

  it('opens a product with its additions and gives the focus back', async () => {
    // GIVEN a product is opened
    const element = await shown();
    find(list(element), `[data-id="${PART.id}"]`).click();
    await settled();
    expect(panel(element).heading).toBe('Seal');
    expect(textOf(find(element, '[data-price]'))).toBe('c.PRM_CAT_No_Price');
    expect(find<HTMLElement & { productId: string }>(element, 'c-prm-additions').productId).toBe(PART.id);
    await expect(element).toBeAccessible();
    // WHEN it is closed
    panel(element).dispatchEvent(new CustomEvent('close'));
    await settled();
    // THEN the focus is on its row
    expect((list(element).shadowRoot!.activeElement as HTMLElement).dataset.id).toBe(PART.id);
  });

  it('opens the own entries of the partner', async () => {
    const element = await shown();
    find(element, '[data-action="own"]').click();
    await settled();
    expect(panel(element).heading).toBe('c.PRM_CAT_Own');
    expect(find<HTMLElement & { productId: string }>(element, 'c-prm-additions').productId).toBe('');
    panel(element).dispatchEvent(new CustomEvent('close'));
    await settled();
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset.action).toBe('own');
  });

  it('asks the server for words and a kind, from the first page on, and keeps them in the address', async () => {
    const element = await shown([product()], 60);
    list(element).dispatchEvent(new CustomEvent('page', { detail: { pageNumber: 2 } }));
    await settled();
    expect(productsWire.getLastConfig()).toMatchObject({ pageNumber: 2 });
    find(element, 'c-prm-ui-filters').dispatchEvent(new CustomEvent('filter', { detail: { search: 'seal', choice: 'Part' } }));
    await settled();
    expect(productsWire.getLastConfig()).toMatchObject({ pageNumber: 1, kind: 'Part', search: 'seal' });
    expect(window.location.search).toBe('?search=seal&show=Part');
    productsWire.emit(pageOf([]));
    await settled();
    expect(textOf(find(element, 'c-prm-ui-empty'))).toContain('c.PRM_CAT_No_Match ');
  });

  it('says what would be here', async () => {
    const element = await shown([]);
    expect(textOf(find(element, 'c-prm-ui-empty'))).toContain('c.PRM_CAT_No_Products ');
    await expect(element).toBeAccessible();
  });

  it('shows an error with a way to try again, and is fresh when additions change', async () => {
    const element = await shown();
    productsWire.error({ message: 'Not now.' }, 500);
    await settled();
    expect(textOf(find(element, 'c-prm-ui-error'))).toContain('Not now.');
    find(find(element, 'c-prm-ui-error'), '[data-action="retry"]').click();
    await settled();
    changed('catalogue.additions');
    expect(refreshApex).toHaveBeenCalledTimes(2);
    await expect(element).toBeAccessible();
  });
});

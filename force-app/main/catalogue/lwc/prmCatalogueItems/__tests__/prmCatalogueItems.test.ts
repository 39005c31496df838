import { factsOf, rowOf } from 'c/prmCatalogueItems';
import { product } from './data/products';

jest.mock('@salesforce/label/c.PRM_CAT_Added_Count', () => ({ default: '{0} of yours' }), { virtual: true });

describe('product as a line', () => {
  it('shows the price of the partner and what it added', () => {
    expect(rowOf(product({ additions: 2 }))).toEqual({
      id: '01t000000000001AAA',
      secondary: 'PU-3000 · Pumps',
      flag: { label: '2 of yours', tone: 'info' },
      cells: { name: 'Pump 3000', kind: 'Product', price: '€1,200.00' },
    });
  });

  it('shows nothing for what there is not', () => {
    const row = rowOf(product({ price: null, currencyCode: null, code: null, kindLabel: null }));
    expect(row.flag).toBeUndefined();
    expect(row.secondary).toBe('Pumps');
    expect(row.cells).toEqual({ name: 'Pump 3000', kind: null, price: '' });
  });

  it('has its facts in one line', () => {
    expect(factsOf(product())).toBe('PU-3000 · Pumps · Product');
  });
});

import type { Addition, Product, ProductPage } from 'c/prmCatalogueItems';

export const product = (values: Partial<Product> = {}): Product => ({
  id: '01t000000000001AAA',
  name: 'Pump 3000',
  code: 'PU-3000',
  family: 'Pumps',
  kindLabel: 'Product',
  description: 'Moves water.',
  price: 1200,
  currencyCode: 'EUR',
  additions: 0,
  ...values,
});

export const pageOf = (items: readonly Product[], total = items.length): ProductPage => ({ items, total, pageNumber: 1, pageSize: 25 });

export const addition = (values: Partial<Addition> = {}): Addition => ({
  id: 'a0A000000000001AAA',
  label: 'Shelf',
  value: 'B 12',
  changedAt: '2026-03-01T10:00:00.000Z',
  ...values,
});

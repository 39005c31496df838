import { errorsOf, world, type World } from './support';

let w: World;
let product: string;
let standard: string;
let book: string;
beforeEach(() => {
  w = world();
  product = w.make('Product2', { Name: 'Pump', ProductCode: 'P-1' });
  [standard = ''] = w.db.seed(w.db.org.object('Pricebook2')!, [{ Name: 'Standard Price Book', IsStandard: true, IsActive: true }]);
  book = w.make('Pricebook2', { Name: 'Dealers', IsActive: true });
});

const price = (Pricebook2Id: string, UnitPrice: number, more: Record<string, boolean> = {}): string => errorsOf(w.insert('PricebookEntry', [{ Pricebook2Id, Product2Id: product, UnitPrice, IsActive: true, ...more }]))[0] as string;

test('GIVEN a product without a standard price WHEN it is priced in another book THEN it is refused, and then passes', () => {
  expect(price(book, 8)).toBe('STANDARD_PRICE_NOT_DEFINED: No standard price defined for this product');
  expect([price(standard, 10), price(book, 8)]).toEqual(['ok', 'ok']);
  expect(w.read(`SELECT Name, ProductCode, UnitPrice FROM PricebookEntry WHERE Pricebook2Id = '${book}'`)[0]?.values).toMatchObject({ Name: 'Pump', ProductCode: 'P-1', UnitPrice: 8 });
});

test('GIVEN a price WHEN the same product is priced again in the book THEN it is a duplicate', () => {
  expect([price(standard, 10), price(standard, 11)]).toEqual(['ok', 'DUPLICATE_VALUE: This price definition already exists in this price book']);
});

test('GIVEN a price that follows the standard price WHEN it is saved THEN it has that price', () => {
  expect([price(standard, 10), price(book, 1, { UseStandardPrice: true })]).toEqual(['ok', 'ok']);
  expect(w.read(`SELECT UnitPrice FROM PricebookEntry WHERE Pricebook2Id = '${book}'`)[0]?.values['UnitPrice']).toBe(10);
});

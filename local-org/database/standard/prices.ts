/**
 * Prices: one of a product in a price book, and none without a standard price
 * (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_pricebookentry.htm, Usage).
 */
import { fail, good, type Item } from '../dml/item';
import type { Store } from '../store';
import type { Row } from '../types';
import type { StandardBehaviour, Step } from './types';

/** What tells two prices apart: book, product and, with several currencies, the currency. */
const keyOf = (row: Row, book = row['Pricebook2Id']): string => [book, row['Product2Id'], row['CurrencyIsoCode'] ?? ''].join(' ');

/** Prices there are of the products, by key. */
function pricesOf(store: Store, items: readonly Item[]): { readonly prices: Map<string, Row>; readonly standard: string | undefined } {
  const book = store.connection.get('SELECT "Id" AS id FROM "Pricebook2" WHERE "IsStandard" = 1 AND "IsDeleted" = 0');
  const products = JSON.stringify([...new Set(items.map((item) => item.row['Product2Id']))]);
  const rows = store.connection.all('SELECT * FROM "PricebookEntry" WHERE "IsDeleted" = 0 AND "Product2Id" IN (SELECT value FROM json_each(?))', [products]) as Row[];
  return { prices: new Map(rows.map((row) => [keyOf(row), row])), standard: book ? String(book['id']) : undefined };
}

function check({ machine, operation, items }: Step): void {
  const live = good(items);
  if (live.length === 0) return;
  const { prices, standard } = pricesOf(machine.store, live);
  for (const item of live) {
    const { row } = item;
    const listed = standard ? prices.get(keyOf(row, standard)) : undefined;
    const custom = row['Pricebook2Id'] !== standard;
    if (operation === 'insert') {
      const key = keyOf(row);
      if (custom && !listed) fail(item, 'STANDARD_PRICE_NOT_DEFINED', 'No standard price defined for this product');
      else if (prices.has(key)) fail(item, 'DUPLICATE_VALUE', 'This price definition already exists in this price book');
      else prices.set(key, row);
    }
    if (custom && row['UseStandardPrice'] === true && listed) row['UnitPrice'] = listed['UnitPrice'];
  }
}

export const PRICEBOOK_ENTRY: StandardBehaviour = { check };

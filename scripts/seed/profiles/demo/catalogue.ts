/**
 * Catalogue and warranty of the demo: products with parts and prices, pieces in stock and sold, what is promised on them, codes of
 * faults and works, suppliers of parts. Everything follows from the lists here, the same on every run.
 */
import type { SeedRecord, SeedSet, SeedValue } from '../../load/records';
import { idKey } from '../../load/write';
import { PARTNERS, PRODUCTS } from './partners';
import { BOOKS, bookOf, cents, CURRENCY, day, FAULTS, faultKey, LABOUR_RATE, MAKE, ownerOf, PIECE_LIST, partKey, partPrice, productKey, ref, set, SOLD, soldBefore, termKey, TRAVEL_RATE, WORKS, workKey, type Fields, type Piece } from './products';
import { plain } from './text';

/** Key under which the loader tells the standard price book of the org. */
export const STANDARD_BOOK = idKey('Pricebook2', 'standard');

const SUPPLIERS = [{ key: 'aldermann', name: 'Aldermann Antriebe GmbH' }, { key: 'minhkhai', name: 'Minh Khai Components' }] as const;
const OWN_STOCK = 'demo:account:own-stock';

/** Products and parts in one list, with the standard price of each. */
const ITEMS = PRODUCTS.flatMap((product) => {
  const { code, price, parts } = MAKE[product];
  return [
    { key: productKey(product), price, fields: { Name: product, ProductCode: code, Family: product, IsActive: true, PRM_Kind__c: 'Product', PRM_Serialised__c: true } },
    ...parts.map((part, place) => ({ key: partKey(product, part), price: partPrice(product, place), fields: { Name: `${part} for ${product}`, ProductCode: `${code}-P${place + 1}`, Family: product, IsActive: true, PRM_Kind__c: 'Part', PRM_Serialised__c: place === 0 } })),
  ];
});

function prices(): SeedSet[] {
  const entry = (book: string, bookId: SeedValue, share: number): SeedRecord[] =>
    ITEMS.map((item) => ({ key: `demo:price:${book}:${item.key.slice('demo:'.length)}`, fields: { Pricebook2Id: bookId, Product2Id: ref('Product2', item.key), UnitPrice: cents(item.price * share), IsActive: true } }));
  return [
    set('Pricebook2', BOOKS.map(({ key, name }) => ({ key: `demo:book:${key}`, fields: { Name: name, IsActive: true } }))),
    // A product has a standard price before any other.
    set('PricebookEntry', entry('standard', { key: STANDARD_BOOK }, 1)),
    set('PricebookEntry', BOOKS.flatMap(({ key, share }) => entry(key, ref('Pricebook2', `demo:book:${key}`), share))),
    set('PRM_Price_Entitlement__c', PARTNERS.map((partner) => ({
      key: `demo:entitlement:${partner.key}`,
      fields: { PRM_Partner__c: ref('Account', `demo:partner:${partner.key}`), PRM_Price_Book__c: ref('Pricebook2', `demo:book:${bookOf(partner.countryCode).key}`), PRM_Priority__c: 10, PRM_Currency_Code__c: CURRENCY, PRM_Active__c: true },
    }))),
  ];
}

function warranty(): SeedSet[] {
  const perProduct = (rows: (product: (typeof PRODUCTS)[number]) => SeedRecord[]): SeedRecord[] => PRODUCTS.flatMap(rows);
  return [
    set('PRM_Warranty_Term__c', perProduct((product) => {
      const { months, usage, unit, price } = MAKE[product];
      return [{ key: termKey(product), fields: { Name: `${product}: ${months} months`, PRM_Product__c: ref('Product2', productKey(product)), PRM_Months__c: months, PRM_Usage_Limit__c: usage, PRM_Usage_Unit__c: unit, PRM_Transferable__c: product !== 'Fleet Charger', PRM_Registration_Days__c: null, PRM_Goodwill_Months__c: 6, PRM_Goodwill_Share__c: 50, PRM_Labour_Rate__c: LABOUR_RATE, PRM_Labour_Tolerance__c: 1.2, PRM_Part_Markup__c: 1.1, PRM_Travel_Cap_Km__c: 200, PRM_Travel_Rate__c: TRAVEL_RATE, PRM_Claim_Cap__c: price, PRM_Currency_Code__c: CURRENCY, PRM_Active__c: true } }];
    })),
    set('PRM_Labour_Code__c', perProduct((product) => WORKS.map(({ name, hours }, place) => ({ key: workKey(product, place), fields: { Name: name, PRM_Code__c: `${MAKE[product].code}-L${place + 1}`, PRM_Standard_Hours__c: hours, PRM_Family__c: product, PRM_Active__c: true } })))),
    set('PRM_Fault_Code__c', perProduct((product) => FAULTS.map((name, place) => ({ key: faultKey(product, place), fields: { Name: name, PRM_Code__c: `${MAKE[product].code}-F${place + 1}`, PRM_Family__c: product, PRM_Active__c: true } })))),
    // A fault may be looked for, and mended by the work of its own place.
    set('PRM_Fault_Labour__c', perProduct((product) => FAULTS.flatMap((_fault, fault) => [...new Set([0, fault])].map((work) => ({ key: `demo:pair:${plain(product)}:${fault + 1}:${work + 1}`, fields: { PRM_Fault_Code__c: ref('PRM_Fault_Code__c', faultKey(product, fault)), PRM_Labour_Code__c: ref('PRM_Labour_Code__c', workKey(product, work)) } }))))),
    set('PRM_Term_Coverage__c', perProduct((product) => {
      const row = (suffix: string, fields: Fields): SeedRecord => ({ key: `demo:covers:${plain(product)}:${suffix}`, fields: { PRM_Term__c: ref('PRM_Warranty_Term__c', termKey(product)), PRM_Kind__c: 'Exclusion', ...fields } });
      return [row('wear', { PRM_Subject__c: 'Part', PRM_Part__c: ref('Product2', partKey(product, MAKE[product].parts[2])) }), row('other', { PRM_Subject__c: 'Expense', PRM_Expense__c: 'Other' })];
    })),
    set('PRM_Part_Supplier__c', perProduct((product) => MAKE[product].parts.flatMap((part, place) => SUPPLIERS.slice(0, place === 0 ? 2 : 1).map(({ key }, each) => ({
      key: `demo:supplies:${plain(product)}:${plain(part)}:${key}`,
      fields: { PRM_Part__c: ref('Product2', partKey(product, part)), PRM_Supplier__c: ref('Account', `demo:supplier:${key}`), PRM_Percent__c: place === 0 ? [60, 30][each] as number : 80, PRM_Deadline_Days__c: 90, PRM_Active__c: true },
    }))))),
  ];
}

function pieces(asOf: Date): SeedSet[] {
  const sale = (piece: Piece, suffix: string, kind: string, offset: number, buyer: string | null): SeedRecord => ({
    key: `demo:sale:${piece.serial.toLowerCase()}:${suffix}`,
    fields: { PRM_Asset__c: ref('Asset', piece.key), PRM_Partner__c: ref('Account', `demo:partner:${piece.partner}`), PRM_Kind__c: kind, PRM_Sold_On__c: day(asOf, -offset), PRM_Buyer_Name__c: buyer, PRM_Buyer_Country_Code__c: PARTNERS.find(({ key }) => key === piece.partner)?.countryCode ?? null, PRM_Document__c: `${piece.serial}-${suffix}` },
  });
  const sold = PIECE_LIST.filter(({ place }) => place < SOLD);
  return [
    set('Asset', PIECE_LIST.map((piece) => ({ key: piece.key, fields: { Name: `${piece.product} ${piece.serial}`, SerialNumber: piece.serial, Product2Id: ref('Product2', productKey(piece.product)), AccountId: ref('Account', OWN_STOCK) } }))),
    set('PRM_Serial_Sale__c', PIECE_LIST.map((piece) => sale(piece, 'in', 'Sell-In', soldBefore(piece) + 20, null)), true),
    set('PRM_Serial_Sale__c', sold.map((piece) => sale(piece, 'out', 'Sell-Through', soldBefore(piece), ownerOf(piece))), true),
    // Every second owner is registered.
    set('PRM_Asset_Coverage__c', sold.filter(({ place }) => place % 2 === 0).map((piece) => {
      const { months, usage } = MAKE[piece.product];
      const start = day(asOf, -soldBefore(piece));
      return { key: `demo:coverage:${piece.serial.toLowerCase()}`, fields: { PRM_Asset__c: ref('Asset', piece.key), PRM_Partner__c: ref('Account', `demo:partner:${piece.partner}`), PRM_Term__c: ref('PRM_Warranty_Term__c', termKey(piece.product)), PRM_Serial__c: piece.serial, PRM_Product_Name__c: piece.product, PRM_Start_Date__c: start, PRM_End_Date__c: lastDay(start, months), PRM_Usage_Limit__c: usage, PRM_Holder_Name__c: ownerOf(piece), PRM_Owner_Number__c: 1, PRM_Registered_On__c: start, PRM_Status__c: 'Active' } };
    }), true),
  ];
}

/** The day before the same day some months later; a month without that day ends it. */
export function lastDay(start: string, months: number): string {
  const first = new Date(`${start}T00:00:00Z`);
  const target = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, 1));
  const days = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(first.getUTCDate(), days));
  return day(target, -1);
}

/** Sets in the order in which they are loaded, after the partners and before people may log in. */
export function catalogue(asOf: Date): SeedSet[] {
  return [
    set('Account', [{ key: OWN_STOCK, fields: { Name: 'Company Stock' } }, ...SUPPLIERS.map(({ key, name }) => ({ key: `demo:supplier:${key}`, fields: { Name: name } }))]),
    set('Product2', ITEMS.map(({ key, fields }) => ({ key, fields }))),
    set('PRM_Product_Part__c', PRODUCTS.flatMap((product) => MAKE[product].parts.map((part) => ({ key: `demo:consists:${plain(product)}:${plain(part)}`, fields: { PRM_Product__c: ref('Product2', productKey(product)), PRM_Part__c: ref('Product2', partKey(product, part)), PRM_Quantity__c: 1 } })))),
    ...prices(), ...warranty(), ...pieces(asOf),
  ];
}

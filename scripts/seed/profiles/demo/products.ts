/** What the demo's maker sells: products with parts, the pieces that partners hold, and the keys under which all of it is found. */
import type { SeedRecord, SeedSet, SeedValue } from '../../load/records';
import { idKey } from '../../load/write';
import { PARTNERS, PRODUCTS } from './partners';
import { plain } from './text';

export type Product = (typeof PRODUCTS)[number];
export type Fields = SeedRecord['fields'];

export const KEY = 'PRM_Key__c';
export const CURRENCY = 'EUR';
export const BOOKS = [{ key: 'europe', name: 'Partners Europe', share: 0.8 }, { key: 'world', name: 'Partners World', share: 0.7 }] as const;
/** What each product consists of, and the months and usage promised on it. The last part wears and is not covered. */
export const MAKE = {
  'Pump Station': { code: 'PS', price: 4200, months: 24, usage: 6000, unit: 'Hours', parts: ['Motor', 'Controller', 'Seal Set'] },
  'Cold Store': { code: 'CS', price: 9600, months: 36, usage: 20_000, unit: 'Hours', parts: ['Compressor', 'Evaporator', 'Door Gasket'] },
  'Solar Roof': { code: 'SR', price: 12_500, months: 60, usage: null, unit: null, parts: ['Inverter', 'Panel', 'Fuse Set'] },
  'Fleet Charger': { code: 'FC', price: 6400, months: 24, usage: 15_000, unit: 'Cycles', parts: ['Power Module', 'Display', 'Cable'] },
} as const;
export const FAULTS = ['Does not start', 'Stops under load', 'Leaks or overheats'] as const;
export const WORKS = [{ name: 'Diagnose', hours: 1 }, { name: 'Replace module', hours: 2.5 }, { name: 'Overhaul', hours: 6 }] as const;
/** What terms pay for an hour and a kilometre. */
export const LABOUR_RATE = 65;
export const TRAVEL_RATE = 0.5;
/** Pieces of a partner: the first are sold, the rest lie in stock. */
const PIECES = 12;
export const SOLD = 8;
const DAY_MS = 86_400_000;

export const ref = (object: string, key: string): SeedValue => ({ key: idKey(object, key) });
export const set = (object: string, records: readonly SeedRecord[], onlyWhenNew = false): SeedSet => ({ object, keyField: KEY, records, ...(onlyWhenNew ? { onlyWhenNew } : {}) });
export const day = (asOf: Date, offset: number): string => new Date(asOf.getTime() + offset * DAY_MS).toISOString().slice(0, 10);
export const cents = (amount: number): number => Math.round(amount * 100) / 100;

export const productKey = (product: string): string => `demo:product:${plain(product)}`;
export const partKey = (product: string, part: string): string => `demo:part:${plain(product)}:${plain(part)}`;
export const termKey = (product: string): string => `demo:term:${plain(product)}`;
export const faultKey = (product: string, place: number): string => `demo:fault:${plain(product)}:${place + 1}`;
export const workKey = (product: string, place: number): string => `demo:work:${plain(product)}:${place + 1}`;

/** The standard price of a part, by its place in the product. */
export const partPrice = (product: Product, place: number): number => cents(MAKE[product].price / (10 + place * 15));
/** The price book of a partner. */
export const bookOf = (countryCode: string): (typeof BOOKS)[number] => (countryCode === 'DE' ? BOOKS[0] : BOOKS[1]);

export interface Piece { readonly key: string; readonly serial: string; readonly product: Product; readonly partner: string; readonly place: number; }

/** Twelve pieces a partner; the product goes round by the place. */
export const PIECE_LIST: readonly Piece[] = PARTNERS.flatMap((partner, row) =>
  Array.from({ length: PIECES }, (_unused, place) => {
    const product = PRODUCTS[place % PRODUCTS.length] as Product;
    const serial = `${MAKE[product].code}-${2400 + row}-${String(1001 + place * 37)}`;
    return { key: `demo:serial:${serial.toLowerCase()}`, serial, product, partner: partner.key, place };
  })
);
/** Days before the day of the load on which a piece was sold: from last month to some four years ago, so that some warranties are over. */
export const soldBefore = ({ place }: { readonly place: number }): number => 30 + place * 190;
export const ownerOf = (piece: Piece): string => `Owner of ${piece.serial}`;

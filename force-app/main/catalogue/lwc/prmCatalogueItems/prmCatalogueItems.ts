import addedCount from '@salesforce/label/c.PRM_CAT_Added_Count';
import type { Row } from 'c/prmUiList';
import { moneyText } from 'c/prmUiMoney';
import type { Page } from 'c/prmUiPaging';
import { fill, joined } from 'c/prmUiText';

/** `PrmChoice`. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** `PrmCatalogueController.Item`. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly code?: string | null;
  readonly family?: string | null;
  readonly kindLabel?: string | null;
  readonly description?: string | null;
  readonly price?: number | null;
  readonly currencyCode?: string | null;
  readonly additions: number;
}

/** `PrmCatalogueController.Page`. */
export type ProductPage = Page<Product>;

/** `PrmCatalogueController.Addition`. */
export interface Addition {
  readonly id: string;
  readonly label: string;
  readonly value?: string | null;
  readonly changedAt?: string | null;
}

/** Told when somebody adds, changes or removes something of the partner's own. */
export const ADDITIONS_CHANGED = 'catalogue.additions';

/** One line of the list. */
export function rowOf(product: Product): Row {
  return {
    id: product.id,
    secondary: joined(' · ', product.code, product.family),
    flag: product.additions > 0 ? { label: fill(addedCount, product.additions), tone: 'info' } : undefined,
    cells: { name: product.name, kind: product.kindLabel, price: moneyText(product.price, product.currencyCode) },
  };
}

/** What stands above the additions of a product. */
export const factsOf = (product: Product): string => joined(' · ', product.code, product.family, product.kindLabel);

import { wire } from 'lwc';
import type { Wired } from '@salesforce/apex';
import kinds from '@salesforce/apex/PrmCatalogueController.kinds';
import listProducts from '@salesforce/apex/PrmCatalogueController.listProducts';
import allKinds from '@salesforce/label/c.PRM_CAT_All_Kinds';
import catalogue from '@salesforce/label/c.PRM_CAT_Catalogue';
import kindLabel from '@salesforce/label/c.PRM_CAT_Kind';
import nameLabel from '@salesforce/label/c.PRM_CAT_Product';
import noMatch from '@salesforce/label/c.PRM_CAT_No_Match';
import noMatchBody from '@salesforce/label/c.PRM_CAT_No_Match_Body';
import noPrice from '@salesforce/label/c.PRM_CAT_No_Price';
import noProducts from '@salesforce/label/c.PRM_CAT_No_Products';
import noProductsBody from '@salesforce/label/c.PRM_CAT_No_Products_Body';
import own from '@salesforce/label/c.PRM_CAT_Own';
import priceLabel from '@salesforce/label/c.PRM_CAT_Your_Price';
import searchProducts from '@salesforce/label/c.PRM_CAT_Search';
import { ADDITIONS_CHANGED, factsOf, rowOf, type Choice, type Product, type ProductPage } from 'c/prmCatalogueItems';
import type { Column, Row } from 'c/prmUiList';
import { ListPage } from 'c/prmUiListPage';
import { moneyText } from 'c/prmUiMoney';

const COLUMNS: readonly Column[] = [
  { field: 'name', label: nameLabel },
  { field: 'kind', label: kindLabel },
  { field: 'price', label: priceLabel },
];
/** Stands for the records of the partner's own in the panel. */
const OWN = 'own';

/** Central products with the price of the partner; a product opens beside the list with what the partner adds to it. */
export default class PrmCatalogue extends ListPage<Product> {
  labels = { catalogue, own, priceLabel, searchProducts };
  columns = COLUMNS;
  dataKind = ADDITIONS_CHANGED;
  texts = { title: catalogue, none: noProducts, noneBody: noProductsBody, noMatch, noMatchBody };
  pageSize = 25;
  kindChoices: readonly Choice[] = [];
  /** The open product, kept while the list behind changes. */
  private openProduct?: Product;

  @wire(listProducts, { pageNumber: '$pageNumber', pageSize: '$pageSize', kind: '$show', search: '$search' })
  wiredProducts(result: Wired<ProductPage>): void {
    this.take(result);
  }

  @wire(kinds)
  wiredKinds({ data }: Wired<readonly Choice[]>): void {
    this.kindChoices = data ?? [];
  }

  get rows(): Row[] {
    return this.items.map(rowOf);
  }

  get choices(): Choice[] {
    return [{ value: '', label: allKinds }, ...this.kindChoices];
  }

  get panelHeading(): string {
    return this.openProduct?.name ?? own;
  }

  get panelFacts(): string {
    return this.openProduct ? factsOf(this.openProduct) : '';
  }

  get panelPrice(): string {
    return moneyText(this.openProduct?.price, this.openProduct?.currencyCode) || noPrice;
  }

  get panelProduct(): Product | undefined {
    return this.openProduct;
  }

  get panelProductId(): string {
    return this.openProduct?.id ?? '';
  }

  override handleOpen(event: CustomEvent<{ id: string }>): void {
    this.openProduct = this.itemOf(event.detail.id);
    super.handleOpen(event);
  }

  handleOwn(): void {
    this.openProduct = undefined;
    this.openId = OWN;
  }

  /** The choices come from the server, after the address was read. */
  protected override isChoice(): boolean {
    return true;
  }

  protected override giveFocusBack(id: string): void {
    if (id === OWN) this.template?.querySelector<HTMLElement>('[data-action="own"]')?.focus();
    else super.giveFocusBack(id);
  }
}

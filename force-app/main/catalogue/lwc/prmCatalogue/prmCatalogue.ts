import { LightningElement, wire } from 'lwc';
import { refreshApex, type Wired } from '@salesforce/apex';
import kinds from '@salesforce/apex/PrmCatalogueController.kinds';
import listProducts from '@salesforce/apex/PrmCatalogueController.listProducts';
import allKinds from '@salesforce/label/c.PRM_CAT_All_Kinds';
import catalogue from '@salesforce/label/c.PRM_CAT_Catalogue';
import count from '@salesforce/label/c.PRM_UI_Count';
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
import { readAddress, writeAddress } from 'c/prmUiAddress';
import { onChanged } from 'c/prmUiBus';
import type { Column, Row } from 'c/prmUiList';
import { moneyText } from 'c/prmUiMoney';
import { pageWithin } from 'c/prmUiPaging';
import { fill } from 'c/prmUiText';

interface List extends HTMLElement {
  focusRow(id: string): void;
}

const COLUMNS: readonly Column[] = [
  { field: 'name', label: nameLabel },
  { field: 'kind', label: kindLabel },
  { field: 'price', label: priceLabel },
];
/** Stands for the records of the partner's own in the panel. */
const OWN = 'own';

/** Central products with the price of the partner; a product opens beside the list with what the partner adds to it. */
export default class PrmCatalogue extends LightningElement {
  labels = { catalogue, own, priceLabel, searchProducts };
  columns = COLUMNS;
  pageNumber = 1;
  pageSize = 25;
  kind = '';
  search = '';
  products?: ProductPage;
  loadError?: unknown;
  openId = '';
  kindChoices: readonly Choice[] = [];
  /** The open product, kept while the list behind changes. */
  private openProduct?: Product;
  private provisioned?: Wired<ProductPage>;
  private stopListening?: () => void;
  private giveFocusBack?: string;

  @wire(listProducts, { pageNumber: '$pageNumber', pageSize: '$pageSize', kind: '$kind', search: '$search' })
  wiredProducts(result: Wired<ProductPage>): void {
    this.provisioned = result;
    if (result.data) {
      this.products = result.data;
      this.pageNumber = pageWithin(result.data, this.pageNumber);
    }
    this.loadError = result.error;
  }

  @wire(kinds)
  wiredKinds({ data }: Wired<readonly Choice[]>): void {
    this.kindChoices = data ?? [];
  }

  connectedCallback(): void {
    const { search, show, pageNumber } = readAddress();
    this.search = search;
    this.kind = show;
    this.pageNumber = pageNumber;
    this.stopListening = onChanged(ADDITIONS_CHANGED, () => refreshApex(this.provisioned));
  }

  disconnectedCallback(): void {
    this.stopListening?.();
  }

  renderedCallback(): void {
    const id = this.giveFocusBack;
    if (id === undefined) return;
    this.giveFocusBack = undefined;
    if (id === OWN) this.template?.querySelector<HTMLElement>('[data-action="own"]')?.focus();
    else this.template?.querySelector<List>('c-prm-ui-list')?.focusRow(id);
  }

  get heading(): string {
    return this.products ? `${catalogue} ${fill(count, this.products.total)}` : catalogue;
  }

  get loading(): boolean {
    return !this.products && !this.loadError;
  }

  get rows(): Row[] {
    return (this.products?.items ?? []).map(rowOf);
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get empty(): boolean {
    return this.products?.items.length === 0;
  }

  get filtered(): boolean {
    return this.search !== '' || this.kind !== '';
  }

  get emptyHeading(): string {
    return this.filtered ? noMatch : noProducts;
  }

  get emptyBody(): string {
    return this.filtered ? noMatchBody : noProductsBody;
  }

  get total(): number {
    return this.products?.total ?? 0;
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

  handleFilter({ detail }: CustomEvent<{ search: string; choice: string }>): void {
    this.search = detail.search;
    this.kind = detail.choice;
    this.pageNumber = 1;
    this.keepAddress();
  }

  handlePage({ detail }: CustomEvent<{ pageNumber: number }>): void {
    this.pageNumber = detail.pageNumber;
    this.keepAddress();
  }

  handleOpen({ detail }: CustomEvent<{ id: string }>): void {
    this.openProduct = this.products?.items.find(({ id }) => id === detail.id);
    this.openId = detail.id;
  }

  handleOwn(): void {
    this.openProduct = undefined;
    this.openId = OWN;
  }

  handleClose(): void {
    this.giveFocusBack = this.openId;
    this.openId = '';
  }

  handleRetry(): Promise<void> {
    this.loadError = undefined;
    return refreshApex(this.provisioned);
  }

  private keepAddress(): void {
    writeAddress({ search: this.search, show: this.kind, pageNumber: this.pageNumber });
  }
}

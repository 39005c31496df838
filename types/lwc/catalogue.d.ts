/** Controllers of the domain catalogue. */
declare module '@salesforce/apex/PrmCatalogueController.listProducts' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { ProductPage } from 'c/prmCatalogueItems';
  const method: CacheableMethod<{ pageNumber: number; pageSize: number; kind: string; search: string }, ProductPage>;
  export default method;
}
declare module '@salesforce/apex/PrmCatalogueController.kinds' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Choice } from 'c/prmCatalogueItems';
  const method: CacheableMethod<Record<string, never>, readonly Choice[]>;
  export default method;
}
declare module '@salesforce/apex/PrmCatalogueController.listAdditions' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Addition } from 'c/prmCatalogueItems';
  const method: CacheableMethod<{ productId: string }, readonly Addition[]>;
  export default method;
}
declare module '@salesforce/apex/PrmCatalogueController.saveAddition' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Addition } from 'c/prmCatalogueItems';
  const method: ApexMethod<{ additionId: string; productId: string; label: string; value: string }, readonly Addition[]>;
  export default method;
}
declare module '@salesforce/apex/PrmCatalogueController.removeAddition' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ additionId: string }, null>;
  export default method;
}

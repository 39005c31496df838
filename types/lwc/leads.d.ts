/** Controllers of the domain leads, as docs/data-model.md states them. */
declare module '@salesforce/apex/PrmOfferInboxController.listOffers' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { OfferPage } from 'c/prmOffers';
  const method: CacheableMethod<{ pageNumber: number; pageSize: number; status: string; search: string }, OfferPage>;
  export default method;
}
declare module '@salesforce/apex/PrmOfferInboxController.declineReasons' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Choice } from 'c/prmOffers';
  const method: CacheableMethod<Record<string, never>, readonly Choice[]>;
  export default method;
}
declare module '@salesforce/apex/PrmOfferInboxController.accept' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Offer } from 'c/prmOffers';
  const method: ApexMethod<{ offerId: string }, Offer>;
  export default method;
}
declare module '@salesforce/apex/PrmOfferInboxController.decline' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Offer } from 'c/prmOffers';
  const method: ApexMethod<{ offerId: string; reason: string; note: string }, Offer>;
  export default method;
}

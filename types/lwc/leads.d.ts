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
declare module '@salesforce/apex/PrmMyLeadsController.listLeads' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { LeadPage } from 'c/prmLeads';
  const method: CacheableMethod<{ pageNumber: number; pageSize: number; stage: string; search: string }, LeadPage>;
  export default method;
}
declare module '@salesforce/apex/PrmMyLeadsController.getLead' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { LeadDetail } from 'c/prmLeads';
  const method: CacheableMethod<{ offerId: string }, LeadDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmMyLeadsController.stages' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Choice } from 'c/prmOffers';
  const method: CacheableMethod<Record<string, never>, readonly Choice[]>;
  export default method;
}
declare module '@salesforce/apex/PrmMyLeadsController.outcomeReasons' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Choice } from 'c/prmOffers';
  const method: CacheableMethod<Record<string, never>, readonly Choice[]>;
  export default method;
}
declare module '@salesforce/apex/PrmMyLeadsController.moveStage' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { LeadDetail } from 'c/prmLeads';
  const method: ApexMethod<{ offerId: string; stage: string; note: string }, LeadDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmMyLeadsController.logProgress' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { LeadDetail } from 'c/prmLeads';
  const method: ApexMethod<{ offerId: string; note: string; nextStep: string; nextStepDate: string | null }, LeadDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmMyLeadsController.setOutcome' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { LeadDetail } from 'c/prmLeads';
  const method: ApexMethod<{ offerId: string; outcome: string; reason: string; wonValue: number | null; note: string }, LeadDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmPartnerHomeController.summary' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Summary } from 'c/prmPartnerHome';
  const method: CacheableMethod<Record<string, never>, Summary>;
  export default method;
}

/** Controllers of the board of distribution and of the simulator, as docs/data-model.md states them. */
declare module '@salesforce/apex/PrmLeadBoardController.columns' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Column } from 'c/prmDistribution';
  const method: CacheableMethod<{ pageSize: number }, readonly Column[]>;
  export default method;
}
declare module '@salesforce/apex/PrmLeadBoardController.cards' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Column } from 'c/prmDistribution';
  const method: CacheableMethod<{ column: string; pageNumber: number; pageSize: number }, Column>;
  export default method;
}
declare module '@salesforce/apex/PrmLeadBoardController.explain' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Explanation } from 'c/prmDistribution';
  const method: CacheableMethod<{ leadId: string }, Explanation>;
  export default method;
}
declare module '@salesforce/apex/PrmLeadBoardController.partnersToChoose' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { PartnerChoice } from 'c/prmDistribution';
  const method: CacheableMethod<{ leadId: string; search: string }, readonly PartnerChoice[]>;
  export default method;
}
declare module '@salesforce/apex/PrmLeadBoardController.handOver' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Card } from 'c/prmDistribution';
  const method: ApexMethod<{ leadId: string; partnerId: string; note: string; seenOfferId: string | null | undefined; seenStatus: string }, Card | null>;
  export default method;
}
declare module '@salesforce/apex/PrmLeadBoardController.recall' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Card } from 'c/prmDistribution';
  const method: ApexMethod<{ offerId: string; seenStatus: string; note: string }, Card | null>;
  export default method;
}
declare module '@salesforce/apex/PrmLeadBoardController.routeAgain' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Card } from 'c/prmDistribution';
  const method: ApexMethod<{ leadId: string }, Card | null>;
  export default method;
}
declare module '@salesforce/apex/PrmRoutingSimulatorController.simulate' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Explanation } from 'c/prmDistribution';
  const method: CacheableMethod<{ leadId: string }, Explanation>;
  export default method;
}

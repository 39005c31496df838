/** Controllers of service requests. */
declare module '@salesforce/apex/PrmRequestsController.listRequests' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { RequestPage } from 'c/prmServiceRequests';
  const method: CacheableMethod<{ pageNumber: number; pageSize: number; show: string; search: string }, RequestPage>;
  export default method;
}
declare module '@salesforce/apex/PrmRequestsController.getRequest' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { RequestDetail } from 'c/prmServiceRequests';
  const method: CacheableMethod<{ requestId: string }, RequestDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmRequestsController.choices' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { RequestChoices } from 'c/prmServiceRequests';
  const method: CacheableMethod<Record<string, never>, RequestChoices>;
  export default method;
}
declare module '@salesforce/apex/PrmRequestsController.open' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ draft: Readonly<Record<string, string>> }, string>;
  export default method;
}
declare module '@salesforce/apex/PrmRequestsController.reply' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { RequestDetail } from 'c/prmServiceRequests';
  const method: ApexMethod<{ requestId: string; body: string }, RequestDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmRequestsController.reopen' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { RequestDetail } from 'c/prmServiceRequests';
  const method: ApexMethod<{ requestId: string; body: string }, RequestDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmRequestsController.close' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { RequestDetail } from 'c/prmServiceRequests';
  const method: ApexMethod<{ requestId: string; mark: number | null; note: string }, RequestDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmHelpDeskController.listQueue' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { RequestPage } from 'c/prmServiceRequests';
  const method: CacheableMethod<{ pageNumber: number; pageSize: number; show: string; search: string }, RequestPage>;
  export default method;
}
declare module '@salesforce/apex/PrmHelpDeskController.getRequest' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { DeskDetail } from 'c/prmServiceRequests';
  const method: CacheableMethod<{ requestId: string }, DeskDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmHelpDeskController.take' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { DeskDetail } from 'c/prmServiceRequests';
  const method: ApexMethod<{ requestId: string }, DeskDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmHelpDeskController.note' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { DeskDetail } from 'c/prmServiceRequests';
  const method: ApexMethod<{ requestId: string; body: string }, DeskDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmHelpDeskController.reply' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { DeskDetail } from 'c/prmServiceRequests';
  const method: ApexMethod<{ requestId: string; body: string; asks: boolean; closes: boolean }, DeskDetail>;
  export default method;
}

/** What Apex tells the desks of payments, returns and recoveries. */
declare module '@salesforce/apex/PrmPaymentDeskController.listClaims' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { PaymentPage } from 'c/prmPaymentRows';
  const method: CacheableMethod<{ pageNumber: number; pageSize: number; show: string; search: string }, PaymentPage>;
  export default method;
}
declare module '@salesforce/apex/PrmPaymentDeskController.totals' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { PaymentTotal } from 'c/prmPaymentRows';
  const method: CacheableMethod<object, PaymentTotal[]>;
  export default method;
}
declare module '@salesforce/apex/PrmPaymentDeskController.getClaim' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { PaymentDetail } from 'c/prmPaymentRows';
  const method: CacheableMethod<{ claimId: string }, PaymentDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmPaymentDeskController.pay' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ claimIds: readonly string[]; reference: string }, void>;
  export default method;
}
declare module '@salesforce/apex/PrmPaymentDeskController.askClawback' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { PaymentDetail } from 'c/prmPaymentRows';
  const method: ApexMethod<{ claimId: string; reason: string }, PaymentDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmPaymentDeskController.approveClawback' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { PaymentDetail } from 'c/prmPaymentRows';
  const method: ApexMethod<{ claimId: string }, PaymentDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmPaymentDeskController.refuseClawback' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { PaymentDetail } from 'c/prmPaymentRows';
  const method: ApexMethod<{ claimId: string }, PaymentDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmReturnsDeskController.listReturns' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { ReturnPage } from 'c/prmReturnRows';
  const method: CacheableMethod<{ pageNumber: number; pageSize: number; show: string; search: string }, ReturnPage>;
  export default method;
}
declare module '@salesforce/apex/PrmReturnsDeskController.getReturn' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { ReturnDetail } from 'c/prmReturnRows';
  const method: CacheableMethod<{ returnId: string }, ReturnDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmReturnsDeskController.receive' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Receipt, ReturnDetail } from 'c/prmReturnRows';
  const method: ApexMethod<{ returnId: string; receipts: readonly Receipt[] }, ReturnDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmReturnsDeskController.waive' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ReturnDetail } from 'c/prmReturnRows';
  const method: ApexMethod<{ returnId: string; reason: string }, ReturnDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmRecoveriesController.listRecoveries' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { RecoveryPage } from 'c/prmRecoveryRows';
  const method: CacheableMethod<{ pageNumber: number; pageSize: number; show: string; search: string; sortField: string; descending: boolean }, RecoveryPage>;
  export default method;
}
declare module '@salesforce/apex/PrmRecoveriesController.report' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { RecoverySum } from 'c/prmRecoveryRows';
  const method: CacheableMethod<{ fromDay: string | null; toDay: string | null }, RecoverySum[]>;
  export default method;
}
declare module '@salesforce/apex/PrmRecoveriesController.send' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Recovery } from 'c/prmRecoveryRows';
  const method: ApexMethod<{ recoveryId: string }, Recovery>;
  export default method;
}
declare module '@salesforce/apex/PrmRecoveriesController.accept' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Recovery } from 'c/prmRecoveryRows';
  const method: ApexMethod<{ recoveryId: string; note: string }, Recovery>;
  export default method;
}
declare module '@salesforce/apex/PrmRecoveriesController.refuse' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Recovery } from 'c/prmRecoveryRows';
  const method: ApexMethod<{ recoveryId: string; note: string }, Recovery>;
  export default method;
}
declare module '@salesforce/apex/PrmRecoveriesController.recover' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Recovery } from 'c/prmRecoveryRows';
  const method: ApexMethod<{ recoveryId: string; amount: number }, Recovery>;
  export default method;
}

/** Controllers of coverage in the domain service. */
declare module '@salesforce/apex/PrmSerialController.find' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Found } from 'c/prmCoverage';
  const method: CacheableMethod<{ serial: string; onDay: string | null; usage: number | null }, Found>;
  export default method;
}
declare module '@salesforce/apex/PrmRegistrationController.listCoverages' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { CoveragePage } from 'c/prmCoverage';
  const method: CacheableMethod<{ pageNumber: number; pageSize: number; search: string }, CoveragePage>;
  export default method;
}
declare module '@salesforce/apex/PrmRegistrationController.register' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Registered } from 'c/prmCoverage';
  const method: ApexMethod<{ values: Readonly<Record<string, string>> }, Registered>;
  export default method;
}
declare module '@salesforce/apex/PrmRegistrationController.registerCsv' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Registered } from 'c/prmCoverage';
  const method: ApexMethod<{ csv: string }, Registered>;
  export default method;
}

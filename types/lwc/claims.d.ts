/** Controllers of the partner's claims, as docs/data-model.md states them. */
declare module '@salesforce/apex/PrmClaimWizardController.checkSerial' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { PieceAnswer } from 'c/prmPieceQuestion';
  const method: CacheableMethod<{ serial: string; failureDate: string | null; usage: number | null }, PieceAnswer>;
  export default method;
}
declare module '@salesforce/apex/PrmClaimWizardController.lineKinds' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Choice } from 'c/prmClaims';
  const method: CacheableMethod<Record<string, never>, readonly Choice[]>;
  export default method;
}
declare module '@salesforce/apex/PrmClaimWizardController.getDraft' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ claimId: string }, Record<string, unknown>>;
  export default method;
}
declare module '@salesforce/apex/PrmClaimWizardController.fromPreAuthorisation' {
  import type { ApexMethod } from '@salesforce/apex';
  const method: ApexMethod<{ claimId: string }, Record<string, unknown>>;
  export default method;
}
declare module '@salesforce/apex/PrmClaimWizardController.saveDraft' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { SavedDraft } from 'c/prmClaimSaver';
  const method: ApexMethod<{ draft: Record<string, unknown> }, SavedDraft>;
  export default method;
}
declare module '@salesforce/apex/PrmClaimWizardController.submit' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { Problem } from 'c/prmClaimForm';
  const method: ApexMethod<{ claimId: string; version: number }, { readonly name: string; readonly problems: readonly Problem[] }>;
  export default method;
}
declare module '@salesforce/apex/PrmProofsController.listProofs' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { ProofOutcome } from 'c/prmProofs';
  const method: CacheableMethod<{ recordId: string }, ProofOutcome>;
  export default method;
}
declare module '@salesforce/apex/PrmProofsController.add' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ProofOutcome } from 'c/prmProofs';
  const method: ApexMethod<{ recordId: string; fileName: string; content: string }, ProofOutcome>;
  export default method;
}
declare module '@salesforce/apex/PrmProofsController.attach' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ProofOutcome } from 'c/prmProofs';
  const method: ApexMethod<{ recordId: string; documentId: string }, ProofOutcome>;
  export default method;
}
declare module '@salesforce/apex/PrmProofsController.remove' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ProofOutcome } from 'c/prmProofs';
  const method: ApexMethod<{ recordId: string; documentId: string }, ProofOutcome>;
  export default method;
}
declare module '@salesforce/apex/PrmMyClaimsController.listClaims' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { ClaimPage } from 'c/prmClaims';
  const method: CacheableMethod<{ pageNumber: number; pageSize: number; status: string; search: string }, ClaimPage>;
  export default method;
}
declare module '@salesforce/apex/PrmMyClaimsController.statuses' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { Choice } from 'c/prmClaims';
  const method: CacheableMethod<Record<string, never>, readonly Choice[]>;
  export default method;
}
declare module '@salesforce/apex/PrmMyClaimsController.summary' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { ClaimSummary } from 'c/prmClaims';
  const method: CacheableMethod<Record<string, never>, ClaimSummary>;
  export default method;
}
declare module '@salesforce/apex/PrmMyClaimsController.getClaim' {
  import type { CacheableMethod } from '@salesforce/apex';
  import type { ClaimDetail } from 'c/prmClaims';
  const method: CacheableMethod<{ claimId: string }, ClaimDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmMyClaimsController.answer' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimDetail } from 'c/prmClaims';
  const method: ApexMethod<{ claimId: string; text: string }, ClaimDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmMyClaimsController.cancel' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimDetail } from 'c/prmClaims';
  const method: ApexMethod<{ claimId: string }, ClaimDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmMyClaimsController.accept' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimDetail } from 'c/prmClaims';
  const method: ApexMethod<{ claimId: string }, ClaimDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmMyClaimsController.appeal' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimDetail } from 'c/prmClaims';
  const method: ApexMethod<{ claimId: string; reason: string }, ClaimDetail>;
  export default method;
}
declare module '@salesforce/apex/PrmMyClaimsController.ship' {
  import type { ApexMethod } from '@salesforce/apex';
  import type { ClaimDetail } from 'c/prmClaims';
  const method: ApexMethod<{ returnId: string; carrier: string; tracking: string }, ClaimDetail>;
  export default method;
}

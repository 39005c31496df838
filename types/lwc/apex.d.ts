/** Apex methods as components see them: a function that answers a promise and, where cacheable, a wire adapter. */
declare module '@salesforce/apex' {
  import type { WireAdapterConstructor } from 'lwc';

  /** Asks again for what a wire provisioned; takes the whole provisioned value. */
  export function refreshApex(provisioned: unknown): Promise<void>;

  /** What a wired function or property is given. */
  export interface Wired<Result> {
    readonly data?: Result;
    readonly error?: unknown;
  }
  /** A method of `@AuraEnabled`. */
  export type ApexMethod<Args, Result> = (args: Args) => Promise<Result>;
  /** A method of `@AuraEnabled(cacheable=true)`. */
  export interface CacheableMethod<Args extends object, Result> {
    (args?: Args): Promise<Result>;
    readonly adapter: WireAdapterConstructor<Args & Record<string, unknown>, Wired<Result>>;
  }
}

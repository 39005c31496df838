/** What component tests are given beside Jest. */
declare module '@salesforce/sfdx-lwc-jest' {
  import type { CacheableMethod } from '@salesforce/apex';

  export interface TestAdapter {
    /** Provisions data to all components that wire this. */
    emit(value: unknown): void;
    /** Provisions an error with this body and status. */
    error(body?: unknown, status?: number, statusText?: string): void;
    getLastConfig(): Record<string, unknown> | undefined;
  }
  export function createApexTestWireAdapter(fn: jest.Mock): CacheableMethod<object, unknown> & TestAdapter;
}

/** Jest's module system inside test files. */
declare function require<Module = Record<string, unknown>>(name: string): Module;

declare namespace jest {
  interface Matchers<R> {
    /** No violation of the accessibility rules of axe. */
    toBeAccessible(): Promise<R>;
  }
}

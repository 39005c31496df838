/** https://developer.salesforce.com/docs/platform/lwc/guide/use-navigate-basic.html */
import { follow, urlOf } from 'web/links';
import { subscribeReference } from 'web/router';
import type { LightningElement } from 'lwc';
import type { PageReference } from '../../../../pages/types';

type Base = new (...args: never[]) => LightningElement;

const Navigate: unique symbol = Symbol('Navigate');
const GenerateUrl: unique symbol = Symbol('GenerateUrl');

/** Adds the two methods, named by symbols, to a component class. */
export const NavigationMixin = Object.assign(
  (base: Base): Base => {
    class Navigating extends (base as new () => LightningElement) {
      [Navigate](reference: PageReference, replace = false): Promise<void> {
        return follow(reference, replace);
      }
      [GenerateUrl](reference: PageReference): Promise<string> {
        return Promise.resolve(urlOf(reference));
      }
    }
    return Navigating as unknown as Base;
  },
  { Navigate, GenerateUrl } as const
);

/** Adapter of `@wire(CurrentPageReference)`. */
export class CurrentPageReference {
  private stop: (() => void) | undefined;
  constructor(private readonly callback: (reference: PageReference) => void) {}
  update(): void { /* takes no configuration */ }
  connect(): void {
    this.stop = subscribeReference(this.callback);
  }
  disconnect(): void {
    this.stop?.();
  }
}

/** Adapter of `@wire(NavigationContext)`: what navigate() and generateUrl() are given. */
export class NavigationContext {
  constructor(callback: (context: object) => void) {
    callback({});
  }
  update(): void { /* takes no configuration */ }
  connect(): void { /* holds nothing */ }
  disconnect(): void { /* holds nothing */ }
}
export const navigate = (_context: object, reference: PageReference, replace = false): Promise<void> => follow(reference, replace);
export const generateUrl = (_context: object, reference: PageReference): string => urlOf(reference);

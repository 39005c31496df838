/** The Lightning modules in use; a module that is not here is not meant to be used without a thought. */
declare module 'lightning/navigation' {
  import type { LightningElement, WireAdapterConstructor } from 'lwc';

  export interface PageReference {
    readonly type: string;
    readonly attributes: Readonly<Record<string, unknown>>;
    readonly state?: Readonly<Record<string, string | undefined>>;
  }
  interface Navigator {
    [NavigationMixin.Navigate](reference: PageReference, replace?: boolean): void;
    [NavigationMixin.GenerateUrl](reference: PageReference): Promise<string>;
  }
  export function NavigationMixin<Element extends LightningElement>(base: abstract new () => Element): new () => Element & Navigator;
  export namespace NavigationMixin {
    const Navigate: unique symbol;
    const GenerateUrl: unique symbol;
  }
  export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, PageReference>;
}

declare module 'lightning/toast' {
  import type { LightningElement } from 'lwc';

  export interface ToastConfig {
    readonly label: string;
    readonly message?: string;
    readonly variant?: 'info' | 'success' | 'warning' | 'error';
    readonly mode?: 'dismissible' | 'sticky';
  }
  const Toast: { show(config: ToastConfig, source: LightningElement): void };
  export default Toast;
}

declare module 'lightning/platformResourceLoader' {
  import type { LightningElement } from 'lwc';
  /** Fails when the file is not there or does not run. */
  export function loadScript(component: LightningElement, url: string): Promise<void>;
  export function loadStyle(component: LightningElement, url: string): Promise<void>;
}

/** Messages between components of one page. https://developer.salesforce.com/docs/platform/lwc/guide/use-message-channel.html */

interface Channel { readonly channel: string }
type Listener = (message: unknown) => void;
interface Subscription { readonly channel: string; readonly listener: Listener; readonly context: object }

/** One page shows one application area, so both scopes reach the same components. */
export const APPLICATION_SCOPE: unique symbol = Symbol('APPLICATION_SCOPE');

const subscriptions = new Set<Subscription>();
const released = new WeakSet<object>();

export const createMessageContext = (): object => ({});

export function releaseMessageContext(context: object): void {
  released.add(context);
  for (const subscription of subscriptions) if (subscription.context === context) subscriptions.delete(subscription);
}

/** Adapter of `@wire(MessageContext)`: one context per component, released with it. */
export class MessageContext {
  private context = createMessageContext();
  constructor(private readonly callback: (context: object) => void) {
    callback(this.context);
  }
  update(): void {
    this.callback(this.context);
  }
  connect(): void {
    if (!released.has(this.context)) return;
    this.context = createMessageContext();
    this.callback(this.context);
  }
  disconnect(): void {
    releaseMessageContext(this.context);
  }
}

export function publish(context: object, { channel }: Channel, message?: unknown): void {
  if (released.has(context)) return;
  for (const subscription of [...subscriptions]) if (subscription.channel === channel) subscription.listener(message);
}

export function subscribe(context: object, { channel }: Channel, listener: Listener, _options?: { readonly scope?: typeof APPLICATION_SCOPE }): Subscription {
  const subscription = { channel, listener, context };
  subscriptions.add(subscription);
  return subscription;
}

export function unsubscribe(subscription: Subscription | null): void {
  if (subscription) subscriptions.delete(subscription);
}

/** https://developer.salesforce.com/docs/component-library/bundle/lightning-refresh */

type Handler = () => Promise<unknown> | void;
const handlers = new Map<symbol, Handler>();

export const REFRESH_COMPLETE = 'success';
export const REFRESH_COMPLETE_WITH_ERRORS = 'error';
export const REFRESH_ERROR = 'error';
export const RefreshEventName = 'lightning__refreshview';

/** Asks the page to show what the server holds now. */
export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super(RefreshEventName, { bubbles: true, composed: true });
  }
}

/** Calls `handler` when the page is refreshed. */
export function registerRefreshHandler(_component: unknown, handler: Handler): symbol {
  const id = Symbol('refreshHandler');
  handlers.set(id, handler);
  return id;
}

export const unregisterRefreshHandler = (id: symbol): void => void handlers.delete(id);

/** Runs all handlers; called by the page. */
export async function runRefreshHandlers(component: unknown): Promise<void> {
  await Promise.all([...handlers.values()].map((handler) => handler.call(component)));
}

/** Where the user is: the browser's history, and the page the server resolved for it. */
import { firstResponse } from 'web/context';
import { get } from 'web/http';
import type { PageReference, PageResponse } from '../../../../pages/types';

export interface RouterState { readonly response: PageResponse; readonly path: string; readonly loading: boolean; /** Why the page cannot be shown. */ readonly messages: readonly string[] }
type Listener = (state: RouterState) => void;

let state: RouterState = { response: firstResponse, path: window.location.pathname, loading: false, messages: [] };
const listeners = new Set<Listener>();
const referenceListeners = new Set<(reference: PageReference) => void>();
/** Counts navigations: an answer that comes after a newer one was asked for is dropped. */
let turn = 0;

function emit(next: Partial<RouterState>): void {
  const previous = state.response;
  state = { ...state, ...next };
  for (const listener of listeners) listener(state);
  if (state.response !== previous) for (const listener of referenceListeners) listener(state.response.reference);
}

export const currentResponse = (): PageResponse => state.response;

/** Calls back with every page from now on; returns the way to stop it. */
export function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function subscribeReference(listener: (reference: PageReference) => void): () => void {
  referenceListeners.add(listener);
  listener(state.response.reference);
  return () => referenceListeners.delete(listener);
}

const here = (): string => window.location.pathname + window.location.search;

const messageOf = (error: unknown): string => (error as { body?: { message?: string } }).body?.message ?? (error instanceof Error ? error.message : 'The page cannot be shown.');

async function load(path: string): Promise<void> {
  const mine = ++turn;
  const { shell } = state.response;
  emit({ loading: true });
  try {
    const response = (await get(`/web/page?${new URLSearchParams({ path, app: shell.kind === 'console' ? shell.app.name : '' })}`)) as PageResponse | { redirect: string };
    if (mine !== turn) return;
    if (!('redirect' in response)) return emit({ response, path: path.split('?')[0]!, loading: false, messages: [] });
    window.history.replaceState({}, '', response.redirect);
    await load(response.redirect);
  } catch (error) {
    if (mine === turn) emit({ path: path.split('?')[0]!, loading: false, messages: [messageOf(error)] });
  }
}

/** Goes to a path of this app or site without a new document. */
export async function go(path: string, { replace = false } = {}): Promise<void> {
  if (path === here() && !replace) return;
  window.history[replace ? 'replaceState' : 'pushState']({}, '', path);
  await load(path);
  if (!replace) window.scrollTo(0, 0);
}

export const reload = (): Promise<void> => load(here());

window.addEventListener('popstate', () => void load(here()));

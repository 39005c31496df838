/** Where the user is: the browser's history, and the page the server resolved for it. */
import { firstResponse } from 'web/context';
import { get } from 'web/http';
import type { PageReference, PageResponse } from '../../../../pages/types';

type Listener = (response: PageResponse) => void;

let current: PageResponse = firstResponse;
const listeners = new Set<Listener>();
const referenceListeners = new Set<(reference: PageReference) => void>();
/** Counts navigations: an answer that comes after a newer one was asked for is dropped. */
let turn = 0;

const emit = (response: PageResponse): void => {
  current = response;
  for (const listener of listeners) listener(response);
  for (const listener of referenceListeners) listener(response.reference);
};

export const currentResponse = (): PageResponse => current;

/** Calls back with every page from now on; returns the way to stop it. */
export function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function subscribeReference(listener: (reference: PageReference) => void): () => void {
  referenceListeners.add(listener);
  listener(current.reference);
  return () => referenceListeners.delete(listener);
}

const here = (): string => window.location.pathname + window.location.search;

async function load(path: string): Promise<void> {
  const mine = ++turn;
  const app = current.shell.kind === 'console' ? current.shell.app.name : '';
  const response = (await get(`/web/page?${new URLSearchParams({ path, app })}`)) as PageResponse | { redirect: string };
  if (mine !== turn) return;
  if ('redirect' in response) window.location.assign(response.redirect);
  else emit(response);
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

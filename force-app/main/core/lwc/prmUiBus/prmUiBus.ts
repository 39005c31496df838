type Listener = () => unknown;

const channels = new Map<string, Set<Listener>>();

/** Calls back when somebody on the page tells that this kind of data changed; returns the way to stop. */
export function onChanged(kind: string, listener: Listener): () => void {
  const listeners = channels.get(kind) ?? new Set();
  channels.set(kind, listeners.add(listener));
  return () => {
    listeners.delete(listener);
  };
}

/** Tells all components of the page that this kind of data changed. */
export function changed(kind: string): void {
  for (const listener of [...(channels.get(kind) ?? [])]) listener();
}

type Listener = (now: number) => void;

/** Countdowns show minutes: a quarter of one is exact enough and costs next to nothing. */
const TICK_MS = 15_000;

const listeners = new Set<Listener>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  const now = Date.now();
  for (const listener of listeners) listener(now);
}

/** Calls back at every tick of the shared clock; returns the way to stop. The clock stands while nobody listens. */
export function onTick(listener: Listener): () => void {
  listeners.add(listener);
  // eslint-disable-next-line @lwc/lwc/no-async-operation -- one timer for all countdowns, ended with the last of them
  timer ??= setInterval(tick, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== undefined) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

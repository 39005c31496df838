/** Wire adapters over a keyed cache: the same question is asked once and answered to everyone who wires it. */
import { unwrap } from 'lwc';
import { deepFreeze } from 'web/freeze';
import type { ServerError } from 'web/http';

/** A question to the server: its key, the names by which it can be made stale, and how it is asked. */
export interface Question { readonly key: string; readonly tags?: readonly string[]; ask(): Promise<unknown>; }
export interface WireValue { readonly data: unknown; readonly error: ServerError | undefined; }
type Listener = (value: WireValue) => void;
type Config = Readonly<Record<string, unknown>>;

/** How long an answer is given again without asking: 60 s. */
const MAX_AGE_MS = 60_000;
const EMPTY: WireValue = Object.freeze({ data: undefined, error: undefined });

class Entry {
  readonly listeners = new Set<Listener>();
  private pending: Promise<unknown> | undefined;
  private value: WireValue | undefined;
  private at = 0;

  constructor(private readonly question: Question) {}

  get tags(): readonly string[] {
    return this.question.tags ?? [];
  }

  get fresh(): WireValue | undefined {
    return this.value && !this.value.error && Date.now() - this.at < MAX_AGE_MS ? this.value : undefined;
  }

  /** Asks the server unless the answer is at hand or on its way. */
  load(): Promise<unknown> {
    if (this.fresh) return Promise.resolve(this.fresh.data);
    return this.pending ?? this.ask();
  }

  /** Asks again; who listens is answered, who does not will ask when it wants to know. */
  refresh(): Promise<unknown> {
    this.value = undefined;
    this.pending = undefined;
    return this.listeners.size > 0 ? this.load() : Promise.resolve();
  }

  private ask(): Promise<unknown> {
    const asked = this.question.ask();
    // An answer that a later refresh overtook is not given to anyone.
    const mine = (): boolean => this.pending === current;
    const current: Promise<unknown> = asked.then(
      (data) => { if (mine()) this.settle({ data: deepFreeze(data), error: undefined }); return data; },
      (error: ServerError) => { if (mine()) this.settle({ data: undefined, error: deepFreeze(error) }); throw error; }
    );
    this.pending = current;
    return current;
  }

  private settle(value: WireValue): void {
    this.value = value;
    this.at = Date.now();
    this.pending = undefined;
    for (const listener of this.listeners) listener(value);
  }
}

const entries = new Map<string, Entry>();
/** Which entry a provisioned value came from: what refreshApex is given. */
const origins = new WeakMap<object, Entry>();

export function entryFor(question: Question): Entry {
  let entry = entries.get(question.key);
  if (!entry) entries.set(question.key, (entry = new Entry(question)));
  return entry;
}

/** Arguments in any order are the same key; those that are undefined do not count. */
export const keyOf = (name: string, config: Config): string =>
  `${name}?${JSON.stringify(Object.entries(config).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)))}`;

/** Failure made in the client, in the form of the server's. */
export const clientError = (message: string): ServerError => ({ status: 400, ok: false, statusText: 'Bad Request', body: { message } });

/**
 * An adapter class for `@wire`. `questionOf` gives the question of a configuration, undefined while a parameter that it
 * needs is undefined, or the error that answers it.
 */
export function wireAdapter(questionOf: (config: Config) => Question | ServerError | undefined): new (callback: Listener) => object {
  return class WireAdapter {
    private entry: Entry | undefined;
    private connected = false;
    private readonly listener: Listener = (value) => this.emit(value);

    constructor(private readonly callback: Listener) {
      callback(EMPTY);
    }

    private emit({ data, error }: WireValue): void {
      const value = Object.freeze({ data, error });
      if (this.entry) origins.set(value, this.entry);
      this.callback(value);
    }

    update(config: Config): void {
      const question = questionOf(unwrap(config) as Config);
      if (question && 'status' in question) return this.emit({ data: undefined, error: question });
      const next = question && entryFor(question);
      if (next === this.entry) return;
      this.entry?.listeners.delete(this.listener);
      this.entry = next;
      if (this.connected) this.attach();
    }

    private attach(): void {
      const entry = this.entry;
      if (!entry) return;
      entry.listeners.add(this.listener);
      if (entry.fresh) this.emit(entry.fresh);
      // The failure reaches the component through the listener.
      else entry.load().catch(() => undefined);
    }

    connect(): void {
      this.connected = true;
      this.attach();
    }

    disconnect(): void {
      this.connected = false;
      this.entry?.listeners.delete(this.listener);
    }
  };
}

/** Asks again for a value that a wire provisioned; undefined when it did not come from one. */
export function refreshValue(wired: unknown): Promise<unknown> | undefined {
  const plain: unknown = unwrap(wired);
  return typeof plain === 'object' && plain !== null ? origins.get(plain)?.refresh() : undefined;
}

/** Makes all answers with one of these tags stale, and asks again for those that are shown. */
export async function refreshTags(tags: readonly string[]): Promise<void> {
  const stale = [...entries.values()].filter((entry) => entry.tags.some((tag) => tags.includes(tag)));
  await Promise.all(stale.map((entry) => entry.refresh().catch(() => undefined)));
}

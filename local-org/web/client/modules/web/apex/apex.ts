/**
 * `@salesforce/apex/Class.method`: a function that posts to the server and carries a wire adapter.
 * https://developer.salesforce.com/docs/platform/lwc/guide/apex-wire-method.html
 */
import { unwrap } from 'lwc';
import { post, type ServerError } from 'web/http';
import { deepFreeze } from 'web/freeze';

type Args = Readonly<Record<string, unknown>>;
interface WireValue { readonly data: unknown; readonly error: ServerError | undefined; }
type Listener = (value: WireValue) => void;

/** How long an answer of a cacheable method is given again without asking: 60 s. */
const MAX_AGE_MS = 60_000;
const EMPTY: WireValue = Object.freeze({ data: undefined, error: undefined });

class Entry {
  readonly listeners = new Set<Listener>();
  private pending: Promise<unknown> | undefined;
  private value: WireValue | undefined;
  private at = 0;

  constructor(private readonly fetch: () => Promise<unknown>) {}

  get fresh(): WireValue | undefined {
    return this.value && !this.value.error && Date.now() - this.at < MAX_AGE_MS ? this.value : undefined;
  }

  /** Asks the server unless the answer is at hand or on its way. */
  load(): Promise<unknown> {
    if (this.fresh) return Promise.resolve(this.fresh.data);
    return (this.pending ??= this.ask());
  }

  refresh(): Promise<unknown> {
    this.value = undefined;
    this.pending = undefined;
    return this.load();
  }

  private async ask(): Promise<unknown> {
    const mine = this.fetch();
    try {
      const data = deepFreeze(await mine);
      this.settle({ data, error: undefined });
      return data;
    } catch (error) {
      this.settle({ data: undefined, error: deepFreeze(error as ServerError) });
      throw error;
    }
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

/** The same arguments in any order are the same call. */
const keyOf = (name: string, args: Args): string => `${name}?${JSON.stringify(Object.entries(args).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)))}`;

function entryFor(className: string, method: string, args: Args): Entry {
  const key = keyOf(`${className}.${method}`, args);
  let entry = entries.get(key);
  if (!entry) entries.set(key, (entry = new Entry(() => call(className, method, args, true))));
  return entry;
}

async function call(className: string, method: string, args: Args, cacheable: boolean): Promise<unknown> {
  const answer = (await post(`/web/apex/${className}/${method}${cacheable ? '?cacheable=true' : ''}`, args)) as { returnValue?: unknown };
  return answer.returnValue;
}

const notCacheable = (name: string): ServerError => ({ status: 400, ok: false, statusText: 'Bad Request', body: { message: `Apex method ${name} cannot be used with @wire: it is not @AuraEnabled(cacheable=true).` } });

function adapterFor(className: string, method: string, cacheable: boolean): unknown {
  return class ApexWireAdapter {
    private entry: Entry | undefined;
    private connected = false;
    private readonly listener: Listener = (value) => this.emit(value);

    constructor(private readonly callback: (value: WireValue) => void) {
      callback(EMPTY);
    }

    private emit({ data, error }: WireValue): void {
      const value = Object.freeze({ data, error });
      if (this.entry) origins.set(value, this.entry);
      this.callback(value);
    }

    update(config: Args): void {
      if (!cacheable) return this.callback(Object.freeze({ data: undefined, error: notCacheable(`${className}.${method}`) }));
      // A parameter that is still undefined holds the call back.
      if (Object.values(config).some((value) => value === undefined)) return;
      const next = entryFor(className, method, unwrap(config) as Args);
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

/** The module's default export. */
export function apexMethod(className: string, method: string, cacheable: boolean): unknown {
  const invoke = (args: Args = {}): Promise<unknown> => (cacheable ? entryFor(className, method, args).load() : call(className, method, args, false));
  return Object.assign(invoke, { adapter: adapterFor(className, method, cacheable) });
}

/** Asks the server again for a wired value and gives the answer to every component that wires it. */
export async function refreshApex(wired: unknown): Promise<void> {
  const entry = origins.get(unwrap(wired) as object);
  if (!entry) throw new Error('refreshApex: the argument is not a value that an Apex @wire provisioned.');
  await entry.refresh().catch(() => undefined);
}

/** Value of a field of an sObject that Apex returned: `getSObjectValue(row, NAME_FIELD)`. */
export function getSObjectValue(sobject: Record<string, unknown> | undefined, field: string | { fieldApiName: string }): unknown {
  const path = typeof field === 'string' ? field.split('.').slice(1) : field.fieldApiName.split('.');
  return path.reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined | null)?.[part], sobject);
}

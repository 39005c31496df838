/**
 * `@salesforce/apex/Class.method`: a function that posts to the server and carries a wire adapter.
 * https://developer.salesforce.com/docs/platform/lwc/guide/apex-wire-method.html
 */
import { post } from 'web/http';
import { clientError, entryFor, keyOf, refreshValue, wireAdapter, type Question } from 'web/wire';

type Args = Readonly<Record<string, unknown>>;

async function call(name: string, args: Args, cacheable: boolean): Promise<unknown> {
  const answer = (await post(`/web/apex/${name.replace('.', '/')}${cacheable ? '?cacheable=true' : ''}`, args)) as { returnValue?: unknown };
  return answer.returnValue;
}

/** The module's default export. Calls of a cacheable method share the wire's cache. */
export function apexMethod(className: string, method: string, cacheable: boolean): unknown {
  const name = `${className}.${method}`;
  const question = (args: Args): Question => ({ key: keyOf(`apex:${name}`, args), ask: () => call(name, args, true) });
  const invoke = (args: Args = {}): Promise<unknown> => (cacheable ? entryFor(question(args)).load() : call(name, args, false));
  const adapter = wireAdapter((config) => {
    if (!cacheable) return clientError(`Apex method ${name} cannot be used with @wire: it is not @AuraEnabled(cacheable=true).`);
    // A parameter that is still undefined holds the call back.
    return Object.values(config).some((value) => value === undefined) ? undefined : question(config);
  });
  return Object.assign(invoke, { adapter });
}

/** Asks the server again for a wired value and gives the answer to every component that wires it. */
export async function refreshApex(wired: unknown): Promise<void> {
  const refreshed = refreshValue(wired);
  if (!refreshed) throw new Error('refreshApex: the argument is not a value that a @wire provisioned.');
  await refreshed.catch(() => undefined);
}

/** Value of a field of an sObject that Apex returned: `getSObjectValue(row, NAME_FIELD)`. */
export function getSObjectValue(sobject: Record<string, unknown> | undefined, field: string | { fieldApiName: string }): unknown {
  const path = typeof field === 'string' ? field.split('.').slice(1) : field.fieldApiName.split('.');
  return path.reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined | null)?.[part], sobject);
}

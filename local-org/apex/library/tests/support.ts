/** An execution just large enough for the library, and calls of its members by signature. */
import type { ObjectModel, OrgModel } from '../../../schema';
import { within } from '../../runtime/current';
import { capsOf, freshCounters } from '../../runtime/data';
import type { ApexValue, CompiledClass, Execution } from '../../runtime/types';
import { ApexDate, ApexDatetime, ApexDecimal, ApexEnumValue, ApexList, concatText } from '../../runtime/values';
import { platformClasses } from '..';

export const NOW = Date.UTC(2026, 0, 31, 23, 30, 15, 250);

/** A user object as compiled code makes them: fields by name, methods called with the execution. */
export class UserObject {
  constructor(readonly type: CompiledClass, readonly fields: Record<string, ApexValue> = {}, readonly methods: Record<string, (...args: ApexValue[]) => ApexValue> = {}) {}
}
export function userClass(name: string, fields: Record<string, string>, methods: readonly string[] = [], annotated: readonly string[] = []): CompiledClass {
  return {
    name, interfaces: methods.includes('compareTo') ? ['Comparable'] : [], isTest: false, apiVersion: 67, sharing: 'none', annotations: [],
    methods: methods.map((method) => ({ name: method, static: false, access: 'public', returnType: 'Object', parameters: [], annotations: [], isTest: false })),
    fields: Object.entries(fields).map(([field, type]) => ({ name: field, type, static: false, transient: field.startsWith('transient'), annotations: annotated.includes(field) ? ['AuraEnabled'] : [] })),
  };
}

export interface Options { readonly timeZone?: string; readonly locale?: string; readonly classes?: readonly CompiledClass[]; readonly objects?: readonly ObjectModel[]; readonly test?: boolean; readonly database?: Partial<Execution['database']>; readonly security?: Partial<Execution['services']['security']>; }

export function execution(options: Options = {}): Execution & { readonly lines: string[] } {
  const classes = new Map((options.classes ?? []).map((type) => [type.name.toLowerCase(), type]));
  const objects = new Map((options.objects ?? []).map((object) => [object.name.toLowerCase(), object]));
  const org = { apiVersion: 67, objects, object: (name: string) => objects.get(name.toLowerCase()), objectOfId: (id: string) => [...objects.values()].find((object) => object.keyPrefix === id.slice(0, 3)) } as unknown as OrgModel;
  const lines: string[] = [];
  const x = {
    org, userId: '005000000000001AAA', kind: 'test', asynchronous: false, limits: freshCounters(NOW), statics: new Map(), lines, log: (level: string, message: string) => void lines.push(`${level}|${message}`),
    ...(options.test ? { test: { started: false, stopped: false, mocks: new Map(), jobs: [] } } : {}),
    database: { ...options.database },
    services: {
      timeZone: options.timeZone ?? 'UTC', locale: options.locale ?? 'en_US', library: platformClasses, caps: capsOf('test', false), now: () => NOW, security: options.security ?? {}, triggerRecord: () => undefined,
      enumValue: (type: string, name: string) => ApexEnumValue.of(type, name, (platformClasses.get(type.toLowerCase())?.values ?? []).indexOf(name)),
    },
    caller: (mode: 'user' | 'system' | undefined, sharing: boolean) => ({ userId: '005000000000001AAA', mode: mode ?? 'user', sharing }),
    runtime: {
      org, findClass: (name: string) => classes.get(name.toLowerCase()), position: () => undefined,
      invoke: (_x: Execution, target: UserObject, method: string, args: ApexValue[]) => (target.methods[method] as (...all: ApexValue[]) => ApexValue)(...args),
      newInstance: (_x: Execution, name: string) => new UserObject(classes.get(name.toLowerCase()) as CompiledClass),
      typeOf: (value: ApexValue) => (value instanceof UserObject ? value.type.name : value?.apexType ?? (typeof value === 'string' ? 'String' : typeof value === 'number' ? 'Integer' : typeof value === 'boolean' ? 'Boolean' : 'Object')),
      readField: (_x: Execution, target: UserObject, name: string) => target.fields[name],
      writeField: (_x: Execution, target: UserObject, name: string, value: ApexValue) => void (target.fields[name] = value),
      isInstance: (value: ApexValue, type: string) => value instanceof UserObject && (value.type.name === type || value.type.interfaces.includes(type)),
    },
  };
  return x as unknown as Execution & { lines: string[] };
}

/** Calls a member by its signature in the table; a signature that the table lacks is an error. */
export function call(x: Execution, className: string, signature: string, ...args: ApexValue[]): ApexValue {
  const member = platformClasses.get(className.toLowerCase())?.members?.[signature];
  if (!member) throw new Error(`${className} has no member "${signature}".`);
  return within(x, () => member(x, ...args));
}

export const list = (type: string, ...items: ApexValue[]): ApexList => new ApexList(items, type);
export const decimal = (text: string): ApexDecimal => ApexDecimal.fromString(text);
export const date = (text: string): ApexDate => ApexDate.parse(text);
export const datetime = (text: string): ApexDatetime => ApexDatetime.parse(text);
/** Values as text, so that expectations are plain. */
export const shown = (value: ApexValue): string => concatText(value);

/** One row of a table: signature, receiver (left out for static members) and arguments, the result as text. */
export type Case = readonly [signature: string, args: readonly ApexValue[], expected: string];
export function table(className: string, cases: readonly Case[], options: Options = {}): void {
  test.each(cases)(`${className}: %s with %p is %s`, (signature, args, expected) => {
    const x = execution(options);
    const value = call(x, className, signature, ...args);
    expect(within(x, () => shown(value))).toBe(expected);
  });
}

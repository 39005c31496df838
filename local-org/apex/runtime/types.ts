/** What compiled Apex, the platform library and the composition root share. */
import type { Caller, DatabaseEngine } from '../../database';
import type { ObjectModel, OrgModel } from '../../schema';
import type { Services } from './services';

/**
 * An Apex value at run time:
 * null | boolean | Integer: number | Long: bigint | Double: ApexDouble | Decimal: ApexDecimal | String and Id: string |
 * ApexDate | ApexDatetime | ApexTime | ApexBlob | ApexList | ApexSet | ApexMap | SObjectValue | ApexObject (user and platform classes) | ApexEnumValue.
 * `undefined` never occurs.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type ApexValue = any;

/**
 * A platform class as one table. Keys are Apex signatures, which the compiler reads for overloads and types:
 * `'static String valueOf(Object value)'`, `'Integer length()'`, `'new(String message)'`, `'Integer size { get; }'`, `'static Integer MAX { get; }'`.
 * Type parameters of the class (`T`, `K`, `V`) may be used. An implementation gets the execution, then the receiver (instance members), then the arguments.
 */
export interface PlatformClass {
  /** Full name without type parameters: `String`, `Database.SaveResult`, `List`. The namespace System is left out. */
  readonly name: string;
  readonly typeParameters?: readonly string[];
  readonly extends?: string;
  readonly implements?: readonly string[];
  readonly kind?: 'class' | 'interface' | 'enum' | 'exception';
  readonly abstract?: boolean;
  readonly values?: readonly string[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly members?: Readonly<Record<string, (x: Execution, ...args: any[]) => ApexValue>>;
}

export interface LimitCounters {
  queries: number; queryRows: number; dmlStatements: number; dmlRows: number; queueableJobs: number; futureCalls: number;
  callouts: number; emailInvocations: number; soslQueries: number; publishImmediateDml: number; statements: number; cpuStart: number;
}

/** The class whose code runs now: decides sharing and mode of queries and DML that state none (also `Database.query` and its kin). */
export interface Frame { readonly className: string; readonly sharing: boolean; readonly mode: 'user' | 'system'; readonly apiVersion: number; }

/** One transaction of Apex: who runs, what it has used, its statics. */
export interface Execution {
  readonly org: OrgModel;
  readonly database: DatabaseEngine;
  userId: string;
  readonly limits: LimitCounters;
  readonly asynchronous: boolean;
  readonly kind: 'anonymous' | 'rest' | 'aura' | 'trigger' | 'queueable' | 'batch' | 'scheduled' | 'future' | 'test' | 'event';
  /** Static fields of user classes live here: one map per class, fresh for each transaction. */
  readonly statics: Map<string, Record<string, ApexValue>>;
  /** Set while a test method runs. */
  readonly test?: TestState;
  readonly log: (level: string, message: string) => void;
  readonly runtime: ApexRuntime;
  /** What the library asks of the platform around this transaction. */
  readonly services: Services;
  /** Set by compiled code on entry of each method and restored on leaving; undefined before any class runs. */
  frame?: Frame;
  /** The caller for a statement: its explicit mode, else the default of the class it stands in (API 67: user mode). */
  caller(mode: 'user' | 'system' | undefined, sharing: boolean, apiVersion: number): Caller;
}

export interface TestState { started: boolean; stopped: boolean; mocks: Map<string, ApexValue>; readonly jobs: unknown[]; }

/** Filled by the compiler for the library (Type.forName, JSON.deserialize) and for the floors above (Apex REST, controllers). */
export interface ApexRuntime {
  readonly org: OrgModel;
  /** A compiled class by name, any case, inner classes with a dot. */
  findClass(name: string): CompiledClass | undefined;
  /** Calls an instance method of a user object through its virtual table: `execute`, `compareTo`, `equals`. */
  invoke(x: Execution, target: ApexValue, method: string, args: readonly ApexValue[]): ApexValue;
  invokeStatic(x: Execution, className: string, method: string, args: readonly ApexValue[]): ApexValue;
  newInstance(x: Execution, className: string, args?: readonly ApexValue[]): ApexValue;
  /** An object whose constructor has not run, for JSON.deserialize. */
  allocate?(x: Execution, className: string): ApexValue;
  /** Throws an Apex exception of a platform or user class: `throwApex(x, 'NullPointerException', 'Attempt to de-reference a null object')`. */
  throwApex(x: Execution, exceptionClass: string, message: string): never;
  typeOf(value: ApexValue): string;
  /** Whether the class of a user object has an instance method of this name (any case) and number of parameters. */
  hasMethod(target: ApexValue, method: string, parameters: number): boolean;
  /** Field or property of a user object, through its getter; `undefined` when it has none of this name (any case). */
  readField(x: Execution, target: ApexValue, name: string): ApexValue;
  writeField(x: Execution, target: ApexValue, name: string, value: ApexValue): void;
  /** Whether a value is of an Apex type as written: `List<Account>`, `Comparable`, `Outer.Inner`. */
  isInstance(value: ApexValue, type: string): boolean;
  /** Where the running Apex code stands: of the innermost frame that is compiled Apex. */
  position(): { file: string; line: number; column: number } | undefined;
}

export interface CompiledClass {
  readonly name: string;
  readonly superName?: string;
  readonly interfaces: readonly string[];
  readonly isTest: boolean;
  readonly apiVersion: number;
  readonly sharing: 'with' | 'without' | 'inherited' | 'none';
  readonly annotations: readonly { readonly name: string; readonly parameters: Readonly<Record<string, string>> }[];
  readonly methods: readonly CompiledMethod[];
  readonly fields: readonly { readonly name: string; readonly type: string; readonly static: boolean; readonly transient: boolean; readonly annotations: readonly string[] }[];
  readonly enumValues?: readonly string[];
}
export interface CompiledMethod {
  readonly name: string;
  readonly static: boolean;
  readonly access: 'private' | 'protected' | 'public' | 'global';
  readonly returnType: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly annotations: readonly { readonly name: string; readonly parameters: Readonly<Record<string, string>> }[];
  readonly isTest: boolean;
}

/** Kept here so that both the library and the compiler name SObject values alike. */
export interface SObjectShape { readonly object: ObjectModel; }

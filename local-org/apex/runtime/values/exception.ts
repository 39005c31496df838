/** Apex exceptions as JS errors. */
import type { ApexValue } from '../types';

export interface ApexFrame { readonly className: string; readonly method: string; readonly line: number; readonly column: number; readonly trigger?: boolean; readonly file?: string; }

/** What no `catch` of Apex takes: the transaction ends. */
const FATAL = new Set(['LimitException', 'AssertException']);

/**
 * Base of every exception of Apex. Platform exceptions are instances of it with their name in `apexType` (`DmlException`,
 * System left out); compiled exception classes extend it and set `isUserType`.
 */
export class ApexException extends Error {
  /** Set by `initCause` or the constructor. */
  apexCause: ApexException | null = null;
  /** Innermost first; filled by the run time when the exception is thrown. */
  frames: ApexFrame[] = [];
  readonly isUserType: boolean = false;
  /** Message as Apex reads it; null when none was given. */
  apexMessage: string | null;
  /** Failed rows of a DmlException or EmailException. */
  dml?: readonly DmlFailure[];
  /** Why access was refused, of QueryException and NoAccessException: object to fields. */
  inaccessible?: ReadonlyMap<string, readonly string[]>;

  constructor(public apexType: string, message: string | null = null, cause: ApexException | null = null) {
    super(message ?? '');
    this.apexMessage = message;
    this.apexCause = cause;
  }
  /** Name with namespace: `System.DmlException`, `Outer.InnerException`. */
  get typeName(): string {
    return this.isUserType || this.apexType.includes('.') ? this.apexType : `System.${this.apexType}`;
  }
  get isCatchable(): boolean {
    return !FATAL.has(this.apexType);
  }
  /** What `getMessage` answers. */
  get text(): string {
    return this.apexMessage ?? (this.isUserType || this.apexType !== 'Exception' ? 'Script-thrown exception' : '');
  }
  get stackText(): string {
    if (this.frames.length === 0) return '';
    return this.frames.map((frame) => (frame.trigger ? `Trigger.${frame.className}: line ${frame.line}, column ${frame.column}` : frame.className === 'AnonymousBlock' ? `AnonymousBlock: line ${frame.line}, column ${frame.column}` : `Class.${frame.className}.${frame.method}: line ${frame.line}, column ${frame.column}`)).join('\n');
  }
  /** `System.DmlException: Insert failed...`, as String.valueOf and logs write it. */
  override toString(): string {
    return `${this.typeName}: ${this.text}`;
  }
}

export interface DmlFailure { readonly index: number; readonly id: string | null; readonly code: string; readonly message: string; readonly fields: readonly string[]; readonly object?: string; }

/** True for what a `catch` clause of Apex may see at all. Errors of the local org itself (refusals) never are. */
export function isCatchable(error: unknown): error is ApexException {
  return error instanceof ApexException && error.isCatchable;
}

/** Throws NullPointerException when the value is null. */
export function required<T>(value: T | null, what = 'Argument'): T {
  if (value === null || value === undefined) throw new ApexException('NullPointerException', `${what} cannot be null.`);
  return value;
}

/** The platform's words for a null receiver. */
export function nullPointer(): ApexException {
  return new ApexException('NullPointerException', 'Attempt to de-reference a null object');
}
export type { ApexValue };

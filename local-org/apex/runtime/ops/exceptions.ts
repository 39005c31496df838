/** Exceptions: from JS errors to Apex exceptions, with the Apex lines they came from. */
import type { ApexFrame } from '../values/exception';
import type { Execution } from '../types';
import { ApexException, isCatchable, nullPointer } from '../values';

/** Lines of one generated script: for each of its lines the index of the method and the Apex line. */
export interface ScriptLines { readonly methods: readonly string[]; readonly files: readonly string[]; readonly entries: readonly number[]; }

const scripts = new Map<string, ScriptLines>();
/** Stack depth that is kept: Apex code rarely nests deeper, and Node keeps ten by default. */
const TRACE_DEPTH = 100;

export function registerScript(name: string, lines: ScriptLines): void {
  scripts.set(name, lines);
  if (Error.stackTraceLimit < TRACE_DEPTH) Error.stackTraceLimit = TRACE_DEPTH;
}

const SCRIPT_LINE = /(apex-[\w-]+\.js):(\d+):\d+/;

/** Apex frames in a JS stack, innermost first. */
export function framesOf(stack: string | undefined): ApexFrame[] {
  const frames: ApexFrame[] = [];
  for (const text of (stack ?? '').split('\n')) {
    const match = SCRIPT_LINE.exec(text);
    const script = match && scripts.get(match[1] as string);
    if (!script) continue;
    const index = (Number(match[2]) - 1) * 2;
    const method = script.methods[script.entries[index] ?? -1];
    const line = script.entries[index + 1];
    if (method === undefined || line === undefined) continue;
    const dot = method.lastIndexOf('.');
    // An anonymous block is shown by its name alone.
    const className = dot < 0 ? method : method.slice(0, dot);
    frames.push({ className: className === 'Trigger' ? method.slice(dot + 1) : className, method: method.slice(dot + 1), line, column: 1, trigger: className === 'Trigger', file: script.files[script.entries[index] as number] });
  }
  return frames;
}

/** Whether the innermost frame of a stack is generated code: then a TypeError is a null that Apex code used. */
function fromApex(error: Error): boolean {
  const first = (error.stack ?? '').split('\n').find((line) => /^\s+at /.test(line));
  return first !== undefined && SCRIPT_LINE.test(first);
}

/** By name, because generated code may run in another realm than this module (under a test runner). */
function named(error: unknown, name: string): error is Error {
  return typeof error === 'object' && error !== null && (error as Error).name === name;
}

const traced = new WeakSet<ApexException>();

/** Frames are worked out when they are first asked for: most exceptions that are caught never are. V8 formats a stack as late as that too. */
function trace(exception: ApexException, from: { readonly stack?: string }): void {
  if (traced.has(exception) || exception.frames.length > 0) return;
  traced.add(exception);
  let frames: ApexFrame[] | undefined;
  Object.defineProperty(exception, 'frames', { configurable: true, enumerable: true, get: () => (frames ??= framesOf(from.stack)), set: (value: ApexFrame[]) => void (frames = value) });
}

/** The Apex exception that an error stands for, with its frames; any other error as it is. */
export function apexError(error: unknown): unknown {
  if (error instanceof ApexException) {
    trace(error, error);
    return error;
  }
  if (named(error, 'RangeError') && /call stack/i.test(error.message)) return withFrames(new ApexException('LimitException', 'Maximum stack depth reached: 1001'), error);
  if (named(error, 'TypeError') && /\bof null\b/.test(error.message) && fromApex(error)) return withFrames(nullPointer(), error);
  return error;
}
function withFrames(exception: ApexException, from: Error): ApexException {
  trace(exception, from);
  return exception;
}

/** What a catch clause sees. What cannot be caught, and errors that are not Apex's, go on. */
export function caught(_x: Execution, error: unknown): ApexException {
  const exception = apexError(error);
  if (!isCatchable(exception)) throw exception;
  return exception;
}
export const catchable = (error: unknown): boolean => isCatchable(apexError(error));

/** The operand of `throw`: its place is where it is first thrown. */
export function thrown(_x: Execution, exception: ApexException | null): ApexException {
  if (exception === null) return nullPointer();
  const place: { stack?: string } = {};
  Error.captureStackTrace(place);
  trace(exception, place);
  return exception;
}

/** Message and cause given to the constructor of an exception class. */
export function setException(_x: Execution, exception: ApexException, first?: string | ApexException | null, cause?: ApexException | null): ApexException {
  if (first instanceof ApexException) exception.apexCause = first;
  else if (first !== undefined) exception.apexMessage = first;
  if (cause !== undefined) exception.apexCause = cause;
  exception.message = exception.apexMessage ?? '';
  return exception;
}

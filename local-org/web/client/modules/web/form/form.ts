/** How fields and messages inside a record form find it: they announce themselves by an event that bubbles to it. */
import type { ObjectInfo, RecordData } from 'web/records';

export const REGISTER = 'privateregisterformpart';

export interface FormState {
  readonly objectApiName: string;
  readonly info?: ObjectInfo;
  readonly record?: RecordData;
  readonly disabled: boolean;
  readonly density: string;
}

/** A field, an output field or the messages of a form. */
export interface FormPart {
  /** API name; absent for messages. */
  readonly fieldName?: string | undefined;
  receive(state: FormState): void;
  /** Fields: what the user entered; undefined when nothing was. */
  read?(): unknown;
  reportValidity?(): boolean;
  setError?(message: string): void;
  setMessages?(messages: readonly string[]): void;
  reset?(): void;
}

/** Announces a part to the form around it; returns the way to leave. */
export function joinForm(element: EventTarget, part: FormPart): () => void {
  let leave: (() => void) | undefined;
  element.dispatchEvent(new CustomEvent(REGISTER, { bubbles: true, composed: true, detail: { part, accept: (stop: () => void) => { leave = stop; } } }));
  return () => leave?.();
}

/** What the platform does of its own with the records of one standard object, beside what every object has. */
import type { Item, Request } from '../dml/item';
import type { Machine } from '../dml/machine';
import type { DmlOperation } from '../types';

export interface Step { readonly machine: Machine; readonly operation: 'insert' | 'update'; readonly items: readonly Item[]; readonly request: Request }

export interface StandardBehaviour {
  /** Values that the platform works out: before the before triggers, and again after them, for these write what they like. */
  readonly derive?: (step: Step) => void;
  /** Refusals beside types, references and rules. */
  readonly check?: (step: Step) => void;
  /** Records of other objects that must be there before these are written. */
  readonly prepare?: (step: Step) => void;
  /** Records of other objects that come of these: written before the after triggers run. */
  readonly follow?: (step: Step) => void;
  /** What nobody does to these records by DML: the calls that the Object Reference leaves out. */
  readonly refuses?: readonly DmlOperation[];
  /** Refusals of a delete; items carry the image that goes. */
  readonly checkDelete?: (machine: Machine, items: readonly Item[], request: Request) => void;
}

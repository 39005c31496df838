/** Cells of the matrix: one question of one person on one record, answered by model and org. */
import type { Verdict } from './model';

export interface Cell {
  /** By what way it is asked. */
  readonly channel: string;
  readonly person: string;
  readonly object: string;
  /** What of the record: a field, or the operation. */
  readonly subject: string;
  /** Key of the record; of the master for what is not there yet. */
  readonly record?: string;
  readonly expected: Verdict;
  readonly allowed: boolean;
  /** What the org said, where that tells more. */
  readonly told?: string;
}

/** Where cells go as they are answered. */
export interface Sheet { add(cell: Cell): void; }

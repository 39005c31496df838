/** One bad record does not spoil the others, where the caller can take a refusal by record. */
import type { Row, RowChange } from '../../database';
import { PlatformError } from '../../schema';

/** Runs `check` over the new rows; what it throws refuses that row alone if the change allows it. */
export function eachRow(change: RowChange, check: (row: Row, old: Row | undefined) => void): void {
  change.newRows.forEach((row, index) => {
    try {
      check(row, change.oldRows[index]);
    } catch (error) {
      if (!(error instanceof PlatformError) || !change.refuse) throw error;
      change.refuse(index, error.code, error.message, error.fields);
    }
  });
}

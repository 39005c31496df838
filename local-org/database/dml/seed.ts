/** Rows with no rights, triggers or validation: set-up data of the org itself. */
import type { ObjectModel } from '../../schema';
import { SourceError } from '../../schema';
import type { Store } from '../store';
import type { Row } from '../types';
import { blankOf, canonical, stamp } from './build';
import type { Plans } from './plan';
import { insertRows } from './save';

export function seedRows(store: Store, plans: Plans, object: ObjectModel, rows: readonly Row[]): string[] {
  const plan = plans.of(object);
  const now = stamp(store);
  return rows.map((given) => {
    const row = canonical(object, given, (name) => {
      throw new SourceError(`No such column '${name}' on entity '${object.name}'`);
    });
    for (const field of ['CreatedDate', 'LastModifiedDate', 'SystemModstamp']) {
      if (object.field(field) && row[field] === undefined) row[field] = now;
    }
    for (const field of plan.stored) if (row[field.name] === undefined) row[field.name] = blankOf(field);
    insertRows(store, plan, [row]);
    return row.Id as string;
  });
}
